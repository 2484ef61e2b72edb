"""Very many cases, from Parquet to Parquet: the same answers as one at a time, and nothing lost."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from support.archives import DAY, PER, answers, judged, one_at_a_time, result
from support.command_line import Ntr
from support.tables import Row, as_texts, flat, portfolio, table, with_oddities

# --- the same answers -------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("told", [list, with_oddities, flat, portfolio])
def test_answers_are_those_of_one_case_at_a_time(
    ntr: Ntr, rows: list[Row], told: Callable[[list[Row]], list[Row]]
) -> None:
    """However the table tells it: as plain columns, with odd cells, or with sources and grades."""
    table(told(rows))
    done = judged(ntr, "saker.parquet")
    assert done.exit_code in (0, 1), done.output
    expected = one_at_a_time(ntr, "saker.parquet", *PER)
    assert len(set(expected.values())) >= 4
    assert answers(result()) == expected


@pytest.mark.usefixtures("alone")
def test_each_row_has_its_own_day(ntr: Ntr, rows: list[Row]) -> None:
    """A column of days; what was in force is found by it."""
    days = [date(2012, 6, 1), date(2022, 6, 1), date(2026, 10, 1)]
    dated = [each | {"vurderingsdato": days[at % 3]} for at, each in enumerate(rows[:30])]
    table(dated)
    judged(ntr, "saker.parquet", more=())
    assert answers(result()) == one_at_a_time(ntr, "saker.parquet")
    assert [each["vurdert"] for each in result()] == [each["vurderingsdato"] for each in dated]


@pytest.mark.usefixtures("alone")
def test_reasons_do_not_depend_on_how_a_fact_was_told(ntr: Ntr, rows: list[Row]) -> None:
    """A row that is read by itself has the reasons of one that is not."""
    words = []
    for told in (rows, [each | {"tjeneste": spelled(each["tjeneste"])} for each in rows]):
        table([each | {"vurderingsdato": date.fromisoformat(DAY)} for each in told])
        judged(ntr, "saker.parquet")
        words.append([{key: each for key, each in row.items() if key.startswith("grunner.")}
                      for row in result()])  # fmt: skip
        for each in Path("ut").iterdir():
            each.unlink()
        Path("ut").rmdir()
    assert words[0] == words[1]
    assert any(any(each.values()) for each in words[0])


def spelled(service: Row) -> Row:
    """A service of which the type is told with where it is from."""
    kind = service.get("type")
    return service if kind is None else service | {"type": {"verdi": kind, "kilde": "brev"}}


@pytest.mark.usefixtures("alone")
def test_other_files_are_read_one_case_at_a_time(ntr: Ntr, rows: list[Row]) -> None:
    """To the same answers, and a row of theirs is explained too."""
    lines = [json.dumps(as_texts(each), ensure_ascii=False) for each in rows]
    Path("saker.jsonl").write_text("\n".join([*lines[:60], "{", *lines[60:]]), "utf-8")
    Path("flere.csv").write_text("sak;tjeneste.type\nC-1;nasjonal behandlingstjeneste\n", "utf-8")
    table(rows[:1] and [each | {"sak": f"P-{each['sak']}"} for each in rows[:9]])
    done = judged(ntr, "saker.jsonl", "flere.csv", "saker.parquet")
    assert done.exit_code == 2
    assert "saker.jsonl, linje 61" in done.stderr
    assert "1 rad satt til side" in done.stdout
    expected = one_at_a_time(ntr, "saker.jsonl", *PER) | one_at_a_time(ntr, "flere.csv", *PER)
    assert answers(result()) == expected | one_at_a_time(ntr, "saker.parquet", *PER)
    assert [each["rad"] for each in result()][:120] == list(range(1, 121))
    norm = ("--norm", "4-2/ett-helseforetak")
    Path("alene.json").write_text(lines[77], "utf-8")
    explained = ntr("forklar", "ut", "--sak", rows[77]["sak"], *norm)
    assert explained.stdout == ntr("forklar", "alene.json", *norm, *PER).stdout


@pytest.mark.usefixtures("alone")
def test_cases_without_a_day_are_told_of(ntr: Ntr, rows: list[Row]) -> None:
    """They are judged today, whatever they are read from."""
    days = [date(2024, 6, 1), None]
    table([each | {"vurderingsdato": days[at % 2]} for at, each in enumerate(rows[:10])])
    Path("en.json").write_text(json.dumps(as_texts(rows[20]), ensure_ascii=False), "utf-8")
    done = judged(ntr, "saker.parquet", "en.json", more=())
    told, _, today = done.stderr.partition("merk: 6 saker uten vurderingsdato; bruker i dag, ")
    assert told == ""
    assert {each["vurdert"] for each in result()} == {
        date(2024, 6, 1),
        date.fromisoformat(today[:10]),
    }


# --- what is not read -------------------------------------------------------------------------


@pytest.mark.usefixtures("alone")
def test_what_cannot_be_read_costs_that_alone_and_is_told(ntr: Ntr, rows: list[Row]) -> None:
    """A bad cell costs the fact, a case without a name that can be read costs the case."""
    told = [as_texts(each) for each in rows[:20]]
    told[2]["tjeneste"]["godkjenningsdato"] = "31.02.2024"
    told[9]["tjeneste"]["type"] = "behandlingsopplegg"
    told[11]["tjeneste"]["type"] = ""
    table(told)
    done = judged(ntr, "saker.parquet")
    assert done.exit_code == 2
    assert "rad 3: tjeneste.godkjenningsdato" in done.stderr
    assert "«behandlingsopplegg» er ikke en verdi" in done.stderr
    assert "0 rader satt til side, 3 opplysninger ikke lest" in done.stdout
    assert len(list(result())) == 20
    kept = Path("ut/del-00000-ikke-lest.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(each)["rad"] for each in kept] == ["rad 3", "rad 10", "rad 12"]
    assert answers(result()) == one_at_a_time(ntr, "saker.parquet", *PER)


@pytest.mark.usefixtures("alone")
def test_a_misspelt_group_stops_the_file_and_a_misspelt_fact_costs_the_fact(
    ntr: Ntr, rows: list[Row]
) -> None:
    """Which groups a case has must be sure."""
    table([{"sak": "A", "tjenste": {"type": "nasjonal behandlingstjeneste"}}])
    done = judged(ntr, "saker.parquet")
    assert (done.exit_code, Path("ut").exists()) == (2, False)
    assert "ukjent gruppe «tjenste»" in done.stderr
    assert "mente du «tjeneste»" in done.stderr
    table([each | {"tjeneste": each["tjeneste"] | {"stedr": "Oslo"}} for each in rows[:3]])
    done = judged(ntr, "saker.parquet")
    assert "ukjent nøkkel «stedr»" in done.stderr
    assert len(list(result())) == 3


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("columns", "called", "aside"),
    [
        ({"sak": ["a", "b"], "tjeneste": ["x", None]}, ["b"], "rad 1: tjeneste: venter en gruppe"),
        ({"sak": ["", "b", None]}, ["b", "saker-3"], "rad 1: sak: venter en tekst"),
        ({"sak": ["a  b", "c\u200bd"]}, ["a b"], "rad 2: sak: "),
        ({"sak": [7, 8], "tjeneste.godkjent": [True, None]}, ["7", "8"], ""),
        ({"sak": [b"a"]}, [], "rad 1: sak: venter en tekst"),
        ({"tjeneste.godkjent": [True]}, ["saker-1"], ""),
    ],
)
def test_what_a_case_is_called_must_be_sure(
    ntr: Ntr, columns: dict[str, list[Any]], called: list[str], aside: str
) -> None:
    """And which groups it has. Without that it is set aside; the others are judged."""
    pq.write_table(pa.table(columns), "saker.parquet")
    done = judged(ntr, "saker.parquet", more=(*PER, "--norm", "4-2"))
    assert [each["sak"] for each in result()] == called
    assert (done.exit_code == 2) is bool(aside)
    assert aside in done.stderr


@pytest.mark.usefixtures("alone")
def test_a_misspelt_part_spoils_the_fact_that_it_is_told_of(ntr: Ntr) -> None:
    """An assessment by nobody knows whom is no assessment."""
    fact = "tjeneste.godkjent"
    for part in ("", ".kildee"):
        table([{"sak": "A", fact: True, **({fact + part: "brev"} if part else {})}],
              f"saker{part}.parquet")  # fmt: skip
    plain = one_at_a_time(ntr, "saker.parquet", *PER)
    judged(ntr, "saker.kildee.parquet")
    assert answers(result()) == one_at_a_time(ntr, "saker.kildee.parquet", *PER) != plain


@pytest.mark.usefixtures("alone")
def test_what_is_worth_knowing_of_a_row_is_told(ntr: Ntr) -> None:
    """As when it is read by itself: here two places in one cell."""
    both = [{"helseforetak": "OUS og Ahus"}]
    table([{"sak": "A", "tjeneste": {"steder": both}}])
    done = judged(ntr, "saker.parquet")
    told = [each for each in done.stderr.splitlines() if each.startswith("merk: saker.parquet")]
    alone = ntr("vurder", "saker.parquet", *PER).stderr.splitlines()
    assert told == [each for each in alone if each.startswith("merk: saker.parquet")] != []


@pytest.mark.usefixtures("alone")
def test_two_rows_of_a_name_are_both_judged_and_told(ntr: Ntr) -> None:
    """An archive may have a case once a year."""
    table([{"sak": "A", "tjeneste": {"godkjent": True}}] * 3)
    done = judged(ntr, "saker.parquet")
    assert "merk: 2 rader heter det samme som en annen" in done.stderr
    assert len(list(result())) == 3


def test_a_table_without_rows_has_no_cases(ntr: Ntr) -> None:
    """And leaves no result."""
    pq.write_table(pa.table({"sak": pa.array([], pa.string())}), "saker.parquet")
    done = judged(ntr, "saker.parquet")
    assert (done.exit_code, Path("ut").exists()) == (2, False)
    assert "ingen saker i filen" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-", "--format", "parquet", "--ut", "ut"), "leser ikke fra standard inn"),
        (("saker.txt", "--format", "parquet", "--ut", "ut"), "leses fra filer som slutter på"),
        (("saker.parquet", "--format", "parquet"), "kan ikke skrives til skjermen"),
        (("borte.parquet", "--format", "parquet", "--ut", "ut"), "finner ikke borte.parquet"),
        (("saker.parquet", "--fortsett"), "--fortsett gjelder bare --format parquet"),
        (("saker.parquet", "--format", "parquet", "--ut", "."), "har noe annet i seg"),
        (("saker.parquet", "--format", "parquet", "--ut", "sak.json"), "er en fil"),
        (("saker.parquet", "--format", "parquet", "--ut", "ut", "--utfall", "brudd"),
         "gjelder ikke --format parquet"),
        (("rot.parquet", "--format", "parquet", "--ut", "ut"), "er ikke Parquet"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_before_the_work(
    ntr: Ntr, rows: list[Row], arguments: tuple[str, ...], told: str
) -> None:
    """What, and what to do."""
    table(rows[:2])
    Path("rot.parquet").write_text("sak;type\n", "utf-8")
    done = ntr("vurder", *arguments, *PER)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "hjelp:" in done.stderr


@pytest.mark.usefixtures("alone")
def test_a_full_disk_is_told(ntr: Ntr, rows: list[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is finished is kept, and the same command goes on from there."""
    table(rows[:3])

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        done = judged(ntr, "saker.parquet")
    assert done.exit_code == 2
    assert "det er ikke plass" in done.stderr
    assert "--fortsett gjør resten" in done.stderr
    judged(ntr, "saker.parquet", more=(*PER, "--fortsett"))
    assert len(list(result())) == 3


