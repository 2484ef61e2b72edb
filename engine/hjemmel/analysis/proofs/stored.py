"""Findings as data, for programs and to be kept; and back again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hjemmel.analysis.proofs.finding import Finding, Result, Undecided
from hjemmel.analysis.proofs.sought import Doubt, Found, Never, Way
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.diagnostics.render_json import as_data
from hjemmel.source.span import Span

Data = Mapping[str, Any]


def stored(results: Iterable[Result]) -> list[dict[str, Any]]:
    """Results as lists and dictionaries."""
    return [_stored(each) for each in results]


def _stored(of: Result) -> dict[str, Any]:
    match of:
        case Finding():
            shown = of.shown
            return {
                "melding": as_data([of.told])[0],
                "normer": list(of.norms),
                "merke": of.mark,
                **_resting(of.rests_on),
                "sak": shown and shown.case,
                "er minst": bool(shown and shown.is_smallest),
                "står": {} if shown is None else _standings(shown),
            }
        case _:  # nobody got to the end of it
            return {"kode": of.code, "normer": list(of.norms), "tvil": of.doubt.value,
                    "prøvd": of.tried}  # fmt: skip


def _resting(of: Never) -> dict[str, Any]:
    return {"grunnlag": of.way.value, "tvil": of.doubt and of.doubt.value, "prøvd": of.tried}


def _standings(of: Found) -> dict[str, list[str]]:
    return {norm: [result.name, stage.name] for norm, (result, stage) in of.standings.items()}


def restored(data: Sequence[Data]) -> tuple[Result, ...]:
    """Results from what was kept; `KeyError`, `TypeError` or `ValueError` where it is something
    else."""
    return tuple(_restored(each) for each in data)


def _restored(data: Data) -> Result:
    if "melding" not in data:
        return Undecided(data["kode"], tuple(data["normer"]), Doubt(data["tvil"]), data["prøvd"])
    doubt = None if data["tvil"] is None else Doubt(data["tvil"])
    never = Never(Way(data["grunnlag"]), doubt, data["prøvd"])
    told = _diagnostic(data["melding"])
    return Finding(told, tuple(data["normer"]), data["merke"], never, _found(data))


def _found(data: Data) -> Found | None:
    if data["sak"] is None:
        return None
    standings = {norm: (Outcome[pair[0]], Stage[pair[1]]) for norm, pair in data["står"].items()}
    return Found(data["sak"], standings, data["er minst"])


def _diagnostic(data: Data) -> Diagnostic:
    notes = tuple(Note(_span(each), each["text"]) for each in data["notes"])
    severity = Severity[data["severity"].upper()]
    return Diagnostic(data["code"], severity, data["message"], _span(data), data["label"],
                      data["help"], notes, data["place"])  # fmt: skip


def _span(data: Data) -> Span:
    return Span(data["file"], data["line"], data["column"], data["end"])
