"""Small rulebooks for the tests of this room: some facts, and whatever norms a test is about."""

from hjemmel.core.program import Norm, Program
from support.golden_run import Judged, compiled, judged

FACTS = """regelverk prøve

begrep slag
  verdi nasjonal
  verdi regional
  verdi lokal

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning god er ja eller nei, oppgis av tjenesten
  opplysning ny er ja eller nei, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten
  opplysning slutt er dato, oppgis av tjenesten
  opplysning år er årstall, oppgis av tjenesten
  opplysning slag er slag, oppgis av tjenesten

opplysninger om søknad, søknaden, søknadens
  valgfri ikke alle saker gjelder en søknad
  opplysning komplett er ja eller nei, oppgis av søkeren

"""
HEAD = "§ 4-2 Prøve\n\n"
NORM = "krav x, etter forskrift § 4-2\n"
GOOD = "  oppfylt når tjenesten er god\n"


def codes(norms: str) -> list[str]:
    """The codes of the errors in a rulebook with these norms."""
    checked, _ = compiled((("regler", FACTS + HEAD + norms),))
    return sorted({each.code for each in checked.diagnostics if each.is_error})


def program(norms: str, declarations: str = "") -> Program:
    """The program of a rulebook with these norms, which must be without errors."""
    checked, _ = compiled((("regler", FACTS + declarations + HEAD + norms),))
    assert checked.ok, [f"{each.span} {each.code} {each.message}" for each in checked.diagnostics]
    return checked.value


def norm(norms: str, name: str = "4-2/x") -> Norm:
    """One norm of it."""
    return program(norms).norm(name)


def words(norms: str, facts: str) -> dict[str, str]:
    """The word of each verdict in a case."""
    found: Judged = judged(program(norms), facts)
    return {name: each.word for name, each in found.verdicts.items()}
