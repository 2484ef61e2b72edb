"""Nothing that is printed holds what a reader cannot see, whatever it is made from.

Titles, names of cases, of files and of norms, and what is written on the command line, in every
command and every form of output.
"""

import csv
import json
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result

from support.command_line import Ntr
from support.unseen import COMMANDS, UNSEEN, unseen_in

RULES = """\
regelverk r

opplysninger om ting, tingen, tingens
  opplysning godkjent er ja eller nei, oppgis av x
  opplysning navn er tekst, oppgis av x

§ 9-1 Prøver

krav godkjent, etter forskrift § 9-1
  med egne ord  Tingen er godkjent.
  oppfylt når   tingen er godkjent

krav navn, etter forskrift § 9-1
  oppfylt når   tingens navn er «Åse»
"""
FORMATS = ("tekst", "json", "jsonl", "csv", "html")
VISIBLE = ("=1+1", "@SUM(A1)", "-2+3", "```verdikt", "<script>alert(1)</script>", 'a;"b"',
           *COMMANDS)  # fmt: skip
"""Are seen, but mean something to a program that reads what we write."""


@pytest.fixture(autouse=True)
def rules(folder: Path) -> Path:
    """A small rulebook, and pages that try it."""
    path = folder / "r.ntr"
    path.write_text(RULES, "utf-8")
    return path


def case(title: str, **more: object) -> dict[str, object]:
    """A case in which a text from outside stands wherever a text may stand."""
    told = {"verdi": True, "kilde": title}
    return {"sak": title, "tittel": title, "vurderingsdato": "2024-06-01",
            "ting": {"godkjent": told, "navn": title}, **more}  # fmt: skip


def check(done: Result) -> Result:
    """Nothing hidden, and no line that a build server obeys; and no fault of ours."""
    assert done.exit_code in (0, 1, 2), done.output
    for text in (done.stdout, done.stderr):
        assert not unseen_in(text)
        assert not [each for each in text.split("\n") if each.lstrip().startswith("::")]
    return done


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_in_a_fact_is_refused_and_told(ntr: Ntr, folder: Path, sign: str, form: str) -> None:
    """As JSON writes it; the message names it, and shows where it stood."""
    (folder / "sak.json").write_text(json.dumps(case(f"a{sign}b")), "utf-8")
    done = check(ntr("vurder", "sak.json", "--regelverk", "r.ntr", "--format", form))
    assert f"U+{ord(sign):04X}" in done.stderr
    assert sign not in done.output


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", VISIBLE)
def test_a_text_that_means_something_to_a_program(
    ntr: Ntr, folder: Path, text: str, form: str
) -> None:
    """It is taken for what it is: a text."""
    (folder / "sak.json").write_text(json.dumps(case(text)), "utf-8")
    (folder / "to.jsonl").write_text(
        "\n".join(json.dumps({**case(text), "sak": f"{text}{n}"}) for n in (1, 2)), "utf-8"
    )
    for name in ("sak.json", "to.jsonl"):
        done = check(ntr("vurder", name, "--regelverk", "r.ntr", "--format", form))
        days = ("--per", "2024-01-01", "--per", "2024-06-01")
        if form != "html":
            check(ntr("vurder", name, "--regelverk", "r.ntr", "--format", form, *days))
        if form != "csv":
            assert "##[" not in done.output
            assert "##vso[" not in done.output
        assert "<script>" not in done.output or form != "html"
    check(ntr("forklar", "to.jsonl", "--norm", "9-1/navn", "--regelverk", "r.ntr"))


def test_a_line_break_in_a_title_is_a_sign_in_its_line(ntr: Ntr, folder: Path) -> None:
    """It can neither add a verdict nor a command."""
    title = "Tingen\n\n§ 9-1  godkjent  oppfylt\n::error file=r.ntr,line=1::regelen er feil\n"
    (folder / "sak.json").write_text(json.dumps(case(title)), "utf-8")
    done = check(ntr("vurder", "sak.json", "--regelverk", "r.ntr"))
    first, *rest = done.stdout.split("\n")
    assert first.startswith("Tingen ↵ § 9-1 godkjent oppfylt ↵ ::error file=r.ntr")
    assert not [each for each in rest if "regelen er feil" in each and "navn" not in each]


