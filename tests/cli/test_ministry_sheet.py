"""A workbook as a ministry would send it: every service judged, every oddity named by its cell."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from support.command_line import Ntr
from support.ministry_sheet import COLUMNS, ministry_sheet

READ = ("--kolonner", "kolonner.tsv", "--per", "2024-06-01")
PLACES = ("4-2/ett-helseforetak", "4-2/to-helseforetak", "4-2/to-helseregioner")
HOLDS, FAILS, OPEN, ASIDE = "holder", "holder ikke", "uavklart", "ikke aktuell"

# By hand, from the sheet: a national service is at one hospital, a service of several regions at
# two hospitals in two regions.
EXPECTED = {
    "Alfa": (HOLDS, ASIDE, ASIDE),
    "Beta": (ASIDE, HOLDS, HOLDS),
    "Gamma": (ASIDE, HOLDS, HOLDS),  # its second place stands in a row of its own
    "Delta": (ASIDE, OPEN, OPEN),  # «OUS og omegn»: how many it is, nobody knows
    "Epsilon": (ASIDE, HOLDS, OPEN),  # two hospitals, and one region that may be of either
    "Zeta": (OPEN, OPEN, OPEN),  # neither the type nor whether it is approved can be read
    "Eta": (FAILS, ASIDE, ASIDE),  # national, and at two hospitals: anybody would say so
    "Theta": (OPEN, OPEN, OPEN),  # nothing told but its name
}

TOLD = {
    "overskriften er funnet i rad 5": "Oversikt 2024",
    "rad 12 er skjult, og er lest": "Oversikt 2024",
    "kolonne H («tjeneste.opprettet») er skjult": "Oversikt 2024",
    "leses «Type tjenste» som tjeneste.type": "Oversikt 2024",
    "leses ikke «Kommentar», «Antall pas.»": "Oversikt 2024",
    "rad 9 er lest som en rad til av saken «3»": "Oversikt 2024",
    "rad 16 er ikke lest som en sak, for den er en sum: «Sum»": "Oversikt 2024",
    "rad 17 er ikke lest som en sak, for den er en merknad": "Oversikt 2024",
    "arket «Forside» er ikke lest": "Forside",
    "arket «Arbeidsark» er skjult, og er ikke lest": "Arbeidsark",
    "er lest som listen «tjeneste.referansegruppe»": "Referansegruppe",
    "overskriften er funnet i rad 2": "Referansegruppe",
    "leses ikke «Merknad»": "Referansegruppe",
    "saken «Ukjent tjeneste» står ikke i arket": "Referansegruppe!A5",
    "«x» er lest som ja": "D6",
    "«X» er lest som ja": "D7",
    "«OUS ↵ Helse Bergen HF» er lest som": "F7",
    "«3.4.21» har bare to sifre": "E10",
    "i «OUS og omegn» er «OUS» kjent, men ikke «omegn»": "F10",
    "«helseregion» er oppgitt samlet": "F11",
    "«nasjonal behandling» er ikke en verdi": "C12",
    "venter ja eller nei, fikk teksten «kanskje»": "D12",
    "«OUS / Ahus» er lest som": "F12",
}
"""Each oddity, and the sheet or the cell that it is told with."""


@pytest.fixture
def sheet(folder: Path) -> str:
    """The workbook, beside what its columns mean."""
    return ministry_sheet(folder)


def test_every_service_is_judged(ntr: Ntr, sheet: str) -> None:
    """As a person reading the sheet would judge it."""
    wanted = [each for norm in PLACES for each in ("--norm", norm)]
    shown = ntr("vurder", sheet, *READ, *wanted, "--format", "csv")
    rows = list(csv.DictReader(StringIO(shown.stdout), delimiter=";"))
    found = {name: tuple(row["svar"] for row in rows if row["tittel"] == name) for name in EXPECTED}
    assert found == EXPECTED
    assert len(rows) == len(EXPECTED) * len(PLACES)
    assert shown.exit_code == 2  # some cells could not be read


def test_nothing_is_called_a_breach_that_is_none(ntr: Ntr, sheet: str) -> None:
    """Among all norms, on all services."""
    found = ntr("vurder", sheet, *READ, "--format", "jsonl", "--begrunnelse", "ingen").stdout
    assert list(_grave(found)) == [("7", "4-2/ett-helseforetak")]


def _grave(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        told = json.loads(line)
        for each in told["verdikter"]:
            if each["virkning"] != "ingen":
                yield told["sak"], each["norm"]


def test_every_oddity_is_named_by_its_cell(ntr: Ntr, sheet: str) -> None:
    """And there is nothing told besides."""
    lines = [
        line
        for line in ntr("vurder", sheet, *READ, "--norm", "4-2").stderr.splitlines()
        if line.startswith(("merk:", "feil["))
    ]
    for words, place in TOLD.items():
        (line,) = (each for each in lines if words in each and f", {place}" in each)
        assert sheet in line
    assert len(lines) == len(TOLD) - 1  # what is read and what is not stand in one line


def test_without_the_file_nothing_is_read_and_nothing_written(
    ntr: Ntr, sheet: str, folder: Path
) -> None:
    """What is proposed is told, and how to keep it."""
    before = sorted(each.name for each in folder.iterdir())
    done = ntr("vurder", sheet, "--per", "2024-06-01")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "C5, Type tjenste: ukjent kolonne «Type tjenste»" in done.stderr
    assert "mente du «tjeneste.type»?" in done.stderr
    assert f"ntr skjema --oversett {sheet} --ut kolonner.tsv" in done.stderr
    assert sorted(each.name for each in folder.iterdir()) == before


def test_the_proposal_is_written_where_somebody_asks(ntr: Ntr, sheet: str, folder: Path) -> None:
    """On the screen, or in a file; only what nothing resembles is left to be said."""
    shown = ntr("skjema", "--oversett", sheet)
    proposed = [line.split("\t")[:3] for line in shown.stdout.splitlines()]
    meant = [line.split("\t")[:3] for line in COLUMNS.splitlines()]
    left = ("Antall pas.",)
    assert proposed == [[*each[:2], "" if each[1] in left else each[2]] for each in meant]
    done = ntr("skjema", "--oversett", sheet, "--ut", "forslag.tsv")
    assert (folder / "forslag.tsv").read_text("utf-8") == shown.stdout
    assert "ntr vurder oversikt.xlsx --kolonner forslag.tsv" in done.stderr


def test_nothing_to_propose(ntr: Ntr, folder: Path) -> None:
    """Where every column is known."""
    (folder / "s.csv").write_text("sak;tjeneste.godkjent\nA;ja\n", "utf-8")
    done = ntr("skjema", "--oversett", "s.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "det er ingenting å oversette" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("vurder", "sak.json", "--kolonner", "kolonner.tsv"), "Parquet og databaser"),
        (("vurder", "oversikt.xlsx", "--kolonner", "borte.tsv"), "filen finnes ikke"),
        (("vurder", "oversikt.xlsx", "--kolonner", "sak.json"), "første linje må være"),
        (("skjema", "--oversett", "sak.json"), "Parquet og databaser har kolonner"),
        (("skjema", "--oversett", "borte.xlsx"), "filen finnes ikke"),
        (("vurder", "oversikt.xlsx", "--kolonner", "kolonner.tsv", "--ut", "kolonner.tsv"),
         "det er også en fil som leses"),
    ],
)  # fmt: skip
def test_wrong_use(ntr: Ntr, sheet: str, arguments: tuple[str, ...], told: str) -> None:
    """It is told, and nothing is done."""
    done = ntr(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


def test_explained_with_the_same_file(ntr: Ntr, sheet: str) -> None:
    """`ntr forklar` takes the file too."""
    shown = ntr("forklar", sheet, *READ, "--norm", "4-2/ett-helseforetak")
    assert "── Eta" in shown.stdout
    assert "krav: brutt" in shown.stdout
