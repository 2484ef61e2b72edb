"""What is missing names the cell to fill in, where a case is read from Excel or CSV."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from jsonschema import Draft202012Validator

from support.command_line import Ntr

HEADS = ["sak", "vurderingsdato", "tjeneste.type", "tjeneste.godkjent", "søknad"]
ROW = ["T-1", "2024-06-01", "flerregional behandlingstjeneste", "ja"]
PLACES = [["sak", "helseforetak"], ["T-1", "OUS"], ["T-1"]]
TWO_TRUSTS = ("--norm", "4-2/to-helseforetak")
TEXTS = "vurder", "forklar"


def fill(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """Write rows of texts as the sheets of a workbook."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)


@pytest.mark.parametrize("command", TEXTS)
def test_the_cell_of_an_entry(folder: Path, ntr: Ntr, command: str) -> None:
    """The text tells the sheet and the cell of what is missing."""
    fill(folder / "s.xlsx", {"Saker": [HEADS, ROW], "tjeneste.steder": PLACES})
    shown = ntr(command, "s.xlsx", *TWO_TRUSTS).stdout
    assert "helseforetak (steder nr. 2; ark tjeneste.steder, celle B3)" in shown


@pytest.mark.parametrize("command", TEXTS)
@pytest.mark.parametrize(
    ("row", "place"),
    [
        (["T-1", "2024-06-01", "", "ja"], "tjenestens type (ark Saker, celle C2)"),
        (ROW, "tjenestens steder (ark tjeneste.steder, ny rad)"),
    ],
)
def test_the_cell_of_a_case(
    folder: Path, ntr: Ntr, command: str, row: list[str], place: str
) -> None:
    """What the case itself lacks has its cell, and a list the sheet where a row is added."""
    fill(folder / "s.xlsx", {"Saker": [HEADS, row], "tjeneste.steder": PLACES[:1]})
    assert place in ntr(command, "s.xlsx", *TWO_TRUSTS).stdout


def test_discretion_and_pending_matters(folder: Path, ntr: Ntr) -> None:
    """An assessment that nobody made, and a matter that is pending, have cells too."""
    made = "vurderinger.tilbudet_er_høyspesialisert"
    heads = [*HEADS, made, "vurderinger.tilbudet_er_i_hovedsak_for_en_liten_pasientgruppe"]
    fill(folder / "s.xlsx", {"Saker": [heads, [*ROW, "", "avventer: vedtak"]]})
    shown = ntr("forklar", "s.xlsx", "--norm", "2/behandlingstjeneste").stdout
    assert "at tilbudet er i hovedsak for en liten pasientgruppe (ark Saker, celle G2)" in shown
    assert "tilbudet er høyspesialisert (vedtak; ark Saker, celle F2)" in shown


def test_csv(folder: Path, ntr: Ntr) -> None:
    """A CSV file has lines and columns."""
    (folder / "s.csv").write_text(f"{';'.join(HEADS)}\n{';'.join(ROW[:3])};;\n", "utf-8")
    shown = ntr("vurder", "s.csv", "--norm", "3/rhf-ansvar").stdout
    assert "om tjenesten er godkjent (linje 2, kolonne «tjeneste.godkjent»)" in shown


def test_several_cases(folder: Path, ntr: Ntr) -> None:
    """The overview names the cell of what each case waits for; what is common to all has none."""
    rows = [[case, "2024-06-01", "", "ja"] for case in ("T-1", "T-2")]
    fill(folder / "s.xlsx", {"Saker": [HEADS, *rows]})
    shown = ntr("vurder", "s.xlsx", *TWO_TRUSTS).stdout
    assert "tjenestens type (ark Saker, celle C2)" in shown
    assert "tjenestens type (ark Saker, celle C3)" in shown
    assert shown.rstrip().endswith("tjenestens type")


def test_json_of_a_workbook(folder: Path, ntr: Ntr) -> None:
    """`mangler` has the cell as `celle`, as the schema of verdicts says."""
    heads = [*HEADS, "tjeneste.opprettet"]
    fill(folder / "s.xlsx", {"Saker": [heads, ROW], "tjeneste.steder": PLACES})
    made = json.loads(ntr("vurder", "s.xlsx", "--format", "json").stdout)
    Draft202012Validator(json.loads(ntr("skjema", "--verdikt").stdout)).validate(made)
    cells = {
        each["opplysning"]: each["celle"]
        for verdict in made["verdikter"]
        for each in verdict["mangler"]
        if "celle" in each
    }
    assert cells["tjeneste.steder[1].helseforetak"] == "ark tjeneste.steder, celle B3"
    assert cells["tjeneste.opprettet"] == "ark Saker, celle F2"


def test_other_files_have_no_cells(ntr: Ntr) -> None:
    """A case in JSON is told as before."""
    assert '"celle"' not in ntr("vurder", "sak.json", "--format", "json").stdout
    assert "celle" not in ntr("vurder", "sak.json").stdout


def test_the_cell_in_a_table(folder: Path, ntr: Ntr) -> None:
    """Also where many cases are answered in a table, what is missing has its cell."""
    fill(folder / "s.xlsx", {"Saker": [HEADS, ["T-1", "2024-06-01", "", "ja"]]})
    shown = ntr("vurder", "s.xlsx", *TWO_TRUSTS, "--format", "csv").stdout
    owner = "ansvarlig regionalt helseforetak"
    assert f"tjeneste.type (mangler, hos {owner}, ark Saker, celle C2)" in shown
