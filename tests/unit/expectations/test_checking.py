"""A page against the rulebook it is tried against."""

import pytest

from hjemmel.expectations.checking import check_page
from hjemmel.expectations.reading import parse_page

WORDS = {"4-2/ett-helseforetak": ("oppfylt", "brutt", "uavklart"), "4-2/råd": ("fulgt",)}
LEVELS = ("forskrift", "veileder")


@pytest.mark.parametrize(
    ("said", "reason", "advice"),
    [
        ("4-2/et-helseforetak: brutt", "ingen norm «4-2/et-helseforetak»",
         "mente du «4-2/ett-helseforetak»?"),
        ("noe: brutt", "ingen norm «noe»", "ntr kontroller --lest"),
        ("4-2/råd: oppfylt", "«4-2/råd» kan ikke få ordet «oppfylt»", "velg blant fulgt"),
        ("4-2/råd: fulgt | nivå: veilederen", "ukjent nivå «veilederen»", "mente du «veileder»?"),
        ("4-2/ett-helseforetak: opfylt", "ordet «opfylt»", "mente du «oppfylt»?"),
    ],
)  # fmt: skip
def test_unknown_norms_and_words(said: str, reason: str, advice: str) -> None:
    """Told with the line and the nearest that there is."""
    page = parse_page("s.md", f"```sak\n{{}}\n```\n```verdikt\n{said}\n```\n").page
    (fault,) = check_page(page, WORDS, LEVELS)
    assert (fault.page, fault.line) == ("s.md", 5)
    assert reason in fault.reason
    assert advice in fault.help


def test_a_good_page_has_no_faults() -> None:
    """Norms that are there, with words they can have."""
    said = "4-2/råd: fulgt\n4-2/ett-helseforetak: uavklart (mangler)"
    page = parse_page("s.md", f"```sak\n{{}}\n```\n```verdikt\n{said}\n```\n").page
    assert check_page(page, WORDS, LEVELS) == ()
