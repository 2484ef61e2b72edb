"""The work that a new text gives, as JSON."""

from hjemmel.analysis.new_text.told import Told, unknown
from hjemmel.analysis.new_text.work import Case, Task, Touched
from hjemmel.source.shown import json_text
from hjemmel.traceability.editions.fates import Change, Fate

Json = dict[str, object]


def render(told: Told) -> str:
    """What was read, every sentence with what became of it, and the work in order."""
    edition = told.edition
    content: Json = {
        "tekst": told.name,
        "kilder": list(edition.sources),
        "gjettet": edition.is_guessed,
        "antall": {each.value: len(edition.of(each)) for each in Fate},
        "flyttet": sum(bool(each.shift and each.shift.is_moved) for each in edition.changes),
        "nytt_nummer": sum(
            bool(each.shift and not each.shift.is_moved) for each in edition.changes
        ),
        "merknader": list(edition.notes),
        "ikke_holdt_mot_noe": [
            {"sted": each.place, "setninger": list(each.sentences)} for each in edition.outside
        ],
        "bestemmelser_som_ikke_star_der": list(edition.absent),
        "kan_ikke_sies": unknown(told) or None,
        "setninger": [_change(each) for each in edition.changes],
        "oppgaver": [_task(number, each) for number, each in enumerate(told.tasks, 1)],
    }
    return json_text(content, 1) + "\n"


def _change(of: Change) -> Json:
    shift = of.shift
    return {
        "id": of.old or None,
        "sted": of.place,
        "hva": of.fate.value,
        "grunnlag": of.basis.value,
        "for": of.before,
        "na": None if of.now is None else of.now.text,
        "nytt_sted": None if shift is None else shift.now,
        "flyttet": None if shift is None else shift.is_moved,
    }


def _task(number: int, of: Task) -> Json:
    return {
        "nr": number,
        "hva": of.work.value,
        "setninger": [_named(each) for each in of.changes],
        "viser_til": of.refers or None,
        "ord": [{"tegn": each.sign, "tekst": each.text} for each in of.pieces],
        "normer": [_norm(each) for each in of.norms],
        "normer_ved_siden_av": [_norm(each) for each in of.beside],
        "saker": [_case(each) for each in of.cases],
    }


def _named(of: Change) -> Json:
    return {"id": of.old or None, "sted": of.place}


def _norm(of: Touched) -> Json:
    return {
        "id": of.norm.id,
        "tittel": of.norm.title,
        "slag": of.norm.kind.value,
        "fil": of.norm.span.file,
        "linje": of.norm.span.line,
        "modellerer": of.models,
        "i_kraft": of.in_force,
        "skriver": list(of.values),
    }


def _case(of: Case) -> Json:
    return {"side": of.page, "linje": of.line, "overskrift": of.heading, "normer": list(of.norms)}
