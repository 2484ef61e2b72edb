"""Which name it is that stands at a place, and where else that same form of it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.check.references import (
    BodyReference,
    Constant,
    NormReference,
    Reference,
)
from hjemmel.check.tables import Use
from hjemmel.core.types import Registered
from hjemmel.editing.components import (
    Component,
    components,
    forms_of,
    only_norm,
    same_thing,
    spaced_out,
)
from hjemmel.editing.declared import Declared
from hjemmel.editing.line_words import Colour, free_words, words_in
from hjemmel.editing.prose import prose_lines
from hjemmel.editing.renaming.refused import (
    A_SOURCE,
    AN_ITEM,
    NOTHING_HERE,
    OF_THE_LANGUAGE,
    SEVERAL_NORMS,
    RenameRefused,
)
from hjemmel.source.source import Source
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import SourceHead


@frozen
class Target:
    """A form of a name, where it was found, and the things that are called so.

    They are more than one where a body is both a role or an institution and one that holds facts.
    """

    form: str
    span: Span
    things: frozenset[Reference]


Lines = Mapping[str, Sequence[str]]


def lines_of(library: Mapping[str, Source]) -> Lines:
    """The lines of some texts, by the names that spans have for them."""
    return {source.name: source.lines for source in library.values()}


@frozen
class Spot:
    """A place of a file that is asked about, by the name that spans have for the file."""

    file: str
    line: int
    column: int

    def is_in(self, span: Span) -> bool:
        """Whether it is within a span, or just after the last letter of it."""
        here = (span.file, span.line) == (self.file, self.line)
        return here and span.column <= self.column <= span.end


def target_at(
    spot: Spot, declared: Declared, lines: Lines, grammar: str
) -> Target | RenameRefused:  # fmt: skip
    """What stands at a place, or why it is nothing to give a name."""
    found = _form_at(spot, declared, lines)
    if found is None:
        use = declared.places.at(spot.file, spot.line, spot.column)
        use = use or declared.places.at(spot.file, spot.line, spot.column - 1)
        parts = () if use is None else components(use, lines[spot.file][spot.line - 1], declared)
        here = [each for each in parts if spot.is_in(each.span)]
        if not here:
            return _nothing(spot, declared, use, lines[spot.file], grammar)
        found = min(here, key=lambda each: each.span.end - each.span.column)
    if isinstance(found.reference, NormReference):
        head = only_norm(found.reference.norms, declared.heads)
        if head is not None and head.item is not None:
            return AN_ITEM
    return Target(found.form, found.span, things_called(found, declared))


def _form_at(spot: Spot, declared: Declared, lines: Lines) -> Component | None:
    """Another form of a name, where it is declared beside it: the definite, the genitive …"""
    return next((each for each in other_forms(declared, lines) if spot.is_in(each.span)), None)


def _nothing(
    spot: Spot, declared: Declared, use: Use | None, lines: Sequence[str], grammar: str
) -> RenameRefused:
    if use is not None and isinstance(use.reference, NormReference):
        return SEVERAL_NORMS
    blocks = (block for each in declared.rulebook.files for block in each.blocks)
    heads = (block.span for block in blocks if isinstance(block, SourceHead))
    if any((span.file, span.line) == (spot.file, spot.line) for span in heads):
        return A_SOURCE
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    is_free = spot.line in prose_lines(lines, grammar)
    words = free_words(line, grammar) if is_free else words_in(line, grammar)
    is_word = any(
        start <= spot.column <= end and colour is Colour.KEYWORD for start, end, colour in words
    )
    return OF_THE_LANGUAGE if is_word else NOTHING_HERE


def things_called(found: Component, declared: Declared) -> frozenset[Reference]:
    """The thing, and what else is the same under the same name: a body is called as it is."""
    things = {found.reference}
    if not isinstance(found.reference, BodyReference | Constant):
        return frozenset(things)
    if isinstance(found.reference, Constant) and not isinstance(found.reference.type, Registered):
        return frozenset(things)
    bodies, entries = _bodies(declared), _entries(declared)
    folded = found.form.casefold()
    if folded in bodies or isinstance(found.reference, BodyReference):
        things |= {BodyReference(each) for each in bodies.get(folded, ())}
        things |= {each for each, names in entries if folded in names}
    return frozenset(things)


def _bodies(declared: Declared) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for use in declared.places.uses:
        thing = same_thing(use.reference)
        if isinstance(thing, BodyReference):
            found.setdefault(thing.name.casefold(), set()).add(thing.name)
    return found


def _entries(declared: Declared) -> list[tuple[Constant, set[str]]]:
    return [
        (Constant(entry.name, Registered(register.name)),
         {name.casefold() for name in (entry.name, *entry.aliases)})
        for register in declared.schema.registers
        for entry in register.entries
    ]  # fmt: skip


def other_forms(declared: Declared, lines: Lines) -> Iterator[Component]:
    """The other forms of names, where they are declared: on the line of the name, after it."""
    for use in declared.places.uses:
        thing = same_thing(use.reference)
        is_spelled = isinstance(thing, Constant) and isinstance(thing.type, Registered)
        if is_spelled or not declared.places.is_declared_at(use):
            continue  # each spelling of an institution is declared as a name of its own
        if isinstance(thing, NormReference):
            continue
        line = lines[use.span.file][use.span.line - 1]
        for form in forms_of(thing, declared)[1:]:
            at = _after(line, use.span.end - 1, form)
            if at is not None:
                span = Span(use.span.file, use.span.line, *at)
                yield Component(thing, form, span)


def _after(line: str, start: int, form: str) -> tuple[int, int] | None:
    words = rf", *(?:i flertall +)?«?({spaced_out(form)})»? *(?=,|$)"
    found = re.compile(words, re.IGNORECASE).search(line, start)
    return (found.start(1) + 1, found.end(1) + 1) if found else None
