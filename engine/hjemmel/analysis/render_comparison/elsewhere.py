"""Where other norms still have what is changed in one: perhaps forgotten."""

from collections.abc import Iterator

from hjemmel.analysis.comparison.comparison import Comparison
from hjemmel.analysis.elsewhere.holding import Place
from hjemmel.analysis.elsewhere.passed_by import PassedBy
from hjemmel.analysis.elsewhere.render_passed_by import (
    MOST_SHOWN,
    TITLE,
    UNDER_TITLE,
    place_told,
    read,
    sentence,
)
from hjemmel.analysis.render_comparison.blocks import Block, Fold, Points, Say, Section
from hjemmel.provenance.book import Book, new_book


def elsewhere(found: Comparison) -> Section | None:
    """Why places are shown, and the places."""
    if not found.elsewhere:
        return None
    book = new_book(found.new.program)
    told = (block for each in found.elsewhere for block in _one(book, each))
    return Section("steder", TITLE, (Say(UNDER_TITLE), *told))


def _one(book: Book, of: PassedBy) -> Iterator[Block]:
    places = tuple(_place(book, of, each) for each in of.places)
    yield Say(sentence(book, of), "lead")
    yield Points(places[:MOST_SHOWN])
    if len(places) > MOST_SHOWN:
        rest = places[MOST_SHOWN:]
        yield Fold(f"{len(rest)} til", (Points(rest),))


def _place(book: Book, of: PassedBy, place: Place) -> str:
    return f"{place.norm.id} ({place_told(of, place)}): {read(book, place)}"
