"""What is read back sounds like what it is: no condition that nobody wrote, and none left out."""

import pytest

from hjemmel.analysis.read_back import read_back
from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, HEAD

NETWORK = """oppføring medlem, medlemmet, medlemmer
  opplysning norsk er ja eller nei, oppgis av nettverket

opplysninger om nettverk, nettverket, nettverkets
  opplysning medlemmer er liste av medlem, oppgis av nettverket

"""
CITED = ", etter forskrift § 4-2\n"


def read(norm: str) -> tuple[str, ...]:
    """A rulebook of one norm, read back."""
    checked, _ = compiled((("regler", FACTS + NETWORK + HEAD + norm),))
    assert checked.ok, [each.message for each in checked.diagnostics]
    return read_back(checked.value)


def test_a_duty_that_is_presumed_does_not_sound_like_a_condition() -> None:
    """It is the source that says so."""
    told = "  forutsatt veilederen sier «forutsettes»\n  oppfylt når tjenesten er god\n"
    heads = [each for each in read(f"krav om støtte{CITED}{told}") if "«om støtte»" in each]
    assert heads[0].startswith("§ 4-2: krav «om støtte», som kilden forutsetter uten å påby, om ")


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("antallet av nettverkets medlemmer er minst 10",
         "antallet av nettverkets medlemmer er minst 10"),
        ("det finnes minst 10 blant nettverkets medlemmer der oppføringen er norsk",
         "antallet av nettverkets medlemmer der (medlemmet er norsk) er minst 10"),
    ],
)  # fmt: skip
def test_a_count_of_all_names_no_condition(asked: str, heard: str) -> None:
    """«Der» is said where there is something to say."""
    assert read(f"krav x{CITED}  oppfylt når {asked}\n")[-1] == f"Kravet er oppfylt når {heard}."


def test_a_definition_says_what_it_means() -> None:
    """A statement is taken as found when something holds; a definition means it."""
    assert read(f"definisjon x{CITED}  betyr at tjenesten er god\n")[-1] == (
        "«x» betyr at tjenesten er god."
    )
    assert read(f"konstatering x{CITED}  slås fast når tjenesten er god\n")[-1] == (
        "Det slås fast når tjenesten er god."
    )


@pytest.mark.parametrize(
    ("lines", "scope"),
    [
        ("", "Kravet gjelder alltid."),
        ("  gjelder når tjenesten er ny\n", "Kravet gjelder når tjenesten er ny."),
        ("  gjelder for søknaden\n", "Kravet gjelder når saken har en søknad."),
        ("  gjelder for søknaden\n  gjelder når tjenesten er ny\n",
         "Kravet gjelder når saken har en søknad, og når tjenesten er ny."),
        ("  gjelder for søknaden\n  gjelder når enten tjenesten er ny, eller tjenesten er god\n",
         "Kravet gjelder når saken har en søknad, og når tjenesten er ny eller tjenesten er god."),
    ],
)  # fmt: skip
def test_a_norm_about_what_a_case_need_not_have_says_so(lines: str, scope: str) -> None:
    """Where the case has no application, the norm asks for nothing."""
    asked = "  oppfylt når søknaden er komplett\n" if "søknad" in lines else GOOD
    assert read(f"krav x{CITED}{lines}{asked}")[-2] == scope
