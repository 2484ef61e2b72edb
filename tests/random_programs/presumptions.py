"""Random presumptions, and what they make of random facts."""

from collections.abc import Collection, Iterator

from attrs import evolve

from hjemmel.backends.presuming import Presuming, is_told, with_given
from hjemmel.case.observation import Path
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Norm, Presumption, Program
from hjemmel.core.types import Assessed, Listed
from random_programs.builder import CASE_RECORDS, Builder
from random_programs.choices import chance, pick, weighted
from random_programs.contested import marked
from random_programs.situations import Situation
from random_programs.values import pool
from random_programs.walking import used_by


def presumptions(builder: Builder, norms: Collection[Norm]) -> tuple[Presumption, ...]:
    """None to three, of facts that none of their conditions asks for; some of them of one fact."""
    count = weighted(builder.choices, ((3, 0), (4, 1), (2, 2), (1, 3)))
    asked = frozenset[tuple[str, str]]().union(*(used_by(each) for each in norms))
    found: list[Presumption] = []
    for norm in list(norms)[:count]:
        free = [each for each in _facts(builder) if (each.subject, each.name) not in asked]
        if found and chance(builder.choices, 50):
            free = [found[-1].fact]
        if free:
            fact = pick(builder.choices, free)
            value = pick(builder.choices, pool(fact.type))  # type: ignore[arg-type]
            found.append(Presumption(norm, evolve(fact, origin=builder.origin()), value))
    return tuple(found)


def _facts(builder: Builder) -> Iterator[Fact]:
    """What may be taken as given."""
    for record in CASE_RECORDS:
        for each in builder.fields[record]:
            if not isinstance(each.type, (Listed, Assessed)):
                yield Fact(record, each.key, each.type)


def presumed(program: Program, facts: Situation) -> Situation:
    """The facts with what is taken as given besides what is told."""
    given = Presuming(program).given(facts.view, lambda path: path not in untold(program, facts))
    if not given:
        return facts
    view = marked(with_given(facts.view, given))
    doubts = {path: each for path, each in facts.doubts.items() if path not in given}
    return evolve(facts, view=view, doubts=doubts, presumed=given, told=facts.view)


def untold(program: Program, facts: Situation) -> set[Path]:
    """The facts that nobody has told of, among those that may be taken as given."""
    paths = {each.path for each in program.presumptions}
    if facts.case is not None:
        case = facts.case
        return {path for path in paths if not is_told(case, path)}
    return {(key, name) for key, name in paths if (facts.view.get(key) or {}).get(name) is None}
