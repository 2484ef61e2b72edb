"""Files that are not there, cannot be opened, or need a library that is missing."""

import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel.core.schema import Schema
from hjemmel.facts import excel_scan
from hjemmel.facts.excel_scan import scan_workbook
from hjemmel.facts.faults import Mistake
from hjemmel.facts.reading import FORMATS, Reading, read_cases

Read = Callable[[str, str], Reading]


@pytest.mark.parametrize("name", ["finnes ikke.json", "a\0b.json", "x" * 5000 + ".json"])
def test_no_such_file(tmp_path: Path, schema: Schema, name: str) -> None:
    """A file that is not there gives one rejection, without a place."""
    (rejected,) = read_cases(tmp_path / name, schema).rejected
    assert (rejected.code, rejected.place) == ("NTR501", "")


def test_directory(tmp_path: Path, schema: Schema) -> None:
    """A directory is told from a file, whatever it is called."""
    (tmp_path / "mappe.json").mkdir()
    (rejected,) = read_cases(tmp_path / "mappe.json", schema).rejected
    assert rejected.reason == "dette er en mappe"


def test_locked_file(tmp_path: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened gives a rejection."""

    def locked(*_: object) -> int:
        raise PermissionError(13, "locked")

    path = tmp_path / "s.json"
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(os, "open", locked)
    (rejected,) = read_cases(path, schema).rejected
    assert rejected.reason == "du har ikke tilgang"


def test_yaml_without_the_library(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing reader of YAML is told with the command that installs it."""
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    (rejected,) = read("s.yaml", "sak: A").rejected
    assert rejected.code == "NTR510"
    assert "hjemmel[yaml]" in rejected.help


def test_excel_without_the_library(
    read_sheets: Callable[[object], Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing reader of Excel is told with the command that installs it."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    (rejected,) = read_sheets({"saker": [["sak"], ["A"]]}).rejected
    assert rejected.code == "NTR510"
    assert "hjemmel[excel]" in rejected.help


@pytest.mark.parametrize("suffix", [each for each in FORMATS if each not in (".xlsx", ".parquet")])
def test_upper_case_suffix(read: Read, suffix: str) -> None:
    """The end of the name may be in capitals."""
    text = "sak\nA\n" if suffix == ".csv" else '{"sak": "A"}'
    assert [each.id for each in read("S" + suffix.upper(), text).cases] == ["A"]


def test_a_workbook_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file that unpacks to a huge one is refused before it is unpacked."""
    monkeypatch.setattr(excel_scan, "MOST_BYTES", 1_000_000)
    path = tmp_path / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000)
    found = scan_workbook(path.read_bytes())
    assert isinstance(found, Mistake)
    assert "for stor" in found.reason


def test_second_case_of_the_same_name(read: Read) -> None:
    """The first of two cases with one name is kept; the other is told where the first stands."""
    reading = read("s.jsonl", '{"sak": "A", "tittel": "én"}\n{"sak": " A "}\n')
    assert [each.title for each in reading.cases] == ["én"]
    assert "linje 1" in reading.rejected[0].reason


def test_files_are_read_alike_in_any_order_of_keys(read: Read) -> None:
    """The order of keys carries no meaning."""
    (one,) = read("s.json", '{"sak": "A", "tjeneste": {"navn": "x", "godkjent": true}}').cases
    (two,) = read("s.json", '{"tjeneste": {"godkjent": true, "navn": "x"}, "sak": "A"}').cases
    assert one == two
