"""What a table of verdicts tells besides the answers: the same as one case at a time."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hjemmel.archive.account import read_account
from hjemmel.archive.parts import rows_called
from hjemmel.archive.said import said
from hjemmel.core.program import Norm
from hjemmel.source.moment import period_in_words
from support.archives import result
from support.command_line import Ntr
from support.golden_run import program_of
from support.tables import Row, as_texts, table, with_oddities

ASSUMED = """regelverk prøve
bygger på ord_kap4

§ 4-1 Godkjenning

krav godkjent, etter forskriften § 4-1 første ledd
  gjelder for   tjenesten
  fra 1. januar 2011 til og med 31. desember 2019
    oppfylt når tjenesten er godkjent
  fra 1. januar 2020 til og med 31. desember 2022
    antatt      begge dager, kildene sier bare «for 2020»
    oppfylt når tjenesten er godkjent
"""
KINDS = {"mangler", "skjønn", "tolkning", "motstrid", "avventer"}
ART = {"skjonn": "skjønn"}
OPTIONAL = {each.key for each in program_of({}).schema.records if each.optional}
PARTS = ("4-1", "4-5", "2", "ern")
NORMS = tuple(word for each in PARTS for word in ("--norm", each))
DAYS = (date(2012, 6, 1), date(2021, 6, 1), date(2022, 6, 1), date(2024, 6, 1), date(2026, 10, 1))


@pytest.fixture
def told(ntr: Ntr, rows: list[Row], alone: None) -> Iterator[tuple[Row, dict[str, Any]]]:
    """Rows of the table, each with its verdicts by norm as they are told of one case at a time."""
    table([each | {"vurderingsdato": DAYS[at % len(DAYS)]}
           for at, each in enumerate(with_oddities(rows))])  # fmt: skip
    ntr("vurder", "saker.parquet", *NORMS, "--format", "parquet", "--ut", "ut")
    ntr("vurder", "saker.parquet", *NORMS, "--format", "jsonl", "--ut", "en.jsonl")
    cases = map(json.loads, Path("en.jsonl").read_text("utf-8").splitlines())
    verdicts = ({each["norm"]: each for each in case["verdikter"]} for case in cases)
    return zip(result(), verdicts, strict=True)


def test_wordings_and_levels(told: Iterator[tuple[Row, dict[str, Any]]]) -> None:
    """A norm of several wordings has a column for the one in force, and one of levels that vary."""
    seen, levels, program = set(), set(), program_of({})
    for row, verdicts in told:
        for norm, verdict in verdicts.items():
            wording = row.get(f"{norm}.ordlyd")
            level = row.get(f"{norm}.nivå", verdict["niva"])
            assert level == verdict["niva"]
            levels.add((norm, level) if f"{norm}.nivå" in row else None)
            assert wording == expected(program.by_id[norm], verdict, row)
            seen.add(wording)
    assert len(seen) >= 4
    assert any(" eller " in each for each in seen - {None})
    assert len({norm for norm, _ in levels - {None}}) < len(levels - {None})


def expected(norm: Norm, verdict: dict[str, Any], row: Row) -> str | None:
    """The periods of those that may be in force, where the norm has several to choose from."""
    if f"{norm.id}.ordlyd" not in row:
        return None
    some = verdict.get("ordlyder") or [verdict["ordlyd"]]
    begins = {each["fra"] for each in some if each}
    periods = [period_in_words(each.start, each.end) for each in norm.wordings
               if (each.start.first.isoformat() if each.start else None) in begins]  # fmt: skip
    return " eller ".join(periods) or None


def test_what_is_only_presumed(told: Iterator[tuple[Row, dict[str, Any]]]) -> None:
    """A fact that is taken as given, or a duty that the source only presumes."""
    program, found = program_of({}), dict[bool, int]()
    duties = {each.id for each in program.norms if each.presumption}
    for row, verdicts in told:
        for norm, verdict in verdicts.items():
            is_so = norm in duties or bool(verdict.get("forutsatt"))
            assert row.get(f"{norm}.forutsatt", False) == is_so
            found[is_so] = found.get(is_so, 0) + 1
    assert found[True] > len(duties)
    assert found[False]


@pytest.mark.usefixtures("alone")
def test_days_that_are_assumed(ntr: Ntr) -> None:
    """True while a wording is in force of which the sources do not give a day."""
    rule = Path("regler.ntr")
    rule.write_text(ASSUMED, "utf-8")
    table([{"sak": str(year), "vurderingsdato": date(year, 6, 1)} for year in (2019, 2021, 2023)])
    done = ntr("vurder", "saker.parquet", "--regelverk", str(rule), "--format", "parquet",
               "--ut", "ut")  # fmt: skip
    assert done.exit_code in (0, 1), done.output
    assert [(row["sak"], row["4-1/godkjent.antatt"]) for row in result()] == [
        ("2019", False), ("2021", True), ("2023", False),
    ]  # fmt: skip


# --- why it is open ---------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
def test_why_facts_are_unknown_in_columns(ntr: Ntr, rows: list[Row]) -> None:
    """Contested too, where what is told is not what a register knows."""
    rows = [each | {"vurderingsdato": date(2023, 10, 1)} for each in rows]
    table(rows)
    assert kinds(ntr, "saker.parquet", rows) == KINDS


@pytest.mark.usefixtures("alone")
def test_why_facts_are_unknown_in_rows_read_by_themselves(ntr: Ntr, rows: list[Row]) -> None:
    """Where sources differ in the row itself."""
    rows = with_doubts([each | {"vurderingsdato": date(2023, 10, 1)} for each in rows])
    lines = [json.dumps(as_texts(each), ensure_ascii=False) for each in rows]
    Path("saker.jsonl").write_text("\n".join(lines), "utf-8")
    assert kinds(ntr, "saker.jsonl", rows) == KINDS


def kinds(ntr: Ntr, file: str, rows: list[Row]) -> set[str]:
    """The kinds of unknown that there are; the same in the table as one case at a time."""
    ntr("vurder", file, *NORMS, "--format", "parquet", "--ut", "ut")
    ntr("vurder", file, *NORMS, "--format", "jsonl", "--ut", "en.jsonl")
    account = read_account(Path("ut"))
    assert account is not None
    seen, cases = set(), map(json.loads, Path("en.jsonl").read_text("utf-8").splitlines())
    for row, case in zip(rows, cases, strict=True):
        (found,) = rows_called(Path("ut"), 1, row["sak"])
        for verdict in case["verdikter"]:
            lacks = {
                (ART.get(each["art"], each["art"]), plain(each["opplysning"]))
                for each in verdict["mangler"]
            }
            told = said(found, account[1], verdict["norm"])
            assert {(kind, seen_as(fact, row)) for kind, fact in told.why
                    if kind not in ("avgjør", "forutsatt")} == lacks  # fmt: skip
            seen |= {kind for kind, _ in lacks}
    return seen


def with_doubts(rows: list[Row]) -> list[Row]:
    """Sources that differ, and what is to come."""
    told = [dict(each) for each in rows]
    for at, each in enumerate(told):
        service = dict(each["tjeneste"])
        if at % 5 == 1:
            service["godkjent"] = [
                {"verdi": True, "kilde": "brev"},
                {"verdi": False, "kilde": "nett"},
            ]
        if at % 5 == 2:
            service["godkjenningsdato"] = {"avventer": "styremøtet"}
        each["tjeneste"] = service
    return told


def plain(about: str) -> str:
    """Without the numbers of entries and the days of roles, and as one question of wordings."""
    about = re.sub(r"\[\d+\]", "", about)
    about = re.sub(r"^(hvem som var .*) \d+\. \w+ \d+$", r"\1", about)
    return "hvilken ordlyd som gjaldt" if about == "om ordlyden gjaldt" else about


def seen_as(fact: tuple[str, ...], row: Row) -> str:
    """A fact of a record that the case lacks is missing as the record."""
    is_gone = len(fact) > 1 and fact[0] in OPTIONAL and row.get(fact[0]) is None
    return fact[0] if is_gone else ".".join(fact)
