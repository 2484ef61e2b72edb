"""`ntr vurder` with two days: which norms differ, and because of the law or of the day.

The sets below are derived by hand: from the periods of the wordings, the holders of the roles
and the day each norm is counted by, as the sources give them, and not from what is printed.
"""

import csv
import json
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from support import service_in_order as in_order
from support.command_line import Ntr, write

DAYS = ("--per", "2023-06-01", "--per", "2024-06-01")
PORTFOLIO = Path(__file__).resolve().parents[2] / "data" / "portefolje.jsonl"

# Counted by the day of evaluation, with a first or a last day between the two days.
NEW_WORDING = {
    "1/nettsidens-dato", "3/rhf-ansvar-kravene",  # on the web page only
    "2/behandlingstjeneste", "2/kompetansetjeneste",  # both sources say what they are
    "3/rhf-ansvar", "3/servicemiljø", "3/servicemiljø-oppgaver", "3/hdir-operasjonaliserer",
}  # fmt: skip
NEW_NORMS = {  # on the web page only, and counted by the application
    "4-1/støtte-fra-alle-regioner", "4-1/hf-søker-rhf-først", "4-1/rhf-behandler-søknaden",
    "4-1/hdir-tilrår", "4-1/hdir-tilrår-avgjørelse", "4-1/hdir-tilrår-svar",
    "4-1/hdir-tilrår-etablering",
}  # fmt: skip
# The authority was the ministry or the directorate, and is the ministry.
AUTHORITY = {
    "2/behandlingstjeneste",
    "4-1/endring-begrunnet", "4-1/vesentlig-endring-er-ny-tjeneste",
    "4-1/vesentlig-endring-uten-søknad", "4-1/adgang-til-avvikling", "4-1/endret-pasientgrunnlag",
    "4-3/helsegevinst", "4-3/kvalitet-og-kompetanse", "4-3/kostnadseffektivitet",
    "4-3/nødvendige-ressurser", "4-3/dokumentasjon",
    "4-5/helhetlig-forløp", "4-5/nasjonal-kompetanse", "4-5/kostnadseffektivitet",
    "4-5/behov-for-oppbygging", "4-5/kompetansesvakt-område", "4-5/funksjon-passer",
    "4-5/dokumentasjon",
}  # fmt: skip
# The yearly assessor was the directorate, and is the regional health authorities.
YEARLY = {
    "2/kompetansetjeneste-plikt", "4-1/øvrige-rhf-bygger-kompetanse", "4-1/godkjent-innhold",
    "4-2/enerett", "4-2/samarbeid",
    *(f"4-4/oppgave-{number}" for number in (1, 2, 3, 4, 6)),
    "4-4/helhetlig-perspektiv", "4-4/spredningens-innhold", "4-4/referansegruppens-formål",
    "4-5/spredt-til-alle-regioner",
    *(f"4-6/oppgave-{number}" for number in (2, 3, 4, 6)),
    "4-6/ikke-sentralisering", "4-6/ikke-sentralisering-kompetanse", "4-6/likeverdig-tilgjengelig",
    "4-6/hele-forløpet",
}  # fmt: skip
# They say nothing themselves but that others are met.
REFERRING = {
    "3/rhf-ansvar-oppgavene", "4-3/vilkår-for-godkjenning", "4-5/vilkår-for-godkjenning",
}  # fmt: skip
# The collected report of 2023 is due in March 2024, and one more year has to be reported.
DAY_PASSED = {"4-4/samlet-rapport-rhf", "4-1/årsrapport-hvert-år"}
# Assessments that nobody need make of this service: no changes, no objections, no treatment.
NOT_MADE = {
    "4-1/vesentlig-endring-uten-søknad", "4-5/funksjon-passer", "4-6/oppgave-2", "4-6/oppgave-3",
    "4-6/ikke-sentralisering",
}  # fmt: skip

# Counted by the application, the approval, or the year of a report: the same on both days.
KEEPS_ITS_DAY = {
    "4-1/rett-mottaker", "4-1/kopi", "4-1/endringssøknad-mottaker", "4-1/ikke-klagerett",
    "4-1/årlig-vurdering", "4-1/vurderingens-innhold",
    "4-1/samlet-tilbakemelding", "4-4/årsrapport-frist", "4-4/årsrapport-offentlig",
    "4-4/referansegruppe-rapporterer", "4-5/funksjon-og-virketid",
}  # fmt: skip


