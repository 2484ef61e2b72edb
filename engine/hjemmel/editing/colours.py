"""What each stretch of a rule file is: a word of the language, a name of something, free text.

Names are told by what they refer to; where a line cannot be read, only the words of the language.
"""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.check.references import (
    BodyReference,
    CaseYear,
    Constant,
    FactReference,
    ListReference,
    NormReference,
    RecordReference,
    Reference,
    RoleReference,
)
from hjemmel.check.tables import Use
from hjemmel.core.types import Enumerated, Registered
from hjemmel.editing.cited import cite_spans
from hjemmel.editing.components import components
from hjemmel.editing.declared import Declared
from hjemmel.editing.line_words import Colour, Words, free_words, words_in
from hjemmel.editing.prose import prose_lines
from hjemmel.source.source import Source
from hjemmel.source.span import Span


@frozen
class Stretch:
    """Some columns of a line, what stands there, and whether that is where it is declared."""

    span: Span
    colour: Colour
    declares: bool = False


def stretches(source: Source, declared: Declared, grammar: str) -> tuple[Stretch, ...]:
    """What every part of a file is, in order; none of them overlap."""
    names: dict[int, list[Stretch]] = {}
    lines = source.lines
    for use in declared.places.uses:
        if use.span.file == source.name and use.span.line <= len(lines):
            named = _names(use, lines[use.span.line - 1], declared)
            names.setdefault(use.span.line, []).extend(named)
    for file in declared.rulebook.files:
        for block in file.blocks if any(e.span.file == source.name for e in file.blocks) else ():
            for span in cite_spans(block):
                names.setdefault(span.line, []).append(Stretch(span, Colour.CITATION))
    free = prose_lines(lines, grammar)
    found: list[Stretch] = []
    for number, line in enumerate(lines, 1):
        words = free_words(line, grammar) if number in free else words_in(line, grammar)
        at = Span(source.name, number, 1, 1)
        found += _of_line(at, [] if number in free else names.get(number, []), words)
    return tuple(found)


def _names(use: Use, line: str, declared: Declared) -> Iterator[Stretch]:
    declares = declared.places.is_declared_at(use)
    for part in components(use, line, declared):
        colour = _colour(part.reference)
        if colour is not None:
            yield Stretch(part.span, colour, declares)


def _colour(of: Reference) -> Colour | None:
    match of:
        case FactReference():
            return Colour.FACT
        case Constant(_, Enumerated() | Registered()):
            return Colour.VALUE
        case Constant() | CaseYear():
            return None
        case RecordReference():
            return Colour.PART
        case ListReference():
            return Colour.LIST
        case BodyReference() | RoleReference():
            return Colour.BODY
        case NormReference():
            return Colour.NORM
        case _:
            assert_never(of)


def _of_line(at: Span, names: list[Stretch], words: Words) -> list[Stretch]:
    """The words of the language in a line and the names in it: what is a name is no word."""
    found = sorted(names, key=lambda each: each.span.end - each.span.column)
    kept: list[Stretch] = []
    for each in found:
        if not any(_overlap(each.span, one.span) for one in kept):
            kept.append(each)
    for start, end, colour in words:
        span = evolve(at, column=start, end=end)
        if not any(_overlap(span, one.span) for one in kept):
            kept.append(Stretch(span, colour))
    return sorted(kept, key=lambda each: each.span.column)


def _overlap(one: Span, other: Span) -> bool:
    return one.column < other.end and other.column < one.end
