"""The account as JSON."""

from collections.abc import Mapping

from hjemmel.source.shown import json_text
from hjemmel.traceability.account import Account, Line
from hjemmel.traceability.finding import Finding, Lack
from hjemmel.traceability.fingerprints import Comparison
from hjemmel.traceability.shown import Shown

Json = dict[str, object]


def render(
    found: Account, changed: tuple[Finding, ...], comparison: Comparison | None, shown: Shown | None
) -> str:
    """Figures, findings and lines; sentence and rule too where they are to be shown."""
    content: Json = {
        "setninger": {
            "i_alt": len(found.lines), "gjort_rede_for": found.accounted, "sitert": found.cited,
            "modellert": found.modelled, "bare_sitert": found.mentioned,
            "satt_til_side": found.set_aside, "venter": found.count(Lack.AWAITED),
        },
        "normer": {
            "ventet": found.expected, "funnet": found.present, "med_deler": found.norms,
            "uten_setning": found.count(Lack.UNSOURCED),
        },
        "fingeravtrykk": None if comparison is None else {
            "like": len(comparison.same), "endret": len(comparison.changed),
            "flyttet": len(comparison.moved), "nye": len(comparison.new),
            "borte": len(comparison.gone),
        },
        "funn": [_finding(each) for each in (*found.findings, *changed)],
        "linjer": [_line(each, shown) for each in found.lines],
    }  # fmt: skip
    return json_text(content, 1) + "\n"


def _finding(of: Finding) -> Json:
    return {"art": of.lack.value, "id": of.id, "hva": of.said, "normer": list(of.norms)}


def _line(line: Line, shown: Shown | None) -> Json:
    aside = line.set_aside
    return {
        "id": line.sentence,
        "sted": line.place,
        "normer": list(line.norms),
        "modellert": list(line.modelled),
        "bare_sitert": list(line.mentioned),
        "venter_pa": list(line.awaited),
        "grunn": str(aside) if aside else None,
        "merknad": aside.note if aside else None,
        **(_shown(line, shown) if shown else {}),
    }


def _shown(line: Line, shown: Shown) -> Mapping[str, object]:
    return {
        "tekst": shown.texts.get(line.sentence),
        "lest": {norm: list(shown.read[norm]) for norm in line.norms},
    }
