"""What stands under a wording is of that wording, and a gap parts it in two."""

from datetime import date

from hjemmel.core.nodes import Default
from hjemmel.source.moment import Moment, moment
from unit.lowering.rulebook import GOOD, NORM, codes, norm

TWO = (
    "  fra 1. januar 2011\n{}  " + GOOD + "{}  fra en dag mellom 1. januar 2022 og 5. april 2022\n"
    "{}  " + GOOD + "{}"
)
EXCEPT = "  med mindre nytt: tjenesten er ny\n"


def test_an_exception_is_of_its_wording() -> None:
    """The other has none; before the first it is of both."""
    first, second = norm(NORM + TWO.format("", EXCEPT, "", "")).editions
    assert isinstance(first.applies, Default)
    assert not isinstance(second.applies, Default)
    first, second = norm(NORM + EXCEPT + TWO.format("", "", "", "")).editions
    assert first.applies is second.applies


def test_an_exception_of_a_wording_may_be_from_one_of_all() -> None:
    """Then what all have is said again in it."""
    against = "  men likevel nasjonalt, tross nytt: tjenesten er god\n"
    first, second = norm(NORM + EXCEPT + TWO.format("", against, "", "")).editions
    assert isinstance(first.applies, Default)
    assert isinstance(second.applies, Default)
    inner = [each.exceptions[0] for each in (first.applies, second.applies)]
    assert [len(each.exceptions) for each in inner if isinstance(each, Default)] == [1, 0]
    assert codes(NORM + TWO.format("", EXCEPT, "", against)) == ["NTR215"]


def test_words_of_a_wording_are_said_of_it() -> None:
    """The norm has none of its own then."""
    found = norm(NORM + TWO.format("", "", "  med egne ord Slik er det nå.\n", ""))
    assert found.own_words == ""
    assert [each.own_words for each in found.wordings] == ["", "Slik er det nå."]


def test_a_chosen_day_is_the_boundary_of_both_wordings() -> None:
    """The span is kept, to be told of."""
    taken = "  valgt 1. mars 2022, brevet er fra mars\n"
    first, second = norm(NORM + TWO.format("", "", taken, "")).wordings
    assert (first.end, second.start) == (moment(date(2022, 2, 28)), moment(date(2022, 3, 1)))
    assert [(each.is_last, each.why) for each in first.chosen] == [(True, "brevet er fra mars")]
    span = Moment(date(2022, 1, 1), date(2022, 4, 5))
    assert [(each.is_last, each.within) for each in second.chosen] == [(False, span)]


def test_an_assumed_first_day_is_an_assumed_last_day_before_it() -> None:
    """Where the wording before says no last day."""
    first, second = norm(NORM + TWO.format("", "", "  antatt første dag, uvisst\n", "")).wordings
    assert (first.assumed_start, first.assumed_end, first.assumed) == (False, True, "uvisst")
    assert (second.assumed_start, second.assumed_end) == (True, False)


def test_a_gap_parts_a_wording() -> None:
    """It is in force again on the day after, with what it says."""
    gap = "  ikke i kraft fra 1. juli 2022 til og med 31. desember 2022\n"
    first, second = norm(NORM + "  fra 1. januar 2022\n  " + GOOD + gap).editions
    assert first.requirement is second.requirement
    assert [(each.wording.start, each.wording.end) for each in (first, second)] == [
        (moment(date(2022, 1, 1)), moment(date(2022, 6, 30))),
        (moment(date(2023, 1, 1)), None),
    ]


def test_a_gap_without_a_last_day_ends_the_norm() -> None:
    """Until another wording begins."""
    cited = "  ikke i kraft fra en dag i juli 2022, etter veilederen pkt. 2 nr. 1\n"
    text = NORM + "  fra 1. januar 2022\n  " + GOOD
    end = Moment(date(2022, 6, 30), date(2022, 7, 30))
    (only,) = norm(text + cited).wordings
    assert (only.start, only.end) == (moment(date(2022, 1, 1)), end)
    after = f"  fra 1. januar 2023\n  {GOOD}"
    assert [each.end for each in norm(text + cited + after).wordings] == [end, None]


def test_a_wording_that_begins_after_a_gap_is_the_one_in_force() -> None:
    """The one before the gap has ended, whether that is said or not."""
    gap = "  ikke i kraft fra 1. juli 2022 til og med 31. desember 2022\n"
    for end in ("", " til og med 30. juni 2022"):
        text = f"  fra 1. januar 2022{end}\n  {GOOD}{gap}  fra 1. januar 2023\n  {GOOD}"
        assert [each.end for each in norm(NORM + text).wordings] == [
            moment(date(2022, 6, 30)), None,
        ]  # fmt: skip


def test_a_gap_lies_between_days_in_force() -> None:
    """Not before the first wording, after the last, or over the beginning of one."""
    years = {("2021", "2021"): "NTR123", ("2022", "2023"): "NTR401", ("2024", "2024"): "NTR123"}
    for (start, end), code in years.items():
        gap = f"  ikke i kraft fra 1. juli {start} til og med 31. desember {end}\n"
        text = f"  fra 1. januar 2022 til og med 31. desember 2022\n  {GOOD}{gap}"
        text += f"  fra 1. januar 2023 til og med 31. desember 2023\n  {GOOD}"
        assert codes(NORM + text) == [code]
