"""`--regelverk` means one thing in every command: a rulebook, and all that it builds on."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel import resources
from hjemmel.rulebooks.shelf import shelf
from support.command_line import Ntr

ORD = """\
regelverk ord
opplysninger om tjeneste, tjenesten, tjenestens
  opplysning godkjent er ja eller nei, oppgis av myndigheten
  opplysning åpen er ja eller nei, oppgis av tjenesten
"""
GRUNN = """\
regelverk grunnregler
bygger på ord
§ 1-1 Grunn
krav godkjenning, etter forskrift § 1-1
  gjelder for tjenesten
  oppfylt når tjenesten er godkjent
"""
TILLEGG = """\
regelverk tillegg
bygger på grunn
§ 2-1 Tillegg
krav åpenhet, etter forskrift § 2-1
  gjelder for tjenesten
  oppfylt når tjenesten er åpen
"""
BOTH = {"1-1/godkjenning", "2-1/åpenhet"}
CASE = {"sak": "A", "vurderingsdato": "2024-01-01", "tjeneste": {"godkjent": True, "åpen": False}}
PAGE = """\
```sak
{"vurderingsdato": "2024-01-01", "tjeneste": {"godkjent": true, "åpen": false}}
```
```verdikt
1-1/godkjenning: oppfylt
```
"""
SPELT = {
    "a file": "mine/tillegg.ntr",
    "a folder": "mine",
    "a folder by another spelling": "mine/../mine/",
}
Norms = Callable[[str], set[str]]


@pytest.fixture(autouse=True)
def mine(folder: Path) -> Path:
    """A folder with a rulebook in three files, and a case and a page beside it."""
    place = folder / "mine"
    place.mkdir()
    for name, text in (("ord", ORD), ("grunn", GRUNN), ("tillegg", TILLEGG)):
        (place / f"{name}.ntr").write_text(text, "utf-8")
    (folder / "min.json").write_text(json.dumps(CASE), "utf-8")
    (folder / "side.md").write_text(PAGE, "utf-8")
    return place


@pytest.mark.parametrize("book", SPELT.values(), ids=SPELT)
def test_every_command_takes_all_of_it(ntr: Ntr, book: str) -> None:
    """The norms of the file, and of what it builds on."""
    judged = ntr("vurder", "min.json", "--regelverk", book, "--format", "json")
    assert (judged.exit_code, judged.stderr) == (1, "")
    assert {each["norm"] for each in json.loads(judged.stdout)["verdikter"]} == BOTH
    days = ("--per", "2024-01-01", "--per", "2025-01-01", "--format", "json")
    compared = json.loads(ntr("vurder", "min.json", "--regelverk", book, *days).stdout)
    assert set(compared["uendret"]) == BOTH
    for norm in BOTH:
        done = ntr("forklar", "min.json", "--norm", norm, "--regelverk", book)
        assert done.stdout.startswith(f"{norm} · ")
    covered = json.loads(ntr("test", "side.md", "--regelverk", book, "--dekning",
                             "--format", "json").stdout)  # fmt: skip
    assert {each["norm"] for each in covered["dekning"]["normer"]} == BOTH
    mutated = json.loads(ntr("test", "side.md", "--regelverk", book, "--mutasjon",
                             "--format", "json").stdout)  # fmt: skip
    survived = [each["om"] for each in mutated["mutasjon"]["ikke_merket"]]
    assert "2-1/åpenhet" in survived
    assert mutated["mutasjon"]["merket"] > 0
    template = ntr("skjema", "--format", "csv", "--regelverk", book).stdout
    assert "tjeneste.godkjent;" in template
    assert "tjeneste.åpen" in template
    assert "2 normer" in ntr("kontroller", book).stdout
    assert "har ingen lister over setningene" in ntr("dekning", "--regelverk", book).stderr


def test_one_norm_is_asked_for_by_name(ntr: Ntr) -> None:
    """There is `--norm` for that."""
    done = ntr("vurder", "min.json", "--regelverk", "mine", "--norm", "1-1/godkjenning")
    assert done.exit_code == 0
    assert "åpenhet" not in done.stdout


def test_a_folder_is_its_files_with_norms() -> None:
    """The others are what they build on; where none has norms, all of them are."""
    assert shelf(("mine",)).names == ("grunn", "tillegg")
    for name in ("grunn", "tillegg"):
        (Path("mine") / f"{name}.ntr").unlink()
    assert shelf(("mine",)).names == ("ord",)


def test_a_file_that_cannot_be_read_is_not_left_out(ntr: Ntr, mine: Path) -> None:
    """Its norms would be missing from the answer without a word."""
    (mine / "mer.ntr").write_bytes("§ 3-1 Mer\nkrav mål\n".encode("latin-1"))
    done = ntr("vurder", "min.json", "--regelverk", "mine")
    assert done.exit_code == 2
    assert "mer.ntr: filen er ikke i UTF-8" in done.stderr


def test_the_shipped_folder_is_what_is_meant_by_none(ntr: Ntr, folder: Path) -> None:
    """And a copy of it gives the same verdicts."""
    shutil.copytree(resources.folder("rules"), folder / "kopi")
    default, ours, copy = (
        json.loads(ntr("vurder", "sak.json", *books, "--format", "json").stdout)
        for books in ((), ("--regelverk", str(resources.folder("rules"))), ("--regelverk", "kopi"))
    )
    assert default == ours == copy


@pytest.mark.parametrize("book", ["tom", "borte", "borte.ntr", "borte/her.ntr"])
@pytest.mark.parametrize("command", ["vurder min.json", "skjema", "dekning", "test side.md",
                                     "forklar min.json --norm a"])  # fmt: skip
def test_what_is_no_rulebook(ntr: Ntr, folder: Path, command: str, book: str) -> None:
    """Told with its name."""
    (folder / "tom").mkdir()
    done = ntr(*command.split(), "--regelverk", book)
    assert done.exit_code == 2
    assert book in done.stderr


# --- two of one name -------------------------------------------------------------------------


@pytest.fixture
def other(folder: Path) -> Path:
    """Another folder, whose files are called the same."""
    place = folder / "andre"
    place.mkdir()
    (place / "ord.ntr").write_text(ORD.replace("regelverk ord", "regelverk andre ord"), "utf-8")
    (place / "regler.ntr").write_text(TILLEGG.replace("på grunn", "på ord"), "utf-8")
    return place


def test_two_files_of_one_name(ntr: Ntr, other: Path) -> None:
    """Nobody can tell which of them «bygger på ord» means, so neither is taken."""
    assert other.is_dir()
    for books in (("mine/grunn.ntr", "andre/regler.ntr"), ("andre", "mine"), ("mine", "andre")):
        asked = [part for each in books for part in ("--regelverk", each)]
        done = ntr("vurder", "min.json", *asked)
        assert done.exit_code == 2
        assert "mine/ord.ntr" in done.stderr
        assert "andre/ord.ntr" in done.stderr
        assert ntr("kontroller", *books).exit_code == 2


def test_two_files_of_one_name_that_are_one(ntr: Ntr, folder: Path) -> None:
    """By a link, there is nothing to choose between."""
    (folder / "lenke").symlink_to(folder / "mine")
    done = ntr("vurder", "min.json", "--regelverk", "mine", "--regelverk", "lenke/tillegg.ntr")
    assert done.exit_code == 1


def test_two_rulebooks_of_one_name(ntr: Ntr, mine: Path) -> None:
    """The diagnostic names both files, and shows both places."""
    (mine / "mer.ntr").write_text(TILLEGG.replace("2-1", "3-1"), "utf-8")
    for command in (("vurder", "min.json", "--regelverk", "mine"), ("kontroller", "mine")):
        done = ntr(*command)
        assert done.exit_code == (1 if command[0] == "kontroller" else 2)
        assert "NTR230" in done.stderr
        assert done.stderr.count("feil[") == 1
        assert "mine/mer.ntr og mine/tillegg.ntr" in done.stderr


def test_a_file_with_another_ending(ntr: Ntr, mine: Path) -> None:
    """A rule file is one whatever it is called, where it is named."""
    (mine / "tillegg.ntr").rename(mine / "tillegg.txt")
    done = ntr("vurder", "min.json", "--regelverk", "mine/tillegg.txt", "--format", "json")
    assert {each["norm"] for each in json.loads(done.stdout)["verdikter"]} == BOTH


def test_a_folder_leaves_out_no_rule_file(ntr: Ntr, mine: Path) -> None:
    """One in capitals is read; one that a program put its own ending to is told of."""
    (mine / "tillegg.ntr").rename(mine / "TILLEGG.NTR")
    assert ntr("vurder", "min.json", "--regelverk", "mine").exit_code == 1
    (mine / "mer.ntr.txt").write_text(TILLEGG, "utf-8")
    done = ntr("kontroller", "mine")
    assert done.exit_code == 2
    assert "mer.ntr.txt blir ikke lest som en regelfil" in done.stderr
