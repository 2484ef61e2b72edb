"""One bad file costs itself: whatever its reader stops at, and however long it is."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from hjemmel.core.schema import Schema
from hjemmel.diagnostics.suggest import nearest
from hjemmel.facts import json_file, reading
from hjemmel.facts.faults import Found, Origin, RawCase
from hjemmel.facts.reading import read_cases
from hjemmel.facts.vocabulary import Vocabulary
from support.work import Held, work


class PanicException(BaseException):
    """As the library for Excel raises it."""


def stopping(fault: BaseException) -> reading.Reader:
    """A reader that gives one case and stops."""

    def read(file: reading.Opened, _: reading.Meant) -> Iterator[Found]:
        yield RawCase({"tjeneste": {"navn": "A"}}, Origin(file.name, "sak 1", "A"))
        raise fault

    return read


@pytest.mark.parametrize(
    "fault", [KeyError("x"), MemoryError(), RecursionError(), OSError(), PanicException()]
)
def test_a_reader_that_stops_is_told_by_the_name_of_its_fault(
    fault: BaseException, schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cases before it are kept, and the next file is read."""
    monkeypatch.setitem(reading.FORMATS, ".csv", stopping(fault))
    (tmp_path / "a.csv").write_text("x", "utf-8")
    found = read_cases(tmp_path / "a.csv", schema)
    assert [each.id for each in found.cases] == ["A"]
    (told,) = found.rejected
    assert told.code == "NTR545"
    assert f"{type(fault).__name__} (test_reader_faults.py:" in told.reason


def test_whoever_stops_the_program_stops_it(
    schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no fault of the file's."""
    monkeypatch.setitem(reading.FORMATS, ".csv", stopping(KeyboardInterrupt()))
    (tmp_path / "a.csv").write_text("x", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        read_cases(tmp_path / "a.csv", schema)


def test_a_decoder_that_stops_costs_that_case(
    schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others in the file are read."""
    decode = reading.decode

    def broken(found: RawCase, vocabulary: Vocabulary) -> object:
        if found.origin.default_id.endswith("-1"):
            raise IndexError
        return decode(found, vocabulary)

    monkeypatch.setattr(reading, "decode", broken)
    file = tmp_path / "a.json"
    file.write_text(json.dumps([{"tjeneste": {"navn": "A"}}] * 2), "utf-8")
    found = read_cases(file, schema)
    assert [each.id for each in found.cases] == ["a-2"]
    assert [(each.code, each.record) for each in found.rejected] == [("NTR545", "sak 1")]


def merged(folder: Path, ranges: list[str]) -> Path:
    """A workbook of one service, with these merged ranges written into it."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet("saker")
    sheet.write_row(0, 0, ["sak", "tjeneste.navn", "tjeneste.godkjent", "tjeneste.type"])
    for row in range(1, 40):
        sheet.write_row(row, 0, [f"S-{row}", "navn"])
    sheet.merge_range("A50:B50", "")
    book.close()
    made = folder / "saker.xlsx"
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if b"<mergeCell " in text:
                cells = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
                text = text.replace(b'<mergeCell ref="A50:B50"/>', cells.encode())
            new.writestr(part, text)
    return made


def test_a_merged_range_may_be_given_from_its_end(schema: Schema, tmp_path: Path) -> None:
    """It was a fault in the program that ended the run for every other file."""
    backwards = read_cases(merged(tmp_path, ["C2:B2"]), schema)
    forwards = read_cases(merged(tmp_path, ["B2:C2"]), schema)
    assert {each.code for each in (*backwards.rejected, *backwards.unread)} == {"NTR517"}
    assert backwards == forwards


def rewritten(folder: Path, old: bytes, new: bytes, again: str = "") -> Path:
    """The workbook with something in its sheet in other words; `again` is a part given twice."""
    whole = merged(folder, ["B2:C2"])
    made = folder / "endret.xlsx"
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(made, "w") as after:
        for part in before.namelist():
            text = before.read(part)
            if "sheet1.xml" in part and part.endswith(".xml"):
                assert old in text
                text = text.replace(old, new, 1)
            after.writestr(part, text)
        if again:
            after.writestr(again, before.read("xl/worksheets/sheet1.xml"))
    return made


@pytest.mark.parametrize("address", ["B3999999999", "XFE3", "ZZZ3", "B0", "B1048577", "b3", "3B"])
def test_a_cell_that_no_sheet_has_is_refused(address: str, schema: Schema, tmp_path: Path) -> None:
    """The library made room for all the cells up to it, and ended the process for want of room."""
    found = read_cases(rewritten(tmp_path, b'r="B3"', f'r="{address}"'.encode()), schema)
    assert [each.code for each in found.rejected] == ["NTR501"]
    assert not found.cases


@pytest.mark.parametrize("row", ["0", "1048577", "-1", "99999999999"])
def test_a_row_that_no_sheet_has_is_refused(row: str, schema: Schema, tmp_path: Path) -> None:
    """As with a cell."""
    found = read_cases(rewritten(tmp_path, b'<row r="3"', f'<row r="{row}"'.encode()), schema)
    assert [each.code for each in found.rejected] == ["NTR501"]


def test_a_part_that_is_there_twice_is_refused(schema: Schema, tmp_path: Path) -> None:
    """One reader would look through the one, and another read the other."""
    twice = rewritten(tmp_path, b'r="B3"', b'r="B3"', "xl/worksheets/SHEET1.xml")
    found = read_cases(twice, schema)
    assert [each.code for each in found.rejected] == ["NTR501"]


def test_merged_ranges_across_one_another_are_refused(schema: Schema, tmp_path: Path) -> None:
    """Each would be gone through by itself: a file of 40 kB took two minutes."""
    found = read_cases(merged(tmp_path, ["A1:C40"] * 3000), schema)
    assert [each.code for each in found.rejected] == ["NTR501"]
    assert "oppå hverandre" in found.rejected[0].reason


def test_a_key_given_twice_is_found_among_many(schema: Schema, tmp_path: Path) -> None:
    """Also where the object is long."""
    members = ",".join(f'"k{each}": 1' for each in range(1000))
    file = tmp_path / "a.json"
    file.write_text(f'{{{members}, "sak": "a", "sak": "b"}}', "utf-8")
    found = read_cases(file, schema)
    twice = [each.reason for each in (*found.rejected, *found.unread)
             if each.code == "NTR508"]  # fmt: skip
    assert twice == ["nøkkelen «sak» står to ganger"]


def test_no_key_is_held_against_every_other() -> None:
    """A key that comes twice is looked for in work that grows as the object does."""
    keys = [Held(f"k{each}") for each in range(200)]
    Held.times[0] = 0
    json_file._mapping([(each, 1) for each in (*keys, keys[0])])
    assert Held.times[0] < 10 * len(keys)


def test_a_suggestion_for_a_name_as_long_as_a_book_takes_no_more_work() -> None:
    """Only the beginning of it is held against the names there are."""
    names = [f"{'navn ' * 20}{each}" for each in range(20)]
    short = work(lambda: nearest("navn " * 100, names))
    assert 0 < work(lambda: nearest("navn " * 1000, names)) <= short
