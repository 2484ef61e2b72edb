"""Places that an amendment may have forgotten, for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from hjemmel.analysis.elsewhere.holding import BEGINS, Place
from hjemmel.analysis.elsewhere.passed_by import PassedBy
from hjemmel.analysis.elsewhere.touched import (
    Asked,
    Named,
    NewName,
    OldCondition,
    OldDay,
    OldDuty,
    OldHolder,
    OldQuestion,
    OldValue,
)
from hjemmel.analysis.spoken import spoken
from hjemmel.core.program import Program
from hjemmel.provenance.book import Book, new_book
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.source.moment import moment_in_words
from hjemmel.words.values import listed

_INDENT, _HANGING = 2, 6
MOST_SHOWN = 6
"""So many places of one kind; the rest is counted. What very many share tells little of each."""
_MOST_NAMED = 3
TITLE = "Andre steder"
UNDER_TITLE = (
    "Dette er endret ett sted, og står som før andre steder. De trenger ikke være like, men er "
    "det samme bestemmelse i loven, skal de ofte endres sammen."
)


def text(program: Program, found: Sequence[PassedBy], width: int) -> list[Line]:
    """Why places are shown, and the places. `program` is the new version."""
    if not found:
        return [(Segment("Ingen andre normer har det som er endret."),)]
    book = new_book(program)
    lines: list[Line] = [(Segment(TITLE, "heading"),)]
    lines += [(Segment(each, "muted"),) for each in wrapped(UNDER_TITLE, width)]
    for each in found:
        lines += [(), *((Segment(part),) for part in wrapped(sentence(book, each), width))]
        for place in each.places[:MOST_SHOWN]:
            lines += _place(book, place, width)
        rest = len(each.places) - MOST_SHOWN
        if rest > 0:
            lines += [(Segment(f"{' ' * _INDENT}og {rest} til", "muted"),)]
    return lines


def document(program: Program, found: Sequence[PassedBy]) -> list[dict[str, Any]]:
    """The same as data, with every place."""
    book = new_book(program)
    return [
        {
            "hvorfor": sentence(book, each),
            "endret_i": list(each.by),
            "steder": [
                {
                    "norm": place.norm.id,
                    "sted": place.norm.place,
                    "fil": place.span.file,
                    "linje": place.span.line,
                    "lest": read(book, place),
                }
                for place in each.places
            ],
        }
        for each in found
    ]


def sentence(book: Book, of: PassedBy) -> str:
    """Why the places are shown."""
    by, count = _named(of.by), _counted(len({each.norm.id for each in of.places}))
    match of.touched:
        case OldCondition(condition):
            return (f"Vilkåret «{spoken(book, condition, {})}» står ikke lenger slik i {by}. "
                    f"Slik står det fortsatt i {count}:")  # fmt: skip
        case NewName(term, name):
            return f"«{name}» er ny i «{term}». {count.capitalize()} lister andre, uten den nye:"
        case OldValue(value):
            told = f"«{value.told}» ({value.kind.value})"
            return f"{told} er endret i {by}. Det står fortsatt i {count}:"
        case OldQuestion(question):
            return f"Spørsmålet «{question}» er ikke lenger åpent i {by}. Det er åpent i {count}:"
        case OldDay(day, edge):
            told = "fra" if edge == BEGINS else "til og med"
            when = moment_in_words(day)
            return f"{by} har ikke lenger en ordlyd {told} {when}. Det har {count}:"
        case OldDuty(body):
            return f"Plikten i {by} ligger ikke lenger på {body}. Det gjør den i {count}:"
        case OldHolder(role, body):
            return f"Rollen «{role}» har fått en ny innehaver. {count.capitalize()} nevner {body}:"
        case Named(norm):
            return f"{norm} er endret. {count.capitalize()} viser til den:"
        case Asked(path):
            asked = _fact(book, path)
            return f"{by} spør annerledes om «{asked}» enn før. Det spør også {count} om:"
        case _:
            assert_never(of.touched)


def read(book: Book, place: Place) -> str:
    """What stands there, read back; where the head of the norm says it, its title."""
    return place.norm.title if place.condition is None else spoken(book, place.condition, {})


def _named(norms: Sequence[str]) -> str:
    shown, rest = list(norms[:_MOST_NAMED]), len(norms) - _MOST_NAMED
    return listed([*shown, f"{rest} til"] if rest > 0 else shown)


def _counted(norms: int) -> str:
    return "én norm" if norms == 1 else f"{norms} normer"


def _fact(book: Book, path: tuple[str, ...]) -> str:
    """What a fact is called: «tjenestens virketid», «tjenestens steder: helseregion»."""
    first, *names = path
    record = book.program.schema.record(first)
    owner = record.genitive if record is not None else ""
    return f"{owner} {': '.join(each.replace('_', ' ') for each in names)}".strip()


def _place(book: Book, place: Place, width: int) -> Iterator[Line]:
    where = f"({place.span.file} linje {place.span.line}, {place.norm.place})"
    indent = " " * _INDENT
    yield (Segment(indent), Segment(place.norm.id, "norm"), Segment(f"  {where}", "muted"))
    for part in wrapped(read(book, place), width - _HANGING):
        yield (Segment(" " * _HANGING), Segment(part))
