"""Services of each kind with everything in order: every fact given, and given as it should be.

A fact that is yes or no is yes where that is as it should be; those that should be no are named.
"""

from typing import Any

from hjemmel.core.schema import Schema
from hjemmel.core.types import Assessed, Truth

DAY = "2025-10-01"
REGIONS = ("Helse Nord", "Helse Midt-Norge", "Helse Vest", "Helse Sør-Øst")
SHOULD_BE_NO = {
    "avviklet",
    "driver_pasientbehandling",
    "sentraliserer_pasientbehandling",
    "tar_oppgaver_utenfor_tildelt_del",
    "drives_av_privat_ideell_aktør",
    "andre_helseforetak_driver_behandlingen_som_tjenesten_har_ansvar_for",
    "behovet_for_tjenesten_har_falt_bort",
    "pasientvolumet_har_økt_sterkt",
    "pasientgrunnlaget_har_falt_sterkt_bort",
    "kunnskapen_er_tilstrekkelig_tatt_i_bruk_i_Norge",
    "innhold_eller_formål_eller_avgrensning_endres_vesentlig",
}
_OSLO = {"helseforetak": "Oslo universitetssykehus HF", "helseregion": "Helse Sør-Øst"}
_BERGEN = {"helseforetak": "Helse Bergen HF", "helseregion": "Helse Vest"}
_GROUP = [
    *({"representerer": "regionalt helseforetak", "helseregion": each} for each in REGIONS),
    {"representerer": "brukerorganisasjon"},
]
_COUNTRIES = ("Norge", "Sverige", "Danmark", "Finland", "Tyskland", "Frankrike", "Italia",
              "Spania", "Portugal", "Polen")  # fmt: skip

TREATMENT = {"type": "nasjonal behandlingstjeneste", "steder": [_OSLO]}
MULTIREGIONAL = {"type": "flerregional behandlingstjeneste", "steder": [_OSLO, _BERGEN]}
COMPETENCE = {
    "type": "nasjonal kompetansetjeneste",
    "steder": [_OSLO],
    "funksjon": "opplæring",
    "virketid": "5 år",
    "regioner_med_spredt_kompetanse": list(REGIONS),
}

_SERVICE: dict[str, Any] = {
    "godkjenningsdato": "2024-02-01",
    "opprettelsesdato": "2024-09-01",
    "siste_virkedag": "2029-01-31",
    "pasienter_med_gitt_indikasjon": [{"henvist_til_tjenesten": True}],
    "referansegruppe": _GROUP,
    "rapporterte_driftsår": [],
    "tilbud": ["behandling", "råd"],
    "godkjente_innhold": ["råd", "behandling"],
}
_OTHERS: dict[str, dict[str, Any]] = {
    "søknad": {
        "dato": "2024-01-10",
        "år": 2024,
        "mottaker": "departementet",
        "kopimottakere": ["Helsedirektoratet"],
        "dokumenterte_vilkår": ["helsegevinst", "kvalitet og kompetanse", "kostnadseffektivitet"],
        "søker": "regionalt helseforetak",
        "støttende_regioner": list(REGIONS),
    },
    "anmodning": {"avsender": "fagmiljø"},
    "endringssøknad": {
        "dato": "2025-01-10",
        "søker": "regionalt helseforetak",
        "mottaker": "departementet",
    },
    "avgjørelse": {"slag": "godkjenning"},
    "videreføring": {"form": "nettverk"},
    "årlig_vurdering": {"år": 2025, "dato": "2025-05-20"},
    "samlet_tilbakemelding": {"år": 2023, "dato": "2023-09-01"},
    "årsrapport": {
        "driftsår": 2024,
        "rapporteringsdato": "2025-02-20",
        "dag_for_referansegruppens_godkjenning": "2025-02-10",
        "dag_for_sending_til_det_regionale_helseforetaket": "2025-02-15",
    },
    "samlet_rapport": {"driftsår": 2024, "dato": "2025-03-10"},
    "nettverk": {
        "siste_evaluering": "2023-05-01",
        "medlemmer": [{"land": each} for each in _COUNTRIES],
    },
    "ERN-søknad": {"runde": "fullverdig medlem", "utlysningsrunde": "fullverdig medlem"},
    "partnersøknad": {"mottaker": "Helsedirektoratet"},
}


def complete(schema: Schema, service: dict[str, Any]) -> dict[str, Any]:
    """A case with every record and every yes or no, about this service."""
    case: dict[str, Any] = {"sak": "alt-i-orden", "vurderingsdato": DAY}
    for record in schema.records:
        if not record.entry:
            case[record.key] = _answers(schema, record.key) | _OTHERS.get(record.key, {})
    case["tjeneste"] |= _SERVICE | {**service, "steder": _places(schema, service["steder"])}
    away = [each for each in REGIONS if each not in _regions(service)]
    case["tjeneste"]["øvrige_regioner"] = [
        {"helseregion": each, "sørger_for_henvisning": True} for each in away
    ]
    return case


def bare(schema: Schema) -> dict[str, Any]:
    """A case that has every record, and says nothing in any of them."""
    records = (each.key for each in schema.records if not each.entry)
    return {"sak": "navn", "tittel": "Bare et navn"} | {each: {} for each in records}


def _answers(schema: Schema, key: str) -> dict[str, Any]:
    record = schema.record(key)
    assert record is not None
    asked = (each.key for each in record.fields if isinstance(each.type, (Truth, Assessed)))
    return {each: each not in SHOULD_BE_NO for each in asked}


def _places(schema: Schema, places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_answers(schema, "sted") | each for each in places]


def _regions(service: dict[str, Any]) -> list[str]:
    return [each["helseregion"] for each in service["steder"]]
