"""`ntr forklar`, `kontroller`, `formater`, `skjema`, and what stands before them."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from hjemmel import __version__, resources
from hjemmel.cli.problems import all_problems
from support.command_line import CASE, Ntr, write

BROKEN = "regelverk  prøve\nbygger på  ord_kap4\n\nkrav tull\n"


@pytest.fixture
def rules(folder: Path) -> Path:
    """A copy of the shipped rules."""
    shutil.copytree(resources.folder("rules"), folder / "rules")
    return folder / "rules"


# --- before the commands ---------------------------------------------------------------------


def test_the_version_and_the_commands_are_told(ntr: Ntr) -> None:
    """Without importing what the commands need."""
    assert ntr("--versjon").stdout == f"ntr {__version__}\n"
    for name in ("vurder", "forklar", "kontroller", "formater", "skjema"):
        assert f"\n  {name} " in ntr("--hjelp").stdout


def test_no_command_shows_what_there_is(ntr: Ntr) -> None:
    """On stderr, since nothing was asked for."""
    done = ntr()
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Kommandoer:" in done.stderr


# --- forklar ---------------------------------------------------------------------------------


def test_the_whole_reason(ntr: Ntr) -> None:
    """Down to the decisive facts, with citations."""
    done = ntr("forklar", "sak.json", "--norm", "4-2/to-helseregioner")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "4-2/to-helseregioner · krav om to helseregioner\nkrav: fraveket\n"
    )
    assert "\nhjemmel: veilederen pkt. 2 nr. 4\n" in done.stdout
    assert done.stdout.count("Helse Sør-Øst ◀") == 2


def test_several_norms_and_cases_stand_apart(ntr: Ntr) -> None:
    """Each case under its title, each norm after an empty line."""
    done = ntr("forklar", "mange.jsonl", "--norm", "4-2/to-helseregioner", "--norm",
               "4-2/to-helseforetak")  # fmt: skip
    assert done.stdout.count("── Eksempeltjenesten") == 2
    assert done.stdout.count("\n\n4-2/to-helseregioner · ") == 2


@pytest.mark.parametrize("code", sorted(all_problems()))
def test_every_code_has_a_page(ntr: Ntr, code: str) -> None:
    """However it is written."""
    done = ntr("forklar", code)
    assert (done.exit_code, done.stderr) == (0, "")
    assert code in done.stdout.splitlines()[0]
    assert ntr("forklar", code.lower()).stdout == done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["NTR999"], "feilkoden NTR999 finnes ikke"),
        (["sak.json"], "hvilken norm skal forklares?"),
        (["borte.json", "--norm", "4-2/enerett"], "filen finnes ikke"),
        (["sak.json", "--norm", "4-2/enrett"], "mente du «4-2/enerett»?"),
    ],
)
def test_what_cannot_be_explained(ntr: Ntr, arguments: list[str], said: str) -> None:
    """Wrong use, and what to do."""
    done = ntr("forklar", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


# --- kontroller ------------------------------------------------------------------------------


def test_the_shipped_rules_are_in_order(ntr: Ntr) -> None:
    """One line says so."""
    done = ntr("kontroller")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "erne, forskrift_kap4, kalender, ord_ern, ord_kap4, register: ingen feil, "
    )


def test_findings_in_each_format(ntr: Ntr, folder: Path) -> None:
    """Text on stderr, for people; the others on stdout, for programs."""
    (folder / "feil.ntr").write_text(BROKEN, "utf-8")
    text = ntr("kontroller", "feil.ntr")
    assert (text.exit_code, text.stdout) == (1, "")
    assert "feil.ntr:4" in text.stderr
    for form in ("json", "sarif"):
        done = ntr("kontroller", "feil.ntr", "--format", form)
        assert (done.exit_code, done.stderr) == (1, "")
        assert "feil.ntr" in json.dumps(json.loads(done.stdout))
    github = ntr("kontroller", "feil.ntr", "--format", "github")
    assert github.stdout.startswith("::error file=feil.ntr,line=4")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_no_findings_in_each_format(ntr: Ntr, form: str) -> None:
    """A document without findings is still a document."""
    done = ntr("kontroller", "--format", form)
    assert done.exit_code == 0
    if form != "github":
        json.loads(done.stdout)


def test_the_rules_can_be_read_back(ntr: Ntr) -> None:
    """As the program understood them."""
    told = ntr("kontroller", "--lest").stdout
    assert "krav «om to helseregioner», om tjenesten. Kjennemerke: 4-2/to-helseregioner." in told


@pytest.mark.parametrize("name", ["borte.ntr", "borte"])
def test_a_rule_file_that_is_not_there(ntr: Ntr, name: str) -> None:
    """Wrong use."""
    done = ntr("kontroller", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"filen {name} finnes ikke" in done.stderr


def test_a_rule_file_that_is_no_text(ntr: Ntr, folder: Path) -> None:
    """Unreadable input, not a fault of ours."""
    (folder / "latin.ntr").write_bytes("regelverk  prøve\n".encode("latin-1"))
    done = ntr("kontroller", "latin.ntr")
    assert done.exit_code == 2
    assert "ikke i UTF-8" in done.stderr
    (folder / "mappe.ntr").mkdir()
    assert ntr("kontroller", "mappe.ntr").exit_code == 2


def test_where_norms_write_the_same(ntr: Ntr) -> None:
    """For one norm or all, as text or JSON, and in no other form."""
    done = ntr("kontroller", "--andre-steder", "--norm", "4-2/to-helseregioner")
    assert done.exit_code == 0
    assert done.stdout.startswith("Skrevet flere steder\n")
    found = json.loads(ntr("kontroller", "--andre-steder", "--format", "json").stdout)
    assert {"verdi", "slag", "steder"} == set(found[0])
    assert ntr("kontroller", "--andre-steder", "--format", "sarif").exit_code == 2
    assert ntr("kontroller", "--norm", "4-2/to-helseregioner").exit_code == 2
    assert ntr("kontroller", "--andre-steder", "--norm", "4-2/finnes-ikke").exit_code == 2


# --- formater --------------------------------------------------------------------------------


def test_the_layout_is_checked_without_changing_anything(ntr: Ntr, rules: Path) -> None:
    """Exit code 1 where something would change; 0 after it has been."""
    path = rules / "forskrift_kap4.ntr"
    changed = path.read_text("utf-8").replace("oppfylt når ", "oppfylt  når   ")
    path.write_text(changed, "utf-8")
    checked = ntr("formater", "--sjekk", str(path))
    assert (checked.exit_code, checked.stderr) == (1, "")
    assert "ville bli endret" in checked.stdout
    assert path.read_text("utf-8") == changed
    written = ntr("formater", str(path))
    assert (written.exit_code, written.stderr) == (0, "")
    assert written.stdout.endswith(": endret\n")
    assert ntr("formater", "--sjekk", str(path)).exit_code == 0


def test_a_broken_file_is_left_as_it_is(ntr: Ntr, folder: Path) -> None:
    """What cannot be read cannot be laid out."""
    (folder / "feil.ntr").write_text("dette er ingen regel\n", "utf-8")
    done = ntr("formater", "feil.ntr")
    assert done.exit_code == 2
    assert (folder / "feil.ntr").read_text("utf-8") == "dette er ingen regel\n"
    assert ntr("formater", "borte.ntr").exit_code == 2


# --- skjema ----------------------------------------------------------------------------------


def test_the_templates_can_be_filled_in_and_read(ntr: Ntr, folder: Path) -> None:
    """JSON Schema knows the facts; the tables ask for them in their headings."""
    schema = json.loads(ntr("skjema").stdout)
    assert "tjeneste" in schema["properties"]
    heads = next(csv.reader(StringIO(ntr("skjema", "--format", "csv").stdout), delimiter=";"))
    assert "tjeneste.type" in heads
    assert ntr("skjema", "--format", "xlsx", "--ut", "mal.xlsx").exit_code == 0
    sheets = CalamineWorkbook.from_path(folder / "mal.xlsx").sheet_names
    assert sheets


def test_excel_needs_a_file(ntr: Ntr) -> None:
    """A workbook is nothing to look at on a screen."""
    assert "--ut mal.xlsx" in ntr("skjema", "--format", "xlsx").stderr
    done = ntr("skjema", "--format", "xlsx", "--ut", "borte/mal.xlsx")
    assert done.exit_code == 2


def test_an_empty_template_gives_no_cases(ntr: Ntr, folder: Path) -> None:
    """What `ntr skjema` writes, `ntr vurder` reads: there is nothing in it yet."""
    ntr("skjema", "--format", "csv", "--ut", "mal.csv")
    done = ntr("vurder", "mal.csv")
    assert (done.exit_code, done.stdout) == (2, "")
    write(folder / "tom.jsonl", [])
    assert CASE["sak"] not in done.stderr
