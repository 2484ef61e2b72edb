"""A small schema with every type, and a way to read a text as a file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import (
    Enumeration,
    FieldDeclaration,
    RecordDeclaration,
    Register,
    RegisterEntry,
    Schema,
)
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Text,
    Truth,
    Whole,
    Year,
)
from hjemmel.facts.reading import Reading, read_cases
from hjemmel.facts.template import TemplateBasis

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]


def _declared(key: str, kind: object, holder: str = "", meaning: str = "") -> FieldDeclaration:
    return FieldDeclaration(key, key.replace("_", " "), kind, holder, meaning)  # type: ignore[arg-type]


SERVICE = RecordDeclaration(
    "tjeneste",
    "tjenesten",
    "tjenestens",
    (
        _declared("navn", Text(), meaning="Hva tjenesten heter."),
        _declared("type", Enumerated("tjenestetype"), "Helsedirektoratet"),
        _declared("godkjent", Truth()),
        _declared("godkjenningsdato", Date()),
        _declared("første_år", Year()),
        _declared("første_kvartal", Quarter()),
        _declared("første_måned", Month()),
        _declared("antall_pasienter", Whole()),
        _declared("andel", Fraction()),
        _declared("tilskudd", Money()),
        _declared("varighet", Months()),
        _declared("frist", Days()),
        _declared("eier", Registered("helseforetak")),
        _declared("helsegevinst", Assessed("departementet")),
        _declared("fagområder", Listed(Enumerated("fagområde"))),
        _declared("møtedatoer", Listed(Date())),
        _declared("stikkord", Listed(Text())),
        _declared("steder", Listed(Row("sted"))),
    ),
)

APPLICATION = RecordDeclaration(
    "søknad",
    "søknaden",
    "søknadens",
    (
        _declared("dato", Date()),
        _declared("mottaker", Text()),
        _declared("navn", Text()),
    ),
    optional=True,
)

PLACE = RecordDeclaration(
    "sted",
    "stedet",
    "stedets",
    (
        _declared("helseforetak", Registered("helseforetak")),
        _declared("helseregion", Enumerated("helseregion")),
        _declared("senger", Whole()),
        _declared("åpnet", Date()),
        _declared("egnet", Assessed("departementet")),
    ),
    entry=True,
)

SCHEMA = Schema(
    records=(SERVICE, APPLICATION, PLACE),
    enumerations=(
        Enumeration(
            "tjenestetype",
            ("nasjonal behandlingstjeneste", "flerregional behandlingstjeneste"),
        ),
        Enumeration("fagområde", ("kirurgi", "øyesykdommer", "genetikk")),
        Enumeration("helseregion", ("Helse Vest", "Helse Midt", "Helse Nord")),
    ),
    registers=(
        Register(
            "helseforetak",
            (
                RegisterEntry("Oslo universitetssykehus HF", ("OUS", "Oslo universitetssjukehus")),
                RegisterEntry("Helse Bergen HF", ("Haukeland",)),
                RegisterEntry("St. Olavs hospital HF", ("St. Olav",)),
            ),
        ),
    ),
)


@pytest.fixture
def schema() -> Schema:
    """A schema with every type of fact."""
    return SCHEMA


@pytest.fixture
def basis() -> TemplateBasis:
    """A rulebook over that schema, without norms."""
    return basis_of(SCHEMA)


def basis_of(schema: Schema, *norms: Norm) -> TemplateBasis:
    """A rulebook over a schema, as a template is made from it."""
    program = Program("prøve", "f1" * 32, schema, norms, tuple(each.id for each in norms))
    return TemplateBasis(program, "9.9", lambda name: f"er {name}")


@pytest.fixture
def read(tmp_path: Path, schema: Schema) -> Read:
    """Reads a text as a file with the given name."""

    def reading(name: str, text: str) -> Reading:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return read_cases(path, schema)

    return reading


@pytest.fixture
def read_sheets(tmp_path: Path, schema: Schema) -> Callable[[Sheets], Reading]:
    """Reads rows of cells as the sheets of a workbook."""

    def reading(sheets: Sheets) -> Reading:
        path = tmp_path / "saker.xlsx"
        write_workbook(path, sheets)
        return read_cases(path, schema)

    return reading


def write_workbook(path: Path, sheets: Sheets) -> None:
    """Writes rows of cells as the sheets of a workbook."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(at, column, cell)
                    elif cell is not None:
                        sheet.write(at, column, cell)


@pytest.fixture
def write() -> Callable[[Path, Sheets], None]:
    """Writes rows of cells as a workbook."""
    return write_workbook


@pytest.fixture
def rulebook() -> Callable[..., TemplateBasis]:
    """A rulebook of a schema and norms."""
    return basis_of
