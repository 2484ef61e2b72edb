"""One tree for every block: no other is found by a parser that looks for all of them."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token
from lark.lexer import Lexer

from hjemmel.resources import folder
from hjemmel.source.source import read_text
from hjemmel.syntax.lexicon import spaced
from hjemmel.syntax.parse import _REMARKED, block_heads, parser
from hjemmel.syntax.split import split
from support.golden_file import pages

SENTENCES = ("sprak-setninger", "sprak-grupper", "sprak-former", "sprak-det-er")
"""The pages with a sentence of every form."""
ALL = frozenset(each.name for each in pages("vurder"))
EXAMPLES = Path(__file__).parents[3] / "eksempler"


class Given(Lexer):
    """Hands on the tokens that the parser with one tree has made of the text."""

    def __init__(self, _: Any) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:
        yield from data


def texts(names: Container[str]) -> Iterator[tuple[str, str]]:
    """The shipped rules, the examples of other fields, and the rules of golden pages."""
    for path in (*sorted(folder("rules").glob("*.ntr")), *sorted(EXAMPLES.rglob("*.ntr"))):
        yield path.name, path.read_text(encoding="utf-8")
    for page in pages("vurder"):
        if page.name in names:
            yield from ((f"{page.name}.ntr", text) for text in page.rules.values())


def trees(name: str, text: str, grammar: str, every: Lark) -> Iterator[tuple[str, Any]]:
    """Every block with the tree, or the trees, that can be made of its tokens."""
    blocks, _ = split(read_text(name, text), grammar, block_heads(grammar), _REMARKED)
    for block in blocks:
        written = "\n".join(block.lines).rstrip()
        tokens = list(parser(grammar).parse_interactive(written).iter_parse())
        yield written, every.parse(tokens)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "least"),
    [(SENTENCES, 250), pytest.param(ALL, 700, marks=pytest.mark.grundig)],
    ids=["sentences", "all"],
)
def test_every_block_has_one_tree(names: Container[str], least: int, grammar: str) -> None:
    """Of the words as they are told apart by what stands before them."""
    every = Lark(spaced(grammar), parser="earley", start="blokk", lexer=Given,
                 ambiguity="explicit", maybe_placeholders=True)  # fmt: skip
    seen, two = 0, []
    for name, text in texts(names):
        for written, tree in trees(name, text, grammar, every):
            seen += 1
            two += [written for _ in tree.find_data("_ambig")][:1]
    assert seen > least
    assert two == []
