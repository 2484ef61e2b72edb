"""`ntr gjennomgang`: one page with all that who has changed the rules should see."""

import json
import subprocess
from pathlib import Path

import pytest

from hjemmel.cli.shortcut import shortcut
from support.command_line import Ntr
from support.versions import SMALL

PAGE = """\
# Båter

```sak
{"tittel": "Tolv meter", "vurderingsdato": "2024-06-01", "båt": {"lengde": 12}}
```
```verdikt
1/om-lengden: oppfylt
```
"""
LONGER, SHORTER = ("er høyst 12", "er høyst 14"), ("er høyst 12", "er høyst 11")
TEXT = ("--format", "tekst", "--mot", "før")


@pytest.fixture
def rules(folder: Path) -> Path:
    """The rules as they were, a copy to be changed with a page of cases, and a portfolio in it."""
    for name in ("før", "nå"):
        (folder / name).mkdir()
        (folder / name / "båter.ntr").write_text(SMALL, "utf-8")
    (folder / "nå" / "saker.md").write_text(PAGE, "utf-8")
    boat = {"sak": "B-1", "tittel": "Havørn", "vurderingsdato": "2024-06-01", "båt": {"lengde": 13}}
    line = f"{json.dumps(boat, ensure_ascii=False)}\n"
    (folder / "nå" / "portefolje.jsonl").write_text(line, "utf-8")
    return folder / "nå" / "båter.ntr"


def change(rules: Path, *edits: tuple[str, str]) -> None:
    """Write the rules with some words changed."""
    text = SMALL
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    rules.write_text(text, "utf-8")


@pytest.mark.usefixtures("rules")
def test_nothing_changed(ntr: Ntr) -> None:
    """Then that is said, and there is nothing to do."""
    done = ntr("gjennomgang", "nå", *TEXT)
    assert done.exit_code == 0
    assert "Det er ingenting å rette, og ingen saker å skrive." in done.stdout


def test_a_mistake_is_shown_at_the_word(ntr: Ntr, rules: Path) -> None:
    """And nothing else, for nothing else is known."""
    change(rules, ("båtens lengde er høyst 12", "båtens lende er høyst 12"))
    done = ntr("gjennomgang", "nå", "--mot", "før")
    page = Path("gjennomgang.html").read_text("utf-8")
    assert done.exit_code == 1
    assert done.stdout == "Gjennomgangen ligger i gjennomgang.html.\n"
    assert "oppfylt når <mark>båtens lende er høyst 12</mark>" in page or (
        "<mark>båtens lende</mark>" in page)  # fmt: skip
    assert "Reglene kan ikke brukes før feilene er rettet" in page
    assert "Hjelp: mente du «båtens lengde»" in page
    assert "Endret virkning" not in page


def test_a_change_that_a_case_notices(ntr: Ntr, rules: Path) -> None:
    """The service by name, the case with what it awaits, and no further case to write."""
    change(rules, SHORTER)
    done = ntr("gjennomgang", "nå", *TEXT)
    assert done.exit_code == 1
    assert "Porteføljen har 1 tjeneste: ingen verdikt er endret." in done.stdout
    assert "1 sak får ikke lenger svaret som er ventet" in done.stdout
    assert "side: saker.md linje 7; sak: Tolv meter" in " ".join(done.stdout.split()) or (
        "saker.md linje 7" in done.stdout)  # fmt: skip
    assert "Saker å skrive" not in done.stdout


def test_a_change_that_no_case_notices(ntr: Ntr, rules: Path) -> None:
    """Whom it concerns, and a case to write, which is written without an answer where asked."""
    change(rules, LONGER)
    done = ntr("gjennomgang", "nå", *TEXT, "--foresla", "forslag")
    assert done.exit_code == 1
    assert "1 tjeneste får et annet verdikt: Havørn (B-1)." in done.stdout
    assert "1 sak å skrive" in done.stdout
    assert "sier «holder ikke» her, og den nye «holder»." in done.stdout
    page = Path("forslag/forslag-1-om-lengden.md").read_text("utf-8")
    assert '"båt": {"lengde": 14}' in page
    assert "1/om-lengden: fyll ut" in page


def test_a_new_norm_lacks_cases(ntr: Ntr, rules: Path) -> None:
    """One for each way in which it can come out."""
    new = """
tredje ledd
krav om vekt, etter forskriften § 1 tredje ledd
  gjelder for   båten
  oppfylt når   båten er åpen
"""
    change(rules, ("andre ledd\n", f"andre ledd\n{new.replace('tredje', 'andre')}\n"))
    done = ntr("gjennomgang", "nå", *TEXT)
    assert "Ny norm." in done.stdout
    assert "Ikke vist av noen sak" in done.stdout
    assert done.stdout.count("1/om-vekt") > 2


def test_what_the_rules_say_without_meaning_it(ntr: Ntr, rules: Path) -> None:
    """Looked for in the norms that are changed."""
    change(rules, ("oppfylt når   båten er forsikret\n",
                   "oppfylt når   båten er forsikret\n    og          båten er forsikret\n"),
           (SMALL[SMALL.index("  tolkning ") :], ""))  # fmt: skip
    done = ntr("gjennomgang", "nå", *TEXT)
    assert "1 funn i de endrede normene" in done.stdout
    assert "Det reglene sier uten å mene det" in done.stdout


def test_where_nobody_says_what_to_hold_against(ntr: Ntr, rules: Path) -> None:
    """What was saved last in git; of rules under the names of ours, those; else nothing."""
    done = ntr("gjennomgang", "nå", "--format", "tekst")
    assert "Holdt mot: ingenting; si hva med --mot" in done.stdout
    for asked in (
        ("init", "-q"),
        ("add", "nå"),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"),
    ):
        subprocess.run(("git", *asked), check=True)
    change(rules, LONGER)
    done = ntr("gjennomgang", "nå", "--format", "tekst")
    assert "Holdt mot: siste revisjon i git (HEAD:nå)" in done.stdout
    assert "1 tjeneste får et annet verdikt: Havørn (B-1)." in done.stdout


def test_a_file_to_double_click(ntr: Ntr, folder: Path, rules: Path) -> None:
    """For the machine we are on; it opens the page in the browser, from its own folder."""
    done = ntr("gjennomgang", "nå", "--snarvei")
    assert done.exit_code == 0
    (made,) = (each for each in rules.parent.iterdir() if each.stem == "Gjennomgang")
    assert made.stat().st_mode & 0o111
    assert "gjennomgang --apne" in made.read_text("utf-8")
    name, content = shortcut("win32", r"C:\Python\python.exe", folder)
    assert name == "Gjennomgang.bat"
    assert 'cd /d "%~dp0"\r\n"C:\\Python\\python.exe" -m hjemmel gjennomgang --apne\r\n' in content
    name, content = shortcut("darwin", "/usr/bin/min python", folder)
    assert name == "Gjennomgang.command"
    assert "'/usr/bin/min python' -m hjemmel gjennomgang --apne" in content
