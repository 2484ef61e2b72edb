"""A rulebook to begin with: it is there, it is tried, and nothing of anybody's is written over."""

from pathlib import Path

import pytest

from support.command_line import Ntr


def test_a_new_rulebook_passes_its_own_cases(folder: Path, ntr: Ntr) -> None:
    """From nothing, by the command that it names."""
    made = ntr("ny", "havn")
    assert (made.exit_code, made.output.splitlines()[-1]) == (0, "prøv det med: ntr test havn")
    tried = ntr("test", "havn")
    assert (tried.exit_code, tried.output) == (0, "13 av 13 forventninger holder (1 side)\n")


def test_it_is_sound_and_in_the_one_layout(folder: Path, ntr: Ntr) -> None:
    """Not even a warning, and the formatter has nothing to change."""
    ntr("ny", "havn")
    checked = ntr("kontroller", "havn")
    assert (checked.exit_code, checked.output) == (0, "havn: ingen feil, 4 normer\n")
    assert ntr("formater", "--sjekk", "havn").output == ""


def test_its_cases_try_every_condition(folder: Path, ntr: Ntr) -> None:
    """Both ways."""
    ntr("ny", "havn")
    shown = ntr("test", "havn", "--dekning").output
    assert "vilkår 14 av 14 (100 %)" in shown


def test_rules_that_are_wrong_are_told_of(folder: Path, ntr: Ntr) -> None:
    """The cases try the rules of the folder, and no others."""
    ntr("ny", "havn")
    rules = folder / "havn" / "havn.ntr"
    rules.write_text(rules.read_text("utf-8").replace("høyst 800", "høyst 799"), "utf-8")
    tried = ntr("test", "havn")
    assert tried.exit_code == 1
    assert "3/om-lengden" in tried.output


def test_within_the_folder_no_place_need_be_named(
    folder: Path, ntr: Ntr, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages and rules that stand there are those that are tried."""
    ntr("ny", "havn")
    monkeypatch.chdir(folder / "havn")
    assert ntr("test").output == "13 av 13 forventninger holder (1 side)\n"


def test_an_empty_folder_is_filled(folder: Path, ntr: Ntr) -> None:
    """And one within others is made with them."""
    (folder / "tom").mkdir()
    assert ntr("ny", "tom").exit_code == 0
    assert ntr("ny", "a/b/tom").exit_code == 0
    assert (folder / "a" / "b" / "tom" / "tom.ntr").is_file()


def test_what_is_there_is_kept(folder: Path, ntr: Ntr) -> None:
    """It is said so, and nothing is changed."""
    ntr("ny", "havn")
    rules = folder / "havn" / "havn.ntr"
    rules.write_text("regelverk mitt\n", "utf-8")
    again = ntr("ny", "havn")
    assert again.exit_code == 2
    assert "mappen havn finnes alt, og er ikke tom" in again.output.replace(f"{folder}/", "")
    assert rules.read_text("utf-8") == "regelverk mitt\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("sak.json", "sak.json» kan ikke være navnet på et regelverk"),
        ("4-2", "«4-2» kan ikke være navnet på et regelverk"),
        ("erne", "«erne» er navnet på et regelverk som følger med"),
    ],
)
def test_a_name_that_cannot_be_used(folder: Path, ntr: Ntr, name: str, told: str) -> None:
    """No folder is made."""
    before = sorted(folder.iterdir())
    refused = ntr("ny", name)
    assert refused.exit_code == 2
    assert told in refused.output
    assert sorted(folder.iterdir()) == before


def test_a_file_that_has_the_name(folder: Path, ntr: Ntr) -> None:
    """Is left alone."""
    (folder / "havn").write_text("mitt", "utf-8")
    refused = ntr("ny", "havn")
    assert refused.exit_code == 2
    assert "er en fil" in refused.output
    assert (folder / "havn").read_text("utf-8") == "mitt"
