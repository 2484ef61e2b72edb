"""The wording that a verdict rests on, as JSON; those that it may rest on, where that is open."""

from typing import Any

from hjemmel.core.program import Wording
from hjemmel.explain.standing import is_assumed
from hjemmel.explain.verdict import Verdict


def wordings_of(verdict: Verdict) -> dict[str, Any]:
    """«ordlyd», and «ordlyder» where it is not known which of several is in force."""
    made: dict[str, Any] = {"ordlyd": _wording(verdict.wording) if verdict.wording else None}
    if len(verdict.wordings) > 1:
        made["ordlyder"] = [_wording(each) for each in verdict.wordings]
    return made


def _wording(wording: Wording) -> dict[str, Any]:
    """The first day that it may begin and the last that it may end, and what more is known."""
    start, end = wording.start, wording.end
    made: dict[str, Any] = {
        "fra": start.first.isoformat() if start else None,
        "til": end.last.isoformat() if end else None,
        "antatt": is_assumed(wording),
    }
    if start and not start.is_known:
        made["fra_senest"] = start.last.isoformat()
    if end and not end.is_known:
        made["til_tidligst"] = end.first.isoformat()
    if wording.chosen:
        made["valgt"] = [
            {
                "dag": each.day.isoformat(),
                "mellom": [each.within.first.isoformat(), each.within.last.isoformat()],
                "grunn": each.why,
            }
            for each in wording.chosen
        ]
    return made
