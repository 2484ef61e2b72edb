"""The rulebooks of other fields: sound, tried, and covered whole, by cases whose answers were
found by hand."""

import json
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from hjemmel.cli import main
from hjemmel.cli.pages import found
from hjemmel.core.program import Program
from hjemmel.expectations.page import Trial
from hjemmel.expectations.reading import parse_page
from hjemmel.provenance.replay import replay
from hjemmel.rulebooks.compiling import compiled
from hjemmel.rulebooks.shelf import shelf
from support.evaluation import evaluate
from support.golden_run import judged, outcomes

EXAMPLES = Path(__file__).resolve().parents[1] / "eksempler"
FOLDERS = sorted(each for each in EXAMPLES.iterdir() if each.is_dir())
TRIALS = [
    pytest.param(folder, trial, id=f"{folder.name}:{trial.line}")
    for folder in FOLDERS
    for page in found((folder,))
    for trial in parse_page(page.name, page.text).page.trials
]


@lru_cache
def program(folder: Path) -> Program:
    """The rulebook of a folder, without errors or warnings."""
    checked = compiled(shelf((f"{folder}/",)))
    assert checked.diagnostics == ()
    return checked.value


def test_there_are_two_of_them() -> None:
    """One with plain sections and letters, and one with articles."""
    assert [each.name for each in FOLDERS] == ["parkering", "sykkelbatterier"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda each: each.name)
def test_they_are_in_the_one_layout(folder: Path) -> None:
    """The formatter has nothing to change."""
    result = CliRunner().invoke(main, ["formater", "--sjekk", str(folder)])
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda each: each.name)
def test_the_cases_hold_and_cover_everything(folder: Path) -> None:
    """Every outcome that a norm can have, every wording, and every condition both ways."""
    result = CliRunner().invoke(main, ["test", str(folder), "--dekning", "--format", "json"])
    assert result.exit_code == 0, result.output
    covered = json.loads(result.output)["dekning"]
    assert covered["utfall"] == covered["utfall_sett"] > 0
    assert covered["ordlyder"] == covered["ordlyder_sett"] > 0
    assert covered["veier"] == covered["veier_vist"] > 0
    assert all(not each["ikke_sett"] and each["utfall"] for each in covered["normer"])


@pytest.mark.parametrize(("folder", "trial"), TRIALS)
def test_every_backend_gives_the_same(folder: Path, trial: Trial) -> None:
    """The evaluator, the compiled functions and the oracle agree."""
    here = judged(program(folder), trial.facts)
    seen = outcomes(program(folder), here.observation)
    first = seen["staged"]
    assert {name: each for name, each in seen.items() if each != first} == {}


@pytest.mark.parametrize(("folder", "trial"), TRIALS)
def test_the_decisive_facts_decide(folder: Path, trial: Trial) -> None:
    """With all other facts forgotten, each norm that the page names stands as it stood."""
    here = judged(program(folder), trial.facts)
    for each in trial.expected:
        verdict = here.verdicts[each.norm]
        assert replay(verdict.case, verdict.norm, evaluate).agrees, each.norm
