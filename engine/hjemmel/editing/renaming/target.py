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
)
from hjemmel.editing.declared import Declared
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
from hjemmel.syntax.lexicon import keywords


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


def target_at(
    declared: Declared, lines: Lines, file: str, line: int, column: int, grammar: str
) -> Target | RenameRefused:  # fmt: skip
    """What stands at a place, or why it is nothing to give a name."""
    found = declared_form_at(declared, lines, file, line, column)
    if found is None:
        use = declared.places.at(file, line, column)
        parts = () if use is None else components(use, lines[file][line - 1], declared)
        here = [each for each in parts if each.span.column <= column <= each.span.end]
        if not here:
            return _nothing(declared, lines, use, file, line, column, grammar)
        found = min(here, key=lambda each: each.span.end - each.span.column)
    if isinstance(found.reference, NormReference):
        head = only_norm(found.reference.norms, declared.heads)
        if head is not None and head.item is not None:
            return AN_ITEM
    return Target(found.form, found.span, things_called(found, declared))


def _nothing(
    declared: Declared, lines: Lines, use: Use | None, file: str, line: int, column: int,
    grammar: str
) -> RenameRefused:  # fmt: skip
    if use is not None and isinstance(use.reference, NormReference):
        return SEVERAL_NORMS
    blocks = (block for each in declared.rulebook.files for block in each.blocks)
    heads = (block.span for block in blocks if isinstance(block, SourceHead))
    if any((span.file, span.line) == (file, line) for span in heads):
        return A_SOURCE
    text = lines[file][line - 1] if line <= len(lines[file]) else ""
    words = {each for spelled in keywords(grammar).values() for each in spelled}
    around = (found for word in words for found in re.finditer(
        rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, re.IGNORECASE))  # fmt: skip
    if any(each.start() < column <= each.end() for each in around):
        return OF_THE_LANGUAGE
    return NOTHING_HERE


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


def declared_form_at(
    declared: Declared, lines: Lines, file: str, line: int, column: int
) -> Component | None:
    """Another form of a name, where it is declared beside it: the definite, the genitive …"""
    here = (each for each in other_forms(declared, lines) if each.span.line == line)
    return next(
        (each for each in here
         if each.span.file == file and each.span.column <= column <= each.span.end),
        None,
    )  # fmt: skip


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
    words = " +".join(map(re.escape, form.split()))
    found = re.compile(rf", *(?:i flertall +)?({words}) *(?=,|$)", re.IGNORECASE).search(line, start)
    return (found.start(1) + 1, found.end(1) + 1) if found else None
