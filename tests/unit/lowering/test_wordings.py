"""From when a norm is in force, at which level, and by which sentences of the sources."""

from datetime import date

import pytest

from hjemmel.source.citation import Level
from hjemmel.source.moment import moment
from unit.lowering.rulebook import GOOD, NORM, codes, norm, program

SOURCES = """kilde forskrift, gjelder fra 1. januar 2011
kilde veileder, gjelder fra 1. januar 2022
  antatt første dag, kilden sier det ikke

"""


def test_a_norm_without_wordings_is_in_force_with_its_highest_source() -> None:
    """The regulation came first, so a norm that cites it too is in force from then on."""
    both = NORM.replace("\n", ", veileder pkt. 2 nr. 3\n")
    (wording,) = program(both + GOOD, SOURCES).norm("4-2/x").wordings
    assert (wording.start, wording.end, wording.level) == (
        moment(date(2011, 1, 1)), None, Level.REGULATION,
    )  # fmt: skip
    assert not wording.assumed_start


def test_an_assumed_first_day_of_a_source_is_that_of_its_norms() -> None:
    """What is assumed of the guide is assumed of a norm that rests on nothing else."""
    text = "krav x, etter veileder pkt. 2 nr. 3\n" + GOOD
    (wording,) = program(text, SOURCES).norm("4-2/x").wordings
    assert (wording.start, wording.assumed_start) == (moment(date(2022, 1, 1)), True)
    assert wording.assumed == "kilden sier det ikke"


def test_without_an_account_of_its_source_a_norm_is_always_in_force() -> None:
    """A rulebook of one's own need not say from when."""
    (wording,) = norm(NORM + GOOD).wordings
    assert (wording.start, wording.end) == (None, None)


def test_a_wording_cites_what_the_head_does_unless_it_cites_something_else() -> None:
    """Each wording has its own level, by its own citations."""
    found = norm(
        NORM
        + "  fra 1. januar 2011 til og med 31. desember 2021\n  "
        + GOOD
        + "  fra 1. januar 2022, etter nettside pkt. 2 nr. 3\n  "
        + GOOD
    )
    assert [each.level for each in found.wordings] == [Level.REGULATION, Level.PAGE]


def test_wordings_stand_in_the_order_of_their_days() -> None:
    """However they are written."""
    late, early = (
        f"  fra 1. januar {year}\n  {GOOD}"
        for year in ("2022", "2011 til og med 31. desember 2021")
    )
    starts = [each.start for each in norm(NORM + late + early).wordings]
    assert [each and each.first.year for each in starts] == [2011, 2022]


@pytest.mark.parametrize(
    ("cited", "sentences"),
    [
        ("forskrift § 4-2", ["F4-2#1", "F4-2#2"]),
        ("forskrift § 4-2 andre ledd", ["F4-2#2"]),
        ("forskrift § 4-3 første ledd andre strekpunkt", ["F4-3#1", "F4-3#3"]),
        ("veileder pkt. 4.1 nr. 1 til 3", ["V4.1#1", "V4.1#2", "V4.1#3"]),
        ("veileder pkt. 4.4 nr. 14, 16 og 17", ["V4.4#14", "V4.4#16", "V4.4#17"]),
        ("nettside pkt. 5 nr. 2", ["N5#2"]),
    ],
)
def test_a_citation_covers_its_sentences(cited: str, sentences: list[str]) -> None:
    """A list item brings the sentence that leads in to it; a number is that sentence."""
    text = f"krav x, etter {cited}\n{GOOD}"
    (wording,) = program(text, SOURCES).norm("4-2/x").wordings
    found = [each for citation in wording.citations for each in citation.sentences]
    assert sorted(found) == sorted(sentences)


def test_the_subject_is_the_first_group_of_facts() -> None:
    """A norm that does not say what it is about, is about the service."""
    assert norm(NORM + GOOD).subject == "tjeneste"
    assert norm(NORM + "  gjelder for søknaden\n" + GOOD).subject == "søknad"


def test_every_wording_cites_the_part_that_the_norm_stands_under() -> None:
    """That a later wording does, makes the first line no better."""
    first, second = "forskrift § 4-2 første ledd", "forskrift § 4-2 andre ledd"

    def found(head: str, later: str) -> list[str]:
        return codes(
            f"første ledd\nkrav x, etter {head}\n"
            f"  fra 1. januar 2011 til og med 31. desember 2021\n  {GOOD}"
            f"  fra 1. januar 2022, etter {later}\n  {GOOD}"
        )

    assert found(first, first) == []
    assert found(second, first) == found(first, second) == ["NTR302"]
