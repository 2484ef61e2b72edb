"""A case's verdicts as JSON: the contract other programs build on (`verdict.schema.json`)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from hjemmel.case.observation import Unknown
from hjemmel.core.effect import Effect
from hjemmel.core.program import Interpretation, Program
from hjemmel.explain.binding import Bound, bound_by
from hjemmel.explain.chosen_days import holders_chosen
from hjemmel.explain.consequences import consequences
from hjemmel.explain.missing import Missing
from hjemmel.explain.presumed import Presumed, concluded, presumed
from hjemmel.explain.unknown_facts import path_text
from hjemmel.explain.unread import Unread
from hjemmel.explain.verdict import Verdict, full_word, missing, told_of
from hjemmel.render.cited_json import cited
from hjemmel.render.presumed_words import taken
from hjemmel.render.summary import gist
from hjemmel.render.told import Told, notes_of, told_findings, told_reason
from hjemmel.render.wording_json import wordings_of
from hjemmel.words.outcomes import former_word

SCHEMA_VERSION = "2.2"
_KINDS = {kind: kind.value.replace("ø", "o") for kind in Unknown}


def document(
    case_id: str,
    title: str,
    program: Program,
    day: date,
    engine_version: str,
    verdicts: Sequence[Verdict],
) -> dict[str, Any]:
    """One case's verdicts with their whole reasons, ready for `json.dumps`."""
    return framed(case_id, title, program, day, engine_version, entries(verdicts, WHOLE))


def framed(
    case_id: str,
    title: str,
    program: Program,
    day: date,
    engine_version: str,
    verdicts: list[dict[str, Any]],
) -> dict[str, Any]:
    """The document around verdicts that are written already."""
    return {
        "skjema": SCHEMA_VERSION,
        "sak": case_id,
        "tittel": title,
        "per": day.isoformat(),
        "regelverk": {"navn": program.name, "sha256": program.fingerprint},
        "motor": engine_version,
        "verdikter": verdicts,
    }


def entries(verdicts: Sequence[Verdict], extent: str) -> list[dict[str, Any]]:
    """The verdicts, with as much of their reasons as `EXTENTS` says."""
    what, reasons = f"json {extent}", EXTENTS[extent]
    found = [told_of(each, what, partial(entry_with, each, reasons)) for each in verdicts]
    if extent != WHOLE:
        return found
    return [each | _led_to(of) for of, each in zip(verdicts, found, strict=True)]


def _led_to(verdict: Verdict) -> dict[str, Any]:
    """What it leads to, or may lead to; nothing where that is nothing."""
    found = [
        {"norm": each.norm.id, "ord": each.stands.word, "avgjort": each.is_settled}
        for each in consequences(verdict)
    ]
    return {"kan_fore_til": found} if found else {}


def _whole(verdict: Verdict) -> dict[str, Any]:
    findings = told_reason(verdict)
    made: dict[str, Any] = {"begrunnelse": [_finding(each) for each in findings]}
    if notes := notes_of(findings):
        made["merknader"] = list(notes)
    return made


def _short(verdict: Verdict) -> dict[str, Any]:
    return {"grunn": gist(verdict)}


def _none(verdict: Verdict) -> dict[str, Any]:
    del verdict
    return {}


Reasons = Callable[[Verdict], dict[str, Any]]
WHOLE = "hel"
EXTENTS: dict[str, Reasons] = {"ingen": _none, "kort": _short, WHOLE: _whole}
"""How much is told of why: nothing, the line that stands on a page, or every step."""


def entry(verdict: Verdict) -> dict[str, Any]:
    """One verdict with its whole reason."""
    return entry_with(verdict, _whole) | _led_to(verdict)


