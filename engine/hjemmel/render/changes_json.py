"""What differs between two days in a case, as JSON (`comparison.schema.json`)."""

from typing import Any

from hjemmel.compare.amendments import Amendment
from hjemmel.compare.changes import Change, Comparison, Effect
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.change_words import answer_in_words, because, handed_over, passing, shifted
from hjemmel.render.cited_json import cited
from hjemmel.render.wording_json import wordings_of
from hjemmel.words.outcomes import former_word

SCHEMA_VERSION = "2.2"


def comparison_document(
    case_id: str, title: str, program: Program, engine_version: str, found: Comparison
) -> dict[str, Any]:
    """One case on two days, ready for `json.dumps`."""
    first, second = found.days
    return {
        "skjema": SCHEMA_VERSION,
        "slag": "sammenligning",
        "sak": case_id,
        "tittel": title,
        "fra": first.isoformat(),
        "til": second.isoformat(),
        "regelverk": {"navn": program.name, "sha256": program.fingerprint},
        "motor": engine_version,
        "annen_ordlyd": [_edition(each) for each in found.edition],
        "annen_dag": [_common(each) for each in found.day],
        "uendret": [each.norm.id for each in found.same],
    }


def _edition(change: Change) -> dict[str, Any]:
    made = _common(change) | {
        "aktuell": change.is_asked,
        "endret": _amendment(change.amendment),
        "virkning": change.effect.value,
    }
    if change.effect is not Effect.NONE:
        made |= {
            "dagen_alene": answer_in_words(change.norm, change.by_day),
            "ordlyden_alene": answer_in_words(change.norm, change.by_edition),
        }
    return made


def _common(change: Change) -> dict[str, Any]:
    return {
        "norm": change.norm.id,
        "tittel": change.norm.title,
        "slag": change.norm.kind.value,
        "for": _verdict(change.before),
        "etter": _verdict(change.after),
        "grunn": because(change),
        "dagen": list(passing(change)),
    }


def _amendment(made: Amendment) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    if made.shift:
        told.append({"hva": "ordlyd", "ord": shifted(made.shift)})
    for each in made.handovers:
        before, after = each.before, each.after
        told.append({
            "hva": "skjønn", "ord": handed_over(each), "rolle": each.role,
            "for": before.holder if before else None, "etter": after.holder if after else None,
        })  # fmt: skip
    if made.through:
        told.append({"hva": "henvisning", "normer": [each.norm.id for each in made.through]})
    return told


def _verdict(found: Verdict) -> dict[str, Any]:
    return {
        "svar": found.outcome.value,
        "virkning": found.effect.value,
        "utfall": former_word(found.outcome),
        "ord": full_word(found, missing(found)),
        "niva": found.level.value,
        **cited(found.citations),
        **wordings_of(found),
    }
