"""A comparison as data for other programs (`versions.schema.json`)."""

import json
from collections.abc import Iterable
from typing import Any

from hjemmel.analysis.comparison.aspects import Difference
from hjemmel.analysis.comparison.causes import Cause
from hjemmel.analysis.comparison.comparison import (
    BesideDifference,
    Comparison,
    NormDifference,
    Version,
)
from hjemmel.analysis.comparison.sentences import Sentence
from hjemmel.analysis.comparison.services import Flip, Services
from hjemmel.analysis.comparison.texts import FileDifference
from hjemmel.analysis.differences.answers import Unchanged
from hjemmel.analysis.elsewhere import render_passed_by
from hjemmel.analysis.render_comparison.affected import by_cause
from hjemmel.analysis.render_comparison.gist import answer
from hjemmel.render.verdict_json import entry

SCHEMA_VERSION = "1.0"


def document(found: Comparison, engine_version: str) -> dict[str, Any]:
    """The whole, ready for `json.dumps`."""
    return {
        "skjema": SCHEMA_VERSION,
        "slag": "utgaver",
        "motor": engine_version,
        "for": _version(found.old),
        "na": _version(found.new),
        "kan_endre_verdikt": found.may_turn,
        "svar": answer(found),
        "normer": [_norm(each) for each in found.norms],
        "uendret": [_norm(each) for each in found.unchanged],
        "formodninger_og_slutninger": [_beside(each) for each in found.beside],
        "erklaringer": [
            {"slag": each.sort.value, "navn": each.name, "for": list(each.before),
             "na": list(each.after)}
            for each in found.declared
        ],
        "setninger": {
            "ikke_lenger_modellert": _sentences(found.sentences.lost),
            "na_modellert": _sentences(found.sentences.new),
        },
        "andre_steder": render_passed_by.document(found.new.program, found.elsewhere),
        "tekst": [_file(each) for each in found.texts],
        "portefolje": _services(found, found.services) if found.services else None,
    }  # fmt: skip


def _version(of: Version) -> dict[str, Any]:
    program = of.program
    return {"navn": of.label, "regelverk": {"navn": program.name, "sha256": program.fingerprint}}


def _norm(of: NormDifference) -> dict[str, Any]:
    made: dict[str, Any] = {
        "norm": of.id,
        "for_norm": of.old.id if of.old else None,
        "tittel": of.norm.title,
        "sted": of.norm.place,
        "slag": of.norm.kind.value,
        "hva": of.sort.value,
        "skrevet_om": of.own,
        "kan_endre_verdikt": of.may_turn,
        "arsaker": list(map(_cause, of.causes)),
        "annet": list(map(_difference, of.aspects)),
        "lest": _difference(of.read) if of.read else None,
    }
    if isinstance(of.answer, Unchanged):
        made |= _basis(of.answer)
    if of.witness:
        made["sak"] = json.loads(of.witness.case)
        made["minste_sak"] = of.witness.is_smallest
        made["verdikt"] = {"for": entry(of.witness.before), "na": entry(of.witness.after)}
    return made


def _basis(of: Unchanged) -> dict[str, Any]:
    return {
        "grunnlag": of.basis.value,
        "grunnlag_fordi": of.reason.value if of.reason else None,
        "saker_provd": of.tried,
        "lister_hoyst": {".".join(map(str, path)): most for path, most in of.within.items()},
    }


def _cause(of: Cause) -> dict[str, str]:
    return {"slag": of.by.value, "id": of.id}


def _difference(of: Difference) -> dict[str, Any]:
    return {"hva": of.aspect.value, "for": list(of.before), "na": list(of.after)}


def _beside(of: BesideDifference) -> dict[str, Any]:
    return {
        "id": of.norm.id,
        "slag": of.called,
        "tittel": of.norm.title,
        "sted": of.norm.place,
        "ny": of.old is None,
        "borte": of.new is None,
        "skrevet_om": of.own,
        "annet": list(map(_difference, of.aspects)),
        "lest": _difference(of.read) if of.read else None,
    }


def _sentences(of: Iterable[Sentence]) -> list[dict[str, Any]]:
    return [
        {"setning": each.id, "normer": list(each.norms), "bare_sitert_i": list(each.mentioned)}
        for each in of
    ]


def _file(of: FileDifference) -> dict[str, Any]:
    return {
        "fil": of.name,
        "ny": of.is_new,
        "borte": of.is_gone,
        "bare_oppsett": of.is_layout,
        "steder": [
            {"linje": each.line, "hva": each.change.value, "normer": list(each.norms),
             "for": list(each.before), "na": list(each.after)}
            for each in of.hunks
        ],
    }  # fmt: skip


def _services(found: Comparison, of: Services) -> dict[str, Any]:
    return {
        "tjenester": of.count,
        "ingen_verdikt_er_endret": of.is_unturned,
        "endrede": list(of.turned),
        "bare_lest_for": list(of.only_before),
        "bare_lest_na": list(of.only_after),
        "lesing": [
            {"satt_til_side": each.set_aside, "ikke_lest": each.unread} for each in of.readings
        ],
        "grupper": [
            {"arsak": _cause(cause), "endringer": list(map(_flip, flips))}
            for cause, flips in by_cause(found, of.flips).items()
        ],
    }


def _flip(of: Flip) -> dict[str, Any]:
    return {
        "sak": of.service,
        "tittel": of.title,
        "norm": of.norm,
        "hva": of.turn.value,
        "for": of.words[0],
        "na": of.words[1],
        "hviler_ikke_lenger_pa": list(of.lost),
        "hviler_na_pa": list(of.new),
    }
