"""Open questions: when they arise, and the readings that may replace a clause."""

from collections.abc import Callable

from hjemmel.check import problems_references
from hjemmel.check.checking import Checking
from hjemmel.check.citations import check_citations
from hjemmel.check.norm_structure import Asked
from hjemmel.syntax.lines import Chosen, ReadingLine
from hjemmel.syntax.tree import Condition

IsSound = Callable[[Checking, Condition], bool]


def check_readings(ctx: Checking, asked: Asked, is_sound: IsSound) -> None:
    """A question about a clause just checked. Within its readings no question is open."""
    outer, ctx.questions = ctx.questions, ()
    if not _is_whole(ctx, asked, is_sound):
        ctx.has_open_ends = True
    ctx.questions = outer


def _is_whole(ctx: Checking, asked: Asked, is_sound: IsSound) -> bool:
    """Whether it is known when the question arises, and what then takes the clause's place."""
    arises, chosen = asked.arises, asked.chosen
    if arises is None or not is_sound(ctx, arises.condition):
        return False
    if not asked.readings or chosen is None:
        return False
    if not _are_sound(ctx, asked.readings, chosen, is_sound):
        return False
    options = [reading.name for reading in asked.readings]
    if chosen.reading is not None and chosen.reading not in options:
        named = ", ".join(f"«{option}»" for option in options)
        ctx.report(problems_references.unknown_reading(chosen.reading, chosen.span, named))
        return False
    check_citations(ctx, asked.question.cited)
    return True


def _are_sound(
    ctx: Checking, readings: list[ReadingLine], chosen: Chosen, is_sound: IsSound
) -> bool:
    """Whether the readings are sound, up to the first that is not.

    The norm does not depend on a norm that only a reading not taken speaks of.
    """
    for reading in readings:
        before = set(ctx.refers_to)
        if isinstance(reading.holds, Condition) and not is_sound(ctx, reading.holds):
            return False
        if chosen.reading not in (None, reading.name):
            ctx.refers_to = before
    return True
