"""When the wordings of a norm are in force, by which days, and on what they rest."""

from collections.abc import Sequence
from datetime import timedelta

from attrs import evolve

from hjemmel.check.dated import periods, source_days, taken
from hjemmel.check.heads import Head
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.periods import Lasting
from hjemmel.core.chosen import ChosenDay
from hjemmel.core.program import Suspension, Wording
from hjemmel.lowering.context import Context
from hjemmel.source.citation import Citation, highest
from hjemmel.source.moment import Moment
from hjemmel.syntax import lines as written

_FIRST, _LAST = ("første dag", "begge dager"), ("siste dag", "begge dager")
_ONE = timedelta(days=1)
Wordings = tuple[Wording, ...]


def wordings_of(ctx: Context, head: Head, anatomy: Anatomy) -> tuple[Wordings, ...]:
    """The dated wordings, each once for every time that it is in force; without any, one from
    the first day of the source on."""
    if not anatomy.editions:
        return ((from_source(ctx, ctx.citations(head.cited), anatomy.common),),)
    days = periods(anatomy)
    begin = {
        found[0].start: part for part, found in zip(anatomy.editions, days, strict=True) if found
    }
    return tuple(
        tuple(_dated(ctx, head, part, each, begin) for each in found)
        for part, found in zip(anatomy.editions, days, strict=True)
    )


def suspensions(ctx: Context, anatomy: Anatomy) -> tuple[Suspension, ...]:
    """The days on which no wording is in force, as they are written."""
    return tuple(
        Suspension(each.start, each.end, ctx.citations(each.cited)) for each in anatomy.gaps
    )


def from_source(ctx: Context, citations: tuple[Citation, ...], common: Part) -> Wording:
    """From the first day of the highest source cited on."""
    source = ctx.symbols.sources.head(highest(citations))
    assumed = [*([source.assumed] if source and source.assumed else []), *common.assumed]
    why = "; ".join(line.text for line in assumed)
    first, last = (any(line.which in each for line in assumed) for each in (_FIRST, _LAST))
    start, chosen = source_days(source) if source else (None, ())
    presumed = bool(common.presumed)
    return Wording(start, None, citations, why, first, last, chosen=chosen, presumed=presumed)


def binding(wording: Wording, lines: Sequence[written.Binds]) -> Wording:
    """The wording with whom it binds, and whom it gives a right."""
    named = {side: tuple(who.words for each in lines if each.side == side for who in each.who)
             for side in (written.DUTY, written.RIGHT)}  # fmt: skip
    return evolve(wording, duty_on=named[written.DUTY], right_of=named[written.RIGHT])


def _dated(
    ctx: Context, head: Head, part: Part, days: Lasting, begin: dict[Moment, Part]
) -> Wording:
    """One of the times that a wording is in force; `begin` are the wordings by their first day."""
    edition = part.edition
    assert edition is not None  # each of the editions of an anatomy has one
    after = begin.get(days.end.day_after) if days.end and edition.end is None else None
    is_first = begin.get(days.start) is part
    assumed = [each for each in part.assumed if each.which not in _FIRST or is_first]
    next_assumed = [each for each in after.assumed if each.which in _FIRST] if after else []
    cited = edition.cited if edition.cited.citations else head.cited
    chosen = [*_chosen(part, is_first), *_following(after)]
    chosen += _chosen_for_source(ctx, ctx.citations(cited), days.start)
    own_words = [*part.own_words, *_presumed_here(part, head)]
    return Wording(
        days.start, days.end, ctx.citations(cited),
        "; ".join(dict.fromkeys(each.text for each in (*assumed, *next_assumed))),
        is_first and any(each.which in _FIRST for each in assumed),
        bool(next_assumed) or any(each.which in _LAST for each in assumed),
        chosen=tuple(chosen), own_words=" ".join(own_words),
        presumed=bool(part.presumed or _common(head).presumed),
    )  # fmt: skip


def _common(head: Head) -> Part:
    assert head.anatomy is not None  # only a step has none, and a step has no wordings
    return head.anatomy.common


def _presumed_here(part: Part, head: Head) -> list[str]:
    """What the source says of this wording, where it does not say the same of them all."""
    assert head.anatomy is not None
    apart = any(each.presumed for each in head.anatomy.editions)
    said = part.presumed or _common(head).presumed
    return [said_presumed(said)] if apart and said else []


def said_presumed(said: str) -> str:
    """What the source says, where it only presumes a duty."""
    return f"Forutsatt: {said}."


def _chosen(part: Part, is_first: bool) -> list[ChosenDay]:
    """The days chosen for a wording's own boundaries."""
    return [
        ChosenDay(each.line.day, each.within, each.line.text, each.is_last)
        for each in taken(part)
        if is_first or each.is_last
    ]


def _chosen_for_source(
    ctx: Context, citations: tuple[Citation, ...], start: Moment
) -> tuple[ChosenDay, ...]:
    """The day chosen for the first of the source, where the wording begins on that day."""
    source = ctx.symbols.sources.head(highest(citations))
    first, chosen = source_days(source) if source else (None, ())
    return chosen if first == start else ()


def _following(after: Part | None) -> list[ChosenDay]:
    """The day before one that was chosen for the wording that follows."""
    if after is None:
        return []
    found = [each for each in taken(after) if not each.is_last]
    return [
        ChosenDay(each.line.day - _ONE, each.within.day_before, each.line.text, True)
        for each in found
    ]
