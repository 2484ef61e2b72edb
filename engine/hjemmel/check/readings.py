"""Open questions: when they arise, and the readings that may replace a clause or a last day."""

from collections.abc import Callable

from hjemmel.check import problems_readings, problems_references
from hjemmel.check.checking import Checking
from hjemmel.check.citations import check_citations
from hjemmel.check.infer_values import is_of_type
from hjemmel.check.norm_structure import Asked
from hjemmel.core.types import Date
from hjemmel.syntax.lines import Chosen, Latest, ReadingLine
from hjemmel.syntax.tree import Condition

IsSound = Callable[[Checking, Condition], bool]
Fits = Callable[[Checking, ReadingLine, IsSound], bool]
"""Whether a reading is sound, and one that can take the place of what is asked about."""


def check_readings_of_clause(ctx: Checking, asked: Asked, is_sound: IsSound) -> None:
    """A question about a clause just checked."""
    _check(ctx, asked, is_sound, _fits_clause)


def check_readings_of_day(ctx: Checking, asked: Asked, is_sound: IsSound) -> None:
    """A question about a last day just checked."""
    _check(ctx, asked, is_sound, _fits_day)


def _check(ctx: Checking, asked: Asked, is_sound: IsSound, fits: Fits) -> None:
    """Within the readings of a question no question is open."""
    outer, ctx.questions = ctx.questions, ()
    if not _is_whole(ctx, asked, is_sound, fits):
        ctx.has_open_ends = True
    ctx.questions = outer


def _fits_clause(ctx: Checking, reading: ReadingLine, is_sound: IsSound) -> bool:
    """That the clause holds, that it fails, or a condition."""
    if isinstance(reading.holds, Latest):
        ctx.report(problems_readings.last_day_of_clause(reading.holds.span))
        return False
    return isinstance(reading.holds, bool) or is_sound(ctx, reading.holds)


def _fits_day(ctx: Checking, reading: ReadingLine, _: IsSound) -> bool:
    """Another last day: it is no clause, so it neither holds nor fails."""
    if not isinstance(reading.holds, Latest):
        ctx.report(problems_readings.no_last_day(reading.name, reading.span))
        return False
    return is_of_type(ctx, reading.holds.value, Date())


def _is_whole(ctx: Checking, asked: Asked, is_sound: IsSound, fits: Fits) -> bool:
    """Whether it is known when the question arises, and what then takes the clause's place."""
    arises, chosen = asked.arises, asked.chosen
    if arises is None or not is_sound(ctx, arises.condition):
        return False
    if not asked.readings or chosen is None:
        return False
    if not _are_sound(ctx, asked.readings, chosen, lambda each: fits(ctx, each, is_sound)):
        return False
    options = [reading.name for reading in asked.readings]
    if chosen.reading is not None and chosen.reading not in options:
        named = ", ".join(f"«{option}»" for option in options)
        ctx.report(problems_references.unknown_reading(chosen.reading, chosen.span, named))
        return False
    check_citations(ctx, asked.question.cited)
    return True


def _are_sound(
    ctx: Checking, readings: list[ReadingLine], chosen: Chosen, fits: Callable[[ReadingLine], bool]
) -> bool:
    """Whether the readings are sound, up to the first that is not.

    The norm does not depend on a norm that only a reading not taken speaks of.
    """
    for reading in readings:
        before = set(ctx.refers_to)
        if not fits(reading):
            return False
        if chosen.reading not in (None, reading.name):
            ctx.refers_to = before
    return True
