"""The workbook that `ntr skjema` makes of the rules, and what becomes of it when filled in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import load_workbook

from support.command_line import Ntr

HEADINGS = 3
"""The row of the headings, from 0."""

RULES = """\
regelverk prøve
bygger på ord_kap4


§ 4-2 Nasjonale og flerregionale behandlingstjenester

andre ledd
krav to helseforetak, etter forskrift § 4-2 andre ledd
  gjelder når   tjenestens type er flerregional behandlingstjeneste
  oppfylt når   antall ulike helseforetak blant tjenestens steder er {count}
"""
Sheets = dict[str, list[list[object]]]


def template(folder: Path, ntr: Ntr, *options: str) -> Sheets:
    """The sheets of the template."""
    assert ntr("skjema", "--format", "xlsx", "--ut", "mal.xlsx", *options).exit_code == 0
    book = load_workbook(folder / "mal.xlsx")
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def save(folder: Path, sheets: Sheets, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
    """The template with rows filled in, by heading."""
    with xlsxwriter.Workbook(folder / "fylt.xlsx", {"strings_to_formulas": False}) as book:
        for name, told in sheets.items():
            sheet = book.add_worksheet(name)
            heads = told[HEADINGS] if name in rows else []
            filled = [[each.get(str(head)) for head in heads] for each in rows.get(name, ())]
            for at, row in enumerate([*told, *filled]):
                sheet.write_row(at, 0, row)
    return "fylt.xlsx"


def column(sheet: list[list[object]], heading: str) -> list[object]:
    """What is told of a column: record, question, provisions, heading, explanation."""
    at = sheet[HEADINGS].index(heading)
    return [row[at] for row in sheet]


def test_what_is_told_of_a_column(folder: Path, ntr: Ntr) -> None:
    """Above each field stand its record, the question and the provisions that ask."""
    sheets = template(folder, ntr)
    told = column(sheets["saker"], "tjeneste.har_felles_kvalitetskrav")
    assert told[:2] == ["Tjeneste", "Har tjenesten felles kvalitetskrav?"]
    assert "veilederen pkt. 4.2" in str(told[2])
    assert str(told[4]).startswith("Ja eller nei. Opplysningen finnes hos tjenesten.")
    assert str(column(sheets["saker"], "tjeneste.type")[2]).endswith(" m.fl.")
    place = column(sheets["tjeneste.steder"], "helseforetak")
    assert place[:2] == ["Steder", "Helseforetak?"]
    assert str(place[2]).startswith("§ 4-2")


def test_every_question_is_one(folder: Path, ntr: Ntr) -> None:
    """Every field has a question, an explanation and a provision, on every sheet."""
    sheets = template(folder, ntr)
    for name in list(sheets)[1:-1]:
        for _, asked, provision, heading, explanation in zip(*sheets[name], strict=True):
            if heading in ("sak", "tittel", "vurderingsdato"):
                continue
            assert str(asked).endswith("?"), heading
            assert explanation, heading
            assert provision or str(heading).endswith((".av", ".dato", ".grunnlag")), heading


def test_assessments_have_columns_for_who_and_when(folder: Path, ntr: Ntr) -> None:
    """Beside each assessment."""
    heads = template(folder, ntr)["saker"][HEADINGS]
    at = heads.index("vurderinger.tilbudet_er_høyspesialisert")
    parts = [str(each).rpartition(".")[2] for each in heads[at + 1 : at + 4]]
    assert parts == ["av", "dato", "grunnlag"]


def test_what_the_template_was_made_from(folder: Path, ntr: Ntr) -> None:
    """The first sheet says which rulebook, how new, and has its fingerprint."""
    sheets = template(folder, ntr)
    assert next(iter(sheets)) == "Les meg først"
    told = {str(row[0]): str(row[1]) for row in sheets["Les meg først"]}
    assert told["Regelverk"] == "erne, forskrift_kap4"
    assert told["Nyeste ordlyd"].startswith("Gjelder fra ")
    assert told["Programversjon"]
    assert len(told["Regelverkets fingeravtrykk"]) == 64
    for word in ("tom celle", "ingen", "minst", "ikke utført"):
        assert told[word]


def test_several_services(folder: Path, ntr: Ntr) -> None:
    """One row each, with lists and assessments; for the same rulebook there is no note."""
    made = "vurderinger.tilbudet_er_høyspesialisert"
    cases = [
        {"sak": name, "tittel": f"Tjeneste {name}", "vurderingsdato": "01.06.2024",
         "tjeneste.type": "flerregional behandlingstjeneste", "tjeneste.godkjent": "ja", made: "ja",
         f"{made}.av": "departementet", f"{made}.dato": "15.03.2024"}
        for name in "AB"
    ]  # fmt: skip
    places = [{"sak": case, "helseforetak": trust}
              for case, trust in (("A", "OUS"), ("B", "OUS"), ("A", "Ahus"))]  # fmt: skip
    filled = save(folder, template(folder, ntr), {"saker": cases, "tjeneste.steder": places})
    done = ntr("vurder", filled, "--norm", "4-2/to-helseforetak", "--format", "csv")
    assert not done.stderr
    outcomes = [each.split(";")[7] for each in done.stdout.splitlines()[1:]]
    assert outcomes == ["oppfylt", "brutt"]


def test_a_half_filled_workbook_names_its_cells(folder: Path, ntr: Ntr) -> None:
    """The cell is that of the template: the first case stands on the sixth row."""
    case = {"sak": "A", "vurderingsdato": "01.06.2024", "tjeneste.godkjent": "ja"}
    filled = save(folder, template(folder, ntr), {"saker": [case]})
    done = ntr("vurder", filled, "--norm", "4-2/to-helseforetak")
    assert "tjenestens type (ark saker, celle D6)" in done.stdout


@pytest.fixture
def rules(folder: Path) -> Path:
    """A small rulebook."""
    (folder / "prøve.ntr").write_text(RULES.format(count=2), "utf-8")
    return folder / "prøve.ntr"


CASE = {"sak": "A", "vurderingsdato": "01.06.2024", "tjeneste.godkjent": "ja"}
BOOK = ("--regelverk", "prøve.ntr")


def test_another_edition(folder: Path, rules: Path, ntr: Ntr) -> None:
    """The rules were changed after the template was made: that is noted, and the case judged."""
    filled = save(folder, template(folder, ntr, *BOOK), {"saker": [CASE]})
    assert not ntr("vurder", filled, *BOOK).stderr
    rules.write_text(RULES.format(count=3), "utf-8")
    done = ntr("vurder", filled, *BOOK)
    assert done.stderr.startswith(
        "merk: fylt.xlsx, Les meg først: skjemaet er laget fra en annen utgave av regelverket"
    )
    assert "ntr skjema --format xlsx" in done.stderr
    assert "to helseforetak" in done.stdout
    assert done.exit_code == 0


def test_another_rulebook(folder: Path, rules: Path, ntr: Ntr) -> None:
    """A template of another rulebook is noted with both names."""
    filled = save(folder, template(folder, ntr, *BOOK), {"saker": [CASE]})
    done = ntr("vurder", filled, "--regelverk", "forskrift_kap4", "--norm", "4-2/to-helseforetak")
    assert "fra regelverket «prøve», men sakene vurderes etter «forskrift_kap4»" in done.stderr
    assert "--regelverk" in done.stderr
    assert "tjenestens type" in done.stdout


def test_the_note_is_given_by_forklar_too(folder: Path, rules: Path, ntr: Ntr) -> None:
    """Every command that reads cases says so."""
    filled = save(folder, template(folder, ntr, *BOOK), {"saker": [CASE]})
    rules.write_text(RULES.format(count=3), "utf-8")
    done = ntr("forklar", filled, "--norm", "4-2/to-helseforetak", *BOOK)
    assert done.stderr.startswith("merk: fylt.xlsx")
