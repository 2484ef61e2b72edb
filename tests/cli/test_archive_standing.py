"""What a table of verdicts tells besides the answers: the same as one case at a time."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hjemmel.core.program import Norm
from hjemmel.source.moment import period_in_words
from support.archives import result
from support.command_line import Ntr
from support.golden_run import program_of
from support.tables import Row, table, with_oddities

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
