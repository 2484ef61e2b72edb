"""Click's own texts are Norwegian: the catalogue is whole, and what is shipped is what it says."""

import ast
import gettext
import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hjemmel.cli import main
from hjemmel.cli.norwegian import DOMAIN, FOLDER
from support.catalogue_file import compiled, parse

PLACE = FOLDER / "nb" / "LC_MESSAGES"
MESSAGES = parse((PLACE / f"{DOMAIN}.po").read_text("utf-8"))
NEVER_OURS = {
    # Prompts, editors, pagers and the old Windows console: the command asks nobody anything.
    "termui.py", "_termui_impl.py", "_winconsole.py", "utils.py",
}  # fmt: skip
FOR_PROGRAMMERS = (
    "Could not determine name for option",
    "No options defined but a name was passed",
    "Arguments take exactly one parameter declaration",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use",
    "Invalid start character for option",
    "Do you want to continue?",
    "Confirm the action without prompting.",
)
"""Mistakes in how a command is declared, which no user can make."""


def texts_of_click() -> Iterator[str]:
    """Every text of click that goes through gettext, as a key of the catalogue."""
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        if path.name in NEVER_OURS:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "gettext": 1, "ngettext": 2}.get(node.func.id, 0)
                said = [each.value for each in node.args[:count] if isinstance(each, ast.Constant)]
                if said:
                    yield "\0".join(said)


def slots(text: str) -> set[str]:
    """The names in braces, and the «%(name)s»."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%\((\w+)\)", text))


def test_every_text_of_click_that_people_may_meet_is_translated() -> None:
    """A new edition of click with a new text fails here, not on somebody's screen."""
    wanted = {each for each in texts_of_click() if not each.startswith(FOR_PROGRAMMERS)}
    assert len(wanted) > 50
    assert wanted - set(MESSAGES) == set()


def test_nothing_is_translated_that_click_does_not_say() -> None:
    """Apart from the heading, and the one text that it looks up by a name."""
    assert set(MESSAGES) - set(texts_of_click()) == {"", "required"}


@pytest.mark.parametrize("key", sorted(filter(None, MESSAGES)))
def test_a_translation_fills_in_what_the_text_does(key: str) -> None:
    """No slot that click does not fill, and each form is there."""
    forms = MESSAGES[key]
    assert len(forms) == key.count("\0") + 1
    assert all(forms)
    assert all(slots(form) <= slots(key) for form in forms)


def test_what_is_shipped_is_what_the_catalogue_says(update_golden: bool) -> None:
    """The compiled file is made from the text file; `--update-golden` makes it anew."""
    made = compiled(MESSAGES)
    if update_golden:
        (PLACE / f"{DOMAIN}.mo").write_bytes(made)
    assert (PLACE / f"{DOMAIN}.mo").read_bytes() == made


def test_gettext_reads_what_is_shipped() -> None:
    """Python's own reader finds every form."""
    found = gettext.translation(DOMAIN, FOLDER, ["nb"])
    for key, forms in MESSAGES.items():
        one, _, many = key.partition("\0")
        if many:
            assert [found.ngettext(one, many, count) for count in (1, 2)] == forms
        elif key:
            assert found.gettext(key) == forms[0]


ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Error|Show|Try|Missing|No such|Did you|Invalid"
    r"|is not|one of|default|requires?|required|help|and exit|unexpected|does)\b", re.IGNORECASE,
)  # fmt: skip
WRONG = [
    (["vurdre"], "kommandoen «vurdre» finnes ikke"),
    (["vurdre"], "Mente du 'vurder'?"),
    (["vurder"], "det mangler 'FIL…'"),
    (["vurder", "--perr", "x"], "valget «--perr» finnes ikke"),
    (["vurder", "--per"], "valget «--per» må ha en verdi"),
    (["vurder", "x", "--format", "pdf"], "«pdf» er ikke blant 'tekst', 'json'"),
    (["skjema", "x"], "kommandoen tar ikke imot «x»"),
    (["skjema", "x", "y"], "kommandoen tar ikke imot disse: x y"),
    (["skjema", "--verdikt=ja"], "valget «--verdikt» tar ingen verdi"),
    (["ny"], "det mangler 'NAVN'"),
]


@pytest.mark.parametrize("language", ["C", "en_US.UTF-8", "nn_NO.UTF-8"])
@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use_is_told_in_norwegian(arguments: list[str], said: str, language: str) -> None:
    """Whatever language the computer is set to; on stderr, with exit code 2."""
    runner = CliRunner(env={"LC_ALL": language, "LANGUAGE": language})
    done = runner.invoke(main, arguments, prog_name="ntr")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert not ENGLISH.search(done.stderr)


@pytest.mark.parametrize(
    "command", [[], ["vurder"], ["forklar"], ["kontroller"], ["formater"], ["skjema"]]
)
@pytest.mark.parametrize("option", ["--hjelp", "-h", "--help"])
def test_help_is_norwegian(command: list[str], option: str) -> None:
    """And fits in a window of 80 columns."""
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*command, option], prog_name="ntr")
    assert done.exit_code == 0
    assert done.stdout.startswith("Bruk: ntr")
    assert "viser denne hjelpen" in done.stdout
    assert not ENGLISH.search(done.stdout.replace("--help", ""))
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_language_is_set_for_this_program_alone() -> None:
    """In its own environment, so that the catalogue is found."""
    CliRunner().invoke(main, ["--hjelp"])
    assert os.environ["LANGUAGE"] == "nb"
