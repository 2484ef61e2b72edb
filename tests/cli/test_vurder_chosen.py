"""What is shown of the verdicts: of a provision, of an answer, of a level, and how much of why."""

import csv
import json
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from support.command_line import Ntr

SCHEMA = Path(__file__).resolve().parents[2] / "engine/hjemmel/render/verdict.schema.json"


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by their headings."""
    return list(csv.DictReader(StringIO(text), delimiter=";"))


# --- norms -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["4-2", "§ 4-2", "§4-2", "§\u00a04-2", " 4-2 "])
def test_all_norms_of_a_provision(ntr: Ntr, name: str) -> None:
    """However it is written; and no others, as those of § 4-20 would be."""
    everything = rows(ntr("vurder", "sak.json", "--format", "csv").stdout)
    found = rows(ntr("vurder", "sak.json", "--format", "csv", "--norm", name).stdout)
    assert found == [each for each in everything if each["norm"].startswith("4-2/")]
    assert len(found) > 3


def test_provisions_and_norms_together(ntr: Ntr) -> None:
    """Each in the order of the law, and once."""
    asked = ("--norm", "ERN", "--norm", "4-2/to-helseregioner", "--norm", "4-2")
    found = [
        each["norm"] for each in rows(ntr("vurder", "sak.json", "--format", "csv", *asked).stdout)
    ]
    assert {each.partition("/")[0] for each in found} == {"4-2", "ern"}
    assert len(found) == len(set(found))


def test_a_provision_that_has_none(ntr: Ntr) -> None:
    """Those that have are named."""
    done = ntr("vurder", "sak.json", "--norm", "§ 4-9")
    assert done.exit_code == 2
    assert "regelverket har ingen norm «§ 4-9»" in done.stderr
    assert "4-1, 4-2, 4-3" in done.stderr
    assert "ern" in done.stderr


def test_the_reasons_of_a_provision(ntr: Ntr) -> None:
    """As many as it has norms."""
    found = ntr("forklar", "sak.json", "--norm", "4-2").stdout
    assert len([each for each in found.splitlines() if each.startswith("4-2/")]) > 3


# --- verdicts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "column", "values"),
    [
        (["--utfall", "holder ikke"], "svar", {"holder ikke"}),
        (["--utfall", "uavklart"], "svar", {"uavklart"}),
        (["--utfall", "ikke aktuelt"], "svar", {"ikke aktuell"}),
        (["--utfall", "fravik"], "virkning", {"fravik"}),
        (["--utfall", "holder", "--utfall", "uavklart"], "svar", {"holder", "uavklart"}),
        (["--niva", "veileder"], "niva", {"veileder"}),
        (["--niva", "veileder", "--niva", "nettside"], "niva", {"veileder", "nettside"}),
    ],
)
def test_some_verdicts(ntr: Ntr, asked: list[str], column: str, values: set[str]) -> None:
    """Just those of all that have one of the words; the code is that of all."""
    everything = ntr("vurder", "mange.jsonl", "--format", "csv")
    found = ntr("vurder", "mange.jsonl", "--format", "csv", *asked)
    assert rows(found.stdout) == [
        each for each in rows(everything.stdout) if each[column] in values
    ]
    assert {each[column] for each in rows(found.stdout)} <= values
    assert found.exit_code == everything.exit_code == 1


def test_both_an_answer_and_a_level(ntr: Ntr) -> None:
    """Then both must be so."""
    asked = ("--utfall", "holder", "--niva", "forskrift")
    found = rows(ntr("vurder", "mange.jsonl", "--format", "csv", *asked).stdout)
    assert {(each["svar"], each["niva"]) for each in found} == {("holder", "forskrift")}


def test_the_code_follows_all(ntr: Ntr) -> None:
    """What is not shown is still found; and it is said that not all is shown."""
    done = ntr("vurder", "sak.json", "--norm", "4-2/to-helseregioner", "--utfall", "holder")
    assert done.exit_code == 1
    assert "FRAVEKET" not in done.stdout
    assert done.stdout.splitlines()[0].endswith("bare holder · per 1. mai 2024")
    assert done.stderr == "merk: bare holder er vist; 1 av 1 saker har ingen slike\n"


def test_every_case_has_its_document(ntr: Ntr) -> None:
    """With the verdicts that are left, also where there are none."""
    asked = ("--norm", "4-2/to-helseregioner", "--utfall", "fravik")
    lines = ntr("vurder", "mange.jsonl", "--format", "jsonl", *asked).stdout.splitlines()
    assert [len(json.loads(each)["verdikter"]) for each in lines] == [1, 0]


def test_a_page_has_the_cases_that_have_such_verdicts(ntr: Ntr) -> None:
    """And says nothing of words that were not asked for."""
    asked = ("--norm", "4-2/to-helseregioner", "--utfall", "fravik")
    done = ntr("vurder", "mange.jsonl", *asked)
    assert "· bare fravik · 1 sak ·" in done.stdout
    assert "Ingen sak har svaret" not in done.stdout
    assert done.stderr == "merk: bare fravik er vist; 1 av 2 saker har ingen slike\n"
    assert "Ingen sak har svaret" in ntr("vurder", "mange.jsonl", *asked[:2]).stdout
    html = ntr("vurder", "mange.jsonl", "--format", "html", *asked).stdout
    assert html.count('<tr id="sak-') == 1
    assert "Her er bare fravik." in html


def test_norms_stand_in_the_order_of_the_law(ntr: Ntr) -> None:
    """Also where the first case shows only the last of them."""
    done = ntr("vurder", "oppfylt.json", "sak.json", "--norm", "4-2", "--utfall", "holder",
               "--utfall", "fravik")  # fmt: skip
    part = done.stdout.partition("Etter bestemmelse")[2]
    assert part.index("to helseforetak") < part.index("to helseregioner")


# --- reasons ---------------------------------------------------------------------------------


def entries(ntr: Ntr, *extent: str) -> list[dict[str, object]]:
    """The verdicts of a document that keeps to its schema."""
    done = ntr("vurder", "sak.json", "--format", "json", *extent)
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    return list(found["verdikter"])


def test_the_whole_reason_unless_less_is_asked_for(ntr: Ntr) -> None:
    """Each has its steps."""
    assert all(each["begrunnelse"] for each in entries(ntr))
    assert entries(ntr) == entries(ntr, "--begrunnelse", "hel")


def test_a_reason_in_a_line(ntr: Ntr) -> None:
    """It is the one that stands on the page, with the notes spelled out."""
    found = entries(ntr, "--begrunnelse", "kort")
    page = ntr("vurder", "sak.json").stdout
    (one,) = [each for each in found if each["norm"] == "4-2/to-helseregioner"]
    assert one["grunn"] == (
        "helseregion = Helse Sør-Øst; Helse Sør-Øst; plikten ligger på ansvarlig regionalt "
        "helseforetak; forutsatt: tjenesten ikke er avviklet; en senere utgave finnes: utgaven av "
        "veilederen fra en dag i 2023 er ikke lest"
    )
    assert all(str(each["grunn"]).partition("; ")[0] in page for each in found)
    assert not any("begrunnelse" in each or "merknader" in each for each in found)


def test_no_reason(ntr: Ntr) -> None:
    """All else is as it was."""
    dropped = ("begrunnelse", "merknader", "kan_fore_til")
    expected = [
        {key: value for key, value in each.items() if key not in dropped} for each in entries(ntr)
    ]
    assert entries(ntr, "--begrunnelse", "ingen") == expected
    lines = ntr("vurder", "mange.jsonl", "--format", "jsonl", "--begrunnelse", "ingen").stdout
    assert '"begrunnelse"' not in lines
    assert '"grunn"' not in lines


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "csv", "--begrunnelse", "kort"],
        ["--begrunnelse", "ingen"],
        ["--per", "2020-01-01", "--per", "2024-01-01", "--utfall", "holder"],
        ["--per", "2020-01-01", "--per", "2024-01-01", "--format", "json", "--begrunnelse", "kort"],
    ],
)
def test_an_option_without_effect_is_refused(ntr: Ntr, arguments: list[str]) -> None:
    """It says what it goes with."""
    done = ntr("vurder", "sak.json", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "gjelder" in done.stderr
