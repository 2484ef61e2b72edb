"""Whatever a file holds, reading it gives a tree and diagnostics, and in reasonable time."""

import logging
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark

from hjemmel.diagnostics.render_text import render
from hjemmel.source.source import read_text
from hjemmel.syntax.lexicon import keywords
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text
from random_files.clauses import KEYWORDS, PHRASES, WORDS
from support.work import growth

OTHERS = [
    "\n",
    "\n",
    "\n  ",
    "«",
    "»",
    "«a b»",
    "1. januar 2024",
    "31. juni 2023",
    "<=",
    "\t",
    "\x00",
]
NORM = (
    "krav a{0}, etter forskrift § 4-2\n  gjelder når tjenesten er godkjent\n    og x\n"
    "  oppfylt når antall ulike b blant c er 1\n\n"
)


def survives(raw: str, grammar: str) -> None:
    """Parse, format and render; the spans must be places in the file."""
    source = read_text("prøve.ntr", raw)
    for found in parse(source, grammar).diagnostics:
        assert 1 <= found.span.line <= len(source.written_lines)
        assert 1 <= found.span.column <= found.span.end
        assert found.span.column <= len(source.written_lines[found.span.line - 1]) + 1
        assert found.help
        assert render(found, source.written_lines)
    formatted = format_text(source, grammar)
    if formatted.ok:
        again = format_text(read_text("prøve.ntr", formatted.value), grammar)
        assert again.value == formatted.value
    else:
        assert formatted.value == source.text


@settings(max_examples=300, deadline=None)
@given(raw=st.text())
def test_any_text_can_be_read(raw: str, grammar: str) -> None:
    """Any characters at all."""
    survives(raw, grammar)


@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_any_soup_of_the_languages_own_words_can_be_read(data: st.DataObject, grammar: str) -> None:
    """Keywords in any order, with lines ended anywhere."""
    spoken = sorted({word for words in keywords(grammar).values() for word in words})
    tokens = st.sampled_from([*spoken, *WORDS, *KEYWORDS, *PHRASES, *OTHERS, *OTHERS])
    survives(" ".join(data.draw(st.lists(tokens, max_size=40))), grammar)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_soup_within_a_norm_can_be_read(data: st.DataObject, grammar: str) -> None:
    """The same on the lines of a norm, where most of the grammar is."""
    line = st.sampled_from(
        ["gjelder når", "oppfylt når", "senest", "rad", "–", "fra", "tolkning", "med mindre", "og"]
    )
    spoken = sorted({word for words in keywords(grammar).values() for word in words})
    tokens = st.lists(st.sampled_from([*spoken, *WORDS, *PHRASES]), max_size=8).map(" ".join)
    body = data.draw(st.lists(st.tuples(line, tokens).map(" ".join), max_size=6))
    survives("\n  ".join(["krav a, etter forskrift § 4-2", *body]), grammar)


LONG: dict[str, Callable[[int], str]] = {
    "a long name": lambda size: "  gjelder når " + "ord " * size,
    "many values": lambda size: "  gjelder når a er b" + " eller c" * size,
    "many alternatives": lambda size: "  gjelder når enten a" + ", eller b" * size,
    "one long word": lambda size: "  gjelder når " + "a" * size,
    "many blank lines": lambda size: "   \n" * size + "  gjelder når b",
    "many list items": lambda size: "  – a: b\n" * size,
    "many remarks": lambda size: "  merknad æ\n" * size,
    "many faults": lambda size: "  – a: b er\n" * size,
    "long text": lambda size: "  merknad " + "æ " * size,
}


@pytest.mark.parametrize("what", LONG)
def test_long_lines_and_blocks_take_work_as_they_are_long(what: str, grammar: str) -> None:
    """Work grows with length and no faster."""

    def read(size: int) -> None:
        head = f"krav a{size}, etter forskrift § 4-2\n"
        parse(read_text("prøve.ntr", f"{head}{LONG[what](size)}\n"), grammar)

    assert growth(read, 100) < 2.1


def test_a_long_file_takes_work_as_it_is_long(grammar: str) -> None:
    """Work grows with the number of norms and no faster."""

    def read(norms: int) -> None:
        source = read_text(
            "prøve.ntr", "".join(NORM.format(f"{norms}x{number}") for number in range(norms))
        )
        result = parse(source, grammar)
        assert len(result.value.file.blocks) == norms
        assert result.ok

    assert growth(read, 50) < 2.1


@pytest.mark.parametrize("depth", [1, 10, 20])
def test_clauses_within_clauses_are_read(depth: int, grammar: str) -> None:
    """Nobody can hear so deep a sentence, but it is one."""
    nested = "antall ulike a blant b, der " * depth + "x" + ", er 1" * depth
    survives(f"krav a, etter forskrift § 4-2\n  gjelder når {nested}\n", grammar)


@pytest.mark.parametrize("depth", [500, 5000])
def test_absurdly_deep_clauses_are_reported(depth: int, grammar: str) -> None:
    """They are a mistake like another."""
    nested = "antall ulike a blant b, der " * depth + "x" + ", er 1" * depth
    survives(f"krav a, etter forskrift § 4-2\n  gjelder når {nested}\n", grammar)


def test_absurdly_deep_years_are_reported(grammar: str) -> None:
    """So are these."""
    survives(
        f"krav a, etter forskrift § 4-2\n  senest 1. mars i {'året etter ' * 5000}x\n", grammar
    )


def test_the_grammar_has_no_conflicts(grammar: str, caplog: pytest.LogCaptureFixture) -> None:
    """A shift that wins over a reduce would be a choice that nobody made."""
    with caplog.at_level(logging.DEBUG, logger="lark"):
        Lark(grammar, parser="lalr", start="blokk", debug=True, maybe_placeholders=True)
    assert [each.message for each in caplog.records if "onflict" in each.message] == []


def test_the_test_for_conflicts_can_find_one(caplog: pytest.LogCaptureFixture) -> None:
    """The dangling else is seen."""
    dangling = 's: "i" s | "i" s "e" s | "x"'
    with caplog.at_level(logging.DEBUG, logger="lark"):
        Lark(dangling, parser="lalr", start="s", debug=True)
    assert any("onflict" in each.message for each in caplog.records)
