"""What the documentation shows is so: rules, mistakes, commands and terms."""

import importlib.util
import re
import shlex
from contextlib import redirect_stdout
from enum import Enum
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from hjemmel.case.observation import Unknown
from hjemmel.case.statements import Grade
from hjemmel.cli import main, terminal
from hjemmel.cli.exit_codes import FAULT_OF_OURS
from hjemmel.core.effect import Effect
from hjemmel.core.nodes import Quantifier, Standing
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Kind
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.pipeline import compile_rules
from hjemmel.source.citation import UNDECLARED
from hjemmel.source.source import read_text
from hjemmel.syntax.show import format_text
from support.docs_page import ROOT, Command, DocPage, pages, rewrite
from support.golden_run import grammar, project, sentences

PAGES = pages()
INVENTED = "§ 9-"
"""Sections of this number are invented for the guide, so no source has them."""
UNUSED = "NTR210"
WIDTH = 84
"""As wide as a terminal that people read in."""
ENUMS: tuple[type[Enum], ...] = (
    Effect, Grade, Kind, Outcome, Quantifier, Stage, Standing, Unknown
)  # fmt: skip


def findings(text: str) -> list[Diagnostic]:
    """What is said of a rule file, besides what it declares and does not use."""
    library = {**project(), "eksempel": read_text("eksempel.ntr", text)}
    found = compile_rules(("eksempel",), library, grammar(), sentences()).diagnostics
    return [
        each
        for each in found
        if each.code != UNUSED and not (each.code == "NTR214" and INVENTED in each.message)
    ]


def named(found: list[DocPage]) -> list[object]:
    """Pages as parameters, called by their place."""
    return [pytest.param(each, id=each.name) for each in found]


@pytest.mark.parametrize("page", named([each for each in PAGES if each.rules.strip()]))
def test_rules_can_be_read(page: DocPage) -> None:
    """The rules of a page are one rule file without mistakes."""
    told = [f"{each.span} {each.code} {each.message}" for each in findings(page.rules)]
    assert told == []


@pytest.mark.parametrize("page", named([each for each in PAGES if each.rules.strip()]))
def test_rules_have_the_canonical_layout(page: DocPage) -> None:
    """A reader sees the layout that the formatter gives."""
    for each in page.fences:
        if each.kind == "ntr" and not each.title:
            written = format_text(read_text("eksempel.ntr", each.text), grammar()).value
            assert each.text.strip() == written.strip()


@pytest.mark.parametrize("page", named([each for each in PAGES if any(each.mistakes)]))
def test_mistakes_are_found(page: DocPage) -> None:
    """A mistake shown gives the code that the page says, and no other."""
    for code, text in page.mistakes:
        assert {each.code for each in findings(f"{page.rules}\n{text}")} == {code}


@pytest.mark.parametrize("page", named([each for each in PAGES if any(each.excerpts)]))
def test_excerpts_stand_in_their_file(page: DocPage) -> None:
    """A block said to be from a rule file is there, word for word."""
    for path, block in page.excerpts:
        assert _words(block) in _words(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", named([each for each in PAGES if any(each.consoles)]))
def test_commands_print_what_is_shown(
    page: DocPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    """The commands of a page, run among its files, print what stands there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HJEMMEL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(terminal, "width", lambda _: WIDTH)
    for name, text in page.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    printed = {
        fence.line: "".join(_console(command, update_golden) for command in commands)
        for fence, commands in page.consoles
    }
    if update_golden:
        rewrite(page, printed)
    else:
        assert printed == {fence.line: fence.text for fence, _ in page.consoles}


@pytest.mark.parametrize("page", named([each for each in PAGES if any(each.programs)]))
def test_programs_print_what_is_shown(
    page: DocPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    """The programs of a page, run one after the other, print what stands there, and no more."""
    monkeypatch.chdir(tmp_path)
    for name, text in page.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    names: dict[str, object] = {"__name__": page.path.stem}
    printed: dict[int, str] = {}
    for program, shown in page.programs:
        with redirect_stdout(StringIO()) as out:
            exec(compile(program.text, f"{page.name}:{program.line}", "exec"), names)
        assert shown or not out.getvalue(), f"{page.name}:{program.line} prints"
        if shown:
            printed[shown.line] = out.getvalue()
    if update_golden:
        rewrite(page, printed)
    else:
        assert printed == {each.line: each.text for _, each in page.programs if each}


def test_generated_pages_are_up_to_date() -> None:
    """The committed pages are those that `python docs/lag_sider.py` makes."""
    assert _generator().main(["--sjekk"]) == 0, "kjør «python docs/lag_sider.py»"


def test_every_term_of_the_glossary_is_in_the_code() -> None:
    """The English words of the glossary are words of identifiers in the engine."""
    engine = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "engine").rglob("*.py"))
    names = set(re.findall(r"[^\W\d]\w*", engine))
    words = {each.lower() for name in names for each in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}
    assert [term for term in _glossary() if not set(term.lower().split()) <= words] == []


def test_every_value_of_the_core_is_in_the_glossary() -> None:
    """Kinds, outcomes and the other closed lists of the core are all explained."""
    cells = {cell for row in _rows() for cell in row}
    said = {word.strip(" «»") for cell in cells for word in re.split(r"[,;]", cell)}
    values = {each.value for kind in ENUMS for each in kind} | {each.value for each in UNDECLARED}
    assert values - said == set()


def _words(text: str) -> str:
    """A text whatever its layout."""
    return " ".join(text.split())


def _console(command: Command, anew: bool) -> str:
    """A command with what it prints; where a page has cut it rightly, as the page has it."""
    result = CliRunner().invoke(main, shlex.split(command.line))
    assert result.exit_code != FAULT_OF_OURS, result.output
    printed = result.output.rstrip("\n").splitlines()
    if command.is_cut and (anew or _fits(command, printed)):
        printed = list(command.printed)
    return "".join(f"{line}\n" for line in (f"$ ntr {command.line}", *printed))


def _fits(command: Command, printed: list[str]) -> bool:
    """True where the lines shown are those printed, with whole lines left out at each «…»."""
    lines = [
        r"(?:[^\n]*\n)*" if each == "…" else re.escape(f"{each}\n") for each in command.printed
    ]
    return re.fullmatch("".join(lines), "".join(f"{each}\n" for each in printed)) is not None


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lag_sider", ROOT / "docs" / "lag_sider.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows() -> list[list[str]]:
    text = (ROOT / "docs" / "ordliste.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in rows]


def _glossary() -> list[str]:
    """The first column, without its backticks."""
    found = [re.findall(r"`([^`]+)`", row[0]) for row in _rows()]
    return [term for terms in found for term in terms]
