"""What the package gives to those who import it, and what that costs."""

import os
import subprocess
import sys

import pytest

import hjemmel
import hjemmel.engine
from support.command_line import ENGINE


def imported(program: str) -> set[str]:
    """What is imported by a program of its own."""
    code = f"{program}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing() -> None:
    """Not even what Python itself has for types: whatever is used is imported then."""
    assert imported("import hjemmel") - imported("") == {"hjemmel"}


def test_the_engine_needs_no_command_line() -> None:
    """Nor the library of the commands."""
    found = imported(
        "import hjemmel; hjemmel.load_texts({'a': 'regelverk a'}).judge({}, '2024-01-01')"
    )
    assert "click" not in found
    assert not {each for each in found if each.startswith("hjemmel.cli")}


def test_what_compiles_outcomes_is_not_imported_before_they_are_asked_for() -> None:
    """Verdicts alone do without it."""
    begun = (
        "import hjemmel; p = hjemmel.load_texts({'a': 'regelverk a'}); p.judge({}, '2024-01-01')"
    )
    compiler = "hjemmel.backends.compiled.source"
    assert compiler not in imported(begun)
    assert compiler in imported(f"{begun}; list(p.outcomes([{{}}], '2024-01-01'))")


def test_each_name_is_there_and_hides_no_room() -> None:
    """The two lists are one, and a room that is imported later does not take a name's place."""
    assert set(hjemmel.__all__) == {*hjemmel.engine.__all__, "__version__"}
    rooms = {path.stem for path in (ENGINE / "hjemmel").iterdir()}
    assert not rooms & set(hjemmel.__all__)
    for name in hjemmel.__all__:
        assert getattr(hjemmel, name) is not None
        assert name in dir(hjemmel)


def test_other_names_are_unknown() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="no attribute 'judge'"):
        hjemmel.judge  # noqa: B018
