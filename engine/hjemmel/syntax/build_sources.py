"""Parse tree to sources, and to the headings that are places in them."""

import re
from typing import Any

from attrs import frozen
from lark import Token
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.source.parts import part
from hjemmel.source.provisions import provision
from hjemmel.source.span import Span
from hjemmel.syntax import blocks, lines
from hjemmel.syntax.build_sentences import SentenceBuilder
from hjemmel.syntax.build_values import IdleLineError
from hjemmel.syntax.tree import Cite, Name


def prose(token: Token) -> str:
    """Free text, with one blank between its words."""
    return " ".join(token.split())


def of(kind: type, children: list[Any]) -> tuple[Any, ...]:
    """The children of a kind, in order."""
    return tuple(each for each in children if isinstance(each, kind))


@frozen
class Said:
    """What a line of a declaration says, until its block takes it."""

    line: str
    text: str
    span: Span


@frozen
class _Told:
    """What a line says of a source, by the word it begins with."""

    line: str
    value: Any
    span: Span


@v_args(meta=True)
class SourceBuilder(SentenceBuilder):
    """Sources and headings, on top of clauses."""

    def kilde(self, meta: Meta, children: list[Any]) -> blocks.SourceHead:
        _, name, _, definite, _, start, *rest = children
        told = _once(rest)
        return blocks.SourceHead(
            name.words, definite.words if definite else "", start, told.get("antatt"),
            told.get("slag"), told.get("full tittel", ""), told.get("vises til som"),
            told.get("går foran", ()), told.get("brudd heter"),
            of(blocks.SourceEdition, rest), of(lines.ChosenDay, rest), self.at(meta),
        )  # fmt: skip

    def kildeslag(self, meta: Meta, children: list[Token]) -> _Told:
        kind = Name(prose(children[1]), self.at(children[1]))
        return _Told("slag", kind, self.at(meta))

    def full_tittel(self, meta: Meta, children: list[Token]) -> _Told:
        return _Told("full tittel", prose(children[1]), self.at(meta))

    def vises_til_som(self, meta: Meta, children: list[Any]) -> _Told:
        return _Told("vises til som", children[1], self.at(meta))

    def gar_foran(self, meta: Meta, children: list[Any]) -> _Told:
        return _Told("går foran", of(Name, children), self.at(meta))

    def brudd_heter(self, meta: Meta, children: list[Token]) -> _Told:
        word = Name(prose(children[1]).lower(), self.at(children[1]))
        return _Told("brudd heter", word, self.at(meta))

    def utgave(self, meta: Meta, children: list[Any]) -> blocks.SourceEdition:
        _, start, _, end, unread = children
        return blocks.SourceEdition(start, end, unread is None, self.at(meta))

    # ---- places

    def paragraf(self, meta: Meta, children: list[Token]) -> blocks.Section:
        number = provision(str(children[0]))
        return blocks.Section(number, prose(children[1]), self.at(meta))

    artikkel = kapittel = paragraf

    def avsnitt(self, meta: Meta, children: list[Token]) -> blocks.Section:
        return blocks.Section(str(children[1]), prose(children[2]), self.at(meta))

    def sted(self, meta: Meta, children: list[Token]) -> blocks.Place:
        return blocks.Place(_place(prose(children[0])), self.at(meta))


def _once(children: list[Any]) -> dict[str, Any]:
    """What the lines say, by their words; a second line of a kind would be forgotten."""
    told: dict[str, Any] = {}
    for each in children:
        match each:
            case _Told(line, value, span):
                pass
            case lines.Assumed():
                line, value, span = "antatt", each, each.span
            case _:  # editions may be as many as they like
                continue
        if line in told:
            raise IdleLineError(line, "den kan bare stå én gang", span)
        told[line] = value
    return told


_OF_SOURCE = re.compile(
    r"(?P<source>.+?) (?P<provision>(?:pkt\.|§|artikkel|kapittel|vedlegg) ?\S+(?: [a-z]\b)?)"
    r"(?P<part>.*)",
    re.IGNORECASE,
)


def _small(source: str) -> str:
    """The name without the capital letter that begins a line; one of capitals keeps them."""
    return source[:1].lower() + source[1:] if source[1:2].islower() else source


def _place(words: str) -> Cite:
    """A part of a section, or a provision of a source that is named."""
    found = _OF_SOURCE.fullmatch(words)
    if found is None:
        return Cite("", "", part(words))
    return Cite(_small(found["source"]), provision(found["provision"]), part(found["part"]))
