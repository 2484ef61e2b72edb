"""Random presumptions and conclusions, and what they make of random facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

from attrs import evolve

from hjemmel.backends.concluding import Concluding
from hjemmel.backends.presuming import Presuming, is_told, with_given
from hjemmel.case.observation import Path, observe
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Conclusion, Norm, Presumption, Program
from hjemmel.core.types import Assessed, Listed
from random_programs.builder import CASE_RECORDS, Builder
from random_programs.choices import Choices, chance, pick, weighted
from random_programs.contested import marked
from random_programs.situations import Situation
from random_programs.values import pool
from random_programs.walking import all_nodes, used_by

Asked = tuple[str, str]
"""A fact of the case: its record and its field."""
Given = TypeVar("Given", Presumption, Conclusion)


def presumptions(
    builder: Builder,
    norms: Collection[Norm],
    asked: Collection[Asked],
    required: Collection[Asked],
) -> tuple[Presumption, ...]:
    """None to three, of facts that no condition asks for; some of them of one fact. Mostly of what
    is `required`: there, what is taken as given could break something."""
    count = weighted(builder.choices, ((1, 0), (3, 1), (4, 2), (2, 3)))
    facts = _mostly(builder, required)
    return tuple(_said(builder, Presumption, list(norms)[:count], asked, facts))


def conclusions(
    builder: Builder, norms: Collection[Norm], wanted: Set[Asked]
) -> tuple[Conclusion, ...]:
    """None to two, of facts that none of their conditions asks for; some of them of one fact.
    Mostly of what is `wanted`: there, what follows could change something."""
    count = weighted(builder.choices, ((3, 0), (4, 1), (3, 2)))
    asked = asked_by(norms)
    facts = _mostly(builder, wanted - asked)
    return tuple(_said(builder, Conclusion, list(norms)[:count], asked, facts))


def _mostly(builder: Builder, wanted: Collection[Asked]) -> list[Fact]:
    """What may be said something of; mostly only those of them that are wanted, if any is."""
    facts = list(_facts(builder))
    if not wanted or not chance(builder.choices, 85):
        return facts
    return [each for each in facts if (each.subject, each.name) in wanted] or facts


def asked_by(norms: Iterable[Norm]) -> frozenset[Asked]:
    """The facts that any of them asks for."""
    return frozenset[Asked]().union(*(used_by(each) for each in norms))


def required_by(norms: Iterable[Norm]) -> frozenset[Asked]:
    """The facts of the case that stand in what any of them requires."""
    nodes = (
        node for norm in norms for each in norm.editions for node in all_nodes(each.requirement)
    )
    return frozenset((each.subject, each.name) for each in nodes if isinstance(each, Fact))


def _said(
    builder: Builder,
    kind: type[Given],
    norms: Collection[Norm],
    asked: Collection[Asked],
    facts: Collection[Fact],
) -> Iterator[Given]:
    last: Fact | None = None
    for norm in norms:
        free = [each for each in facts if (each.subject, each.name) not in asked]
        if last and chance(builder.choices, 50):
            free = [last]
        if free:
            last = pick(builder.choices, free)
            value = pick(builder.choices, pool(last.type))  # type: ignore[arg-type]
            yield kind(norm, evolve(last, origin=builder.origin()), value)


def _facts(builder: Builder) -> Iterator[Fact]:
    """What may be taken as given."""
    for record in CASE_RECORDS:
        for each in builder.fields[record]:
            if not isinstance(each.type, (Listed, Assessed)):
                yield Fact(record, each.key, each.type)


def silent(choices: Choices, program: Program, facts: Situation) -> Situation:
    """The facts where a case seldom tells what something says of itself: what follows from what
    is told, and what is taken as given where nobody has told."""
    paths = {each.path for each in program.conclusions if chance(choices, 60)}
    paths |= {each.path for each in program.presumptions if chance(choices, 75)}
    if not paths:
        return facts
    if facts.case is None:
        view = {key: record and _fewer(key, record, paths) for key, record in facts.view.items()}
        return evolve(facts, view=marked(view))
    records = {key: _fewer(key, record, paths) for key, record in facts.case.records.items()}
    told = evolve(facts.case, records=records)
    seen = observe(told, program.schema, facts.day)
    return evolve(facts, case=told, view=seen.view, doubts=seen.doubts)


def _fewer(key: str, record: Mapping[str, Any], paths: Collection[Asked]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if (key, name) not in paths}


def concluded(program: Program, facts: Situation) -> Situation:
    """The facts with what follows from what a case tells."""
    if facts.case is None:
        return facts
    fuller, seen = Concluding(program).observe(facts.case, facts.day)
    return evolve(facts, view=seen.view, doubts=seen.doubts, fuller=fuller,
                  concluded=seen.concluded, registered=seen.registered)  # fmt: skip


def presumed(program: Program, facts: Situation) -> Situation:
    """The facts with what is taken as given besides what is told."""
    given = Presuming(program).given(facts.view, lambda path: path not in untold(program, facts))
    if not given:
        return facts
    view = marked(with_given(facts.view, given))
    doubts = {path: each for path, each in facts.doubts.items() if path not in given}
    return evolve(facts, view=view, doubts=doubts, presumed=given, told=facts.view)


def untold(program: Program, facts: Situation) -> set[Path]:
    """The facts that nobody has told of, among those that may be taken as given; of what may
    follow from a day told in part, something is told."""
    paths = {each.path for each in program.presumptions}
    case = facts.fuller or facts.case
    if case is not None:
        paths -= Concluding(program).left_open(facts.view)
        return {path for path in paths if not is_told(case, path)}
    return {(key, name) for key, name in paths if (facts.view.get(key) or {}).get(name) is None}
