"""What is said of many cells is said once, with how many they are and the first of them."""

from pathlib import Path

import pytest

from hjemmel.cli.gathered import MOST_KINDS, Gathered
from hjemmel.facts.faults import Note, Rejected
from support.command_line import Ntr
from support.workbook_file import save

ONE = ("--norm", "4-2/ett-helseforetak", "--per", "2024-06-01")


def faults(of: list[str], reason: str = "galt", field: str = "a.b") -> list[Rejected]:
    """The same at several places."""
    return [Rejected("s.xlsx", "rad 1", each, field, reason, "NTR504", "rett") for each in of]


def told(gathered_faults: list[Rejected], at_once: bool = False) -> list[str]:
    """The lines."""
    lines: list[str] = []
    gathered = Gathered(lines.append, at_once)
    for each in gathered_faults:
        gathered.fault(each)
    gathered.end()
    return lines


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (["D5"], "D5"),
        (["D5", "D6", "D7"], "3 steder (D5–D7)"),
        (["D5", "D6", "E7", "D9"], "4 steder (D5–D6, E7, D9)"),
        (["steder!B2", "steder!B3"], "2 steder (steder!B2–B3)"),
        (["linje 2", "linje 3", "linje 7"], "3 steder (linje 2–3, linje 7)"),
        ([f"D{2 * each}" for each in range(1, 10)], "9 steder (D2, D4, D6, D8, D10, D12 …)"),
    ],
)
def test_places(places: list[str], words: str) -> None:
    """Those one after another as a stretch; of very many the first."""
    assert told(faults(places)) == [f"feil[NTR504]: s.xlsx, {words}, a.b: galt", "  = hjelp: rett"]


def test_what_differs_is_told_apart() -> None:
    """Another reason or another fact is another line; the number of an entry is neither."""
    found = [*faults(["A1"]), *faults(["A2"], "verre"), *faults(["A3"], field="a.c")]
    assert len(told(found)) == 6
    assert len(told([*faults(["A1"], field="a.b[0].c"), *faults(["A2"], field="a.b[1].c")])) == 2


def test_as_it_comes() -> None:
    """The first is told at once, the rest when the file ends."""
    lines: list[str] = []
    gathered = Gathered(lines.append, at_once=True)
    for each in faults(["linje 2", "linje 3", "linje 4"]):
        gathered.fault(each)
    assert lines == ["feil[NTR504]: s.xlsx, linje 2, a.b: galt", "  = hjelp: rett"]
    gathered.end()
    assert lines[2:] == ["feil[NTR504]: s.xlsx, det samme 2 steder (linje 3–4), a.b: galt"]


def test_very_many_kinds_are_not_held() -> None:
    """Beyond so many, each is told as it comes."""
    lines: list[str] = []
    gathered = Gathered(lines.append, at_once=False)
    for number in range(MOST_KINDS + 5):
        gathered.note(Note("s.csv", f"linje {number}", f"merknad {number}"))
    assert len(lines) == 5
    gathered.end()
    assert len(lines) == MOST_KINDS + 5


def test_two_hundred_and_seventy_cells(ntr: Ntr, folder: Path) -> None:
    """One thing is one line."""
    rows = [["sak", "tjeneste.type"], *([f"T-{each}", "ukjent type"] for each in range(270))]
    save(folder / "s.xlsx", {"saker": rows})
    lines = ntr("vurder", "s.xlsx", *ONE).stderr.splitlines()
    assert lines[0].startswith("feil[NTR505]: s.xlsx, 270 steder (B2–B271), tjeneste.type: ")
    assert len(lines) == 3
    assert lines[2] == "270 saker lest, 270 opplysninger ikke lest"


def test_told_also_where_the_rest_is_not_wanted(ntr: Ntr, folder: Path) -> None:
    """Nothing that was found is lost where there is no case at all."""
    save(folder / "s.xlsx", {"saker": [["sak", "tjeneste.type"], [True, "x"], [False, "y"]]})
    done = ntr("vurder", "s.xlsx", *ONE)
    assert done.exit_code == 2
    assert "NTR504" in done.stderr