def compared(ntr: Ntr, folder: Path, case: dict[str, Any], *more: str) -> dict[str, Any]:
    """A case on both days."""
    write(folder / "to.json", case)
    done = ntr("vurder", "to.json", *DAYS, "--format", "json", *more)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ids(changes: list[dict[str, Any]]) -> set[str]:
    return {each["norm"] for each in changes}


def one(found: dict[str, Any], norm: str) -> dict[str, Any]:
    """What is told of one norm."""
    both = (*found["annen_ordlyd"], *found["annen_dag"])
    told: dict[str, Any] = next(each for each in both if each["norm"] == norm)
    return told


def kinds(found: dict[str, Any], kind: str) -> set[str]:
    """The norms of which an edition is another in one way."""
    changes = found["annen_ordlyd"]
    return {each["norm"] for each in changes for made in each["endret"] if made["hva"] == kind}


# --- which norms -----------------------------------------------------------------------------


def test_the_norms_that_changed_and_those_for_which_a_day_passed(ntr: Ntr, folder: Path) -> None:
    """Exactly these, for a national competence service with everything in order."""
    found = compared(ntr, folder, in_order.CASE)
    assert kinds(found, "ordlyd") == NEW_WORDING
    assert kinds(found, "skjønn") == AUTHORITY | YEARLY
    assert kinds(found, "henvisning") == REFERRING
    assert ids(found["annen_dag"]) == DAY_PASSED
    assert set(found["uendret"]) >= KEEPS_ITS_DAY | NEW_NORMS


def test_every_norm_is_in_one_place(ntr: Ntr, folder: Path) -> None:
    """What differs and what does not is all of the norms, each once."""
    found = compared(ntr, folder, in_order.CASE)
    differ = [each["norm"] for each in (*found["annen_ordlyd"], *found["annen_dag"])]
    alone = json.loads(ntr("vurder", "to.json", *DAYS[:2], "--format", "json").stdout)
    assert sorted((*differ, *found["uendret"])) == sorted(ids(alone["verdikter"]))


def test_nothing_is_broken_on_either_day(ntr: Ntr, folder: Path) -> None:
    """The case is in order; the exit code is that of the later day."""
    write(folder / "to.json", in_order.CASE)
    assert [ntr("vurder", "to.json", *per).exit_code for per in (DAYS, DAYS[:2], DAYS[2:])] == [
        0, 0, 0,
    ]  # fmt: skip


def test_discretion_that_is_exercised_stays_where_it_was(ntr: Ntr, folder: Path) -> None:
    """An assessment is measured against what applied when it was made.

    What is left is where the sources have other words, and the assessments that were not made.
    Spreading is counted by the day of evaluation until the last day of operation.
    """
    found = compared(ntr, folder, in_order.exercised())
    asked = {each["norm"] for each in found["annen_ordlyd"] if each["aktuell"]}
    worded = {"2/kompetansetjeneste", "3/rhf-ansvar", "3/rhf-ansvar-kravene"}
    assert asked == worded | NOT_MADE | {"3/rhf-ansvar-oppgavene"}
    assert ids(found["annen_dag"]) == DAY_PASSED | {"4-5/spredt-til-alle-regioner"}


def test_an_application_is_counted_by_its_day(ntr: Ntr, folder: Path) -> None:
    """Moved past the web page, the application has its steps on both days; before it, on none."""

    def words(case: dict[str, Any], day: str) -> set[str]:
        write(folder / "en.json", case)
        told = json.loads(ntr("vurder", "en.json", "--per", day, "--format", "json").stdout)
        return {each["ord"] for each in told["verdikter"] if each["norm"] in NEW_NORMS}

    case = deepcopy(in_order.CASE)
    case["søknad"] |= {"dato": "2024-05-02", "år": 2025}
    assert set(compared(ntr, folder, case)["uendret"]) >= KEEPS_ITS_DAY | NEW_NORMS
    for day in DAYS[1::2]:
        assert words(in_order.CASE, day) == {"ikke lest"}
        assert words(case, day) == {"uavklart: mangler"}


