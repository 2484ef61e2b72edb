"""The norms in DuckDB's SQL, from a Parquet file to another: `duck.py KILDE MÅL TRÅDER`.

A truth that is not known is NULL, and AND, OR and NOT are three-valued by themselves.
"""

import sys
from datetime import date

import duckdb

from by_hand.norms import BY_HAND, DAY

FIRST_OF_LAW, FIRST_OF_SITE, LAST_OF_SITE = date(2011, 1, 1), date(2024, 1, 1), date(2024, 4, 5)
FIRST_OF_GUIDE, LAST_OF_GUIDE = date(2022, 1, 1), date(2022, 12, 31)

MACROS = """
CREATE MACRO answer(there, in_force, applies, met) AS CASE
    WHEN NOT there OR applies IS FALSE THEN 'ikke aktuell'
    WHEN in_force IS FALSE THEN 'ikke i kraft'
    WHEN in_force IS NULL OR applies IS NULL OR met IS NULL THEN 'uavklart'
    WHEN met THEN 'holder' ELSE 'holder ikke' END;
CREATE MACRO since(day, first, last) AS
    CASE WHEN day >= last THEN TRUE WHEN day < first THEN FALSE END;
"""

TYPES = "('nasjonal behandlingstjeneste', 'flerregional behandlingstjeneste'"
NATIONAL = f"tjeneste.type IN {TYPES}, 'nasjonal kompetansetjeneste')"
TREATMENT = f"tjeneste.type IN {TYPES})"
COMPETENCE = "tjeneste.type = 'nasjonal kompetansetjeneste'"
LAND = "list_transform(nettverk.medlemmer, lambda x: x.land)"
KNOWN = f"len(list_distinct(list_filter({LAND}, lambda x: x IS NOT NULL)))"
UNKNOWN = f"len(list_filter({LAND}, lambda x: x IS NULL))"


def since(day: str, first: date, last: date) -> str:
    """Whether something is in force on a day, from a day that is not known to the day."""
    return f"since({day}, DATE '{first}', DATE '{last}')"


def guide(record: str) -> str:
    """In force by the guide, on the day of a record."""
    return since(f"{record}.dato", FIRST_OF_GUIDE, LAST_OF_GUIDE)


def answer(there: str, in_force: str, applies: str, met: str) -> str:
    """How a norm stands."""
    return f"answer({there} IS NOT NULL, {in_force}, {applies}, {met})"


def norms() -> dict[str, str]:
    """Each norm as an expression."""
    law, site = (FIRST_OF_LAW, FIRST_OF_LAW), (FIRST_OF_SITE, LAST_OF_SITE)
    of_assessment = since("godkjenningsvurdering.dato", *law)
    full = "\"ERN-søknad\".runde = 'fullverdig medlem'"
    return {
        "3/helhetlig-gjennomgang": answer("gjennomgang", "TRUE", "TRUE", f"""CASE
            WHEN gjennomgang.iverksatt_av_departementet THEN TRUE
            WHEN NOT gjennomgang.iverksatt_av_departementet
                 AND DATE '{DAY}' > gjennomgang.bestemte_dag THEN FALSE END"""),
        "3/servicemiljø-oppgaver": answer("servicemiljø", "TRUE", "TRUE",
            "servicemiljø.gir_råd AND servicemiljø.gir_veiledning"),
        "3/hdir-operasjonaliserer": answer("direktoratsarbeid", "TRUE", "TRUE", """
            direktoratsarbeid.bistår_de_regionale_helseforetakene_med_kriteriene
            AND (NOT direktoratsarbeid.har_behov_for_nye_krav_til_årsrapportene
                 OR direktoratsarbeid.bistår_ved_behov_med_krav_til_årsrapportene)"""),
        "4-1/søker-er-rhf": answer("søknad", since("søknad.dato", *law), NATIONAL,
            "søknad.søker = 'regionalt helseforetak'"),
        "4-1/samordnet-og-prioritert": answer("søknad", guide("søknad"), NATIONAL,
            "søknad.samordnet_mellom_de_regionale_helseforetakene "
            "AND søknad.har_prioritet_ut_fra_nasjonale_behov"),
        "4-1/hf-søker-rhf-først": answer("søknad", since("søknad.dato", *site),
            f"{NATIONAL} AND (søknad.søker = 'helseforetak' "
            "OR søknad.har_et_helseforetak_bak_seg)",
            "søknad.søkt_av_helseforetaket_til_det_regionale_helseforetaket_først"),
        "4-3/kompetanse-og-infrastruktur": answer("godkjenningsvurdering", of_assessment,
            TREATMENT, "godkjenningsvurdering.legger_vekt_på_kompetanse "
            "AND godkjenningsvurdering.legger_vekt_på_infrastruktur"),
        "4-5/sykdomsgrupper": answer("godkjenningsvurdering", guide("godkjenningsvurdering"),
            COMPETENCE, "godkjenningsvurdering.antall_sykdomsgrupper >= 1"),
        "ern/minst-ti-medlemmer": answer("nettverk", "TRUE", "TRUE",
            "len(nettverk.medlemmer) >= 10"),
        "ern/minst-åtte-land": answer("nettverk", "TRUE", "TRUE", f"""CASE
            WHEN {KNOWN} >= 8 THEN TRUE WHEN {KNOWN} + {UNKNOWN} < 8 THEN FALSE END"""),
        "ern/deler-kunnskap": answer("medlemskap", "TRUE", "TRUE", """
            medlemskap.følges_av_deling_med_eget_nettverk
            AND medlemskap.følges_av_deling_med_fagmiljøet
            AND (NOT medlemskap.har_aktuelle_brukerorganisasjoner
                 OR medlemskap.følges_av_deling_med_brukerorganisasjoner)"""),
        "ern/logo-nettverk": answer("nettverk", "TRUE", 'nettverk."godkjent_av_ERN-styret"',
            'nettverk."har_fått_ERN-logo"'),
        "ern/partner-former": answer("partnersøknad", guide("partnersøknad"), "TRUE",
            "partnersøknad.form IN ('assosiert medlem', 'samarbeidssenter') "
            "AND partnersøknad.kommer_fra_en_uten_fullverdig_medlemskap"),
        "ern/bekreftet-av-hdir": answer('"ERN-søknad"', guide('"ERN-søknad"'), full,
            '"ERN-søknad".bekreftet_av_Helsedirektoratet '
            'AND "ERN-søknad".i_samsvar_med_nasjonal_lovgivning'),
        "ern/utlysning": answer('"ERN-søknad"', guide('"ERN-søknad"'), "TRUE",
            '"ERN-søknad".utlysningsrunde = "ERN-søknad".runde'),
    }  # fmt: skip


def main() -> None:
    """Read, decide and write."""
    source, target, threads = sys.argv[1:]
    written = norms()
    columns = ", ".join(f'{written[each]} AS "{each}"' for each in BY_HAND)
    database = duckdb.connect(config={"threads": threads})
    database.execute(MACROS)
    database.execute(
        f"COPY (SELECT sak, {columns} FROM read_parquet('{source}')) "  # noqa: S608 - our own
        f"TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
    )


if __name__ == "__main__":
    main()
