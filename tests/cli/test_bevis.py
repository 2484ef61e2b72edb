"""`ntr bevis`: what it says, what it ends with, what is marked as read, and what is kept."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest

from hjemmel.analysis.differences import means
from hjemmel.analysis.proofs import asker, looking
from support.command_line import Ntr

RULES = """regelverk plasser

opplysninger om sted, stedet
  opplysning plasser er heltall, oppgis av eieren


§ 1 Plasser

krav om plasser, etter forskriften § 1
  oppfylt når stedets plasser er minst 10
    og        stedets plasser er minst {count}
"""
NORM = "1/om-plasser"


@pytest.fixture
def rules(folder: Path) -> Path:
    """A rule file with a condition too many."""
    path = folder / "regler" / "plasser.ntr"
    path.parent.mkdir()
    path.write_text(RULES.format(count=5), "utf-8")
    return path


def mark_of(ntr: Ntr, rules: Path) -> str:
    """The fingerprint of what is found."""
    ((found),) = json.loads(ntr("bevis", str(rules), "--format", "json").stdout)
    mark = found["merke"]
    assert isinstance(mark, str)
    return mark


def test_a_finding_ends_with_one_and_none_with_nought(ntr: Ntr, rules: Path) -> None:
    """The text says where, how sure it is, and the case."""
    done = ntr("bevis", str(rules))
    assert (done.exit_code, done.stderr) == (1, "")
    for told in (
        "NTR605",
        "plasser.ntr:11",
        "bevist",
        "minste sak: {",
        "1 norm spurt, 1 nytt funn",
    ):
        assert told in done.stdout
    rules.write_text(RULES.format(count=50), "utf-8")
    assert "stedets plasser er minst 10" in ntr("bevis", str(rules)).stdout
    rules.write_text(RULES.replace("    og        stedets plasser er minst {count}\n", ""), "utf-8")
    done = ntr("bevis", str(rules))
    assert (done.exit_code, done.stdout) == (0, "1 norm spurt, ingen funn\n")


def test_other_forms(ntr: Ntr, rules: Path) -> None:
    """For programs, code hosts and editors."""
    (found,) = json.loads(ntr("bevis", str(rules), "--format", "json").stdout)
    assert (found["melding"]["code"], found["normer"], found["grunnlag"]) == (
        "NTR605",
        [NORM],
        "bevist",
    )
    assert json.loads(found["sak"])["sted"]["plasser"] < 5
    (run,) = json.loads(ntr("bevis", str(rules), "--format", "sarif").stdout)["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["NTR605"]
    assert ntr("bevis", str(rules), "--format", "github").stdout.startswith("::warning file=")


def test_what_is_read_is_told_no_more_until_the_rule_changes(ntr: Ntr, rules: Path) -> None:
    """And then it is told which line is out of date."""
    mark = mark_of(ntr, rules)
    done = ntr("bevis", str(rules), "--gjennomgatt", mark, "--grunn", "står slik i loven")
    assert done.exit_code == 0
    written = (rules.parent / "gjennomgatt.txt").read_text("utf-8")
    assert written.splitlines()[-1] == f"{mark} NTR605 {NORM}: står slik i loven"
    done = ntr("bevis", str(rules))
    assert (done.exit_code, done.stdout) == (0, "1 norm spurt, 1 funn er gjennomgått\n")
    assert "NTR605" in ntr("bevis", str(rules), "--alle").stdout
    rules.write_text(RULES.format(count=6), "utf-8")
    done = ntr("bevis", str(rules))
    assert done.exit_code == 1
    assert "gjennomgatt.txt linje 3: regelen er endret" in done.stderr


def test_a_line_to_paste_is_proposed(ntr: Ntr, rules: Path) -> None:
    """Where no reason is given, nothing is written."""
    mark = mark_of(ntr, rules)
    done = ntr("bevis", str(rules), "--gjennomgatt", mark)
    assert (done.exit_code, done.stdout) == (0, f"{mark} NTR605 {NORM}: GRUNN\n")
    assert not (rules.parent / "gjennomgatt.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--grunn", "fordi"], "--grunn hører til --gjennomgatt"),
        (["--gjennomgatt", "abc", "--grunn", "fordi"], "ingen funn har merket «abc»"),
        (["--norm", "9-9"], "ingen norm «9-9»"),
    ],
)
def test_wrong_use_is_told(ntr: Ntr, rules: Path, arguments: list[str], said: str) -> None:
    """Before anything is written."""
    done = ntr("bevis", str(rules), *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_file_that_is_misread_is_told_of(ntr: Ntr, rules: Path) -> None:
    """With its line."""
    (rules.parent / "gjennomgatt.txt").write_text("# hei\ntull\n", "utf-8")
    done = ntr("bevis", str(rules))
    assert done.exit_code == 2
    assert "gjennomgatt.txt linje 2" in done.stderr


def test_nobody_asks_again_where_nothing_has_changed(ntr: Ntr, rules: Path) -> None:
    """But a rule that has changed is asked about."""
    first = ntr("bevis", str(rules)).stdout
    with patch.object(looking, "findings", side_effect=AssertionError):
        assert ntr("bevis", str(rules)).stdout == first
        rules.write_text(RULES.format(count=7), "utf-8")
        assert ntr("bevis", str(rules)).exit_code == 3


def test_what_was_kept_and_is_damaged_is_not_used(ntr: Ntr, rules: Path, cache: Path) -> None:
    """It is asked again."""
    first = ntr("bevis", str(rules)).stdout
    for each in cache.glob("*.funn"):
        each.write_bytes(each.read_bytes()[:-3])
    assert ntr("bevis", str(rules)).stdout == first


def test_without_a_solver_it_is_said_what_to_do(ntr: Ntr, rules: Path) -> None:
    """And what is found is tried, not proved."""
    with (
        patch.object(means, "has_prover", lambda: False),
        patch.object(asker, "has_prover", lambda: False),
    ):
        done = ntr("bevis", str(rules))
    assert done.exit_code == 1
    assert 'pip install "hjemmel[bevis]"' in done.stderr
    assert "prøvd, ikke bevist" in done.stdout
