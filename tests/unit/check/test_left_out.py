"""All values but one: the last may have been forgotten."""

import pytest

from support.golden_run import compiled, project
from unit.lowering.rulebook import HEAD, NORM

DECLARED = """regelverk prøve

begrep region
  verdi nord
  verdi midt
  verdi vest
  verdi sør

begrep åpen region
  verdi nord
  verdi midt
  verdi vest
  verdi sør
  åpen fordi kilden sier «bl.a.»

begrep slag
  verdi klinikk
  verdi senter
  verdi nettverk
  verdi annet slag

begrep tre
  verdi en
  verdi to
  verdi trede

opplysninger om ting, tingen, tingens
  opplysning region er region, oppgis av eieren
  opplysning regioner er liste av region, oppgis av eieren
  opplysning andre region er åpen region, oppgis av eieren
  opplysning slag er slag, oppgis av eieren
  opplysning tre er tre, oppgis av eieren
  opplysning stor er ja eller nei, oppgis av eieren

"""


def lines(form: str, *values: str) -> str:
    """The form once for each value, joined by «og»."""
    return "\n    og ".join(form.format(each) for each in values)


SOME = "det finnes minst 1 blant tingens regioner der oppføringen er {}"
LACKING = {
    "i ett ledd": "tingens region er nord eller midt eller vest",
    "nektet": "tingens region er ikke nord eller midt eller sør",
    "i hvert sitt ledd": lines(SOME, "nord", "midt", "sør"),
    "i en opplisting": "enten tingens region er nord, eller tingens region er vest, "
    "eller tingens region er sør",
    "skrevet ulikt": f"{SOME.format('nord')}\n    og {SOME.format('Midt')}\n    og "
    + SOME.format("vest").replace("tingens", "Tingens"),
    "med påstander ved siden av": "tingens region er nord\n    og tingen er stor\n"
    "  eller når tingens region er midt\n    og Tingen er stor\n"
    "  eller når tingens region er sør\n    og «tingen» er stor",
    "blant annet": lines(SOME, "nord", "midt", "sør") + "\n    og tingens tre er en",
}
WHOLE = {
    "alle": lines(SOME, "nord", "midt", "vest", "sør"),
    "to mangler": lines(SOME, "nord", "midt"),
    "den som mangler, tar resten": "tingens slag er klinikk eller senter eller nettverk",
    "listen er åpen": "tingens andre region er nord eller midt eller vest",
    "de andre leddene er ulike": "tingens region er nord\n    og tingen er stor\n"
    "  eller når tingens region er midt\n    og tingen er ikke stor\n"
    "  eller når tingens region er sør\n    og tingen er stor",
    "listen er kort": "tingens tre er en eller to",
    "leddene er ulike": "tingens region er nord\n  eller når tingens region er ikke midt\n"
    "  eller når det finnes minst 1 blant tingens regioner der oppføringen er sør",
}


def warned(clauses: str) -> bool:
    """Whether a norm that asks for this is warned of; it has no error."""
    text = f"{DECLARED}{HEAD}{NORM}  oppfylt når {clauses}\n"
    checked, _ = compiled((("regler", text),))
    assert checked.ok
    return any(each.code == "NTR416" for each in checked.diagnostics)


@pytest.mark.parametrize("clauses", LACKING.values(), ids=LACKING)
def test_all_but_one_is_warned_of(clauses: str) -> None:
    """However they are named."""
    assert warned(clauses)


@pytest.mark.parametrize("clauses", WHOLE.values(), ids=WHOLE)
def test_what_can_well_be_meant_is_not(clauses: str) -> None:
    """Nothing is missing, or it is missed for a reason that can be seen."""
    assert not warned(clauses)


@pytest.mark.parametrize("region", ["Nord", "Midt-Norge", "Vest", "Sør-Øst"])
def test_the_rules_name_no_region_where_they_mean_all(region: str) -> None:
    """They say «hver helseregion», so that none can be forgotten."""
    text = project()["forskrift_kap4"].text
    assert "hver helseregion har et av tjenestens steder" in text
    assert f"helseregion er {region}" not in text
