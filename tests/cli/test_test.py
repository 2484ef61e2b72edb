"""`ntr test`, as people use it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hjemmel import resources
from support.command_line import Ntr

GOOD = """\
# En side

```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {"godkjent": true,
 "type": "nasjonal behandlingstjeneste", "steder": [{"helseforetak": "OUS"}]}}
```
```verdikt
4-2/ett-helseforetak: oppfylt
```
"""
BAD = GOOD.replace(": oppfylt", ": brutt")
OWN = """\
```regler
regelverk egne regler

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
  oppfylt når tjenesten er åpen
```
```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {"åpen": true}}
```
```verdikt
4-2/drift: oppfylt
```
"""
TEXT = "```tekst\ngammelt\n```\n\nProsa til slutt.\n"


@pytest.fixture
def pages(folder: Path) -> Path:
    """A folder with a page that holds, one that does not, and a file that is no page."""
    (folder / "sider" / "under").mkdir(parents=True)
    (folder / "sider" / "god.md").write_text(GOOD, "utf-8")
    (folder / "sider" / "under" / "feil.md").write_text(BAD, "utf-8")
    (folder / "sider" / "LESMEG.md").write_text("# Om sidene\n\n```bash\nls\n```\n", "utf-8")
    return folder / "sider"


def test_what_holds(ntr: Ntr, pages: Path) -> None:
    """One line, and 0."""
    done = ntr("test", str(pages / "god.md"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "1 av 1 forventning holder (1 side)\n"


def test_what_does_not_hold(ntr: Ntr, pages: Path) -> None:
    """The page and the line, both words, the whole reason, and 1."""
    done = ntr("test", "sider")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "sider/under/feil.md:8  4-2/ett-helseforetak  (En side)\n"
        "  ventet  brutt\n  fikk    oppfylt\n"
    )
    assert "    hjemmel: forskriften § 4-2 første ledd\n" in done.stdout
    assert done.stdout.endswith("\n\n1 av 2 forventninger holder (2 sider)\n")


@pytest.mark.parametrize(
    ("text", "line", "reason", "advice"),
    [
        (GOOD.replace("```\n```verdikt", "```verdikt"), 3, "er ikke lukket", "skriv ```"),
        (GOOD.replace("ett-helsef", "et-helsef"), 8, "ingen norm «4-2/et-helseforetak»",
         "mente du «4-2/ett-helseforetak»?"),
        (GOOD.replace(": oppfylt", ": opfylt"), 8, "ordet «opfylt»", "mente du «oppfylt»?"),
        (GOOD.replace('"type"', '"typen"'), 3, "ukjent nøkkel «typen»", "mente du «type»?"),
        (GOOD.replace('"type":', '"type"'), 5, "mangler kolon", ""),
        (OWN.replace("er åpen", "er apen"), 10, "[NTR204]", ""),
        (OWN.replace("  oppfylt", "  opfylt"), 10, "[NTR101]", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_tried(
    ntr: Ntr, pages: Path, text: str, line: int, reason: str, advice: str
) -> None:
    """Told with page and line on stderr, and 2; the other pages are tried all the same."""
    (pages / "uleselig.md").write_text(text, "utf-8")
    done = ntr("test", str(pages / "god.md"), str(pages / "uleselig.md"))
    assert done.exit_code == 2
    assert f"feil: sider/uleselig.md:{line}: " in done.stderr
    assert reason in done.stderr
    assert advice in done.stderr
    assert done.stdout.startswith("1 av 1 forventning holder (2 sider)\n1 side kunne ikke prøves")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["borte"], "borte: filen finnes ikke"),
        (["sak.json"], "sak.json har ingen saker"),
        (["sider/LESMEG.md"], "sider/LESMEG.md har ingen saker"),
        (["tom"], "fant ingen sider med saker under tom"),
        (["sider", "--regelverk", "finnes_ikke"], "fant ikke regelverket «finnes_ikke»"),
        (["sider/god.md", "--junit", "borte/x.xml"], "kan ikke skrives til"),
    ],
)
def test_wrong_use(ntr: Ntr, pages: Path, arguments: list[str], told: str) -> None:
    """2, and what to do instead."""
    (pages.parent / "tom").mkdir()
    done = ntr("test", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told.replace("kan ikke skrives", "kan ikke skrive") in done.stderr
    assert "= hjelp:" in done.stderr


def test_without_a_checkout_the_pages_must_be_named(
    ntr: Ntr, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package has no pages of its own."""
    monkeypatch.setattr(resources, "folder", lambda _: folder / "rules")
    done = ntr("test")
    assert done.exit_code == 2
    assert "hvilke saker skal prøves?" in done.stderr