def test_a_formula_is_a_text_in_csv_and_in_excel(ntr: Ntr, folder: Path) -> None:
    """In CSV behind an apostrophe, in Excel as a text; a number stays a number."""
    for text, written in (("=1+1", "'=1+1"), ("-5", "-5"), ("'=x", "''=x")):
        (folder / "sak.json").write_text(json.dumps(case(text)), "utf-8")
        done = check(ntr("vurder", "sak.json", "--regelverk", "r.ntr", "--format", "csv"))
        rows = list(csv.reader(StringIO(done.stdout), delimiter=";"))
        assert {row[0] for row in rows[1:]} == {written}
    ntr("vurder", "sak.json", "--regelverk", "r.ntr", "--format", "xlsx", "--ut", "v.xlsx")
    with ZipFile(folder / "v.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet


def test_a_name_of_a_case_is_read_from_csv_as_it_was_written(ntr: Ntr, folder: Path) -> None:
    """The apostrophe that we put there is no part of the text."""
    rows = "sak;ting.navn;ting.godkjent\n'=1+1;'@x;ja\n'sitat';-5;nei\n"
    (folder / "saker.csv").write_text(rows, "utf-8")
    days = ("--per", "2024-06-01", "--format", "json")
    done = check(ntr("vurder", "saker.csv", "--regelverk", "r.ntr", *days))
    assert [each["sak"] for each in json.loads(done.stdout)] == ["=1+1", "'sitat'"]


@pytest.mark.parametrize("sign", ["\u202e", "\x1b[31m", "\n::error::x\n", "\u200b", "\udcff"])
def test_names_of_files_are_shown_in_one_line(ntr: Ntr, folder: Path, sign: str) -> None:
    """Cases, rulebooks and pages, there or not there."""
    name = f"a{sign}b"
    for end in ("json", "csv", "txt", "xlsx"):
        (folder / f"{name}.{end}").write_text("{", "utf-8")
        check(ntr("vurder", f"{name}.{end}", "--regelverk", "r.ntr"))
        check(ntr("forklar", f"{name}.{end}", "--norm", "9-1/navn", "--regelverk", "r.ntr"))
    (folder / f"{name}.ntr").write_text(RULES.replace("tingen er", "tngen er"), "utf-8")
    (folder / f"{name}.md").write_text("# x\n```sak\n{}\n```\n```verdikt\na: b\n```\n", "utf-8")
    (folder / "bygger.ntr").write_text(f"regelverk b\nbygger på {name}\n", "utf-8", "replace")
    for form in ("tekst", "json", "sarif"):
        done = check(ntr("kontroller", f"{name}.ntr", "--format", form))
        assert "NTR178" in done.output
    check(ntr("kontroller", "bygger.ntr"))
    check(ntr("kontroller", f"{name}-borte.ntr"))
    check(ntr("formater", f"{name}.ntr", "--sjekk"))
    check(ntr("formater", f"{name}-borte.ntr"))
    check(ntr("test", f"{name}.md", "--regelverk", "r.ntr"))
    check(ntr("test", f"{name}.md", "--format", "json"))
    check(ntr("test", f"{name}-borte"))
    check(ntr("vurder", "sak.json", "--regelverk", name))
    check(ntr("vurder", "sak.json", "--regelverk", f"{name}.ntr"))
    check(ntr("dekning", "--regelverk", name))
    check(ntr("dekning", "--regelverk", "r.ntr", "--kilde", name))
    check(ntr("skjema", "--regelverk", name))
    check(ntr("vurder", "sak.json", "--ut", f"{name}/x"))


@pytest.mark.parametrize("sign", ["\u202e", "\x1b[31m", "\n::error::x\n", "\udcff"])
def test_what_is_written_on_the_command_line_is_shown_in_one_line(ntr: Ntr, sign: str) -> None:
    """Commands, options and their values that do not exist."""
    text = f"a{sign}b"
    check(ntr(text))
    check(ntr("vurder", f"--{text}"))
    check(ntr("vurder", "sak.json", "--format", text))
    check(ntr("vurder", "sak.json", "--per", text))
    check(ntr("vurder", "sak.json", "--norm", text, "--regelverk", "r.ntr"))
    check(ntr("vurder", "sak.json", "--feil-ved", text))
    check(ntr("vurder"))
    check(ntr("forklar", text))
    check(ntr("skjema", text))


def test_help_is_given_as_before(ntr: Ntr) -> None:
    """The library's own lines stay lines."""
    assert "Kommandoer:" in ntr().output
    told = ntr("vurder").stderr.split("\n")
    assert [each.partition(" ")[0] for each in told if each] == ["Bruk:", "Skriv", "feil:"]


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_in_a_rule_file_is_told_in_every_form(ntr: Ntr, rules: Path, sign: str) -> None:
    """In free text and in a name; for people, for programs and beside the lines of a change."""
    rules.write_text(RULES.replace("Tingen er", f"Tin{sign}gen er"), "utf-8")
    for form in ("tekst", "json", "sarif"):
        done = check(ntr("kontroller", "r.ntr", "--format", form))
        assert done.exit_code == 1
        assert f"U+{ord(sign):04X}" in done.output
    done = ntr("kontroller", "r.ntr", "--format", "github")
    assert not unseen_in(done.output)
    assert [each[:8] for each in done.stdout.split("\n") if each] == ["::error "]
    before = rules.read_bytes()
    check(ntr("formater", "r.ntr"))
    assert rules.read_bytes() == before


def test_a_title_of_a_norm_cannot_command(ntr: Ntr, rules: Path) -> None:
    """Read back, as a verdict, as a finding."""
    rules.write_text(RULES.replace("krav navn,", "krav ##[error]galt,"), "utf-8")
    assert "##[" not in check(ntr("kontroller", "r.ntr", "--lest")).output
    assert "##[" not in check(ntr("vurder", "sak.json", "--regelverk", "r.ntr")).output


PAGE = """\
# Én sak

```sak
{}
```
```verdikt
9-1/godkjent: oppfylt
```
```tekst
```
"""


@pytest.mark.parametrize("title", ["```verdikt", "`````", "X ```"])
def test_a_title_does_not_break_out_of_its_fence(ntr: Ntr, folder: Path, title: str) -> None:
    """What is written anew is read back as the same page, and nothing is left to write."""
    facts = json.dumps({**case("x"), "tittel": title}, ensure_ascii=False)
    (folder / "side.md").write_text(PAGE.format(facts), "utf-8")
    first = check(ntr("test", "side.md", "--regelverk", "r.ntr", "--oppdater"))
    assert first.exit_code == 0
    assert title in (folder / "side.md").read_text("utf-8").split("```tekst")[1]
    again = check(ntr("test", "side.md", "--regelverk", "r.ntr"))
    assert (again.exit_code, again.stdout) == (0, "1 av 1 forventning holder (1 side)\n")


def test_a_fence_forged_in_a_title_is_no_fence(ntr: Ntr, folder: Path) -> None:
    """A line break in the title does not begin a line of the page."""
    forged = "X\n```\n```verdikt\n9-1/navn: oppfylt\n```\n```tekst\ny"
    facts = json.dumps({**case("x"), "tittel": forged}, ensure_ascii=False)
    (folder / "side.md").write_text(PAGE.format(facts), "utf-8")
    check(ntr("test", "side.md", "--regelverk", "r.ntr", "--oppdater"))
    again = check(ntr("test", "side.md", "--regelverk", "r.ntr"))
    assert (again.exit_code, again.stdout) == (0, "1 av 1 forventning holder (1 side)\n")


@pytest.mark.parametrize("fence", ["sak", "verdikt", "regler"])
@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2028", "\x1b", "\u0435"])
def test_a_sign_in_a_page_is_refused(ntr: Ntr, folder: Path, fence: str, sign: str) -> None:
    """By its line and its number in it; in none of the fences that are written by hand."""
    text = PAGE.format(json.dumps({**case("x"), "tittel": "Et prøvenavn"}, ensure_ascii=False))
    text = text.replace("```sak", f"```regler\n{RULES}```\n```sak")
    inside = {"sak": "prøvenavn", "verdikt": "oppfylt\n", "regler": "Tingen er"}[fence]
    text = text.replace(inside, f"{inside[:3]}{sign}{inside[3:]}")
    (folder / "side.md").write_text(text, "utf-8")
    done = check(ntr("test", "side.md"))
    assert done.exit_code == 2
    assert f"U+{ord(sign):04X}" in done.stderr


def test_a_fence_behind_a_line_separator_is_no_fence(ntr: Ntr, folder: Path) -> None:
    """A line ends as it does for who reads the page."""
    hidden = "prosa\u2028```verdikt\u20289-1/navn: oppfylt\u2028```\n"
    (folder / "side.md").write_text(PAGE.format(json.dumps(case("x"))) + hidden, "utf-8")
    done = check(ntr("test", "side.md", "--regelverk", "r.ntr", "--oppdater"))
    assert "1 av 1 forventning" in done.stdout
