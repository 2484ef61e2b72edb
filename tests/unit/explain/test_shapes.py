"""A clause is told in other words than its author's only where they say what it asks."""

import pytest

from hjemmel.render.told import flat, told_reason
from support.golden_run import judged
from unit.lowering.rulebook import program

LISTS = """\
begrep rolle
  verdi leder
  verdi sekretær

begrep område
  verdi nord
  verdi sør

oppføring medlem
  opplysning rolle er rolle, oppgis av nemnda
  opplysning område er område, oppgis av nemnda
  opplysning alder er heltall, oppgis av nemnda

opplysninger om nemnd, nemnda, nemndas
  opplysning medlemmer er liste av medlem, oppgis av nemnda

"""
CASE = """{"vurderingsdato": "2024-06-01", "nemnd": {"medlemmer": [
  {"rolle": "sekretær", "område": "sør", "alder": 50}]}}"""


def told(*clauses: str) -> list[tuple[str, str]]:
    """What is asked, and what was found, in a duty with these clauses."""
    said = "\n    og        ".join(clauses)
    norm = f"krav x, etter forskrift § 4-2\n  gjelder for nemnda\n  oppfylt når {said}\n"
    found = judged(program(norm, LISTS), CASE).verdicts["4-2/x"]
    return [(each.what, each.value) for each in flat(told_reason(found))]


@pytest.mark.parametrize(
    "others",
    [
        ("området er nord", "område = sør"),
        ("alderen er 60", "alder = 50"),
    ],
)
def test_members_asked_of_different_properties_are_told_each_with_its_own(
    others: tuple[str, str],
) -> None:
    """They were told as one «omfatter», with neither the properties nor the members."""
    other, seen = others[0].replace("området", "område").replace("alderen", "alder"), others[1]
    some = "det finnes minst 1 blant nemndas medlemmer der"
    found = told(f"{some} rolle er leder", f"{some} {other}")
    values = [value for _, value in found]
    assert not any("omfatter" in what for what, _ in found)
    assert "rolle = sekretær" in values
    assert seen in values


def test_members_asked_one_by_one_are_told_so() -> None:
    """In the author's own words, also where the property is the same."""
    some = "det finnes minst 1 blant nemndas medlemmer der rolle er"
    found = dict(told(f"{some} leder", f"{some} sekretær"))
    assert found[f"{some} leder"] == "0 av 1"
    assert found[f"{some} sekretær"] == "1 av 1"


def test_a_list_that_must_cover_every_value_is_told_by_what_is_lacking() -> None:
    """Which is one question, of one property."""
    found = dict(told("rolle blant nemndas medlemmer omfatter hver rolle"))
    assert found["oppfylt når rolle blant nemndas medlemmer omfatter hver rolle"] == "mangler leder"
