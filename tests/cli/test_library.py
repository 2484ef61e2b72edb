"""Files beside a rule file: only those it builds on have a say."""

from pathlib import Path

import pytest

from hjemmel.cli.cache import Entry, entry_of
from hjemmel.rulebooks.shelf import shelf
from support.command_line import Ntr

OWN = "regelverk     prøve\nbygger på     ord_kap4\n"


@pytest.fixture
def own(folder: Path) -> Path:
    """A rule file of one's own that builds on a shipped one."""
    (folder / "egen.ntr").write_text(OWN, "utf-8")
    return folder / "egen.ntr"


def latin(folder: Path) -> None:
    """A file in another encoding."""
    (folder / "gammel.ntr").write_bytes("regelverk prøve\n".encode("latin-1"))


def a_folder(folder: Path) -> None:
    """A folder with the name of a rule file."""
    (folder / "mappe.ntr").mkdir()


def a_shadow(folder: Path) -> None:
    """A folder with the name of the very file that is built on."""
    (folder / "ord_kap4.ntr").mkdir()


def a_dead_link(folder: Path) -> None:
    """A link to nowhere."""
    (folder / "lenke.ntr").symlink_to(folder / "nei")


@pytest.mark.parametrize("neighbour", [latin, a_folder, a_shadow, a_dead_link])
@pytest.mark.parametrize(
    "command", [["kontroller", "egen.ntr"], ["vurder", "sak.json", "--regelverk", "egen.ntr"]]
)
def test_an_unreadable_neighbour_does_no_harm(
    own: Path, ntr: Ntr, neighbour: object, command: list[str]
) -> None:
    """Nothing builds on it."""
    before = ntr(*command)
    neighbour(own.parent)  # type: ignore[operator]
    found = ntr(*command)
    assert (found.output, found.exit_code) == (before.output, before.exit_code)
    assert found.exit_code != 2


def test_an_unreadable_neighbour_that_is_built_on(own: Path, ntr: Ntr) -> None:
    """Then there is no way round it."""
    latin(own.parent)
    own.write_text(f"{OWN}bygger på     gammel\n", "utf-8")
    found = ntr("kontroller", "egen.ntr")
    assert found.exit_code == 2
    assert "gammel.ntr: filen er ikke i UTF-8" in found.stderr


def test_a_misspelt_name_is_met_with_one_on_the_shelf(own: Path, ntr: Ntr) -> None:
    """Even that of a file that cannot be read: the names are known without it."""
    latin(own.parent)
    own.write_text("regelverk     prøve\nbygger på     gamel\n", "utf-8")
    found = ntr("kontroller", "egen.ntr")
    assert found.exit_code == 1
    assert "mente du «gammel»?" in found.stderr


def test_the_lines_of_a_file_built_on_are_shown(own: Path, ntr: Ntr) -> None:
    """Where the mistake is there."""
    (own.parent / "feil.ntr").write_text("regelverk feil\nkrev x\n", "utf-8")
    own.write_text("regelverk     prøve\nbygger på     feil\n", "utf-8")
    found = ntr("kontroller", "egen.ntr")
    assert found.exit_code == 1
    assert "feil.ntr:2:1" in found.stderr
    assert "│ krev x" in found.stderr


def entry() -> Entry | None:
    """Where the program of the file's own is kept, as things are now."""
    return entry_of(shelf(("egen.ntr",)))


@pytest.mark.parametrize(
    ("name", "counts"),
    [("nabo", False), ("nær", True), ("fjern", True), ("ord_kap4", True), ("utpekt", True)],
)
def test_the_cache_looks_at_what_is_built_on(own: Path, name: str, counts: bool) -> None:
    """However the line is written, and however far away; and at nothing else."""
    written = "BYGGER\u00a0 på   nær.ntr\n  bygger på utpekt\n"
    own.write_text(f"{OWN}{written}", "utf-8")
    for each in ("nabo", "nær", "fjern", "utpekt"):
        (own.parent / f"{each}.ntr").write_text("regelverk     a\nbygger på     fjern\n", "utf-8")
    before = entry()
    (own.parent / f"{name}.ntr").write_text("regelverk     b\nbygger på     fjern\n", "utf-8")
    assert (entry() != before) is counts
