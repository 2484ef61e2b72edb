"""Services of each kind with everything in order: every fact given, and given as it should be.

A fact that is yes or no is yes where that is as it should be; those that should be no are named.
"""

from typing import Any

from hjemmel.core.schema import Schema
from hjemmel.core.types import Assessed, Truth

DAY = "2026-10-01"
REGIONS = ("Helse Nord", "Helse Midt-Norge", "Helse Vest", "Helse Sør-Øst")
SHOULD_BE_NO = {
    "avviklet",
    "driver_pasientbehandling",
    "sentraliserer_pasientbehandling",
    "tar_oppgaver_utenfor_tildelt_del",
    "drives_av_privat_ideell_aktør",
    "drives_av_kommersiell_aktør",
    "trukket",
    "andre_helseforetak_driver_behandlingen_som_tjenesten_har_ansvar_for",
    "behovet_for_tjenesten_har_falt_bort",
    "pasientvolumet_har_økt_sterkt",
    "pasientgrunnlaget_har_falt_sterkt_bort",
    "kunnskapen_er_tilstrekkelig_tatt_i_bruk_i_Norge",
    "innhold_eller_formål_eller_avgrensning_endres_vesentlig",
    "innhold_eller_formål_eller_avgrensning_er_vesentlig_endret",
    "endret_uten_søknad",
    "flyttet_uten_søknad",
    "utreder_enkeltpasienter",
    "deler_fagområdet_med_andre_helseforetak",
    "har_fått_innvendinger_mot_samarbeidet",
    "har_fått_innvendinger_mot_oppfølgingen_av_resultatene",
    "har_fått_innvendinger_mot_forskningen",
    "venter_på_de_første_resultatene",
    "sentraliseringen_skyldes_tjenesten",
    "gjelder_endret_navn",
    "avviser_endring",
    "finner_gevinst_i_bare_det_ene",
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
    "spredninger": [{"helseregion": each, "dag": "2026-03-01"} for each in REGIONS],
}

_SERVICE: dict[str, Any] = {
    "godkjenningsdato": "2025-03-01",
    "opprettelsesdato": "2025-09-01",
    "siste_virkedag": "2030-01-31",
    "pasienter_med_gitt_indikasjon": [{"henvist_til_tjenesten": True}],
    "referansegruppe": _GROUP,
    "rapporterte_driftsår": [2025],
}
_OTHERS: dict[str, dict[str, Any]] = {
    "søknad": {
        "dato": "2025-01-10",
        "år": 2025,
        "mottaker": "departementet",
        "kopimottakere": ["Helsedirektoratet"],
        "dokumenterte_vilkår": ["helsegevinst", "kvalitet og kompetanse", "kostnadseffektivitet"],
        "dokumenterte_vilkår_for_kompetansetjenester": [
            "helhetlig forløp",
            "nasjonal kompetanse",
            "kostnadseffektivitet",
        ],
        "søker": "regionalt helseforetak",
        "søkende_regioner": ["Helse Sør-Øst"],
        "støttende_regioner": list(REGIONS),
        "avgjørelsesdato": "2025-03-01",
    },
    "anmodning": {"avsender": "fagmiljø", "dato": "2024-10-01"},
    "endringssøknad": {
        "dato": "2026-01-10",
        "år": 2026,
        "søker": "regionalt helseforetak",
        "mottaker": "departementet",
        "kopimottakere": ["Helsedirektoratet"],
    },
    "avgjørelse": {"slag": "godkjenning", "dato": "2025-03-01", "beslutter": "departementet"},
    "videreføring": {"form": "nettverk"},
    "årlig_vurdering": {"år": 2026, "dato": "2026-05-20", "tilbakemeldingsdato": "2026-05-25"},
    "samlet_tilbakemelding": {"år": 2023, "dato": "2023-09-01"},
    "årsrapport": {
        "driftsår": 2025,
        "rapporteringsdato": "2026-02-20",
        "dag_for_referansegruppens_godkjenning": "2026-02-10",
        "dag_for_sending_til_det_regionale_helseforetaket": "2026-02-15",
        "dag_for_rapport_fra_referansegruppen": "2026-02-20",
    },
    "samlet_rapport": {"driftsår": 2025, "dato": "2026-03-10"},
    "kilde": {
        "slag": "nettside",
        "første_publisering": "2019-05-07",
        "siste_faglige_endring": "2024-04-05",
    },
    "gjennomgang": {"bestemte_dag": "2026-06-01"},
    "godkjenningsvurdering": {"dato": "2025-02-20", "antall_sykdomsgrupper": 1},
    "nettverk": {
        "siste_evaluering": "2023-05-01",
        "medlemmer": [{"land": each} for each in _COUNTRIES],
    },
    "ERN-søknad": {
        "dato": "2026-02-01",
        "runde": "fullverdig medlem",
        "utlysningsrunde": "fullverdig medlem",
    },
    "partnersøknad": {
        "dato": "2026-02-01",
        "form": "assosiert medlem",
        "mottaker": "Helsedirektoratet",
    },
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
