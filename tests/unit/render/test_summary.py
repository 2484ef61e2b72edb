"""What one line says of a reason: what counts, named once, and who can tell what is missing."""

import pytest

from hjemmel.case.observation import Unknown
from hjemmel.core.nodes import Literal, Origin
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Program
from hjemmel.core.schema import Schema
from hjemmel.core.types import Truth
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.missing import Missing
from hjemmel.explain.seen import Difference, FirstOf, Known, Seen, Tally
from hjemmel.explain.steps import Clause, Exempt, Part, Place, Role, Step
from hjemmel.provenance.book import new_book
from hjemmel.render import summary
from hjemmel.render.missing_words import lacking

HOLDS, FAILS = Result.HOLDS, Result.FAILS
YES, NO = Known(True, Truth()), Known(False, Truth())
BOOK = new_book(Program("", "", Schema(), (), ()))
PART = Part()
PLACE = Place("4-2/x", "§ 4-2", Stage.REQUIREMENT)


def step(
    what: str, seen: Seen | None, result: Result, *because: Finding, role: Role = PART
) -> Finding:
    asked = Clause(Literal(True, Truth(), Origin(0, words=what)), {})
    return Finding(Step(PLACE, role, asked), result, seen, decisive=True, because=because)


def decided_by(finding: Finding) -> str:
    return summary.decided_by(BOOK, finding)


def parts(count: int, result: Result) -> list[Finding]:
    seen = YES if result is HOLDS else NO
    return [step(f"rapporten viser {letter}", seen, result) for letter in "abcdefghi"[:count]]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, "rapporten viser a: ja; rapporten viser b: ja"),
        (4, "4 av 4 holder: rapporten viser a; viser b; viser c; viser d"),
        (9, "9 av 9 holder: rapporten viser a; viser b; viser c; viser d; viser e; og 4 til"),
    ],
)
def test_parts_are_named(count: int, text: str) -> None:
    """Few with their values, many by name; and of very many how many more there are."""
    seen = Tally(count, count, count)
    assert decided_by(step("alt dette holder", seen, HOLDS, *parts(count, HOLDS))) == text


def test_of_parts_that_fail_only_those_are_named() -> None:
    """With how many they are of them all."""
    below = [*parts(4, FAILS), step("rapporten viser x", YES, HOLDS)]
    whole = step("alt dette holder", Tally(1, 1, 5), FAILS, *below)
    text = "4 av 5 holder ikke: rapporten viser a; viser b; viser c; viser d"
    assert decided_by(whole) == text


def test_of_lists_that_are_the_same_the_parts_are_told() -> None:
    """That every entry is there says less than what the entries are."""
    nothing = FirstOf((), 0)
    other = Clause(Literal(True, Truth()), {})
    seen = Difference(Tally(2, 2, 2), other, nothing, nothing)
    whole = step("listene er like", seen, HOLDS, *parts(2, HOLDS))
    assert decided_by(whole) == "rapporten viser a: ja; rapporten viser b: ja"
    lacking = Difference(Tally(1, 1, 2), other, FirstOf((YES,), 1), nothing)
    told = decided_by(step("listene er like", lacking, FAILS, *parts(2, FAILS)))
    assert told == "ikke blant ja: ja"


def test_an_exception_that_closes_a_permission_is_named() -> None:
    """Never «ingen unntak gjelder» where one does."""
    condition = step("tjenesten er godkjent", YES, HOLDS)
    closed = step("tjenesten er stengt", YES, HOLDS)
    exception = step("stenging", None, HOLDS, closed, role=Exempt())
    what = "tjenesten er godkjent og ingen unntak gjelder"
    assert decided_by(step(what, None, FAILS, condition, exception)) == "unntak: stenging"
    alone = step("unntak: flytting", YES, HOLDS, role=Exempt())
    assert decided_by(step(what, None, FAILS, alone)) == "unntak: flytting: ja"


def test_who_can_tell_is_said() -> None:
    """Whose discretion it is, the words say themselves."""
    told = Missing("x", Unknown.MISSING, "tjenesten", name="tjenestens type")
    assert lacking(told) == "mangler (hos tjenesten): tjenestens type"
    pending = Missing("x", Unknown.PENDING, "tjenesten", "hos gruppen", name="tjenestens rapport")
    assert lacking(pending) == "avventer (oppgis av tjenesten): tjenestens rapport (hos gruppen)"
    judged = Missing("x", Unknown.DISCRETION, "departementet", name="det er nok")
    assert lacking(judged) == "skjønn: departementet har ikke vurdert at det er nok"
