"""All backends mean the same as the oracle, and what they mean obeys the laws of the semantics."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreement import told_failure
from hjemmel.case.observation import PartialList, View
from hjemmel.core.nodes import Apply, Default, Each, Fact, Node, Op, Quantifier
from hjemmel.core.operators import OPERATORS
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.core.schema import Enumeration, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.told import GIVEN
from hjemmel.core.types import Enumerated, Listed, Text, Truth, Whole
from hjemmel.core.walk import children_of
from oracle import MEANINGS, WITH_CONSTANT, Judgement, Listing, Oracle, interval_of, judge, seen
from random_programs.backends import Answers, present
from random_programs.builder import Builder
from random_programs.changes import filled, reordered
from random_programs.choices import Choices
from random_programs.clauses import quantified, truth
from random_programs.comparison import (
    disagreements,
    expected_view,
    judgement,
    prepared,
    run,
    smallest,
    told_view,
)
from random_programs.drawn import choices as choices_of
from random_programs.drawn import pairs
from random_programs.pairs import Pair
from random_programs.programs import norm_of, schema
from random_programs.situations import situation
from support.evaluation import evaluate

PAIRS = 1500

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def answers(program: Program) -> dict[str, Answers]:
    """All backends with the rulebook read."""
    return prepared(program, present())


def judged(answer: Answers, view: View) -> dict[str, Judgement | str]:
    """What one backend says of every norm: its truths, or at least its outcome."""
    if answer.meanings is None:
        return {norm: found.name for norm, found in answer.outcomes(view).items()}
    meanings = answer.meanings(view)
    return {norm: judgement(meanings, norm) for norm in meanings}


# --- agreement -------------------------------------------------------------------------------


def test_the_oracle_knows_every_operator() -> None:
    """An operator added to the table must be given its meaning a second time."""
    assert set(MEANINGS) == set(OPERATORS)


def test_the_backends_agree_with_the_oracle_on_random_pairs() -> None:
    """The same run as `tests/agreement.py`, a short one, with everything often enough in it."""
    result = run(seed=20_240_501, count=PAIRS, backends=present())
    assert result.failure is None, told_failure(smallest(result.failure, present()))
    assert result.coverage.too_rare() == []


@thorough
@given(pairs())
def test_the_backends_agree_with_the_oracle_on_drawn_pairs(pair: tuple) -> None:
    """Hypothesis looks in other corners, and cuts a disagreement down."""
    program, facts = pair
    expected = judge(program, facts.view).judged
    assert list(disagreements(facts.view, answers(program), expected)) == []


def test_a_missing_value_is_among_all_the_values_there_are() -> None:
    """Membership holds without the value when the whole closed enumeration is covered."""
    builder = Builder(_Zero())
    kind = Enumerated("slag")
    names = [builder.literal(each, kind) for each in ("ett", "to", "tre")]
    asked = builder.apply("er_blant", Fact("tjeneste", "slag", kind, builder.origin()), *names)
    declared = RecordDeclaration(
        "tjeneste", "tjenesten", "tjenestens", (FieldDeclaration("slag", "slag", kind),)
    )
    shape = Schema((declared,), (Enumeration("slag", ("ett", "to", "tre")),))
    program = Program("", "", shape, (norm_of("n", asked, builder),), ("n",))
    view = {"sak": {"vurderingsdato": date(2024, 1, 1)}, "tjeneste": {"slag": None}}
    expected = judge(program, view).judged
    assert expected["n"].requirement is True
    assert list(disagreements(view, answers(program), expected)) == []


class _Zero:
    """Always the simplest choice."""

    def below(self, _: int) -> int:
        return 0


@pytest.mark.parametrize("operator", ["og", "eller", "ikke", "samstemt"])
def test_the_backends_agree_on_a_clause_as_deep_as_they_come(operator: str) -> None:
    """Sixty levels, with an unknown at the bottom."""
    builder = Builder(_Zero())
    clause: Node = builder.fact(Truth(), ())
    for level in range(60):
        inner = builder.apply(operator, clause)
        more = (builder.fact(Truth(), ()),) if operator != "ikke" else ()
        clause = builder.apply("eller" if level % 2 else operator, inner, *more)
    program = Program("", "", schema(builder), (norm_of("n", clause, builder),), ("n",))
    for facts in ({}, dict.fromkeys(each.key for each in builder.fields["tjeneste"])):
        view = {"sak": {"vurderingsdato": date(2024, 1, 1)}, "tjeneste": facts}
        expected = judge(program, view).judged
        assert list(disagreements(view, answers(program), expected)) == []


# --- monotone --------------------------------------------------------------------------------


@thorough
@given(pairs(), choices_of())
def test_filling_an_unknown_never_changes_a_settled_outcome(pair: tuple, made: Choices) -> None:
    """Nothing can test for «uavklart», so knowing more can only settle more."""
    program, facts = pair
    fuller = filled(made, program.schema, facts.view)
    for answer in answers(program).values():
        before, after = judged(answer, facts.view), judged(answer, fuller)
        for norm, then in before.items():
            assert settled_still(then, after[norm]), (norm, then, after[norm])


def settled_still(before: Judgement | str, after: Judgement | str) -> bool:
    """Every truth that was settled is the same, and the outcome if it was.

    But what is out of force may turn out not to apply under any wording: both ask nothing.
    """
    then, now = (each if isinstance(each, str) else each.outcome for each in (before, after))
    allowed = (Outcome.NO_RULE.name, Outcome.NOT_APPLICABLE.name)
    stands = then in (Outcome.UNDECIDED.name, now) or (then, now) == allowed
    if isinstance(before, str) or isinstance(after, str):  # an outcome alone
        return stands
    truths = ("subject", "in_force", "applies", "requirement", "somewhere")
    return stands and all(getattr(before, e) in (None, getattr(after, e)) for e in truths)


# --- what is seen of a case ------------------------------------------------------------------


@thorough
@given(pairs())
def test_the_engine_sees_in_a_case_what_the_oracle_sees(pair: tuple) -> None:
    """Every fact of every record, which lists there may be more in, and what is only given."""
    program, facts = pair
    if facts.case is not None:
        both = Pair(0, program, facts)
        told, expected = told_view(both), expected_view(both)
        found = unmarked(facts.view)
        assert found == expected
        assert in_part(found) == in_part(expected)
        assert marks(facts.view) == added(told, expected)


def unmarked(seen: View) -> View:
    """The facts of a view, without the marks of what is taken as given."""
    return {
        key: record and {name: value for name, value in record.items() if name != GIVEN}
        for key, record in seen.items()
    }


def marks(seen: View) -> set[tuple[str, str]]:
    """The facts that a view marks as taken as given."""
    return {(key, name) for key, record in seen.items() for name in (record or {}).get(GIVEN, ())}


def added(told: View, fuller: View) -> set[tuple[str, str]]:
    """The facts that one view has beyond another."""
    return {
        (key, name)
        for key, record in fuller.items()
        for name, value in (record or {}).items()
        if value != (told[key] or {}).get(name)
    }


def in_part(seen: object) -> object:
    """The lists of a view, each with whether there may be more."""
    match seen:
        case list():
            return isinstance(seen, PartialList), [in_part(each) for each in seen]
        case dict():
            return {key: in_part(each) for key, each in seen.items()}
        case _:
            return None


# --- laws ------------------------------------------------------------------------------------

Law = Callable[[Builder], tuple[Node, Node]]


def twice_denied(builder: Builder) -> tuple[Node, Node]:
    """not not A = A."""
    clause = truth(builder, (), 2)
    return clause, builder.apply("ikke", builder.apply("ikke", clause))


def not_both(builder: Builder) -> tuple[Node, Node]:
    """not (A and B) = not A or not B."""
    left, right = truth(builder, (), 1), truth(builder, (), 1)
    apart = (builder.apply("ikke", each) for each in (left, right))
    return builder.apply("ikke", builder.apply("og", left, right)), builder.apply("eller", *apart)


def neither(builder: Builder) -> tuple[Node, Node]:
    """not (A or B) = not A and not B."""
    left, right = truth(builder, (), 1), truth(builder, (), 1)
    apart = (builder.apply("ikke", each) for each in (left, right))
    return builder.apply("ikke", builder.apply("eller", left, right)), builder.apply("og", *apart)


def in_any_order(builder: Builder) -> tuple[Node, Node]:
    """A and B = B and A."""
    left, right = truth(builder, (), 1), truth(builder, (), 1)
    return builder.apply("og", left, right), builder.apply("og", right, left)


def none_is_all_not(builder: Builder) -> tuple[Node, Node]:
    """not some P = all not P."""
    some = quantified(builder, (), 2, Quantifier.SOME)
    denied = builder.apply("ikke", some.body)
    every = Each(Quantifier.ALL, some.variable, some.domain, some.where, denied, builder.origin())
    return builder.apply("ikke", some), every


def some_is_at_least_one(builder: Builder) -> tuple[Node, Node]:
    """some P = the count of P is at least 1."""
    some = quantified(builder, (), 2, Quantifier.SOME)
    count = Each(
        Quantifier.COUNT, some.variable, some.domain, some.where, some.body, builder.origin()
    )
    return some, builder.apply("minst", count, builder.literal(1, Whole()))


def where_is_a_conjunct(builder: Builder) -> tuple[Node, Node]:
    """some P among those where W = some W and P."""
    some = quantified(builder, (), 2, Quantifier.SOME)
    both = builder.apply("og", some.where, some.body)
    always = builder.literal(True)
    return some, Each(some.quantifier, some.variable, some.domain, always, both, builder.origin())


def unless_is_and_not(builder: Builder) -> tuple[Node, Node]:
    """A unless E = A and not E."""
    scope, exception = truth(builder, (), 1), truth(builder, (), 1)
    ruled = Default((exception,), builder.literal(True), scope, builder.origin())
    return ruled, builder.apply("og", scope, builder.apply("ikke", exception))


def at_least_is_not_less(builder: Builder) -> tuple[Node, Node]:
    """A size is at least another when it is not less than it, and «før» is «mindre enn»."""
    size = builder.fact(Whole(), ()), builder.fact(Whole(), ())
    return builder.apply("minst", *size), builder.apply("ikke", builder.apply("før", *size))


LAWS: tuple[Law, ...] = (
    twice_denied,
    not_both,
    neither,
    in_any_order,
    none_is_all_not,
    some_is_at_least_one,
    where_is_a_conjunct,
    unless_is_and_not,
    at_least_is_not_less,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(thorough, max_examples=25)
@given(data=st.data())
def test_two_ways_to_say_the_same_mean_the_same(law: Law, data: st.DataObject) -> None:
    """The law of each name, on random clauses and facts."""
    made = data.draw(choices_of())
    builder = Builder(made)
    one, other = law(builder)
    norms = (norm_of("én", one, builder), norm_of("annen", other, builder))
    program = Program("lov", "", schema(builder), norms, ("én", "annen"))
    facts = situation(made, program.schema)
    for answer in answers(program).values():
        found = judged(answer, facts.view)
        assert found["én"] == found["annen"]


# --- order -----------------------------------------------------------------------------------


@thorough
@given(pairs(), choices_of())
def test_the_order_of_list_members_never_matters(pair: tuple, made: Choices) -> None:
    """A list is what it has, not how it stands."""
    program, facts = pair
    other = reordered(made, facts.view)
    for answer in answers(program).values():
        assert judged(answer, facts.view) == judged(answer, other)


@thorough
@given(pairs())
def test_the_order_of_norms_never_matters(pair: tuple) -> None:
    """Norms stand in the order of the law; what they mean does not depend on it."""
    program, facts = pair
    turned = Program(
        program.name, "", program.schema, tuple(reversed(program.norms)), program.order
    )
    first, second = answers(program), answers(turned)
    for name in first:
        assert judged(first[name], facts.view) == judged(second[name], facts.view)


# --- every node ------------------------------------------------------------------------------

Place = tuple[Node, dict[str, object], tuple[tuple[str, int], ...]]


def places(
    node: Node, oracle: Oracle, bound: dict[str, object], position: dict[str, int]
) -> Iterator[Place]:
    """A node and all below it, once for each entry of the lists around."""
    yield node, bound, tuple(position.items())
    if not isinstance(node, Each):
        for child in children_of(node)[: _asked_of(node)]:
            yield from places(child, oracle, bound, position)
        return
    yield from places(node.domain, oracle, bound, position)
    for index, entry in enumerate(oracle.ask(node.domain, bound).members):
        for child in (node.where, node.body):
            inside = {**bound, node.variable: entry}
            yield from places(child, oracle, inside, {**position, node.variable: index})


def _asked_of(node: Node) -> int | None:
    """How many of the nodes below it a node asks; what is written in the rule is only taken."""
    if not isinstance(node, Apply):
        return None
    return 2 if node.operator is Op.HOLDS_ROLE else 1 if node.operator in WITH_CONSTANT else None


def said_by(meaning: object, of: object) -> object:
    """What a node came to, in the words of the oracle that said `of`."""
    if isinstance(of, Listing):
        return seen(meaning, Listed(Text()))
    match meaning:
        case (bool() as holds, bool() as fails):
            return True if holds else False if fails else None
        case tuple():
            return interval_of(meaning)
        case _:
            return meaning


@thorough
@given(pairs())
def test_every_node_came_to_what_the_oracle_says(pair: tuple) -> None:
    """Not only the norms: what a reason tells of each step is read from these."""
    program, facts = pair
    nodes, oracle = evaluate(program, facts.view).nodes, judge(program, facts.view)
    for norm in program.norms:
        for clause in norm.clauses:
            for node, bound, position in places(clause, oracle, {}, {}):
                expected = oracle.ask(node, bound)
                assert said_by(nodes[node.origin.id, position], expected) == expected


# --- what the evaluator leaves --------------------------------------------------------------


@thorough
@given(pairs())
def test_the_evaluator_leaves_the_view_as_it_was(pair: tuple) -> None:
    """Evaluating twice gives the same, and nothing is written into the facts."""
    program, facts = pair
    before = repr(facts.view)
    assert evaluate(program, facts.view).norms == evaluate(program, facts.view).norms
    assert repr(facts.view) == before