def test_a_page_with_rules_of_its_own(ntr: Ntr, pages: Path) -> None:
    """They are tried instead of the rulebook, and count for no coverage of it."""
    (pages / "egne.md").write_text(OWN, "utf-8")
    done = ntr("test", str(pages / "egne.md"), "--dekning", "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["holder"], told["dekning"]["saker"], told["dekning"]["veier_vist"]) == (1, 0, 0)


def test_printed_texts_are_written_anew_and_nothing_else(ntr: Ntr, pages: Path) -> None:
    """Old texts are a finding until then; what does not hold still does not."""
    path = pages / "under" / "feil.md"
    path.write_text(BAD + TEXT, "utf-8")
    before = ntr("test", str(path))
    assert "sider/under/feil.md:10  «tekst» er ikke slik svaret skrives nå\n" in before.stdout
    assert path.read_text("utf-8") == BAD + TEXT
    done = ntr("test", str(path), "--oppdater")
    assert done.stderr == "sider/under/feil.md:10: «tekst» er skrevet på nytt\n"
    assert done.exit_code == 1
    written = path.read_text("utf-8")
    assert written.startswith(f"{BAD}```tekst\n")
    assert written.endswith("```\n\nProsa til slutt.\n")
    assert "§ 4-2 første ledd  krav om ett helseforetak  oppfylt" in written
    again = ntr("test", str(path), "--oppdater")
    assert (again.stderr, path.read_text("utf-8")) == ("", written)


def test_an_old_text_is_a_finding(ntr: Ntr, pages: Path) -> None:
    """Even where all that is expected holds."""
    (pages / "god.md").write_text(GOOD + TEXT, "utf-8")
    done = ntr("test", str(pages / "god.md"))
    assert done.exit_code == 1
    assert "1 av 1 forventning holder (1 side)\n1 tekst er ikke" in done.stdout
    assert ntr("test", str(pages / "god.md"), "--oppdater").exit_code == 0


def test_json(ntr: Ntr, pages: Path) -> None:
    """The same as data, with the reason of each deviation."""
    done = ntr("test", "sider", "--format", "json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["sider"], told["saker"], told["forventninger"], told["holder"]) == (2, 2, 2, 1)
    (unheld,) = told["avvik"]
    assert (unheld["side"], unheld["linje"], unheld["ventet"], unheld["fikk"]) == (
        "sider/under/feil.md", 8, "brutt", "oppfylt",
    )  # fmt: skip
    assert "ett helseforetak" in unheld["begrunnelse"]


def test_faults_are_in_the_json(ntr: Ntr, pages: Path) -> None:
    """A program that reads the answer sees what could not be tried."""
    (pages / "god.md").write_text(GOOD.replace("ett-", "et-"), "utf-8")
    done = ntr("test", str(pages / "god.md"), "--format", "json")
    assert done.exit_code == 2
    assert json.loads(done.stdout)["feil"][0]["linje"] == 8


def test_junit(ntr: Ntr, pages: Path) -> None:
    """A file that build servers read, besides what is printed."""
    done = ntr("test", "sider", "--junit", "ut.xml")
    assert done.stdout.endswith("1 av 2 forventninger holder (2 sider)\n")
    top = ET.parse(pages.parent / "ut.xml").getroot()
    assert [(each.get("name"), each.get("failures")) for each in top] == [
        ("sider/god.md", "0"), ("sider/under/feil.md", "1"),
    ]  # fmt: skip


def test_coverage(ntr: Ntr, pages: Path) -> None:
    """Per norm, and what is not shown; only what a page says something of counts."""
    done = ntr("test", str(pages / "god.md"), "--dekning")
    assert done.exit_code == 0
    assert done.stdout.startswith("Dekning av 1 sak\n")
    assert "\n  4-2/ett-helseforetak  utfall 1 av 5 (20 %) · vilkår " in done.stdout
    assert "\n  4-2/to-helseregioner  utfall 0 av 5 (0 %) · vilkår 0 av 8 (0 %)\n" in done.stdout
    assert "\nI alt  utfall 1 av " in done.stdout
    assert done.stdout.endswith("\n\n1 av 1 forventning holder (1 side)\n")


def test_coverage_of_one_rulebook(ntr: Ntr, pages: Path) -> None:
    """Only its own norms are counted."""
    done = ntr("test", str(pages / "god.md"), "--dekning", "--regelverk", "forskrift_kap4")
    assert "4-2/ett-helseforetak" in done.stdout
    assert "  ern/" not in done.stdout
