"""The rulebooks of the project with a change in their text."""

from functools import lru_cache
from pathlib import Path

from hjemmel.core.program import Program
from hjemmel.pipeline import compile_rules
from hjemmel.resources import folder
from hjemmel.source.source import read_text
from support.golden_run import grammar, sentences

ROOT = Path(__file__).resolve().parents[2]
Texts = dict[str, str]
Edit = tuple[str, str, str]
"""A file, what stands in it, and what is to stand there instead."""


@lru_cache
def texts(name: str) -> Texts:
    """The rule files of the project's rulebook, or of an example."""
    place = folder("rules") if name == "rules" else ROOT / "eksempler" / name
    return {each.stem: each.read_text(encoding="utf-8") for each in sorted(place.glob("*.ntr"))}


def program(of: Texts) -> Program:
    """The rulebook of some texts, which is without errors."""
    library = {name: read_text(f"{name}.ntr", text) for name, text in of.items()}
    first = next(each for each in ("erne", "batteriforordningen", "parkering") if each in of)
    known = sentences() if first == "erne" else None
    checked = compile_rules((first,), library, grammar(), known)
    assert checked.ok, [f"{each.span} {each.message}" for each in checked.diagnostics]
    return checked.value


@lru_cache
def unchanged(name: str) -> Program:
    """The rulebook as it stands."""
    return program(texts(name))


def edited(name: str, *edits: Edit) -> Program:
    """The rulebook with some words changed wherever they stand, which is somewhere."""
    made = dict(texts(name))
    for file, old, new in edits:
        assert old in made[file], old
        made[file] = made[file].replace(old, new)
    return program(made)
