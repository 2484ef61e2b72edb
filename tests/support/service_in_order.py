"""A national competence service with an application, and with everything in order.

The assessments are told without a day, so it counts on the day of evaluation who may make them.
"""

from copy import deepcopy
from typing import Any

AUTHORITY = (
    "forløpet_får_økt_kvalitet_innen_rimelig_tid",
    "sentral_oppbygging_gir_økt_nasjonal_kompetanse",
    "sentral_oppbygging_gir_bedre_nasjonal_kostnadseffektivitet",
    "kompetansen_må_bygges_opp_og_spres_nasjonalt",
    "kunnskapen_finnes",
    "tjenesten_retter_seg_mot_en_bestemt_metode",
    "vilkårene_er_dokumentert_så_langt_som_mulig",
    "vilkårene_bak_godkjenningen_fortsatt_er_oppfylt",
)
"""What the authority has found to be so."""
AUTHORITY_DENIED = (
    "kunnskapen_er_tilstrekkelig_tatt_i_bruk_i_Norge",
    "behovet_for_tjenesten_har_falt_bort",
)
"""What the authority has found not to be so."""
YEARLY = (
    "tjenesten_sikrer_kompetanseoppbygging_og_kompetansespredning",
    "tilbudet_svarer_til_den_godkjente_beskrivelsen",
    "tiltakene_kan_sikre_likeverdig_tilgang",
    "kompetansen_blir_spredt_til_hele_landet",
    "tjenesten_bidrar_til_økt_kvalitet_i_hele_behandlingsforløpet",
    "undervisningen_passer_fagområdet",
    "tilgangen_blir_likeverdig",
    "kunnskapen_er_likeverdig_tilgjengelig_for_målgruppen",
    "de_øvrige_regionale_helseforetakene_bygger_nødvendig_kompetanse",
    "referansegruppen_bidrar_til_likeverdig_tilgang",
    "referansegruppen_sikrer_drift_etter_formål_og_forskrift",
    "referansegruppen_sikrer_kunnskapsspredning_på_tvers_av_regioner",
    "kompetansen_kan_ivaretas_regionalt",
)
"""What the yearly assessor has found to be so."""
REGIONS = ("Helse Nord", "Helse Midt-Norge", "Helse Vest", "Helse Sør-Øst")
_TRUE = (
    "godkjent", "opprettet",
    "har_fast_tidshorisont", "har_avgrenset_fagområde", "har_definert_målgruppe",
    "har_ansvarlig_regionalt_helseforetak", "drives_på_vegne_av_alle_regionale_helseforetak",
    "har_vurdert_kommunal_deltakelse", "har_fastsatt_norsk_navn", "har_fastsatt_engelsk_navn",
    "har_fått_tildelt_logo",
    "bruker_godkjent_norsk_navn", "bruker_godkjent_engelsk_navn", "bruker_tildelt_logo",
    "har_fastsatt_siste_virkedag", "overvåker_behandlingsresultater",
    "formidler_behandlingsresultater", "deltar_i_forskning",
    "deltar_i_etablering_av_forskernettverk",
    "bidrar_i_undervisning", "veileder_helsetjenesten", "veileder_andre_tjenesteytere",
    "veileder_brukere", "sprer_kompetanse_til_helsetjenesten",
    "sprer_kompetanse_til_andre_tjenesteytere", "sprer_kompetanse_til_brukere",
    "har_tiltak_for_likeverdig_tilgang", "bidrar_til_bruk_av_nasjonale_retningslinjer",
    "bidrar_til_kunnskapsbasert_praksis", "har_faglig_referansegruppe", "rapporterer_årlig",
    "rapporterer_til_rett_organ",
    "bygger_opp_kompetanse", "formidler_kompetanse", "har_fått_besluttet_funksjon",
    "har_fått_besluttet_funksjonstid", "dokumenterer_behov_for_økt_kvalitet",
    "dokumenterer_behov_for_økt_kompetanse", "har_fastsatt_resultatmål",
    "har_plan_for_kompetansespredning", "har_plan_for_å_dokumentere_resultatene",
    "bruker_mekanismer_som_når_kommunene", "bruker_mekanismer_som_når_andre_tjenesteytere",
    "bruker_mekanismer_som_når_brukere", "samarbeider_med_andre_kompetansesentre",
    "samarbeider_med_forskningssentre", "har_relevante_kompetansesentre",
    "har_relevante_forskningssentre", "har_andre_relevante_tjenesteytere",
    "har_spredt_kompetansen_til_alle_regioner_i_tide",
)  # fmt: skip
_FALSE = (
    "avviklet", "driver_pasientbehandling", "sentraliserer_pasientbehandling",
    "har_andre_relevante_sektorer", "utreder_enkeltpasienter", "endret_uten_søknad",
    "flyttet_uten_søknad", "venter_på_de_første_resultatene",
    "har_fått_innvendinger_mot_oppfølgingen_av_resultatene",
    "har_fått_innvendinger_mot_forskningen",
)  # fmt: skip
_GROUP = [
    *({"representerer": "regionalt helseforetak", "helseregion": each} for each in REGIONS),
    {"representerer": "brukerorganisasjon"},
]

