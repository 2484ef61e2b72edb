"""A column holds single values: they can be counted, and compared with those of another list."""

import pytest

from hjemmel.pipeline import compile_rules
from hjemmel.source.source import read_text
from support.golden_run import grammar
from unit.lowering.rulebook import FACTS, HEAD, NORM

LISTS = """oppføring rom
  opplysning nummer er tekst, oppgis av tjenesten

oppføring sted
  opplysning navn er tekst, oppgis av tjenesten
  opplysning merker er liste av tekst, oppgis av tjenesten
  opplysning rom er liste av rom, oppgis av tjenesten
  opplysning betalt er ja eller nei, oppgis av tjenesten

opplysninger om reise, reisen, reisens
  opplysning steder er liste av sted, oppgis av tjenesten
  opplysning mål er liste av sted, oppgis av tjenesten

"""


def found(clause: str) -> list[tuple[str, str, int]]:
    """The errors of a norm that says this: code, message, and where in the line."""
    line = f"  oppfylt når {clause}"
    text = f"{FACTS}{LISTS}{HEAD}{NORM}{line}\n"
    checked = compile_rules(("x",), {"x": read_text("x.ntr", text)}, grammar(), None)
    errors = [each for each in checked.diagnostics if each.is_error]
    return [(each.code, each.message, each.span.column - line.index(clause)) for each in errors]


@pytest.mark.parametrize(
    ("name", "of"), [("merker", "lister"), ("rom", "lister"), ("betalt", "ja eller nei")]
)
@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("antall ulike {} blant reisens steder er 2", 14),
        ("{} blant reisens steder omfatter alt i {} blant reisens mål", 1),
        ("{} blant reisens steder er det samme som {} blant reisens mål", 1),
    ],
)
def test_some_values_cannot_be_told_apart(name: str, of: str, clause: str, place: int) -> None:
    """A field that is itself a list, or a truth, is reported, and not left to who evaluates it."""
    errors = found(clause.format(name, name))
    message = f"venter en liste av verdier, fikk en liste av {of}"
    assert errors[0] == ("NTR301", message, place)


def test_values_of_entries_are() -> None:
    """Those of a text are counted and compared."""
    assert found("antall ulike navn blant reisens steder er 2") == []
    assert found("navn blant reisens steder omfatter alt i navn blant reisens mål") == []