# --- which cause -----------------------------------------------------------------------------

EXPIRED = {
    "type": "nasjonal kompetansetjeneste",
    "godkjent": True,
    "opprettet": True,
    "siste_virkedag": "2024-05-15",
    "har_spredt_kompetansen_til_alle_regioner_i_tide": True,
}
WORKING = {
    "type": "nasjonal kompetansetjeneste", "godkjent": True, "opprettelsesdato": "2019-03-01",
}  # fmt: skip
TREATING = {"type": "nasjonal behandlingstjeneste", "godkjent": True, "opprettet": True}
SPREAD = "kompetansen_kan_ivaretas_regionalt"
GROWN = "pasientvolumet_har_økt_sterkt"
COURSE = "tjenesten_har_et_helhetlig_perspektiv_på_sykdomsforløpet"
SPLIT = "en dag mellom 31. desember 2023 og 4. april 2024"


def told(norm: str, ntr: Ntr, folder: Path, **records: Any) -> dict[str, Any]:
    """What is told of one norm in a case with these records."""
    case = {"sak": "to", "tjeneste": {"type": "nasjonal kompetansetjeneste"}} | records
    return one(compared(ntr, folder, case), norm)


def test_a_wording_alone(ntr: Ntr, folder: Path) -> None:
    """The guide asks the service environment to follow up; the web page does not."""
    helping = {"gir_råd": True, "gir_veiledning": True, "følger_opp_tjenestene": False}
    found = told("3/servicemiljø-oppgaver", ntr, folder, servicemiljø=helping)
    assert (found["for"]["ord"], found["etter"]["ord"]) == ("fraveket", "oppfylt")
    assert (found["virkning"], found["dagen"]) == ("ordlyden", [])
    assert found["grunn"] == (
        "ordlyden fra en dag mellom 1. januar 2024 og 5. april 2024 gjelder; før gjaldt ordlyden "
        f"fra en dag i 2022 til og med {SPLIT}"
    )


def test_discretion_alone(ntr: Ntr, folder: Path) -> None:
    """An assessment without a day counts only while its maker has the role."""
    made = {GROWN: {"verdi": True, "av": "Helsedirektoratet", "grunnlag": "møte"}}
    found = told("4-1/endret-pasientgrunnlag", ntr, folder, tjeneste=TREATING, vurderinger=made)
    assert (found["for"]["ord"], found["etter"]["ord"]) == ("varsles", "uavklart: skjønn")
    assert found["virkning"] == "ordlyden"
    assert found["grunn"] == (
        "skjønnet ligger hos en annen: departementet eller Helsedirektoratet var myndigheten til "
        f"og med {SPLIT}; nå er det departementet"
    )


def test_a_day_alone_where_discretion_moved_too(ntr: Ntr, folder: Path) -> None:
    """The last day of operation went by; whoever assesses, nobody has."""
    found = told("4-5/spredt-til-alle-regioner", ntr, folder, tjeneste=EXPIRED)
    waits, asked = "uavklart: skjønn, avventer", "uavklart: skjønn"
    assert (found["for"]["ord"], found["etter"]["ord"]) == (waits, asked)
    assert found["virkning"] == "dagen"
    assert (found["dagen_alene"], found["ordlyden_alene"]) == (asked, waits)


def test_both_are_needed(ntr: Ntr, folder: Path) -> None:
    """The authorities' assessment counts for it is made, and for they have the role."""
    made = {COURSE: {"verdi": True, "av": "de regionale helseforetakene", "dato": "2024-05-02"}}
    found = told("4-4/helhetlig-perspektiv", ntr, folder, tjeneste=TREATING, vurderinger=made)
    assert (found["for"]["ord"], found["etter"]["ord"]) == ("uavklart: skjønn", "fulgt")
    assert found["virkning"] == "begge sammen"
    assert found["dagen_alene"] == found["ordlyden_alene"] == "uavklart: skjønn"
    assert "vurdert 2. mai 2024" in found["dagen"][0]


