"""All mutants of a program, in the order of the law."""

from collections.abc import Iterator

from hjemmel.analysis.mutation.editions import moved_periods, other_citations, other_deciding
from hjemmel.analysis.mutation.holders import moved_tenures
from hjemmel.analysis.mutation.mutant import Change, Edit, Mutant, NormMutant
from hjemmel.analysis.mutation.operators import edits, exactly_one, is_condition, negated
from hjemmel.analysis.mutation.places import Place, changed, places
from hjemmel.core.nodes import Default, Literal
from hjemmel.core.program import Norm
from hjemmel.core.schema import Schema
from hjemmel.core.types import Truth
from hjemmel.provenance.book import Book
from hjemmel.source.citation import Citation
from hjemmel.words.phrases import words


def mutants(book: Book, norms: frozenset[str]) -> Iterator[Mutant]:
    """The mutants of the norms, and of the roles that they ask."""
    program = book.program
    for index, norm in enumerate(program.norms):
        if norm.id in norms:
            neighbour = program.norms[index - 1].wordings[0].citations[0]
            yield from of_norm(book, norm, neighbour)
    for each in moved_tenures(program):
        if norms & set(each.norms):
            yield each


def of_norm(book: Book, norm: Norm, neighbour: Citation) -> Iterator[NormMutant]:
    """The mutants of one norm, none of them twice."""
    seen = {_content(norm)}
    for each in _all(book, norm, neighbour):
        content = _content(each.norm)
        if content not in seen:
            seen.add(content)
            yield each


def _content(norm: Norm) -> object:
    return norm.deciding, norm.editions


def _all(book: Book, norm: Norm, neighbour: Citation) -> Iterator[NormMutant]:
    for place in places(norm):
        for edit in _edits(place, book.program.schema):
            told = _told(book, place, edit)
            yield NormMutant(edit.change, told, place.span, changed(norm, place, edit.new))
    yield from moved_periods(norm)
    yield from other_deciding(norm)
    yield from other_citations(norm, neighbour)


def _edits(place: Place, schema: Schema) -> Iterator[Edit]:
    yield from edits(place.node, schema)
    if not is_condition(place.node):
        return
    if place.condition is place.node:
        yield from exactly_one(place.node)
    if not place.denied:
        yield negated(place.node)
    if place.whole:
        yield Edit(Change.DROPPED, "vilkåret er tatt bort", Literal(True, Truth()))


def _told(book: Book, place: Place, edit: Edit) -> str:
    """The change, and in which condition it is."""
    around = place.condition or place.node
    if place.condition is None and (isinstance(around, Default) or not around.origin.words):
        return edit.told
    return f"{edit.told} i «{words(book, around, {})}»"
