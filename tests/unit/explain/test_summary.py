"""What one line says of a reason: what counts, named once, and who can tell what is missing."""

import pytest

from hjemmel.case.observation import Unknown
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.missing import Missing
from hjemmel.explain.summary import decided_by, lacking

HOLDS, FAILS = Result.HOLDS, Result.FAILS


def step(what: str, value: str, result: Result, *because: Finding) -> Finding:
    return Finding(what, "", value, result, decisive=True, because=because)


def parts(count: int, result: Result) -> list[Finding]:
    value = "ja" if result is HOLDS else "nei"
    return [step(f"rapporten viser {letter}", value, result) for letter in "abcdefghi"[:count]]


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
    whole = step("alt dette holder", f"{count} av {count}", HOLDS, *parts(count, HOLDS))
    assert decided_by(whole) == text


def test_of_parts_that_fail_only_those_are_named() -> None:
    """With how many they are of them all."""
    below = [*parts(4, FAILS), step("rapporten viser x", "ja", HOLDS)]
    whole = step("alt dette holder", "1 av 5", FAILS, *below)
    text = "4 av 5 holder ikke: rapporten viser a; viser b; viser c; viser d"
    assert decided_by(whole) == text


def test_an_exception_that_closes_a_permission_is_named() -> None:
    """Never «ingen unntak gjelder» where one does."""
    condition = step("tjenesten er godkjent", "ja", HOLDS)
    exception = step("unntak: stenging", "", HOLDS, step("tjenesten er stengt", "ja", HOLDS))
    what = "tjenesten er godkjent og ingen unntak gjelder"
    assert decided_by(step(what, "", FAILS, condition, exception)) == "unntak: stenging"
    assert decided_by(step(what, "", FAILS, step("unntak: flytting", "ja", HOLDS))) == (
        "unntak: flytting: ja"
    )


def test_who_can_tell_is_said() -> None:
    """Whose discretion it is, the words say themselves."""
    told = Missing("x", Unknown.MISSING, "tjenesten", name="tjenestens type")
    assert lacking(told) == "mangler (hos tjenesten): tjenestens type"
    pending = Missing("x", Unknown.PENDING, "tjenesten", "hos gruppen", name="tjenestens rapport")
    assert lacking(pending) == "avventer (oppgis av tjenesten): tjenestens rapport (hos gruppen)"
    judged = Missing("x", Unknown.DISCRETION, "departementet", name="det er nok")
    assert lacking(judged) == "skjønn: departementet har ikke vurdert at det er nok"
