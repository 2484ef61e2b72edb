"""Names and values as the sentences read back say them: in quotes where they could be misheard."""

import re

from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.schema import CASE, ELEMENT, PRESENCE, FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Assessed, Enumerated, Registered, Text, Truth
from hjemmel.provenance.book import Book
from hjemmel.words import phrases
from hjemmel.words.phrases import Names
from hjemmel.words.predicates import predicate
from hjemmel.words.values import shown

ENTRY = "oppføringen"
_PLAIN = re.compile(r"(?=.*[^\W\d])[\w§&-][\w.&/-]*( [\w&-][\w.&/-]*)*(?<!\.)")
_BINDING = re.compile(
    r"\b(er|ikke|og|eller|enten|blant|der|unntatt|ellers|ytre|har vurdert at|åpen fordi|betyr|"
    r"antatt)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(minst|høyst|mer enn|mindre enn|senest|tidligst|før|etter|det lesemåtene|den seneste av|"
    r"den tidligste av|samme dato|året etter|året før|antall ulike|antallet av|for alle|"
    r"for minst|\d+ ganger)\b", re.IGNORECASE,
)  # fmt: skip
_HOLDING = re.compile(r"\b(har|fra|til og med|uten tidsgrense|også skrevet)\b", re.IGNORECASE)
_TAKEN = {"alltid", "ja", "nei", "saken", "vurderingsdagen", "ingen institusjoner", ENTRY}
"""Words that stand for something else than what is declared."""


def quoted(text: str) -> str:
    """The text in quotes, with its own marked, so that it ends where it ends."""
    marked = text.replace("\\", "\\\\").replace("«", "\\«").replace("»", "\\»")
    return f"«{marked}»"


def named(name: str) -> str:
    """A name as it stands; in quotes where it, or a part of it, could be heard as more."""
    heard = _BINDING.search(name) or _LEADING.match(name) or name.casefold() in _TAKEN
    return quoted(name) if heard or not _PLAIN.fullmatch(name) else name


def held(name: str) -> str:
    """A name that stands before or after «har», or before the days of a tenure."""
    return quoted(name) if _HOLDING.search(name) else named(name)


def value(node: Literal) -> str:
    """A value written in the rule; a text always in quotes."""
    match node.type:
        case Text():
            return quoted(str(node.value))
        case Enumerated() | Registered():
            return named(str(node.value))
        case _:  # the others are said in figures, or are «ja» and «nei»
            return shown(node.value, node.type)


def fact(book: Book, node: Fact, names: Names) -> str:
    """A fact of the case or of an entry, by the names that are declared."""
    if node.name == PRESENCE:
        return f"saken har {named(node.subject.replace('_', ' '))}"
    if node.subject == CASE:
        return "vurderingsdagen"
    outer = "ytre " * _levels_out(node, names)
    if node.name == ELEMENT:
        return f"den {outer}{ENTRY}" if outer else ENTRY
    bound = names.get(node.subject)
    record = book.program.schema.record(bound.record if bound else node.subject)
    declared = record.field(node.name) if record else None
    if record is None or declared is None:
        return named(phrases.short_name(book, node, names))
    match node.type:
        case Assessed():
            return f"{named(node.type.owner)} har vurdert at {named(declared.name)}"
        case Truth():
            owner = f"den {outer}{ENTRY}" if outer else ENTRY if bound else named(record.definite)
            return f"{owner} {_said(declared.name)}"
        case _:
            return _property(record, declared, outer)


def _said(name: str) -> str:
    """«har referansegruppe», «er godkjent»; a quoted name is said as it is."""
    told = named(name)
    return told if told != name else predicate(name)


def _property(record: RecordDeclaration, declared: FieldDeclaration, outer: str) -> str:
    if not record.entry:
        return f"{named(record.genitive)} {named(declared.name)}"
    return f"den {outer}{ENTRY}s {named(declared.name)}" if outer else named(declared.name)


def _levels_out(node: Fact, names: Names) -> int:
    """How many lists lie between a fact of an entry and the place where it is said."""
    around = list(names)
    return len(around) - 1 - around.index(node.subject) if node.subject in names else 0
