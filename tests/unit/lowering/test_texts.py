"""A text stands in quotes; a name without them is looked up, and never becomes a text."""

import pytest

from support.golden_run import compiled
from unit.lowering.rulebook import HEAD, NORM

DECLARED = """regelverk prøve

opplysninger om ting, tingen, tingens
  opplysning navn er tekst, oppgis av eieren
  opplysning kallenavn er tekst, oppgis av eieren
  opplysning «fornavn og etternavn» er tekst, oppgis av eieren
  opplysning merker er liste av tekst, oppgis av eieren

"""
UNQUOTED = {
    "er": "oppfylt når tingens navn er tingens kalenavn",
    "er ikke": "oppfylt når tingens navn er ikke Nordlys",
    "en av flere": "oppfylt når tingens navn er «Sydlys» eller Nordlys",
    "i en liste": "oppfylt når det finnes minst 1 blant tingens merker der oppføringen er Nordlys",
    "i en tabell": "oppfylt etter tabellen tingens navn\n  rad «Sydlys»\n  rad Nordlys",
    "delvis i hermetegn": "oppfylt når tingens navn er Nordlys «og Sydlys»",
}


def codes(line: str) -> list[str]:
    """The codes of the errors in a rulebook with a norm that says this."""
    checked, _ = compiled((("regler", f"{DECLARED}{HEAD}{NORM}  {line}\n"),))
    return [each.code for each in checked.diagnostics if each.is_error]


@pytest.mark.parametrize("line", UNQUOTED.values(), ids=UNQUOTED)
def test_a_name_without_quotes_is_no_text(line: str) -> None:
    """A misspelt name would otherwise be a text that no case has."""
    assert codes(line) == ["NTR204"]


@pytest.mark.parametrize("line", UNQUOTED.values(), ids=UNQUOTED)
def test_the_same_in_quotes_is_a_text(line: str) -> None:
    """The quotes are all that it takes."""
    quoted = line.replace("tingens kalenavn", "«tingens kalenavn»").replace("Nordlys", "«Nordlys»")
    assert codes(quoted.replace("«Nordlys» «og Sydlys»", "«Nordlys og Sydlys»")) == []


def test_facts_can_be_compared() -> None:
    """A declared name without quotes is the fact, also one that holds a binding word."""
    assert codes("oppfylt når tingens navn er tingens kallenavn") == []
    assert codes("oppfylt når tingens navn er tingens «fornavn og etternavn»") == []


def test_a_text_that_is_also_the_name_of_a_fact_is_no_silent_choice() -> None:
    """Both readings are there, so the author must say which."""
    assert codes("oppfylt når tingens navn er «tingens kallenavn»") == ["NTR209"]
