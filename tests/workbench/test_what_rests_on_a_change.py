"""Norms that are written as before are judged again where what they rest on is changed."""

import json
from typing import Any

import pytest

from hjemmel.engine import Rulebook, load_texts
from hjemmel.workbench.protocol import Session
from support.benches import ask, words

BERTHS = """\
regelverk båtplasser

kilde forskrift, forskriften, gjelder fra 1. januar 2020

begrep båttype
  verdi seilbåt
  verdi motorbåt
  verdi robåt

opplysninger om båt, båten, båtens
  opplysning lengde er heltall, oppgis av eieren
  opplysning type er båttype, oppgis av eieren
  opplysning stor er ja eller nei, oppgis av eieren
  opplysning meldt er ja eller nei, oppgis av eieren

§ 1 Plassen

slutning om store båter, etter forskriften § 1 første ledd
  kjennemerke   1/følger-stor
  gjelder når   båtens lengde er minst 20
  følger at     båten er stor

formodning om meldingen, etter forskriften § 1 første ledd
  kjennemerke   1/formodet-meldt
  gjelder når   båtens type er robåt
  legges til grunn at båten er meldt

krav om lengden, etter forskriften § 1 første ledd
  kjennemerke   1/lengde
  oppfylt når   båtens lengde er høyst 12

krav om plassen, etter forskriften § 1 andre ledd
  kjennemerke   1/plass
  oppfylt når   § 1 «om lengden» er oppfylt

forbud mot store båter, etter forskriften § 1 tredje ledd
  kjennemerke   1/store
  brutt når     båten er stor

krav om melding, etter forskriften § 1 fjerde ledd
  kjennemerke   1/meldt
  oppfylt når   båten er meldt
"""
BOATS: tuple[dict[str, Any], ...] = (
    {"sak": "liten", "båt": {"lengde": 8, "type": "robåt"}},
    {"sak": "mellom", "båt": {"lengde": 15, "type": "seilbåt"}},
    {"sak": "lang", "båt": {"lengde": 25, "type": "motorbåt"}},
)
EDITS = {
    "1/plass": ("lengde er høyst 12", "lengde er høyst 16"),  # through the norm it refers to
    "1/store": ("lengde er minst 20", "lengde er minst 10"),  # through what follows
    "1/meldt": ("type er robåt", "type er seilbåt"),  # through what is presumed
}


def all_words(book: Rulebook) -> dict[tuple[str, str], str]:
    """The word of every norm in every boat's case."""
    return {
        (boat["sak"], each.norm): each.word
        for boat in BOATS
        for each in book.judge(boat, "2024-03-01")
    }


@pytest.mark.parametrize("norm", EDITS)
def test_what_it_rests_on_turns_it(norm: str) -> None:
    """It is not written otherwise, and all that turns is as when everything is judged anew."""
    portfolio = "\n".join(json.dumps(each, ensure_ascii=False) for each in BOATS)
    given = {"texts": {"båtplasser": BERTHS}, "portfolio": portfolio, "day": "2024-03-01"}
    session, after = Session.start(given), BERTHS.replace(*EDITS[norm])
    found = ask(session, "analyse", {"båtplasser": after})
    assert found["ok"], found["diagnostics"]
    assert norm not in found["changed"]
    rows = words(ask(session, "compare")["rows"])
    assert norm in {each[1] for each in rows}
    both = [load_texts({"båtplasser": each}) for each in (BERTHS, after)]
    judged = [all_words(each) for each in both]
    assert rows == {
        (*key, judged[0][key], judged[1][key])
        for key in judged[0]
        if judged[0][key] != judged[1][key]
    }
