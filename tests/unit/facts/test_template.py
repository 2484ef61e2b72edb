"""The templates: JSON Schema, CSV and Excel."""

import json
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import load_workbook

from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Listed, Row, Text
from hjemmel.facts.patterns import VISIBLE
from hjemmel.facts.reading import Reading, read_cases
from hjemmel.facts.template import TemplateBasis, csv_template, json_schema, xlsx_template
from hjemmel.facts.template_columns import TemplateColumn
from hjemmel.facts.template_workbook import width_of

Read = Callable[[str, str], Reading]
Rulebook = Callable[..., TemplateBasis]


def test_json_schema_is_one(schema: Schema) -> None:
    """It is valid JSON Schema, and plain JSON."""
    found = json_schema(schema)
    Draft202012Validator.check_schema(found)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        '{"sak": "A", "tittel": null, "vurderingsdato": "2024-01-01"}',
        '{"tjeneste": {}}',
        '{"tjeneste": {"godkjent": "ja", "andel": 1.5, "tilskudd": 10}}',
        '{"tjeneste": {"godkjent": {"verdi": true, "kilde": "x", "grad": "part"}}}',
        '{"tjeneste": {"godkjent": [{"verdi": true}, {"verdi": {"avventer": "x"}}]}}',
        '{"tjeneste": {"helsegevinst": {"verdi": true, "av": "x", "dato": "2024-01-01"}}}',
        '{"tjeneste": {"fagområder": {"minst": ["kirurgi"]}}}',
        '{"tjeneste": {"steder": [{"senger": null}, {"åpnet": "ikke utført"}]}}',
        '{"tjeneste": {"steder": [{"verdi": [{"senger": 1}], "kilde": "x"}]}}',
        '{"ukjent": {}}',
        '{"sted": {}}',
        '{"sak": ""}',
        '{"tjeneste": null}',
        '{"tjeneste": {"godkjent": 1}}',
        '{"tjeneste": {"godkjent": {"kilde": "x"}}}',
        '{"tjeneste": {"godkjent": {"verdi": true, "av": "x"}}}',
        '{"tjeneste": {"første_år": 24}}',
        '{"tjeneste": {"type": "nasjonal"}}',
        '{"tjeneste": {"fagområder": "kirurgi"}}',
        '{"tjeneste": {"steder": [{"sengr": 1}]}}',
        '{"tjeneste": {"navn": {"minst": ["x"]}}}',
    ],
)
def test_json_schema_agrees_with_the_reader(read: Read, schema: Schema, written: str) -> None:
    """What the schema allows is read, and of what it forbids there is something that is not."""
    allowed = Draft202012Validator(json_schema(schema)).is_valid(json.loads(written))
    reading = read("s.json", written)
    assert allowed == (not reading.rejected and not reading.unread)


def test_the_pattern_of_a_text_stands_once(schema: Schema) -> None:
    """It is long, and nearly every fact has a source that is a text."""
    assert json.dumps(json_schema(schema)).count(json.dumps(VISIBLE)) == 1


def test_json_schema_tells_meaning_and_holder(schema: Schema) -> None:
    """Titles and descriptions come from the declarations."""
    service = json_schema(schema)["$defs"]["tjeneste"]["properties"]  # type: ignore[index]
    assert service["navn"]["title"] == "navn"
    assert service["navn"]["description"] == "Hva tjenesten heter."
    assert service["type"]["description"] == "Opplysningen finnes hos Helsedirektoratet."


def test_csv_template(basis: TemplateBasis) -> None:
    """Headings in the order of declaration, with an explanation under each."""
    headings, explanations = csv_template(basis).removeprefix("\ufeff").splitlines()
    assert headings.startswith("sak;tittel;vurderingsdato;tjeneste.navn;tjeneste.type;")
    assert "tjeneste.steder;tjeneste.steder.helseforetak;" in headings
    assert explanations.startswith("(forklaring);")


def test_xlsx_template(basis: TemplateBasis, tmp_path: Path) -> None:
    """A sheet for the cases, one for each list of records, and the same file every time."""
    path = tmp_path / "mal.xlsx"
    assert xlsx_template(basis, path) is None
    book = load_workbook(path)
    assert book.sheet_names == ["Les meg først", "saker", "tjeneste.steder", "verdier"]
    rows = book.get_sheet_by_name("tjeneste.steder").to_python()
    heads = ["sak", "helseforetak", "helseregion", "senger", "åpnet", "egnet"]
    assert rows[3] == [*heads, "egnet.av", "egnet.dato", "egnet.grunnlag"]
    assert [each[0] for each in rows] == [
        "(del)", "(spørsmål)", "(hjemmel)", "sak", "(forklaring)",
    ]  # fmt: skip
    first = path.read_bytes()
    xlsx_template(basis, path)
    assert path.read_bytes() == first


