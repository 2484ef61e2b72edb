"""One rulebook on two days as data for other programs (`days.schema.json`)."""

from typing import Any

from hjemmel.analysis.comparison.days import DaysCompared, NormOnDays, RoleOnDays, Standing, Turned
from hjemmel.render.change_words import because
from hjemmel.render.verdict_json import entry
from hjemmel.words.periods import period

SCHEMA_VERSION = "1.0"


def document(found: DaysCompared, engine_version: str) -> dict[str, Any]:
    """The whole, ready for `json.dumps`."""
    first, second = found.days
    return {
        "skjema": SCHEMA_VERSION,
        "slag": "dager",
        "motor": engine_version,
        "navn": found.label,
        "regelverk": {"navn": found.program.name, "sha256": found.program.fingerprint},
        "fra": first.isoformat(),
        "til": second.isoformat(),
        "kan_endre_verdikt": found.may_turn,
        "normer": [_norm(each) for each in found.norms],
        "bygger_pa": [each.id for each in found.through],
        "roller": [_role(each) for each in found.roles],
        "portefolje": _services(found) if found.count is not None else None,
    }


def _norm(of: NormOnDays) -> dict[str, Any]:
    return {
        "norm": of.norm.id,
        "tittel": of.norm.title,
        "sted": of.norm.place,
        "hva": of.force.value,
        "regnes_etter_annen_dag": of.is_by_another_day,
        "for": _standing(of.before),
        "na": _standing(of.after),
    }


def _standing(of: Standing) -> dict[str, Any]:
    return {
        "ordlyder": [period(each.wording) for each in of.editions],
        "kan_vaere_ingen": of.may_be_none,
    }


def _role(of: RoleOnDays) -> dict[str, Any]:
    return {
        "rolle": of.name,
        "for": [each.holder for each in of.before],
        "na": [each.holder for each in of.after],
        "normer": [each.id for each in of.norms],
    }


def _services(found: DaysCompared) -> dict[str, Any]:
    return {
        "tjenester": found.count,
        "annen_ordlyd": [_turned(each) for each in found.by_edition],
        "annen_dag": [_turned(each) for each in found.by_day],
        "satt_til_side": found.set_aside,
        "ikke_lest": found.unread,
    }


def _turned(of: Turned) -> dict[str, Any]:
    change = of.change
    return {
        "sak": of.service,
        "tittel": of.title,
        "norm": change.norm.id,
        "endret": change.is_turned,
        "for": entry(change.before),
        "na": entry(change.after),
        "grunn": because(change),
    }