def entry_with(verdict: Verdict, reasons: Reasons) -> dict[str, Any]:
    """One verdict. What is not always there (`merknader`, `binder`, `forutsatt`, `folger`,
    `egne_ord`, `tolkninger`) is there only when it says something."""
    lacks, norm, why = missing(verdict), verdict.norm, reasons(verdict)
    notes = {each: why.pop(each) for each in ("merknader",) if each in why}
    made: dict[str, Any] = {
        "norm": norm.id,
        "tittel": norm.title,
        "slag": norm.kind.value,
        "niva": verdict.level.value,
        "svar": verdict.outcome.value,
        "virkning": verdict.effect.value,
        "brudd": verdict.effect is Effect.BREACH,
        "utfall": former_word(verdict.outcome),
        "ord": full_word(verdict, lacks),
        **cited(verdict.citations),
        **wordings_of(verdict),
        **why,
        "mangler": [_missing(each) for each in lacks],
        **notes,
    }
    if bound := bound_by(verdict):
        made["binder"] = [_bound(each) for each in bound]
    if unseen := verdict.unread:
        made["ulest"] = [_unread(each) for each in unseen]
    if given := presumed(verdict):
        made["forutsatt"] = [_presumed(verdict, each, "formodning") for each in given]
    if followed := concluded(verdict):
        made["folger"] = [_presumed(verdict, each, "slutning") for each in followed]
    if chosen := holders_chosen(verdict):
        made["valgte_dager"] = list(chosen)
    if verdict.own_words:
        made["egne_ord"] = verdict.own_words
    if norm.interpretations:
        made["tolkninger"] = [_interpretation(each) for each in norm.questions]
    return made


def _bound(of: Bound) -> dict[str, Any]:
    made: dict[str, Any] = {"hva": of.side.value, "hvem": of.who}
    if of.holder:
        made["innehaver"] = of.holder
    if of.is_assumed:
        made["antatt"] = True
    if of.chosen:
        made["valgte_dager"] = list(of.chosen)
    return made


def _unread(of: Unread) -> dict[str, Any]:
    """An edition of a source that was not read."""
    end = of.edition.end
    return {
        "kilde": of.source.level.value,
        "fra": of.edition.start.first.isoformat(),
        "til": end.last.isoformat() if end else None,
    }


def _presumed(verdict: Verdict, of: Presumed, kind: str) -> dict[str, Any]:
    """What is taken as given because nobody has told, or follows from what is told, and why."""
    book = verdict.case.book
    return {
        "opplysning": path_text(of.path),
        "hva": taken(book, of),
        kind: of.by.norm.id,
        "tittel": of.by.norm.title,
        **cited(of.citations),
        "fordi": [_finding(each) for each in told_findings(book, of.because)],
    }


def _finding(finding: Told) -> dict[str, Any]:
    made: dict[str, Any] = {
        "hva": finding.what,
        "hjemmel": finding.citation,
        "verdi": finding.value,
        "utfall": finding.result.value,
        "avgjorende": finding.decisive,
        "fordi": [_finding(each) for each in finding.because],
        "sted": _place(finding),
    }
    if finding.notes:
        made["merknader"] = list(finding.notes)
    if finding.source:
        made["kilde"] = finding.source
    return made


def _place(finding: Told) -> dict[str, Any]:
    """Where the step stands for good, whatever the case."""
    place = finding.place
    steps = ".".join(map(str, place.numbers))
    made: dict[str, Any] = {
        "norm": place.norm,
        "bestemmelse": place.provision,
        "steg": f"{place.stage.value} {steps}".rstrip(),
    }
    if finding.entries:
        made["oppforing"] = list(finding.entries)
    return made


def _missing(lack: Missing) -> dict[str, Any]:
    made: dict[str, Any] = {
        "opplysning": lack.about,
        "art": _KINDS[lack.kind],
        "hos": lack.holder or None,
    }
    if lack.name:
        made["navn"] = lack.name
    if lack.words:
        made["ord"] = lack.words
    if lack.cell:
        made["celle"] = lack.cell
    if lack.readings:
        made["lesemater"] = list(lack.readings)
    if lack.citations:
        made |= cited(lack.citations)
    return made


def _interpretation(question: Interpretation) -> dict[str, Any]:
    return {
        "sporsmal": question.question,
        "lesemater": [each.words for each in question.readings],
        "valgt": question.chosen,
        **cited(question.citations),
    }