def test_each_does_its_part(ntr: Ntr, folder: Path) -> None:
    """The day ends the wait, and the handover takes the assessment away."""
    made = {SPREAD: {"verdi": False, "av": "Helsedirektoratet"}}
    found = told("4-5/spredt-til-alle-regioner", ntr, folder, tjeneste=EXPIRED, vurderinger=made)
    both = (found["for"]["ord"], found["etter"]["ord"])
    assert both == ("uavklart: avventer", "uavklart: skjønn")
    assert found["virkning"] == "hver for seg"
    alone = (found["dagen_alene"], found["ordlyden_alene"])
    assert alone == ("fraveket", "uavklart: skjønn, avventer")
    assert "fristen 15. mai 2024 er ute" in found["dagen"]


def test_a_day_that_counts_only_with_the_other_edition_is_told_of(ntr: Ntr, folder: Path) -> None:
    """What was met needs no time; without the assessment that it rested on, the time is out."""
    made = {SPREAD: {"verdi": True, "av": "Helsedirektoratet"}}
    found = told("4-5/spredt-til-alle-regioner", ntr, folder, tjeneste=EXPIRED, vurderinger=made)
    assert (found["for"]["ord"], found["etter"]["ord"]) == ("oppfylt", "uavklart: skjønn")
    alone = (found["dagen_alene"], found["ordlyden_alene"])
    assert alone == ("oppfylt", "uavklart: skjønn, avventer")
    assert found["dagen"] == ["fristen 15. mai 2024 er ute"]


@pytest.mark.parametrize(
    ("norm", "records", "words", "grunn"),
    [
        (
            "4-1/årlig-vurdering", {"tjeneste": WORKING, "årlig_vurdering": {"år": 2023}},
            ("uavklart: avventer", "uavklart: mangler"), "fristen 1. juni 2023 er ute",
        ),
        (
            "4-1/årlig-vurdering",
            {"tjeneste": WORKING, "årlig_vurdering": {"år": 2023, "dato": "ikke utført"}},
            ("uavklart: avventer", "fraveket"), "fristen 1. juni 2023 er ute",
        ),
        (
            "4-1/virketid-utløpt",
            {"tjeneste": EXPIRED},
            ("varsles ikke", "varsles"),
            ("tjenestens siste virkedag er før vurderingsdagen (siste virkedag = 15. mai "
             "2024): holder ikke → holder"),
        ),
        (
            "ern/representerer",
            {"ERN-søknad": {"dato": "2023-03-01"}, "vurderinger": {
                "søkeren_representerer_et_nasjonalt_fagmiljø":
                {"verdi": True, "av": "Helsedirektoratet", "dato": "2023-11-02"}}},
            ("uavklart: skjønn", "oppfylt"),
            ("Helsedirektoratet har vurdert at søkeren representerer et nasjonalt fagmiljø: "
             "uavklart (vurdert 2. november 2023, etter vurderingsdagen) → ja"),
        ),
    ],
)  # fmt: skip
def test_only_a_day_passed(
    norm: str, records: dict[str, Any], words: tuple[str, str], grunn: str, ntr: Ntr, folder: Path
) -> None:
    """A deadline is out, a last day of operation is over, an assessment is made by now."""
    found = told(norm, ntr, folder, **records)
    assert (found["for"]["ord"], found["etter"]["ord"]) == words
    assert found["grunn"] == grunn
    assert "endret" not in found


def test_reasons_may_differ_where_the_verdict_does_not(ntr: Ntr, folder: Path) -> None:
    """One more year of operation has to be reported, and it is."""
    service = WORKING | {"rapporterte_driftsår": [2020, 2021, 2022, 2023]}
    found = told("4-1/årsrapport-hvert-år", ntr, folder, tjeneste=service)
    assert found["for"]["ord"] == found["etter"]["ord"] == "oppfylt"
    assert "2022" in found["grunn"]
    assert "2023" in found["grunn"]


# --- how it is written -----------------------------------------------------------------------


def test_the_page_tells_of_both_causes(ntr: Ntr, folder: Path) -> None:
    """The causes are two parts of the page, with the norms below them, and the rest counted."""
    write(folder / "to.json", in_order.CASE)
    printed = ntr("vurder", "to.json", *DAYS).stdout
    edition, day = printed.index("Ordlyden er en annen"), printed.index("Dagen er en annen")
    idle = printed.index("Ordlyden er en annen, men normen er ikke aktuell")
    places = [
        printed.index(each)
        for each in ("4-6/oppgave-4 ·", "4-4/samlet-rapport-rhf ·", "4-2/enerett ·")
    ]
    assert edition < places[0] < day < places[1] < idle < places[2]
    assert "oppfylt (forskrift) begge dager" in printed
    assert "uavklart: avventer (veileder) → oppfylt (veileder)" in printed
    assert printed.rstrip().split("\n")[-1].startswith("Uendret: ")


