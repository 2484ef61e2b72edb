"""The rulebooks of other fields: sound, tried, and covered whole, by cases whose answers were
found by hand."""

import json
import shutil
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


def test_every_sentence_of_the_sources_is_accounted_for() -> None:
    """Of a rulebook with sources of its own, held against their texts."""
    folder = EXAMPLES / "parkering"
    texts = str(folder / "kilder" / "tekster.tsv")
    arguments = ["dekning", "--regelverk", str(folder), "--kilde", texts]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(
        "20 av 20 setninger gjort rede for: 17 modellert, 0 bare sitert, 3 satt til side"
    )
    shown = CliRunner().invoke(main, [*arguments, "--vis"]).output
    assert "P3#4  parkeringsforskriften § 3 andre ledd" in shown
    assert "formodning «om den som eier kjøretøyet»" in shown


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A parking rulebook that may be changed."""
    return Path(shutil.copytree(EXAMPLES / "parkering", tmp_path / "parkering"))


def _changed(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_a_source_that_is_not_declared_is_told_of(copied: Path) -> None:
    """Else no citation could mean it, and nothing would be held against its sentences."""
    _changed(copied / "kilder" / "setninger.tsv", "\trundskriv\t", "\trundskrivet\t")
    result = CliRunner().invoke(main, ["dekning", "--regelverk", str(copied)])
    assert result.exit_code == 1
    assert "kilden «rundskrivet» er ikke erklært i reglene, skriv «rundskriv»" in result.output


def test_an_exception_accounts_for_its_sentence(copied: Path) -> None:
    """And where it cites nothing, the sentence is nobody's."""
    _changed(copied / "parkering.ntr", ", etter parkeringsforskriften § 3 andre ledd:", ":")
    result = CliRunner().invoke(main, ["dekning", "--regelverk", str(copied)])
    assert result.exit_code == 1
    assert "P3#4  parkeringsforskriften § 3 andre ledd" in result.output


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("etter parkeringsforskriften § 4\n", "etter parkeringsforskriften § 9\n",
         "er ført opp for § 3, § 4, § 5, § 12, § 12 a; er den ny"),
        ("etter parkeringsforskriften § 12 andre ledd\n",
         "etter parkeringsforskriften § 12 femte ledd\n",
         "parkeringsforskriften § 12 har første ledd, andre ledd, tredje ledd; er den ny"),
        ("etter rundskrivet pkt. 3 nr. 2", "etter rundskrivet pkt. 3 nr. 3",
         "rundskrivet pkt. 3 har nr. 1 til 2; er den ny"),
    ],
)  # fmt: skip
def test_a_new_place_is_told_where_to_enter(
    copied: Path, before: str, after: str, told: str
) -> None:
    """With what there is, since it may be a slip of the pen too."""
    _changed(copied / "parkering.ntr", before, after)
    result = CliRunner().invoke(main, ["kontroller", str(copied)])
    assert result.exit_code == 1
    assert "NTR214" in result.output
    assert told in result.output
    assert "kilder/setninger.tsv" in result.output
