"""Lists in tables of their own beside the cases, by key: what is told, and that nothing is lost."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hjemmel.case.statements import Case, Content, Entries, Statement, Unreadable
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Note, Rejected, Told, Unread
from hjemmel.facts.related_files import beside, related
from hjemmel.facts.vocabulary import Vocabulary
from support.other_places import in_files, read

AT = ("tjeneste", "steder")
Rows = Sequence[Mapping[str, object]]
ReadBoth = Callable[[Rows, Rows], list[Told]]
CASES = [{"sak": "A", "tjeneste": {}}, {"sak": "B", "tittel": "Bee", "tjeneste": {"navn": "b"}}]


def cases(told: list[Told]) -> dict[str, Case]:
    """The cases by their names."""
    return {each.id: each for each in told if isinstance(each, Case)}


def reasons(told: list[Told]) -> list[str]:
    """What is wrong, by the file and the place."""
    found = [each.what if isinstance(each, Unread) else each for each in told]
    return [f"{each.file}, {each.place}: {each.reason}" for each in found
            if isinstance(each, Rejected)]  # fmt: skip


def places_of(case: Case) -> Content | None:
    """What a case says of its places; nothing where it says nothing."""
    found = case.records.get("tjeneste", {}).get("steder")
    return found[0].content if found else None


def known(*senger: int) -> Entries:
    """A list that is known in whole."""
    return Entries(tuple({"senger": (Statement(each),)} for each in senger))


def _write(at: Path, rows: Rows) -> None:
    heads = list(dict.fromkeys(key for row in rows for key in row))
    match at.suffix:
        case ".csv":
            lines = [heads, *([str(row.get(head, "")) for head in heads] for row in rows)]
            at.write_text("\n".join(";".join(line) for line in lines) + "\n", "utf-8")
        case ".parquet":
            pq.write_table(pa.Table.from_pylist([*rows]), at)
        case ".json":
            at.write_text(json.dumps([*rows]), "utf-8")
        case _:
            at.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


@pytest.fixture(params=[".csv", ".parquet", ".jsonl", ".json"])
def form(request: pytest.FixtureRequest) -> str:
    """What file the list stands in."""
    return str(request.param)


@pytest.fixture
def both(tmp_path: Path, schema: Schema, form: str, monkeypatch: pytest.MonkeyPatch) -> ReadBoth:
    """Reads cases in JSON lines, and their list in a file of the form."""
    monkeypatch.chdir(tmp_path)

    def reading(main: Rows, lists: Rows) -> list[Told]:
        _write(Path("a.jsonl"), main)
        _write(Path(f"l{form}"), lists)
        return read(in_files(Path("a.jsonl"), {AT: Path(f"l{form}")}), schema)

    return reading


def test_each_row_is_with_its_case(both: ReadBoth, form: str) -> None:
    """In the order of the rows; it is told where the list is read."""
    told = both(CASES, [{"sak": "B", "senger": 2}, {"sak": "A", "senger": 1},
                        {"sak": "B", "senger": 3}])  # fmt: skip
    assert {key: places_of(each) for key, each in cases(told).items()} == {
        "A": known(1), "B": known(2, 3)
    }  # fmt: skip
    assert told[0] == Note("a.jsonl", "", f"listen «tjeneste.steder» er lest fra l{form}")
    assert not reasons(told)


def test_a_case_without_rows_has_said_nothing(both: ReadBoth) -> None:
    """As in a workbook: that no row is there, is not that there is no place."""
    told = both(CASES, [{"sak": "A", "senger": 1}])
    assert places_of(cases(told)["B"]) is None


def test_an_orphan_may_be_anybodys(both: ReadBoth, form: str) -> None:
    """It is told of, and no list is known in whole until it has its case."""
    told = both(CASES, [{"sak": "A", "senger": 1}, {"sak": "Bb", "senger": 2}])
    (reason,) = reasons(told)
    assert reason.startswith(f"l{form}, ")
    assert reason.endswith(": saken «Bb» står ikke i a.jsonl")
    part = places_of(cases(told)["A"])
    assert isinstance(part, Entries)
    assert not part.complete


def test_by_title(both: ReadBoth) -> None:
    """Where only one case has it; else nobody knows whose the row is."""
    rows = [{"tittel": " bee", "senger": 2}]
    assert places_of(cases(both(CASES, rows))["B"]) == known(2)
    told = both([*CASES, {"sak": "C", "tittel": "BEE", "tjeneste": {}}], rows)
    assert "2 saker har tittelen" in reasons(told)[0]
    assert places_of(cases(told)["B"]) is None


def test_a_missing_key(both: ReadBoth) -> None:
    """No row can have its case; what the cases say themselves is then known in part."""
    own = [{"sak": "A", "tjeneste": {"steder": [{"senger": 1}]}}]
    told = both(own, [{"senger": 2}])
    assert "tabellen mangler kolonnen «sak»" in reasons(told)[0]
    part = places_of(cases(told)["A"])
    assert isinstance(part, Entries)
    assert not part.complete


def test_a_list_said_twice(both: ReadBoth) -> None:
    """In the case and in a table of its own: nobody knows which is meant."""
    own = [{"sak": "A", "tjeneste": {"steder": [{"senger": 1}]}}]
    told = both(own, [{"sak": "A", "senger": 2}])
    assert isinstance(places_of(cases(told)["A"]), Unreadable)
    assert "listen er gitt både i saken og i sin egen tabell" in reasons(told)[0]


def test_what_a_case_says_of_the_extent(both: ReadBoth) -> None:
    """«minst» in the case: the table does not have them all."""
    own = [{"sak": "A", "tjeneste": {"steder": {"minst": []}}}]
    part = places_of(cases(both(own, [{"sak": "A", "senger": 2}]))["A"])
    assert part == Entries(known(2).members, complete=False)


def test_a_cell_that_cannot_be_read(both: ReadBoth, form: str) -> None:
    """It is told where in the other file it stands, and costs that fact."""
    told = both(CASES, [{"sak": "A", "senger": "mange"}])
    (reason,) = reasons(told)
    assert reason.startswith(f"a.jsonl, l{form}, ")
    found = places_of(cases(told)["A"])
    assert isinstance(found, Entries)
    assert len(found.members) == 1


def test_unknown_columns(both: ReadBoth) -> None:
    """A misspelt one costs what stands in it, and is told."""
    told = both(CASES, [{"sak": "A", "senger": 1, "sengr": 2}])
    assert places_of(cases(told)["A"]) == known(1)
    assert any("sengr" in each for each in reasons(told))


def test_two_cases_of_one_name(both: ReadBoth) -> None:
    """The first is read, the other is told of as ever."""
    told = both([CASES[0], CASES[0]], [{"sak": "A", "senger": 1}])
    assert places_of(cases(told)["A"]) == known(1)
    assert "er allerede lest" in reasons(told)[0]


def test_cases_that_cannot_be_read(tmp_path: Path, schema: Schema) -> None:
    """It is told of them, and not of each row of a list that it has no case."""
    (tmp_path / "a.csv").write_text("sak;rart\nA;1\n", "utf-8")
    (tmp_path / "l.csv").write_text("sak;senger\nA;1\n", "utf-8")
    told = read(in_files(tmp_path / "a.csv", {AT: tmp_path / "l.csv"}), schema)
    (reason,) = reasons(told)
    assert reason.endswith("ukjent kolonne «rart»")


def test_a_list_that_is_not_there(tmp_path: Path, schema: Schema) -> None:
    """The cases are read without it, and it is told."""
    _write(tmp_path / "a.jsonl", CASES)
    told = read(in_files(tmp_path / "a.jsonl", {AT: tmp_path / "borte.csv"}), schema)
    assert set(cases(told)) == {"A", "B"}
    assert "filen finnes ikke" in reasons(told)[0]


def test_a_broken_list(tmp_path: Path, schema: Schema) -> None:
    """What is read of it is used, and known in part."""
    _write(tmp_path / "a.jsonl", CASES)
    (tmp_path / "l.csv").write_text("sak;senger\nA;1\nA;2;3\n", "utf-8")
    told = read(in_files(tmp_path / "a.jsonl", {AT: tmp_path / "l.csv"}), schema)
    assert places_of(cases(told)["A"]) == Entries(known(1).members, complete=False)
    assert len(reasons(told)) == 1


def test_a_heading_under_titles(tmp_path: Path, schema: Schema) -> None:
    """A list in CSV is read as a sheet is, with what stands above it."""
    _write(tmp_path / "a.jsonl", CASES)
    (tmp_path / "l.csv").write_text("Alle steder;\nsak;senger\nA;1\nSum;1\n", "utf-8")
    told = read(in_files(tmp_path / "a.jsonl", {AT: tmp_path / "l.csv"}), schema)
    assert places_of(cases(told)["A"]) == known(1)
    texts = [each.text for each in told if isinstance(each, Note)]
    assert any("«Alle steder»" in each for each in texts)
    assert any("den er en sum" in each for each in texts)


# --- by the names of files -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["t.csv", "t.steder.csv"], {"t.steder.csv": "t.csv"}),
        (["t.steder.csv", "t.csv"], {"t.steder.csv": "t.csv"}),
        (["t.csv", "t.tjeneste.steder.parquet"], {"t.tjeneste.steder.parquet": "t.csv"}),
        (["saker.csv", "tjeneste.steder.csv"], {"tjeneste.steder.csv": "saker.csv"}),
        (["saker.csv", "steder.csv"], {}),
        (["t.csv", "tjeneste.steder.csv"], {}),
        (["t.csv", "t.rart.csv"], {}),
        (["t.csv", "t.steder.xlsx"], {}),
        (["t.csv", "u.steder.csv"], {}),
        (["m/t.csv", "t.steder.csv"], {}),
    ],
)
def test_which_files_are_lists(names: list[str], expected: dict[str, str], schema: Schema) -> None:
    """By the name of the file with the cases, and that of the list after it."""
    found = related([Path(each) for each in names], Vocabulary.of(schema))
    assert {each.file.as_posix(): each.main.as_posix() for each in found} == expected


def test_lists_that_lie_beside(tmp_path: Path, schema: Schema) -> None:
    """They are found, so that it can be told that they are not read."""
    for name in ("t.csv", "t.steder.csv", "t.rart.csv", ".t.steder.csv", "u.steder.csv"):
        (tmp_path / name).touch()
    found = beside(tmp_path / "t.csv", Vocabulary.of(schema))
    assert [each.name for each in found] == ["t.steder.csv"]