def test_what_stays_and_what_folds(basis: TemplateBasis, tmp_path: Path) -> None:
    """What is told above the headings stays, and what not every case has folds away together."""
    xlsx_template(basis, tmp_path / "mal.xlsx")
    with zipfile.ZipFile(tmp_path / "mal.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        names = archive.read("xl/workbook.xml").decode()
    assert '<pane xSplit="1" ySplit="4" ' in sheet
    folded = re.findall(r'<col min="(\d+)" max="(\d+)"[^>]*outlineLevel="1"', sheet)
    heads = load_workbook(tmp_path / "mal.xlsx").get_sheet_by_name("saker").to_python()[3]
    columns = [at for low, high in folded for at in range(int(low) - 1, int(high))]
    assert [heads[at] for at in columns] == ["søknad.dato", "søknad.mottaker", "søknad.navn"]
    assert re.search(r"regelverk_sha256\">'Les meg først'!\$B\$\d+<", names)


@pytest.mark.parametrize(
    ("asked", "provision", "width"),
    [
        ("Hvem?", "", 16),
        ("Har tjenesten omforente henvisningskriterier?", "", 23),
        ("Hvem?", "veileder pkt. 4.1, veileder pkt. 4.5, veileder pkt. 4.2 m.fl.", 25),
        ("x" * 60, "", 42),
    ],
)
def test_the_width_of_a_column(asked: str, provision: str, width: int) -> None:
    """As narrow as the question and the provisions allow; a word is not broken."""
    assert width_of(TemplateColumn("x", "", asked, provision, "", Text())) == width


def test_an_empty_template_has_no_cases(
    schema: Schema, basis: TemplateBasis, tmp_path: Path
) -> None:
    """The row of explanations is not taken for a case."""
    (tmp_path / "mal.csv").write_text(csv_template(basis), encoding="utf-8")
    xlsx_template(basis, tmp_path / "mal.xlsx")
    for name in ("mal.csv", "mal.xlsx"):
        (rejected,) = read_cases(tmp_path / name, schema).rejected
        assert rejected.code == "NTR516"


def test_a_template_that_cannot_be_saved(basis: TemplateBasis, tmp_path: Path) -> None:
    """A place that cannot be written to is told, not raised."""
    rejected = xlsx_template(basis, tmp_path / "ingen mappe" / "mal.xlsx")
    assert rejected is not None
    assert rejected.code == "NTR501"


def test_a_template_without_the_library(
    basis: TemplateBasis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing writer is told with the command that installs it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    rejected = xlsx_template(basis, tmp_path / "mal.xlsx")
    assert rejected is not None
    assert rejected.code == "NTR510"


def test_long_names_of_lists(tmp_path: Path, rulebook: Rulebook) -> None:
    """Excel cuts the names of sheets; two that become alike are told apart, and read."""
    fields = tuple(
        FieldDeclaration(f"en_liste_med_et_ganske_langt_navn_{each}", each, Listed(Row("ledd")))
        for each in "ab"
    )
    entry = RecordDeclaration("ledd", "", "", (FieldDeclaration("x", "x", Text()),), entry=True)
    schema = Schema((RecordDeclaration("saken", "", "", fields), entry))
    xlsx_template(rulebook(schema), tmp_path / "mal.xlsx")
    names = load_workbook(tmp_path / "mal.xlsx").sheet_names
    assert len({each.casefold() for each in names}) == 5
    assert not read_cases(tmp_path / "mal.xlsx", schema).notes


def test_names_that_excel_has_no_room_for(tmp_path: Path, rulebook: Rulebook) -> None:
    """What Excel does not let the name of a sheet hold is written otherwise, and read."""
    steps = FieldDeclaration("steg_[a]:*?/\\", "steg", Listed(Row("ledd")))
    entry = RecordDeclaration("ledd", "", "", (FieldDeclaration("x", "x", Text()),), entry=True)
    schema = Schema((RecordDeclaration("'drift/vakt'", "", "", (steps,)), entry))
    xlsx_template(rulebook(schema), tmp_path / "mal.xlsx")
    names = load_workbook(tmp_path / "mal.xlsx").sheet_names
    assert names[2] == "-drift-vakt-.steg_-a------"
    assert not read_cases(tmp_path / "mal.xlsx", schema).notes
