"""Any rule file can be written down and read back as what it was."""

import pytest
from hypothesis import given, settings

from hjemmel.source.source import read_text
from hjemmel.syntax.blocks import Block, RuleFile
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text, show
from random_files.syntax import KINDS_OF_BLOCK, rule_files


def read(text: str, grammar: str) -> RuleFile:
    """The tree of a text that has no faults but that a norm names no source."""
    parsed = parse(read_text("prøve.ntr", text), grammar)
    assert {each.code for each in parsed.diagnostics} <= {"NTR160"}, (text, parsed.diagnostics)
    return parsed.value.file


@pytest.mark.parametrize("kind", KINDS_OF_BLOCK)
def test_every_kind_of_block_is_read_back(kind: str, grammar: str) -> None:
    """What `show` writes of a block is that block, whatever names it holds."""

    @settings(max_examples=150, deadline=None)
    @given(KINDS_OF_BLOCK[kind])
    def is_read_back(block: Block) -> None:
        file = RuleFile("prøve", (block,))
        assert read(show(file), grammar) == file

    is_read_back()


@settings(max_examples=60, deadline=None)
@given(file=rule_files)
def test_files_are_read_back(file: RuleFile, grammar: str) -> None:
    """Blocks after each other do not take each other's lines."""
    assert read(show(file), grammar) == file


@settings(max_examples=60, deadline=None)
@given(file=rule_files)
def test_formatting_twice_is_formatting_once(file: RuleFile, grammar: str) -> None:
    """The canonical text is its own canonical text."""
    text = show(file)
    again = format_text(read_text("prøve.ntr", text), grammar)
    assert again.value == text
