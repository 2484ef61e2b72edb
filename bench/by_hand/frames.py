"""The norms as expressions of Polars, from a Parquet file to another: `frames.py KILDE MÅL`.

A truth that is not known is null, and `&`, `|` and `~` are three-valued by themselves. How many
threads there are is told by POLARS_MAX_THREADS.
"""

import sys
from datetime import date

import polars as pl

from by_hand.norms import BY_HAND, DAY

OUTCOMES = pl.Enum(["holder", "holder ikke", "uavklart", "ikke aktuell", "ikke i kraft"])
FIRST_OF_LAW, FIRST_OF_SITE, LAST_OF_SITE = date(2011, 1, 1), date(2024, 1, 1), date(2024, 4, 5)
FIRST_OF_GUIDE, LAST_OF_GUIDE = date(2022, 1, 1), date(2022, 12, 31)
YES = pl.lit(True)
TREATMENT = ["nasjonal behandlingstjeneste", "flerregional behandlingstjeneste"]
COMPETENCE = "nasjonal kompetansetjeneste"


def of(record: str, name: str) -> pl.Expr:
    """A fact."""
    return pl.col(record).struct.field(name)


def answer(record: str, in_force: pl.Expr, applies: pl.Expr, met: pl.Expr) -> pl.Expr:
    """How a norm stands."""
    words = {word: pl.lit(word, OUTCOMES) for word in OUTCOMES.categories}
    return (
        pl.when(pl.col(record).is_null() | (~applies).fill_null(False))
        .then(words["ikke aktuell"])
        .when((~in_force).fill_null(False))
        .then(words["ikke i kraft"])
        .when(in_force.is_null() | applies.is_null() | met.is_null())
        .then(words["uavklart"])
        .when(met)
        .then(words["holder"])
        .otherwise(words["holder ikke"])
    )


def since(day: pl.Expr, first: date, last: date) -> pl.Expr:
    """Whether something is in force on a day, from a day that is not known to the day."""
    return pl.when(day >= last).then(True).when(day < first).then(False)


def guide(record: str) -> pl.Expr:
    """In force by the guide, on the day of a record."""
    return since(of(record, "dato"), FIRST_OF_GUIDE, LAST_OF_GUIDE)


def law(record: str) -> pl.Expr:
    """In force by the regulation."""
    return since(of(record, "dato"), FIRST_OF_LAW, FIRST_OF_LAW)


def norms() -> dict[str, pl.Expr]:
    """Each norm as an expression."""
    kind = of("tjeneste", "type")
    national = kind.is_in([*TREATMENT, COMPETENCE])
    work, sharing = "direktoratsarbeid", "følges_av_deling_med_"
    members = of("nettverk", "medlemmer")
    land = members.list.eval(pl.element().struct.field("land"))
    known = land.list.drop_nulls().list.n_unique()
    most = known + land.list.len() - land.list.drop_nulls().list.len()
    begun = of("gjennomgang", "iverksatt_av_departementet")
    is_late = pl.lit(DAY) > of("gjennomgang", "bestemte_dag")
    return {
        "3/helhetlig-gjennomgang": answer("gjennomgang", YES, YES,
            pl.when(begun).then(True).when(~begun & is_late).then(False)),
        "3/servicemiljø-oppgaver": answer("servicemiljø", YES, YES,
            of("servicemiljø", "gir_råd") & of("servicemiljø", "gir_veiledning")),
        "3/hdir-operasjonaliserer": answer(work, YES, YES,
            of(work, "bistår_de_regionale_helseforetakene_med_kriteriene")
            & (~of(work, "har_behov_for_nye_krav_til_årsrapportene")
               | of(work, "bistår_ved_behov_med_krav_til_årsrapportene"))),
        "4-1/søker-er-rhf": answer("søknad", law("søknad"), national,
            of("søknad", "søker") == "regionalt helseforetak"),
        "4-1/samordnet-og-prioritert": answer("søknad", guide("søknad"), national,
            of("søknad", "samordnet_mellom_de_regionale_helseforetakene")
            & of("søknad", "har_prioritet_ut_fra_nasjonale_behov")),
        "4-1/hf-søker-rhf-først": answer("søknad",
            since(of("søknad", "dato"), FIRST_OF_SITE, LAST_OF_SITE),
            national & ((of("søknad", "søker") == "helseforetak")
                        | of("søknad", "har_et_helseforetak_bak_seg")),
            of("søknad", "søkt_av_helseforetaket_til_det_regionale_helseforetaket_først")),
        "4-3/kompetanse-og-infrastruktur": answer("godkjenningsvurdering",
            law("godkjenningsvurdering"), kind.is_in(TREATMENT),
            of("godkjenningsvurdering", "legger_vekt_på_kompetanse")
            & of("godkjenningsvurdering", "legger_vekt_på_infrastruktur")),
        "4-5/sykdomsgrupper": answer("godkjenningsvurdering", guide("godkjenningsvurdering"),
            kind == COMPETENCE, of("godkjenningsvurdering", "antall_sykdomsgrupper") >= 1),
        "ern/minst-ti-medlemmer": answer("nettverk", YES, YES, members.list.len() >= 10),
        "ern/minst-åtte-land": answer("nettverk", YES, YES,
            pl.when(known >= 8).then(True).when(most < 8).then(False)),
        "ern/deler-kunnskap": answer("medlemskap", YES, YES,
            of("medlemskap", sharing + "eget_nettverk") & of("medlemskap", sharing + "fagmiljøet")
            & (~of("medlemskap", "har_aktuelle_brukerorganisasjoner")
               | of("medlemskap", sharing + "brukerorganisasjoner"))),
        "ern/logo-nettverk": answer("nettverk", YES, of("nettverk", "godkjent_av_ERN-styret"),
            of("nettverk", "har_fått_ERN-logo")),
        "ern/partner-former": answer("partnersøknad", guide("partnersøknad"), YES,
            of("partnersøknad", "form").is_in(["assosiert medlem", "samarbeidssenter"])
            & of("partnersøknad", "kommer_fra_en_uten_fullverdig_medlemskap")),
        "ern/bekreftet-av-hdir": answer("ERN-søknad", guide("ERN-søknad"),
            of("ERN-søknad", "runde") == "fullverdig medlem",
            of("ERN-søknad", "bekreftet_av_Helsedirektoratet")
            & of("ERN-søknad", "i_samsvar_med_nasjonal_lovgivning")),
        "ern/utlysning": answer("ERN-søknad", guide("ERN-søknad"), YES,
            of("ERN-søknad", "utlysningsrunde") == of("ERN-søknad", "runde")),
    }  # fmt: skip


def main() -> None:
    """Read, decide and write."""
    source, target = sys.argv[1:]
    written = norms()
    columns = [written[each].alias(each) for each in BY_HAND]
    pl.scan_parquet(source).select("sak", *columns).sink_parquet(target, compression="zstd")


if __name__ == "__main__":
    main()
