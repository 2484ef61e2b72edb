"""`ntr test --mutasjon` and `--grundig`, as people use them."""

import json
from pathlib import Path

import pytest

from support.command_line import Ntr

RULES = """\
regelverk egne regler

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning plasser er heltall, oppgis av tjenesten


§ 4-2 Prøve

krav drift, etter forskrift § 4-2
  oppfylt når tjenestens plasser er minst 4
"""
FOUR = """\
```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {"plasser": 4}}
```
```verdikt
4-2/drift: oppfylt
```
"""
FIVE = FOUR.replace(": 4}", ": 5}")
THREE = FOUR.replace(": 4}", ": 3}").replace("oppfylt", "brutt")
SILENT = """\
```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {}}
```
```verdikt
4-2/drift: uavklart (mangler)
```
"""


@pytest.fixture
def rules(folder: Path) -> Path:
    """A rulebook of one's own."""
    path = folder / "egne.ntr"
    path.write_text(RULES, "utf-8")
    return path


def page(folder: Path, *parts: str) -> str:
    """A page with the cases."""
    path = folder / "sider.md"
    path.write_text("".join(parts), "utf-8")
    return str(path)


def test_enough_cases(ntr: Ntr, folder: Path, rules: Path) -> None:
    """All that can be noticed is; all that can be shown is; and 0."""
    everything = page(folder, FOUR, FIVE, THREE, SILENT)
    done = ntr("test", everything, "--regelverk", str(rules), "--grundig")
    assert done.exit_code == 0, done.stdout
    assert "(100 %)" in done.stdout.splitlines()[-1]
    assert "5 av 5 mulige utfall og vilkår er vist (100 %)" in done.stdout


def test_too_few_cases(ntr: Ntr, folder: Path, rules: Path) -> None:
    """The change that nobody notices, where it is, and a case that would; and 1."""
    done = ntr("test", page(folder, FOUR, FIVE), "--regelverk", str(rules), "--mutasjon")
    assert done.exit_code == 1
    assert "3 for 4 i «tjenestens plasser er minst 4»" in done.stdout
    assert "egne.ntr linje 10" in done.stdout
    assert '"tjeneste": {"plasser": 3}' in " ".join(done.stdout.split())


def test_what_is_not_shown(ntr: Ntr, folder: Path, rules: Path) -> None:
    """An outcome that no case has, with a case that has it; and 1."""
    done = ntr("test", page(folder, FOUR, SILENT), "--regelverk", str(rules), "--grundig")
    assert done.exit_code == 1
    assert "utfallet «brutt»" in done.stdout


def test_as_data(ntr: Ntr, folder: Path, rules: Path) -> None:
    """The same for programs: what lives, with the case, and what is not shown."""
    asked = ("--regelverk", str(rules), "--grundig", "--format", "json")
    found = json.loads(ntr("test", page(folder, FOUR, FIVE), *asked).stdout)
    alive = [each for each in found["mutasjon"]["ikke_merket"] if each["hva"] == "grense"]
    assert {(each["om"], each["linje"]) for each in alive} == {("4-2/drift", 10)}
    cases = [json.loads(each["sak"])["tjeneste"] for each in alive]
    assert cases == [{"plasser": 3}]
    assert {each["norm"] for each in found["ikke_vist"]} == {"4-2/drift"}


def test_cases_that_do_not_hold_are_mended_first(ntr: Ntr, folder: Path, rules: Path) -> None:
    """What does not hold before anything is changed can notice nothing."""
    wrong = page(folder, FOUR.replace("oppfylt", "brutt"))
    done = ntr("test", wrong, "--regelverk", str(rules), "--mutasjon")
    assert done.exit_code == 1
    assert "reglene endres ikke før alle sakene holder" in done.stderr
    assert "endringer i reglene" not in done.stdout