@pytest.mark.usefixtures("alone")
def test_a_table_that_is_broken_inside_is_told(ntr: Ntr, rows: list[Row]) -> None:
    """Its end says what is in it, but not that it is whole."""
    at = table(rows)
    whole = at.read_bytes()
    at.write_bytes(whole[:4] + bytes(2_000) + whole[2_004:])
    done = judged(ntr, "saker.parquet")
    assert done.exit_code == 2
    assert "er ødelagt" in done.stderr
    assert not list(Path("ut").glob("del-*.parquet"))
    done = ntr("vurder", "saker.parquet", *PER)
    assert done.exit_code == 2
    assert "etter rad 0: " in done.stderr
    assert "er ødelagt" in done.stderr


# --- a run that was ended ---------------------------------------------------------------------


def test_a_run_that_was_ended_is_gone_on_with(ntr: Ntr, rows: list[Row]) -> None:
    """Nothing is lost and nothing done twice; two processes share the work."""
    table(rows[:60], "a.parquet")
    table(rows[60:], "b.parquet")
    judged(ntr, "a.parquet", "b.parquet")
    whole = list(result())
    assert [each["sak"] for each in whole] == [each["sak"] for each in rows]
    Path("ut/del-00001.parquet").unlink()
    left = Path("ut/del-00001.uferdig-7")
    left.write_bytes(b"PAR1")
    again = judged(ntr, "a.parquet", "b.parquet")
    assert again.exit_code == 2
    assert "har et resultat fra før" in again.stderr
    assert "--fortsett" in again.stderr
    judged(ntr, "a.parquet", "b.parquet", more=(*PER, "--fortsett"))
    assert list(result()) == whole
    assert not left.exists()


@pytest.mark.usefixtures("alone")
def test_a_run_is_gone_on_with_only_as_it_was_begun(ntr: Ntr, rows: list[Row]) -> None:
    """Another day, another file or another choice of norms would be another result."""
    table(rows[:5])
    judged(ntr, "saker.parquet")
    for more, told in (
        (("--per", "2024-06-01"), "dagen er en annen"),
        ((*PER, "--norm", "4-2"), "normene er andre"),
        ((*PER, "--uten-formodninger"), "--uten-formodninger er en annen"),
        ((*PER, "--begrunnelse", "ingen"), "--begrunnelse er en annen"),
    ):
        done = judged(ntr, "saker.parquet", more=(*more, "--fortsett"))
        assert done.exit_code == 2
        assert told in done.stderr
    table(rows[:6])
    done = judged(ntr, "saker.parquet", more=(*PER, "--fortsett"))
    assert "endret siden" in done.stderr