def test_the_order_of_the_days_is_theirs(ntr: Ntr) -> None:
    """Which is given first makes no difference."""
    turned = (*DAYS[2:], *DAYS[:2])
    assert ntr("vurder", "sak.json", *DAYS).stdout == ntr("vurder", "sak.json", *turned).stdout


def test_json_follows_its_schema(ntr: Ntr, folder: Path) -> None:
    """The schema that `ntr skjema --sammenligning` prints."""
    schema = json.loads(ntr("skjema", "--sammenligning").stdout)
    Draft202012Validator.check_schema(schema)
    for case in (in_order.CASE, in_order.exercised()):
        Draft202012Validator(schema).validate(compared(ntr, folder, case))


def test_rows_say_the_same(ntr: Ntr, folder: Path) -> None:
    """A row for each norm that differs, with the cause."""
    found = compared(ntr, folder, in_order.CASE)
    text = ntr("vurder", "to.json", *DAYS, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert {each["norm"] for each in rows if each["arsak"] == "dagen"} == ids(found["annen_dag"])
    assert {each["norm"]: each["grunn"] for each in rows if each["arsak"] == "ordlyden"} == {
        each["norm"]: each["grunn"] for each in found["annen_ordlyd"]
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*DAYS, "--per", "2025-06-01"), "--per er gitt 3 ganger"),
        (("--per", "2024-06-01", "--per", "2024-06-01"), "samme dag, 2024-06-01"),
        ((*DAYS, "--format", "html"), "kan ikke skrives som html"),
        ((*DAYS, "--format", "xlsx", "--ut", "x.xlsx"), "kan ikke skrives som xlsx"),
    ],
)
def test_what_cannot_be_compared(arguments: tuple[str, ...], said: str, ntr: Ntr) -> None:
    """Wrong use is told of, with what to do."""
    done = ntr("vurder", "sak.json", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "hjelp:" in done.stderr


@pytest.mark.parametrize(
    ("days", "code"), [(("2021-06-01", "2024-06-01"), 1), (("2021-06-01", "2021-07-01"), 0)]
)
def test_exit_code_of_the_later_day(days: tuple[str, str], code: int, ntr: Ntr) -> None:
    """There is no rule in 2021, and a departure from one in 2024."""
    per = [part for day in days for part in ("--per", day)]
    assert ntr("vurder", "sak.json", "--norm", "4-2/to-helseregioner", *per).exit_code == code


# --- many cases ------------------------------------------------------------------------------


def test_the_real_portfolio_can_be_compared(ntr: Ntr) -> None:
    """A line for each norm, with how many services it is another for."""
    done = ntr("vurder", str(PORTFOLIO), *DAYS)
    assert done.exit_code in (0, 1), done.output
    lines = {line.rsplit(maxsplit=4)[0].strip(): line.split()[-4:] for line in
             done.stdout.splitlines() if line[-1:] in "–0123456789" and line.strip()}  # fmt: skip
    cases = [json.loads(each) for each in PORTFOLIO.read_text("utf-8").splitlines()]
    treating = sum("kompetanse" not in each["tjeneste"]["type"]["verdi"] for each in cases)
    others, all_of_them = str(len(cases) - treating), str(len(cases))
    assert lines["forbud mot at andre driver behandlingen"] == [str(treating), others, "–", "–"]
    assert lines["krav om servicemiljø"] == ["–", all_of_them, "–", "–"]
    assert "krav om rett mottaker" not in lines


def test_each_case_for_the_norms_asked_for(ntr: Ntr) -> None:
    """With `--norm` there is a page for each case."""
    done = ntr("vurder", "mange.jsonl", *DAYS, "--norm", "4-2/enerett")
    assert done.stdout.count("1. juni 2023 og 1. juni 2024") == 2
    assert done.stdout.count("4-2/enerett") == 2
