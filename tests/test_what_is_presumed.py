"""What is taken as given: it only fills what nobody has told, and it goes when it is turned off."""

from collections.abc import Collection

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from hjemmel.backends.presuming import Presuming, with_given, without
from hjemmel.case.observation import Observation, View
from hjemmel.case.one_of import OneOf
from hjemmel.core.nodes import Fact, Node, Ref
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind, Presumption, Program
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.types import Assessed
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.book import new_book
from hjemmel.provenance.replay import masked, replay
from hjemmel.provenance.situation import Situation
from oracle import judge
from random_programs.backends import present, staged
from random_programs.changes import filled
from random_programs.choices import Choices, chance
from random_programs.comparison import disagreements, prepared, told_nothing_of
from random_programs.contested import marked
from random_programs.drawn import choices as choices_of
from random_programs.drawn import pairs
from random_programs.situations import Situation as Facts
from support.evaluation import evaluate
from support.invented_account import norm as invented

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def settled_outcomes(program: Program, view: View) -> dict[str, str]:
    """The outcome of each norm that has one."""
    found = staged(program).outcomes(view)
    return {norm: each.name for norm, each in found.items() if each is not Outcome.UNDECIDED}


@thorough
@given(pairs())
def test_without_presumptions_a_fact_is_as_nobody_told(pair: tuple) -> None:
    """Turned off, they leave what is told; and turned on, they settle more and turn nothing."""
    program, facts = pair
    told = facts.told or facts.view
    without = Presuming(evolve(program, presumptions=()))
    if facts.case is not None:
        assert without.observe(facts.case, facts.day).view == told
    off, on = settled_outcomes(program, told), settled_outcomes(program, facts.view)
    assert off.items() <= on.items()


@thorough
@given(pairs(), choices_of())
def test_to_tell_more_never_changes_a_settled_outcome(pair: tuple, made: Choices) -> None:
    """Where what is told is nothing that a presumption says: that is replaced by what is told."""
    program, facts = pair
    told, untold = facts.told or facts.view, told_nothing_of(program, facts)
    fuller = without_facts(filled(made, program.schema, told), untold)
    given = Presuming(program).given(fuller, lambda path: path not in untold)
    assert facts.presumed.items() <= given.items()
    before = settled_outcomes(program, facts.view)
    after = settled_outcomes(program, with_given(fuller, given))
    assert {norm: each for norm, each in before.items() if not stands(each, after.get(norm))} == {}


def stands(before: str, after: str | None) -> bool:
    """Whether a settled outcome is the same; and where no wording is in force, it may turn out
    that the norm applies under none."""
    return after in (before, {"NO_RULE": "NOT_APPLICABLE"}.get(before))


def without_facts(view: View, paths: Collection[tuple[str, str]]) -> View:
    """The view where nobody has told of these."""
    return marked({
        key: record and {name: None if (key, name) in paths else value
                         for name, value in record.items()}
        for key, record in view.items()
    })  # fmt: skip


@thorough
@given(pairs())
def test_nothing_is_presumed_of_what_is_told(pair: tuple) -> None:
    """In whatever form it was told."""
    program, facts = pair
    assert set(facts.presumed) <= told_nothing_of(program, facts)


HELD_AGAINST = set(Kind) - {Kind.DEFINITION, Kind.STATEMENT, Kind.NOTICE}


def broken(program: Program, view: View) -> set[str]:
    """The norms of the kinds that are held against somebody, that fail."""
    found = staged(program).outcomes(view)
    kinds = {norm.id: norm.kind for norm in program.norms}
    return {
        norm
        for norm, each in found.items()
        if each is Outcome.BROKEN and kinds[norm] in HELD_AGAINST
    }


@thorough
@given(pairs(), choices_of())
def test_what_is_presumed_breaks_nothing(pair: tuple, made: Choices) -> None:
    """What fails, fails by what is told alone: with nothing taken as given, so does what it asks
    for. What is taken as given can at most be why it applies. All backends and the oracle agree."""
    program, told, view = presuming_what_is_told(made, *pair)
    found = disagreements(view, prepared(program, present()), judge(program, view, told).judged)
    assert [str(each) for each in found] == []
    meanings = staged(program).meanings
    assert meanings is not None
    alone = meanings(told)
    for norm in broken(program, view):
        assert alone[norm].requirement[1], norm


@thorough
@given(pairs(), choices_of())
def test_without_what_is_told_of_it_nothing_is_broken(pair: tuple, made: Choices) -> None:
    """Take away all that is told of what a norm asks for: it is broken no more, whatever is taken
    as given, unless it would be where nobody knows anything."""
    program, told, view = presuming_what_is_told(made, *pair)
    given = {each.path: each for each in program.presumptions}
    hopeless = by_nothing(program, masked(told, ()))
    for norm in broken(program, view) - hopeless:
        silent = with_given(without(told, asked_for(program, norm)), given)
        assert norm not in broken(program, silent), norm


@thorough
@given(pairs(), choices_of())
def test_what_decides_is_still_enough(pair: tuple, made: Choices) -> None:
    """With what decided and nothing else, every norm stands as it did."""
    program, _, view = presuming_what_is_told(made, *pair)
    given = {each.path: each for each in program.presumptions}
    seen = Observation(view, {}, {}, presumed=given)
    case = Situation(new_book(program), evaluate(program, view), seen, pair[1].day)
    for norm in program.norms:
        assert replay(case, norm, evaluate).agrees, norm.id


def presuming_what_is_told(made: Choices, program: Program, facts: Facts) -> tuple:
    """The program where some of what is told is taken as given instead, what is then told, and
    what is seen: as many norms fail as before, but not by what anybody has said."""
    told = facts.told or facts.view
    asked = {(each.subject, each.name): each for norm in program.norms
             for clause in norm.clauses for each in nodes_of(clause)
             if isinstance(each, Fact) and is_given_of(each, told)}  # fmt: skip
    picked = [path for path in sorted(asked) if chance(made, 60)]
    presumptions = tuple(
        Presumption(
            evolve(invented(f"9-9/{number}", "V1#1"), subject=path[0]),
            asked[path],
            told[path[0]][path[1]],
        )
        for number, path in enumerate(picked)
    )
    left = without(told, picked)
    given = {each.path: each for each in presumptions}
    seen = marked(with_given(left, given))
    return evolve(program, presumptions=presumptions), left, seen


def is_given_of(fact: Fact, told: View) -> bool:
    """Whether somebody has told of the fact, plainly, and it may be taken as given instead."""
    value = (told.get(fact.subject) or {}).get(fact.name)
    plain = value is not None and not isinstance(value, (list, tuple, OneOf))
    return plain and fact.subject != CASE and not isinstance(fact.type, Assessed)


def by_nothing(program: Program, view: View) -> set[str]:
    """The norms that ask for what cannot be, whoever knows what."""
    meanings = staged(program).meanings
    assert meanings is not None
    return {norm for norm, each in meanings(view).items() if each.requirement[1]}


def asked_for(program: Program, norm_id: str) -> set[tuple[str, str]]:
    """The facts that the requirement of a norm asks for, and all that those it refers to do."""
    norm = program.norm(norm_id)
    found: set[tuple[str, str]] = set()
    waiting: list[Node] = [*norm.days, *(each.requirement for each in norm.editions)]
    while waiting:
        for node in nodes_of(waiting.pop()):
            if isinstance(node, Fact):
                found.add((node.subject, node.name))
            elif isinstance(node, Ref):
                other = program.norm(node.norm)
                waiting += [*other.days, *other.clauses]
    return {(record, name) for record, name in found if name != PRESENCE and record != CASE}
