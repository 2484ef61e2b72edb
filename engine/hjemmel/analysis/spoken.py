"""What a node means, said in full: nothing left out, every grouping audible.

The author's own words are not used: this is what the engine understood.
"""

import re
from datetime import date
from typing import assert_never

from hjemmel.analysis.spoken_names import fact, quoted, value
from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Quantifier,
    Ref,
    Standing,
)
from hjemmel.core.operators import OPERATORS, Sense, joint, sense
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import ELEMENT
from hjemmel.provenance.book import Book
from hjemmel.words import phrases
from hjemmel.words.outcomes import word
from hjemmel.words.phrases import Names
from hjemmel.words.predicates import predicate

_LEADS = {Quantifier.ALL: "for alle", Quantifier.SOME: "for minst én av"}


def spoken(book: Book, node: Node, names: Names) -> str:
    """A truth in words."""
    match node:
        case Apply():
            return _apply(book, node, names)
        case Default():
            return _default(book, node, names)
        case Each():
            return _each(book, node, names)
        case Ref():
            return _reference(book, node)
        case Fact():
            return fact(book, node, names)
        case Literal():
            return "alltid" if phrases.is_always(node) else value(node)
        case _:
            assert_never(node)


def _apply(book: Book, node: Apply, names: Names) -> str:
    told = [spoken(book, each, names) for each in node.arguments]
    match node.arguments[0]:
        case Apply(arguments=(day,)) as asked if (
            sense(node) is Sense.NOT and sense(asked) is Sense.WORKING_DAY
        ):
            negated = OPERATORS[asked.operator].negated
            return phrases.filled(negated, asked, [spoken(book, day, names)])
        case _:  # no other denial has words of its own
            pass
    match node.arguments:
        case (_, Literal(value=date.max)):
            return f"{told[0]} er oppgitt"
        case _:  # no other day is one that every day is by
            pass
    if OPERATORS[node.operator].joins:
        return _joined(node, told)
    match sense(node):
        case Sense.COVERS_SPAN:
            return _covers_span(book, node, names)
        case Sense.LAST_DAY:
            return f"det senest {told[0]}"
        case Sense.IN_TIME:
            return f"{told[0]} er senest {told[1]}, sett fra {told[2]}"
        case _:  # as the table has it
            return phrases.filled(OPERATORS[node.operator].words, node, told)


def _covers_span(book: Book, node: Apply, names: Names) -> str:
    """A list with every year, quarter or month; its filter is what is asked besides the ends."""
    different, first, last = node.arguments
    assert isinstance(different, Each)
    inner = phrases.entering(book, different, names)
    asked = different.where.arguments[2:] if isinstance(different.where, Apply) else ()
    where = f" der ({spoken(book, asked[0], inner)})" if asked else ""
    body, listed = different.body, fact(book, different.domain, names)
    is_entry = isinstance(body, Fact) and body.name == ELEMENT
    column = "" if is_entry else f"{spoken(book, body, inner)} blant "
    domain = f"{column}{listed}{where}"
    ends = (spoken(book, each, names) for each in (first, last))
    return phrases.covering_words(domain, different, *ends)


def _joined(node: Apply, told: list[str]) -> str:
    said = joint(node)
    match said:
        case Sense.ALL | Sense.COVERS:
            return " og ".join(map(_grouped, told))
        case Sense.ANY:
            return _either(node, told)
        case Sense.SOME_NORM:
            return f"minst én av disse: {' / '.join(told)}"
        case Sense.NO_NORM:
            return f"ingen av disse: {' / '.join(told)}"
        case Sense.NOT:
            return f"det er ikke slik at {_grouped(told[0])}"
        case Sense.READ_AS:
            return f"({told[1]}) der ({told[0]}), ellers ({told[2]})"
        case Sense.AGREED:
            return f"det lesemåtene er enige om: {' / '.join(map(_grouped, told))}"
        case _:
            assert_never(said)


def _either(node: Apply, told: list[str]) -> str:
    """One of the parts. A last day is no part that can hold: it is when the others must."""
    parts = list(zip(node.arguments, told, strict=True))
    held = [_grouped(said) for part, said in parts if not _is_last_day(part)]
    days = [
        said if _is_one_day(part) else f"({said})" for part, said in parts if _is_last_day(part)
    ]
    return ", og ".join([" eller ".join(held), *days])


def _is_last_day(node: Node) -> bool:
    """Whether a last day is all that it says, whichever way it is read."""
    if isinstance(node, Apply) and sense(node) is Sense.READ_AS:
        return _is_one_day(node.arguments[2])
    return _is_one_day(node)


def _is_one_day(node: Node) -> bool:
    return isinstance(node, Apply) and sense(node) is Sense.LAST_DAY


def _reference(book: Book, ref: Ref) -> str:
    """«4-2/ett-helseforetak er brutt»."""
    norm = book.norms[ref.norm]
    outcome = Outcome.MET if ref.standing is Standing.MET else Outcome.BROKEN
    return f"{norm.id} {predicate(word(norm.kind, norm.highest_level, outcome, norm.presumption))}"


_JOINTS = re.compile(r" (og|eller) | / |, (unntatt|ellers) |^det er ikke slik at ")


def _grouped(text: str) -> str:
    """A part of a larger sentence, in brackets where it has joints of its own."""
    return f"({text})" if _JOINTS.search(text) else text


def _default(book: Book, node: Default, names: Names) -> str:
    parts = [e for e in (node.condition, node.consequence) if not phrases.is_always(e)]
    told = " og ".join(_grouped(spoken(book, each, names)) for each in parts) or "alltid"
    name = node.origin.words.removeprefix("unntak: ") if node.origin.words else ""
    cited = ", ".join(map(str, node.origin.citations))
    lead = f"{quoted(name)} " if name else ""
    source = f" [{cited}]" if cited else ""
    # Always in brackets: an exception from an exception must not sound like one beside it.
    exceptions = "".join(f", unntatt ({spoken(book, each, names)})" for each in node.exceptions)
    return f"{lead}{told}{source}{exceptions}"


def _each(book: Book, node: Each, names: Names) -> str:
    inner = phrases.entering(book, node, names)
    domain = fact(book, node.domain, names)
    always = phrases.is_always(node.where)
    where = "" if always else f" der ({spoken(book, node.where, inner)})"
    body = spoken(book, node.body, inner)
    match node.quantifier:
        case Quantifier.COUNT if phrases.is_always(node.body):
            return f"antallet av {domain}{where}"
        case Quantifier.COUNT:
            return f"antallet av {domain}{where} der ({body})"
        case Quantifier.DISTINCT:
            return f"antall ulike {body} blant {domain}{where}"
        case _:
            return f"{_LEADS[node.quantifier]} {domain}{where}: ({body})"
