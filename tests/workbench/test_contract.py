"""The page and the bench mean the same by what they say to one another."""

import re
from pathlib import Path

import pytest

from hjemmel.workbench import shapes
from hjemmel.workbench.protocol import METHODS, Session

WEB = Path(__file__).resolve().parents[2] / "web" / "src"
CONTRACT = (WEB / "engine" / "contract.ts").read_text("utf-8")
TYPES = dict(re.findall(r"export type (\w+) = Readonly<\{(.*?)\}>;", CONTRACT, re.DOTALL))
NAMED_OTHERWISE = {"OutlineEntry": "Symbol"}
"""What JavaScript has a word of its own for."""
BYTES = ("read_file", "open_package", "template", "package")


@pytest.mark.parametrize("name", TYPES)
def test_the_page_asks_for_nothing_that_is_not_answered(name: str) -> None:
    """Each part of an answer that the page knows, is one that the bench gives."""
    shape = getattr(shapes, NAMED_OTHERWISE.get(name, name))
    parts = set(re.findall(r"(\w+)\??: ", TYPES[name]))
    assert parts <= set(shape.__annotations__)
    assert parts


def test_the_page_asks_only_what_the_bench_knows() -> None:
    """By name; those that take or give files are methods of the session itself."""
    pattern = r"(?:ask|put|call)(?:<[^(]*>)?\(\"(\w+)\""
    asked = {
        name for each in WEB.rglob("*.ts") for name in re.findall(pattern, each.read_text("utf-8"))
    }
    assert asked <= set(METHODS)
    assert len(asked) > 12
    assert all(hasattr(Session, each) for each in BYTES)