CASE: dict[str, Any] = {
    "sak": "i-orden",
    "tittel": "Alt i orden",
    "tjeneste": {
        "type": "nasjonal kompetansetjeneste",
        "steder": [{"helseforetak": "Oslo universitetssykehus HF", "helseregion": "Helse Sør-Øst",
                    "drives_av_privat_ideell_aktør": False,
                    "drives_av_kommersiell_aktør": False}],
        "godkjenningsdato": "2022-09-01",
        "opprettelsesdato": "2022-10-03",
        "funksjon": "opplæring",
        "virketid": "5 år",
        "siste_virkedag": "2027-08-31",
        "regioner_med_spredt_kompetanse": list(REGIONS),
        "referansegruppe": _GROUP,
        "rapporterte_driftsår": [2022, 2023],
    } | dict.fromkeys(_TRUE, True) | dict.fromkeys(_FALSE, False),
    "søknad": {
        "dato": "2022-01-10",
        "år": 2022,
        "mottaker": "Helsedirektoratet",
        "kopimottakere": ["departementet"],
        "søker": "regionalt helseforetak",
        "samordnet_mellom_de_regionale_helseforetakene": True,
        "har_prioritet_ut_fra_nasjonale_behov": True,
        "bruker_felles_elektronisk_skjema": True,
    },
    "avgjørelse": {"slag": "godkjenning", "dato": "2022-09-01", "beslutter": "departementet"},
    "godkjenningsvurdering": {"dato": "2022-06-01", "legger_vekt_på_kompetanse": True,
                              "legger_vekt_på_infrastruktur": True,
                              "tar_stilling_til_stedet": True},
    "samlet_rapport": {"driftsår": 2023, "dato": "2024-03-01"},
    "årlig_vurdering": {"år": 2023, "dato": "2023-05-20", "tilbakemeldingsdato": "2023-05-20",
                        "bygger_på_årsrapportene": True,
                        "svarer_på_om_oppgavene_oppfylles": True,
                        "svarer_på_om_vilkårene_oppfylles": True,
                        "sier_om_det_er_grunnlag_for_endring": True,
                        "sier_om_det_er_grunnlag_for_avvikling": True,
                        "sier_om_oppfølging_trengs": True},
    "vurderinger": dict.fromkeys((*AUTHORITY, *YEARLY), True)
    | dict.fromkeys(AUTHORITY_DENIED, False),
}  # fmt: skip


def exercised() -> dict[str, Any]:
    """The same case, each assessment made in spring 2023 by the body that had the role then."""
    case = deepcopy(CASE)
    told = case["vurderinger"]
    case["vurderinger"] = {
        name: {"verdi": value, "av": "Helsedirektoratet", "dato": "2023-05-10", "grunnlag": "møte"}
        for name, value in told.items()
    }
    return case
