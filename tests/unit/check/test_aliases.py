"""What stands as a name is a name, and the name of one thing only."""

import pytest

from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, HEAD, NORM

NOT_NAMES = [
    "gjelder fra 1. januar 2028", "Gjelder til og med 2027", "fra 2028", "siden mars 2020",
    "1. januar 2028", "1 Januar 2028", "31.12.2027", "2028-01-01", "2028", "1 000 kroner", "5 år",
    "f.o.m. 2028", "forskrift § 4-2", "etter forskrift § 4-2 andre ledd", "veileder pkt. 4.1",
    "også skrevet Fjellet", "avløst av Havsund",
]  # fmt: skip
NOT_SPELLINGS = ["Fj og Fjorden", "Fj; Fjorden", "Fj samt Fjorden", "tidligere Elva", "nå nedlagt"]
NAMES = [
    "Fjellheim", "3-kløveren", "24SJU", "Klinikk 4", "Det 21. århundres senter", "Maiblomsten",
    "Senter fra Bodø", "Forskriftsrådet", "Gjelderen", "Tilstanden",
]  # fmt: skip


def codes(declared: str) -> list[str]:
    """The codes of the errors in a rulebook that declares this."""
    text = f"{FACTS}{declared}\n{HEAD}{NORM}{GOOD}"
    checked, _ = compiled((("regler", text),))
    return [each.code for each in checked.diagnostics if each.is_error]


@pytest.mark.parametrize("name", NOT_NAMES)
def test_a_day_a_number_a_period_or_a_citation_is_no_other_spelling(name: str) -> None:
    """It would be one more name, and what its author meant would be lost."""
    assert codes(f"register r\n  institusjon Fjord, også skrevet F, {name}\n") == ["NTR223"]
    assert codes(f"register r\n  institusjon Fjord, også skrevet {name}, F\n") == ["NTR223"]


@pytest.mark.parametrize("name", NOT_SPELLINGS)
def test_several_spellings_and_what_is_told_are_no_spelling(name: str) -> None:
    """Else none of the spellings would be known any more."""
    assert codes(f"register r\n  institusjon Fjord, også skrevet F, {name}\n") == ["NTR223"]


def test_a_name_with_og_has_spellings_with_og() -> None:
    """So has one whose first part ends in a hyphen."""
    for entry in ("Fjell og Fjord HF, også skrevet Fjell og Fjord",
                  "Rådet, også skrevet Barne- og ungdomsrådet"):  # fmt: skip
        assert codes(f"register r\n  institusjon {entry}\n") == []


@pytest.mark.parametrize("name", NOT_NAMES)
def test_no_value_looks_like_one(name: str) -> None:
    """Quotes make a name of anything."""
    assert "NTR223" in codes(f"begrep b\n  verdi en\n  verdi «{name}»\n")


@pytest.mark.parametrize("name", NAMES)
def test_names_with_numbers_and_such_words_are_names(name: str) -> None:
    """A name may hold a number, and begin as such a word does."""
    assert codes(f"register r\n  institusjon {name}, også skrevet F\n") == []


TWICE = {
    "samme navn": "  institusjon A\n  institusjon a\n",
    "en annens skrivemåte": "  institusjon A, også skrevet X\n  institusjon B, også skrevet x\n",
    "en annens navn": "  institusjon A\n  institusjon B, også skrevet A\n",
    "sitt eget navn": "  institusjon A, også skrevet A\n",
}


@pytest.mark.parametrize("entries", TWICE.values(), ids=TWICE)
def test_one_spelling_is_of_one_institution(entries: str) -> None:
    """Whatever its capitals."""
    assert codes(f"register r\n{entries}") == ["NTR201"]


SAME_FORM = """
opplysninger om ny tjeneste, tjenesten, tjenestens
  opplysning god er ja eller nei, oppgis av tjenesten
"""


def test_a_claim_about_one_of_two_is_no_silent_choice() -> None:
    """Both parts of the case are called «tjenesten», and the first one is not better."""
    assert codes(SAME_FORM) == ["NTR209"]


def test_two_norms_of_one_title_are_no_silent_choice() -> None:
    """They have ids of their own, but a reference could mean either."""
    norms = "".join(f"{NORM}  kjennemerke 4-2/{each}\n{GOOD}\n" for each in ("en", "to"))
    asks = "krav y, etter forskrift § 4-2\n  oppfylt når § 4-2 «x» er oppfylt\n"
    checked, _ = compiled((("regler", f"{FACTS}{HEAD}{norms}{asks}"),))
    assert [each.code for each in checked.diagnostics if each.is_error] == ["NTR209"]
