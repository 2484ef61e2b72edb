"""Cases in the tables of a database: what is special to values with types."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hjemmel.case.statements import Case, Content, Entries, Statement
from hjemmel.core.schema import Schema
from hjemmel.facts.database.query import fault_of
from hjemmel.facts.database.tables import Query, Table, place, tables_of
from hjemmel.facts.reading import Note, Rejected, Told, Unread
from support.other_places import database, in_file, in_tables, read

STEDER = {("tjeneste", "steder"): "steder"}


def cases(told: list[Told]) -> list[Case]:
    """The cases among what is told."""
    return [each for each in told if isinstance(each, Case)]


def reasons(told: list[Told]) -> list[str]:
    """What is wrong, by where it stands."""
    found = [each.what if isinstance(each, Unread) else each for each in told]
    return [f"{each.place}: {each.reason}" for each in found if isinstance(each, Rejected)]


def content(case: Case, key: str) -> Content:
    """What a case says of a fact of the service."""
    (statement,) = case.records["tjeneste"][key]
    return statement.content


ByScript = Callable[..., list[Told]]
SERVICES = Table("tjenester")


@pytest.fixture
def by_script(tmp_path: Path, schema: Schema) -> ByScript:
    """Reads a table, or what a query gives, of a database made by a script."""

    def reading(script: str, asked: Table | Query = SERVICES) -> list[Told]:
        at = tmp_path / "fil.db"
        with closing(sqlite3.connect(at)) as made:
            made.executescript(script)
        return read(place(in_file(at), asked), schema)

    return reading


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        ("1", "godkjent", True),
        ("0", "godkjent", False),
        ("'ja'", "godkjent", True),
        ("12", "antall_pasienter", 12),
        ("12.0", "antall_pasienter", 12),
        ("1234567890123456", "antall_pasienter", 1234567890123456),
        ("'2024-03-15'", "godkjenningsdato", "2024-03-15"),
        ("'15.03.2024'", "godkjenningsdato", "2024-03-15"),
        ("'1850-03-15'", "godkjenningsdato", "1850-03-15"),
    ],
)
def test_values(by_script: ByScript, value: str, key: str, expected: object) -> None:
    """Yes and no as SQLite has them, whole numbers of any size, and days in any century."""
    told = by_script(f'create table tjenester (sak, "{key}" date); '
                     f"insert into tjenester values ('A', {value})")  # fmt: skip
    (case,) = cases(told)
    assert str(content(case, key)) == str(expected)
    assert not reasons(told)


def test_one_is_no_yes_where_it_is_a_number(by_script: ByScript) -> None:
    """A count of one is one."""
    (case,) = cases(by_script("create table tjenester (sak, antall_pasienter); "
                              "insert into tjenester values ('A', 1)"))  # fmt: skip
    assert content(case, "antall_pasienter") == 1
    assert content(case, "antall_pasienter") is not True


def test_what_cannot_be_read_costs_the_fact(by_script: ByScript) -> None:
    """By the row, and the column; null is not given, and a row of nothing is no row."""
    told = by_script("""create table tjenester (sak, godkjent boolean, søknad);
                        insert into tjenester values ('A', 'kanskje', null), ('B', null, 1),
                        ('C', 7, 0), (null, null, null)""")
    assert [each.id for each in cases(told)] == ["A", "B", "C"]
    assert [list(each.records) for each in cases(told)] == [["tjeneste"], ["søknad"], ["tjeneste"]]
    assert [each.partition(":")[0] for each in reasons(told)] == ["rad 2", "rad 4"]


def test_a_case_in_several_rows(by_script: ByScript) -> None:
    """In a query they stand together where it says so."""
    query = 'select sak, "steder.helseforetak" from tjenester order by sak, nr'
    told = by_script("""create table tjenester (nr integer primary key, sak,
                        "steder.helseforetak");
                        insert into tjenester values (3, 'B', 'OUS'), (1, 'B', 'Haukeland'),
                        (2, 'A', 'OUS')""", Query(query, ""))  # fmt: skip
    first, second = cases(told)
    assert (first.id, second.id) == ("A", "B")
    entries = content(second, "steder")
    assert isinstance(entries, Entries)
    assert [each["helseforetak"][0].content for each in entries.members] == [  # type: ignore[index]
        "Helse Bergen HF", "Oslo universitetssykehus HF"
    ]  # fmt: skip


def test_a_table_puts_rows_of_a_case_together(by_script: ByScript) -> None:
    """They may be stored anywhere."""
    told = by_script("""create table tjenester (sak, "steder.senger");
                        insert into tjenester values ('B', 1), ('A', 2), ('B', 3)""")
    assert [each.id for each in cases(told)] == ["A", "B"]
    assert content(cases(told)[1], "steder") == Entries(
        ({"senger": (Statement(1),)}, {"senger": (Statement(3),)})
    )
    assert not reasons(told)


def test_headings_are_as_in_any_table(by_script: ByScript) -> None:
    """One that is not known stops the table; a misspelt fact costs what stands in it."""
    told = by_script("create table tjenester (sak, rart); insert into tjenester values ('A', 1)")
    assert reasons(told) == ["kolonne «rart»: ukjent kolonne «rart»"]
    (note,) = [each for each in told if isinstance(each, Note)]
    assert "«ntr skjema --oversett tjenester --database … --ut kolonner.tsv»" in note.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Table("tom"), "det er ingen rader"),
        (Table("tjenestr"), "har ingen tabell «tjenestr»"),
        (Query("select sakk from tom", ""), "no such column: sakk"),
        (Query("select max(1", ""), "incomplete input"),
    ],
)
def test_what_is_not_there(by_script: ByScript, asked: Table | Query, said: str) -> None:
    """An empty table, one that is not there, and what the database itself refuses."""
    (reason,) = reasons(by_script("create table tjenester (sak); create table tom (sak)", asked))
    assert said in reason


def test_a_view(by_script: ByScript) -> None:
    """It is read as a table is."""
    script = """create table t (sak); insert into t values ('A');
                create view tjenester as select sak, 'Rar' as tittel from t"""
    (case,) = cases(by_script(script))
    assert case.title == "Rar"


def test_no_file_is_made(tmp_path: Path) -> None:
    """As SQLite would where a name is misspelt; nor is one taken that is no database."""
    found = tables_of(in_file(tmp_path / "feil.db"))
    assert "filen finnes ikke" in found.reason  # type: ignore[union-attr]
    assert not (tmp_path / "feil.db").exists()
    (tmp_path / "tekst.db").write_text("sak;tittel\n" * 100, "utf-8")
    found = tables_of(in_file(tmp_path / "tekst.db"))
    assert "file is not a database" in found.reason  # type: ignore[union-attr]


def test_lists(tmp_path: Path, schema: Schema) -> None:
    """By the name of the case, also where that is a number; where each stands is told."""
    of = database(tmp_path / "a.db", {
        "tjenester": [["sak", "godkjent"], [1, "ja"], [2, "ja"]],
        "steder": [["sak", "senger"], [1, 4], [1, "mange"], [2, 5]],
    })  # fmt: skip
    told = read(in_tables(of, "tjenester", STEDER), schema)
    first, second = cases(told)
    assert content(second, "steder") == Entries(({"senger": (Statement(5),)},))
    assert len(content(first, "steder").members) == 2  # type: ignore[union-attr]
    (reason,) = reasons(told)
    assert reason.startswith("tabell steder, rad 2: ")
    place_of = first.place_of
    assert place_of(("tjeneste", "steder", 0, "senger")) == "tabell steder, rad 1, kolonne «senger»"
    assert place_of(("tjeneste", "steder")) == "tabell steder, ny rad"


# --- what is asked ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "select 1",
        "  SELECT sak FROM t;  ",
        "-- hva som helst; delete\nselect 1",
        "/* drop */ with a as (select 1) select * from a",
        "(select 1) union (select 2)",
        "select 'delete; from' as \"update\" from t",
    ],
)
def test_what_only_reads_is_asked(query: str) -> None:
    """Words in remarks, texts and names do nothing."""
    assert fault_of(query) is None


@pytest.mark.parametrize(
    "query",
    [
        "", ";", "delete from t", "select 1; select 2", "with a as (delete from t) select 1",
        "select * into b from t", "pragma writable_schema = 1", "attach 'x' as y", "begin",
        "explain select 1", "update t set a = 'select'",
    ],
)  # fmt: skip
def test_what_may_write_is_not(query: str) -> None:
    """Whatever the database would let it do."""
    assert fault_of(query) is not None
