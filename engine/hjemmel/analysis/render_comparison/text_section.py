"""How the rule files differ, line by line, each stretch with the norms it belongs to."""

from collections.abc import Iterator
from itertools import zip_longest

from hjemmel.analysis.comparison.comparison import Comparison
from hjemmel.analysis.comparison.texts import Change, FileDifference, Hunk, word_changes
from hjemmel.analysis.comparison.texts import Part as Of
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Fold,
    Lines,
    Marked,
    Part,
    Say,
    Section,
)
from hjemmel.words.values import listed

MOST_HUNKS = 200
"""So many stretches of one file are shown; the rest are counted."""


def texts(found: Comparison) -> Section | None:
    """The files that differ."""
    parts = tuple(Part(f"{each.name}.ntr", tuple(_file(each))) for each in found.texts)
    return Section("tekst", "Teksten i regelfilene", parts) if parts else None


def _file(of: FileDifference) -> Iterator[Block]:
    if of.is_new:
        yield Say("Ny fil.", "strong")
    elif of.is_gone:
        yield Say("Filen er borte.", "strong")
    if of.is_layout:
        yield Say("Bare merknader og oppsett er endret.")
    for each in of.hunks[:MOST_HUNKS]:
        yield Fold(_title(each), (Lines(tuple(_lines(each))),))
    if len(of.hunks) > MOST_HUNKS:
        yield Say(f"… og {len(of.hunks) - MOST_HUNKS} steder til.")


def _title(of: Hunk) -> str:
    about = listed(list(of.norms)) or of.about.strip()[:80] or "blanke linjer"
    return f"Linje {of.line}, {about}: {of.change.value}"


def _lines(of: Hunk) -> Iterator[Marked]:
    if of.change in (Change.MOVED, Change.ADDED, Change.REMOVED):
        yield from (Marked("-", ((Of.OUT, each),)) for each in of.before)
        yield from (Marked("+", ((Of.IN, each),)) for each in of.after)
        return
    for before, after in zip_longest(of.before, of.after):
        if before is None:
            yield Marked("+", ((Of.IN, after),))
        elif after is None:
            yield Marked("-", ((Of.OUT, before),))
        else:
            yield Marked("~", word_changes(before, after))
