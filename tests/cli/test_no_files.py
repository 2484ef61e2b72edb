"""What is no file is refused in a moment, wherever a file is asked for."""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from hjemmel import resources
from support.command_line import ENGINE, Ntr

COMMANDS = (
    "vurder sak.json --regelverk {}.ntr",
    "forklar sak.json --norm 4-2/enerett --regelverk {}.ntr",
    "skjema --regelverk {}.ntr",
    "test side.md --regelverk {}.ntr",
    "dekning --regelverk {}.ntr",
    "dekning --kilde {}.ntr",
    "kontroller {}.ntr",
    "kontroller bygger.ntr",
    "formater {}.ntr",
    "test {}.ntr",
    "vurder {}.ntr.json",
    "forklar {}.ntr.json --norm 4-2/enerett",
)
SAID = {"rør": "dette er ikke en vanlig fil", "uendelig": "dette er ikke en vanlig fil",
        "stor": "filen er for stor"}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", SAID)
def test_it_is_told_what_it_is(folder: Path, command: str, kind: str) -> None:
    """With exit code 2, and without waiting."""
    for name in (f"{kind}.ntr", f"{kind}.ntr.json"):
        if kind == "rør":
            os.mkfifo(folder / name)
        elif kind == "uendelig":
            (folder / name).symlink_to("/dev/zero")
        else:
            with (folder / name).open("wb") as file:
                file.truncate(1_000_000_001)  # takes no room
    (folder / "side.md").write_text("```sak\n{}\n```\n```verdikt\n4-2/enerett: oppfylt\n```\n")
    (folder / "bygger.ntr").write_text(f"regelverk prøve\nbygger på {kind}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "hjemmel", *command.format(kind).split()],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert SAID[kind] in done.stderr
    assert kind in done.stderr
    assert "Feil i programmet" not in done.stderr


def test_a_neighbour_that_is_no_file_does_no_harm(ntr: Ntr, folder: Path) -> None:
    """Nobody builds on it."""
    os.mkfifo(folder / "nabo.ntr")
    (folder / "egen.ntr").write_text("regelverk prøve\nbygger på ord_kap4\n", "utf-8")
    assert ntr("vurder", "sak.json", "--regelverk", "egen.ntr").exit_code == 0


# --- names whose letters are put together in another way -------------------------------------


@pytest.mark.parametrize(("disk", "asked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_is_found_either_way(ntr: Ntr, folder: Path, disk: str, asked: str) -> None:
    """On the disk, on the command line and in «bygger på», for rules, facts and pages."""

    def spelt(form: str, name: str) -> str:
        return unicodedata.normalize(form, name)  # type: ignore[arg-type]

    (folder / "sak.json").rename(folder / spelt(disk, "søknad på å.json"))
    shutil.copy(resources.folder("rules") / "ord_kap4.ntr", folder / spelt(disk, "blå.ntr"))
    own = f"regelverk prøve\nbygger på {spelt(asked, 'blå')}\n"
    (folder / spelt(disk, "få.ntr")).write_text(own, "utf-8")
    rules, case = spelt(asked, "få.ntr"), spelt(asked, "søknad på å.json")
    assert ntr("kontroller", rules).exit_code == 0
    assert ntr("formater", rules).exit_code == 0
    done = ntr("vurder", case, "--regelverk", rules)
    assert (done.exit_code, done.stderr) == (0, "")
    assert ntr("vurder", case, "--ut", spelt(disk, "få.ntr"), "--regelverk", rules).exit_code == 2


def test_a_message_points_into_the_file(ntr: Ntr, folder: Path) -> None:
    """The column is that of the file as it stands; the line shown is read as usual."""
    text = "regelverk prøve\n\nkrav på plåss, etter tull er § 3\n"
    for form, column in (("NFC", 27), ("NFD", 29)):
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        (folder / "egen.ntr").write_text(written, "utf-8")
        at = f"egen.ntr:3:{column}"
        shown = ntr("kontroller", "egen.ntr").stderr
        assert at in shown
        assert "3 │ krav på plåss, etter tull er § 3\n  │                           ^^^^^^" in shown
        assert at in ntr("formater", "egen.ntr").stderr
        (found,) = json.loads(ntr("kontroller", "egen.ntr", "--format", "json").stdout)
        assert (found["column"], found["end"]) == (column, column + 6)
        assert f"col={column}," in ntr("kontroller", "egen.ntr", "--format", "github").stdout
