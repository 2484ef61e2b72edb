"""The amendments of «når-forskriften-endres.md», done as the page shows them.

Each section of the page is one amendment. Its fences are the edits, the commands and the cases:
`ntr title="rules/x.ntr"` is what stands there, the next `title="blir rules/x.ntr"` what it becomes,
and `title="med feil rules/x.ntr"` what it becomes first, by mistake.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from attrs import frozen
from click.testing import CliRunner

from hjemmel.analysis.expectations import unmet
from hjemmel.cli import main, terminal
from hjemmel.core.program import Program
from hjemmel.expectations import page as cases
from hjemmel.expectations.expectation import expectations
from hjemmel.expectations.page import Expected
from hjemmel.explain.verdict import Verdict
from hjemmel.pipeline import compile_rules
from hjemmel.source.sentences import parse_sentences
from hjemmel.source.source import read_text
from support.docs_page import ROOT, Command, DocPage, Fence, _commands, _fences, rewrite
from support.golden_file import pages
from support.golden_run import grammar, judged

PATH = ROOT / "docs" / "når-forskriften-endres.md"
PAGE = DocPage(PATH, tuple(_fences(PATH)))
COPY = "mine-regler"
WIDTH = 84
_EDIT = re.compile(r"(?:blir|med feil) rules/(.+)")


@frozen
class Case:
    """A case of an amendment, and what is awaited of it before and after."""

    facts: str
    before: tuple[Expected, ...]
    after: tuple[Expected, ...]


def _sections() -> dict[str, list[Fence]]:
    """The fences under each heading."""
    lines = PATH.read_text(encoding="utf-8").splitlines()
    headings = {at: line[3:] for at, line in enumerate(lines, 1) if line.startswith("## ")}
    found: dict[str, list[Fence]] = {}
    for fence in PAGE.fences:
        heading = headings[max(at for at in headings if at < fence.line)]
        found.setdefault(heading, []).append(fence)
    return found


AMENDMENTS = _sections()


def _amended(fences: list[Fence], folder: Path) -> Iterator[Fence]:
    """Make the edits in the order of the page; gives each other fence at its point among them."""
    stands: dict[str, str] = {}
    for fence in fences:
        edit = _EDIT.fullmatch(fence.title)
        if fence.title.startswith("rules/"):
            stands[fence.title.removeprefix("rules/")] = fence.text
        elif edit:
            path = folder / edit[1]
            text = path.read_text(encoding="utf-8")
            assert text.count(stands[edit[1]]) == 1, f"linje {fence.line}"
            path.write_text(text.replace(stands[edit[1]], fence.text), encoding="utf-8")
            stands[edit[1]] = fence.text
        else:
            yield fence


def _program(folder: Path) -> Program:
    library = {
        each.stem: read_text(each.name, each.read_text(encoding="utf-8"))
        for each in sorted(folder.glob("*.ntr"))
    }
    account = parse_sentences((folder / "kilder/setninger.tsv").read_text(encoding="utf-8"))
    checked = compile_rules(("erne",), library, grammar(), account)
    assert checked.diagnostics == ()
    return checked.value


def _cases(fences: list[Fence]) -> Iterator[Case]:
    for at, fence in enumerate(fences):
        if fence.kind == "sak":
            told: dict[str, tuple[Expected, ...]] = {}
            for each in fences[at + 1 :]:
                if each.kind != "verdikt":
                    break
                told[each.title] = tuple(_expected(each))
            yield Case(fence.text, told.get("før", ()), told["etter"])


def _expected(fence: Fence) -> Iterator[Expected]:
    for each in expectations(PAGE.name, cases.Fence("verdikt", "", fence.text, fence.line)):
        assert isinstance(each, Expected), each
        yield each


def _wrong(expected: tuple[Expected, ...], verdicts: dict[str, Verdict]) -> list[object]:
    told = [(each.norm, unmet(each, verdicts[each.norm])) for each in expected]
    return [each for each in told if each[1]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the rules, as a reader makes it."""
    return Path(shutil.copytree(ROOT / "rules", tmp_path / COPY))


@pytest.mark.parametrize("heading", AMENDMENTS)
def test_only_rule_files_are_changed(heading: str) -> None:
    """An amendment touches rule files and the list of sentences, never the program."""
    named = [each[1] for fence in AMENDMENTS[heading] if (each := _EDIT.fullmatch(fence.title))]
    assert named
    assert all(each.endswith(".ntr") or each == "kilder/setninger.tsv" for each in named)


@pytest.mark.parametrize("heading", AMENDMENTS)
def test_commands_print_what_is_shown(
    heading: str, copy: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    """The commands, run between the edits, print what stands in the page."""
    monkeypatch.chdir(copy.parent)
    monkeypatch.setenv("HJEMMEL_CACHE", str(copy.parent / "cache"))
    monkeypatch.setattr(terminal, "width", lambda _: WIDTH)
    printed = {
        fence.line: "".join(map(_console, _commands(fence.text)))
        for fence in _amended(AMENDMENTS[heading], copy)
        if fence.title == "kommando"
    }
    shown = {each.line: each.text for each in AMENDMENTS[heading] if each.line in printed}
    if update_golden:
        rewrite(PAGE, printed)
    else:
        assert printed == shown


def _console(command: Command) -> str:
    """A command with what it prints; what the page has cut, as the page has it."""
    output = CliRunner().invoke(main, shlex.split(command.line)).output.rstrip("\n")
    printed = output.splitlines()
    lines = ["(?:.*\\n)*" if e == "…" else re.escape(f"{e}\n") for e in command.printed]
    if command.is_cut and re.fullmatch("".join(lines), "".join(f"{e}\n" for e in printed)):
        printed = list(command.printed)
    return "".join(f"{line}\n" for line in (f"$ ntr {command.line}", *printed))


@pytest.mark.parametrize("heading", AMENDMENTS)
def test_the_cases_change_as_the_page_says(heading: str, copy: Path) -> None:
    """Each case has its old and its new verdict, and no norm changes that the page leaves out."""
    before = _program(ROOT / "rules")
    rest = list(_amended(AMENDMENTS[heading], copy))
    after = _program(copy)
    for case in _cases(rest):
        new = judged(after, case.facts).verdicts
        assert _wrong(case.after, new) == []
        known = re.sub(r',\s*"har_beredskapsplan": \w+', "", case.facts)
        old = judged(before, known).verdicts
        assert _wrong(case.before, old) == []
        told, as_before = _told(new), _told(old)
        changed = {norm for norm in told if told[norm] != as_before.get(norm)}
        assert changed <= {each.norm for each in case.after}


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.grundig)])
@pytest.mark.parametrize("heading", AMENDMENTS)
def test_older_cases_stand_as_before(heading: str, every: int, copy: Path) -> None:
    """The golden cases, whichever day they are from, get the verdicts they had."""
    list(_amended(AMENDMENTS[heading], copy))
    after = _program(copy)
    for facts, old in _golden(every):
        new = _told(judged(after, facts).verdicts)
        assert [norm for norm in old if new[norm] != old[norm]] == []


@lru_cache
def _golden(every: int) -> tuple[tuple[str, dict[str, tuple[str, str]]], ...]:
    """Every so many of the golden cases of the project's rules, with what those say of them now."""
    program = _program(ROOT / "rules")
    facts = [each.facts for page in pages("vurder") if not page.rules for each in page.trials]
    return tuple((each, _told(judged(program, each).verdicts)) for each in facts[::every])


def _told(verdicts: dict[str, Verdict]) -> dict[str, tuple[str, str]]:
    return {norm: (each.outcome.name, each.word) for norm, each in verdicts.items()}
