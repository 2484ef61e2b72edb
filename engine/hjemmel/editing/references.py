"""Everywhere that a thing is named, and where it is declared."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.check.references import FactReference, NormReference, RecordReference, Reference
from hjemmel.editing.components import Component, components, same_thing
from hjemmel.editing.declared import Declared, declared_in
from hjemmel.editing.library import built_on, connected
from hjemmel.source.source import Source
from hjemmel.source.span import Span

Library = Mapping[str, Source]


@frozen
class Mention:
    """A place where something is named, and whether that is what declares it."""

    span: Span
    declares: bool


def mentions(
    file: str, line: int, column: int, library: Library, grammar: str
) -> tuple[Mention, ...]:
    """Everywhere in the files that build on each other that the thing at a place is named."""
    declared, lines = _read(file, library, grammar)
    thing = _thing(declared, lines, library[file].name, line, column)
    return () if thing is None else tuple(dict.fromkeys(_of(thing, declared, lines)))


def declarations(
    file: str, line: int, column: int, library: Library, grammar: str
) -> tuple[Span, ...]:
    """Where what is named at a place is declared: one place, or that of each norm of a group; the
    beginning of the file that «bygger på» names."""
    for name, number, start, end in built_on(library[file], grammar):
        if number == line and start <= column <= end and name in library:
            return (Span(library[name].name, 1, 1, 1),)
    declared, lines = _read(file, library, grammar)
    thing = _thing(declared, lines, library[file].name, line, column)
    if isinstance(thing, NormReference):
        heads = [each for each in declared.heads if each.id in thing.norms]
        return tuple(each.span for each in heads)
    at = declared.places.declared(thing) if thing is not None else None
    return (at,) if at else ()


def _read(file: str, library: Library, grammar: str) -> tuple[Declared, dict[str, list[str]]]:
    names = connected(file, library, grammar)
    lines = {library[name].name: library[name].lines for name in names}
    return declared_in(names, library, grammar), lines


def _thing(
    declared: Declared, lines: Mapping[str, list[str]], file: str, line: int, column: int
) -> Reference | None:
    """What is named at a place; just after the last letter of a name is at it too."""
    for at in (column, column - 1):
        use = declared.places.at(file, line, at)
        if use is None:
            continue
        parts = components(use, lines[file][line - 1], declared)
        here = [each for each in parts if each.span.column <= at < each.span.end]
        return _narrowest(here).reference if here else same_thing(use.reference)
    return None


def _narrowest(found: list[Component]) -> Component:
    return min(found, key=lambda each: each.span.end - each.span.column)


def _of(thing: Reference, declared: Declared, lines: Mapping[str, list[str]]) -> Iterator[Mention]:
    for use in declared.places.uses:
        if not _may_name(use.reference, thing):
            continue
        declares = declared.places.is_declared_at(use)
        parts = [each for each in components(use, lines[use.span.file][use.span.line - 1], declared)
                 if each.reference == thing]  # fmt: skip
        yield from (Mention(each.span, declares) for each in parts)
        if not parts and _covers(same_thing(use.reference), thing):
            yield Mention(use.span, declares)


def _may_name(named: Reference, thing: Reference) -> bool:
    """Whether it is the thing, or something of the one that it is."""
    if isinstance(named, FactReference) and isinstance(thing, RecordReference):
        return named.record == thing.record
    return _covers(same_thing(named), thing)


def _covers(named: Reference, thing: Reference) -> bool:
    """Whether it is named itself, or a group that it is one of."""
    if isinstance(named, NormReference) and isinstance(thing, NormReference):
        return set(thing.norms) <= set(named.norms) or named == thing
    return named == thing
