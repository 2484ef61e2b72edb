"""A folder is a rulebook in every command, and a file is itself with all that it builds on."""

import json
from pathlib import Path

import pytest

from support.command_line import Ntr

BELOW = """regelverk grunnen

kilde reglementet
  slag reglement

opplysninger om plass, plassen
  opplysning merket   er ja eller nei, oppgis av eieren
  opplysning betalt   er ja eller nei, oppgis av eieren
  opplysning i bruk   er ja eller nei, oppgis av eieren


§ 1 Merking

krav om merking, etter reglementet § 1
  oppfylt når plassen er merket
"""
ABOVE = """regelverk toppen
bygger på grunnen


§ 2 Betaling

krav om betaling, etter reglementet § 2
  oppfylt når plassen er betalt
"""
BESIDE = """regelverk siden av
bygger på grunnen


§ 3 Bruk

krav om bruk, etter reglementet § 3
  oppfylt når plassen er i bruk
"""
CASE = {"vurderingsdato": "2024-06-01", "plass": {"merket": True, "betalt": True, "i_bruk": True}}
PAGE = """# Sider
```sak
{"vurderingsdato": "2024-06-01", "plass": {"merket": true, "betalt": true, "i_bruk": true}}
```
```verdikt
1/om-merking: oppfylt
```
"""
ALL = ["1/om-merking", "2/om-betaling", "3/om-bruk"]
TOP = ALL[:2]


@pytest.fixture
def mine(folder: Path) -> Path:
    """Three rule files: two build on the third, which has a norm of its own."""
    place = folder / "mine"
    place.mkdir()
    for name, text in {"grunnen": BELOW, "toppen": ABOVE, "siden": BESIDE}.items():
        (place / f"{name}.ntr").write_text(text, "utf-8")
    (place / "saker.md").write_text(PAGE, "utf-8")
    (folder / "plass.json").write_text(json.dumps(CASE), "utf-8")
    return place


def judged(ntr: Ntr, rulebook: str) -> list[str]:
    """The norms that a case is judged by."""
    result = ntr("vurder", "plass.json", "--regelverk", rulebook, "--format", "json")
    assert result.exit_code == 0, result.output
    return sorted(each["norm"] for each in json.loads(result.stdout)["verdikter"])


def covered(ntr: Ntr, rulebook: str) -> list[str]:
    """The norms that pages are held against."""
    result = ntr("test", "mine", "--regelverk", rulebook, "--dekning", "--format", "json")
    assert result.exit_code == 0, result.output
    return sorted(each["norm"] for each in json.loads(result.stdout)["dekning"]["normer"])


def compared(ntr: Ntr, rulebook: str) -> list[str]:
    """The norms that two days are held against each other by."""
    days = ("--per", "2024-06-01", "--per", "2024-06-02")
    result = ntr("vurder", "plass.json", "--regelverk", rulebook, "--format", "json", *days)
    assert result.exit_code == 0, result.output
    return sorted(json.loads(result.stdout)["uendret"])


@pytest.mark.parametrize("asked", [judged, covered, compared])
@pytest.mark.parametrize(
    ("rulebook", "norms"),
    [
        ("mine", ALL),
        ("mine/", ALL),
        ("mine/toppen.ntr", TOP),
        ("mine/grunnen.ntr", TOP[:1]),
    ],
)
def test_every_command_means_the_same_rulebook(
    mine: Path, ntr: Ntr, asked: object, rulebook: str, norms: list[str]
) -> None:
    """Whether it judges, covers or compares."""
    assert asked(ntr, rulebook) == norms  # type: ignore[operator]


def test_the_rules_of_the_folder_are_those_of_its_pages(mine: Path, ntr: Ntr) -> None:
    """Without being named."""
    shown = ntr("test", "mine", "--dekning", "--format", "json")
    assert sorted(each["norm"] for each in json.loads(shown.stdout)["dekning"]["normer"]) == ALL


def test_two_files_with_one_name_for_the_rulebook(mine: Path, ntr: Ntr) -> None:
    """Are refused, since nobody could tell which of them an answer is about."""
    (mine / "kopi.ntr").write_text(ABOVE.replace("§ 2", "§ 4"), "utf-8")
    refused = ntr("vurder", "plass.json", "--regelverk", "mine")
    assert refused.exit_code == 2
    assert "NTR230" in refused.output


def test_a_wording_that_no_case_reached_is_named(mine: Path, ntr: Ntr) -> None:
    """With its days."""
    later = "  fra 1. januar 2020\n    oppfylt når plassen er betalt\n"
    later += "  fra 1. januar 2030\n    oppfylt når plassen er merket\n"
    text = ABOVE.replace("  oppfylt når plassen er betalt\n", later)
    (mine / "toppen.ntr").write_text(text, "utf-8")
    (mine / "saker.md").write_text(PAGE.replace("1/om-merking", "2/om-betaling"), "utf-8")
    shown = ntr("test", "mine", "--dekning").output
    assert "ordlyd som ingen sak er vurdert etter: fra 1. januar 2030" in shown
    assert "fra 1. januar 2020 til" not in shown
