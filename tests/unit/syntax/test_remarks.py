"""A remark is a note to the reader, stays where it is written, and is no part of a condition."""

import pytest

from hjemmel.source.source import read_text
from hjemmel.syntax.blocks import NormBlock
from hjemmel.syntax.lines import Remark
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text
from unit.lowering.rulebook import program

FIRST = "krav x, etter forskrift § 4-2\n  oppfylt når   tjenesten er god\n"
SECOND = "krav y, etter forskrift § 4-2\n  oppfylt når   tjenesten er ny\n"
BETWEEN = f"{FIRST}\nmerknad Det neste er nytt.\n\n{SECOND}"
LAST = f"{FIRST}\nmerknad Det første.\n\nmerknad Det andre.\n"
WITHIN = f"{FIRST}  merknad       Det er gammelt.\n\n{SECOND}"


@pytest.mark.parametrize("text", [BETWEEN, LAST, WITHIN], ids=["between", "last", "within"])
def test_a_remark_stays_where_it_is(text: str, grammar: str) -> None:
    """The formatter moves none into a norm, and none out of it."""
    assert format_text(read_text("prøve.ntr", text), grammar).value == text


def test_a_remark_after_an_empty_line_stands_for_itself(grammar: str) -> None:
    """It is a block of its own."""
    found = parse(read_text("prøve.ntr", BETWEEN), grammar).value.file.blocks
    assert [type(each) for each in found] == [NormBlock, Remark, NormBlock]


def test_an_empty_line_does_not_tear_a_norm_apart(grammar: str) -> None:
    """What comes after the remark is of the norm."""
    torn = FIRST.replace("\n  oppfylt", "\n\n  merknad Under hodet.\n\n  oppfylt")
    (block,) = parse(read_text("prøve.ntr", torn), grammar).value.file.blocks
    assert isinstance(block, NormBlock)
    assert len(block.lines) == 2


@pytest.mark.parametrize("text", [BETWEEN, WITHIN], ids=["between", "within"])
def test_a_remark_is_not_what_the_norm_says_in_its_own_words(text: str) -> None:
    """It has no effect, and is heard among what the file says besides its norms."""
    found = program(text)
    assert [each.own_words for each in found.norms] == ["", ""]
    assert any(each.startswith("Merknad: Det") for each in found.outline)


@pytest.mark.parametrize("goes_on", ["og tjenesten er ny", "eller når tjenesten er ny"])
def test_a_remark_within_a_condition_is_pointed_at(goes_on: str, grammar: str) -> None:
    """The line that follows is not at fault."""
    text = f"{FIRST}  merknad Midt i.\n  {goes_on}\n"
    found = parse(read_text("prøve.ntr", text), grammar).diagnostics
    assert [(each.code, each.span.line) for each in found] == [("NTR167", 3)]
