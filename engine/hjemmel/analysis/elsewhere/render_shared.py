"""Where norms write the same, for people and for programs."""

from collections.abc import Iterator, Sequence

from hjemmel.analysis.elsewhere.shared import Place, Shared
from hjemmel.analysis.spoken import spoken
from hjemmel.core.nodes import Node
from hjemmel.core.program import Program
from hjemmel.provenance.book import Book, new_book
from hjemmel.render.lines import Line, Segment, wrapped

_HANGING = 6


def text(program: Program, found: Sequence[Shared], width: int) -> list[Line]:
    """Each value with the norms that write it, the condition read back, and where it stands."""
    if not found:
        return [(Segment("Ingen andre normer skriver de samme verdiene."),)]
    book = new_book(program)
    lines: list[Line] = [(Segment("Skrevet flere steder", "heading"),)]
    told = "Endres ett av stedene, er det verdt å se på de andre. De trenger ikke være like."
    lines += [(Segment(told, "muted"),)]
    for each in found:
        counted = f"{each.value.kind.value}, i {len(each.norms)} normer"
        lines += [(), (Segment(each.value.told, "heading"), Segment(f"  {counted}", "muted"))]
        lines += [line for place in each.places for line in _place(book, place, width)]
    return lines


def document(program: Program, found: Sequence[Shared]) -> list[dict[str, object]]:
    """The same as data."""
    book = new_book(program)
    return [
        {
            "verdi": each.value.told,
            "slag": each.value.kind.value,
            "steder": [
                {
                    "norm": place.norm.id,
                    "sted": place.norm.place,
                    "fil": place.span.file,
                    "linje": place.span.line,
                    "lest": _read(book, place.condition),
                }
                for place in each.places
            ],
        }
        for each in found
    ]


def _place(book: Book, place: Place, width: int) -> Iterator[Line]:
    where = f"({place.span.file} linje {place.span.line}, {place.norm.place})"
    yield (Segment("  "), Segment(place.norm.id, "norm"), Segment(f"  {where}", "muted"))
    for part in wrapped(_read(book, place.condition), width - _HANGING):
        yield (Segment(" " * _HANGING), Segment(part))


def _read(book: Book, node: Node) -> str:
    """A condition or a day, read back as it was understood."""
    return spoken(book, node, {})
