"""The days of a norm's wordings, with those that the rulebook chose and those without any rule."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from hjemmel.check import problems_structure, problems_wordings
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.periods import Lasting, check_periods, pieces
from hjemmel.core.chosen import ChosenDay
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.moment import Moment, moment, moment_in_words
from hjemmel.syntax import lines as written
from hjemmel.syntax.blocks import SourceHead

Lines = Sequence[written.ChosenDay]


@frozen
class Taken:
    """A day that was chosen, and the span it was chosen from."""

    line: written.ChosenDay
    within: Moment
    is_last: bool


def periods(anatomy: Anatomy) -> list[list[Lasting]]:
    """When each wording is in force, in the order they are written in."""
    dated = [_lasting(part) for part in anatomy.editions]
    found = pieces(dated, [*map(_gap, anatomy.gaps)])
    return [found[each.span] for each in dated]


def period_problems(anatomy: Anatomy) -> Iterator[Diagnostic]:
    """Days with two wordings, or none though nobody says so; days that were chosen elsewhere."""
    for part in anatomy.editions:
        assert part.edition is not None  # each of the editions of an anatomy has one
        yield from odd_choices(part.edition.start, part.edition.end, part.chosen)
    lasting = [each for found in periods(anatomy) for each in found]
    as_written = [_lasting(part) for part in anatomy.editions]
    outside = [
        each
        for each in anatomy.gaps
        if _is_outside(_gap(each), lasting if each.end else as_written)
    ]
    for each in outside:
        because = "ingen ordlyd er i kraft da uansett"
        help = "rett dagene, eller skriv ordlyden som gjelder før og etter"
        yield problems_structure.idle_line("ikke i kraft", because, help, each.span)
    inside = [_gap(each) for each in anatomy.gaps if each not in outside]
    yield from check_periods([*lasting, *inside])


def _is_outside(gap: Lasting, lasting: list[Lasting]) -> bool:
    """Whether a gap lies before all that is in force, or after it.

    What takes a norm away for good is held against the wordings as if it did not: it ends them.
    """
    ends = [each.end for each in lasting]
    last = None if None in ends else max(each.last for each in ends if each)
    is_before = gap.start.first < min(each.start.first for each in lasting)
    return is_before or (last is not None and gap.start.first > last)


def taken(part: Part) -> Iterator[Taken]:
    """The days that were chosen for the boundaries of a wording."""
    assert part.edition is not None  # each of the editions of an anatomy has one
    return taken_of(part.edition.start, part.edition.end, part.chosen)


def taken_of(start: Moment, end: Moment | None, lines: Lines) -> Iterator[Taken]:
    """The days that were chosen for the boundaries of a period."""
    for line in lines:
        for boundary, is_last in _spans(start, end):
            if boundary.may_be(line.day):
                yield Taken(line, boundary, is_last)
                break


def odd_choices(start: Moment, end: Moment | None, lines: Lines) -> Iterator[Diagnostic]:
    """A day outside every span, and a second day for one."""
    found = list(taken_of(start, end, lines))
    used = [each.line for each in found]
    for line in lines:
        if line not in used:
            spans = [moment_in_words(each) for each, _ in _spans(start, end)]
            yield problems_wordings.outside_the_span(" eller ".join(spans), line.span)
    seen: dict[bool, written.ChosenDay] = {}
    for each in found:
        if each.is_last in seen:
            yield problems_wordings.chosen_twice(each.line.span, seen[each.is_last].span)
        seen.setdefault(each.is_last, each.line)


def with_chosen(period: Lasting, lines: Lines) -> Lasting:
    """The period as written, with the days that were chosen."""
    days = {e.is_last: moment(e.line.day) for e in taken_of(period.start, period.end, lines)}
    return Lasting(days.get(False) or period.start, days.get(True) or period.end, period.span)


def odd_source_choices(head: SourceHead) -> Iterator[Diagnostic]:
    """The same for the first day of a source."""
    if head.start is not None:
        yield from odd_choices(head.start, None, head.chosen)
        return
    for line in head.chosen:
        yield problems_wordings.outside_the_span("", line.span)


def source_days(head: SourceHead) -> tuple[Moment | None, tuple[ChosenDay, ...]]:
    """The first day of a source, and that it was chosen where it was."""
    if head.start is None:
        return None, ()
    found = [
        ChosenDay(each.line.day, each.within, each.line.text)
        for each in taken_of(head.start, None, head.chosen)
    ]
    return (moment(found[0].day) if found else head.start), tuple(found)


def _spans(start: Moment, end: Moment | None) -> Iterator[tuple[Moment, bool]]:
    """The boundaries known only within a span, and whether each is the last day."""
    for each, is_last in ((start, False), (end, True)):
        if each is not None and not each.is_known:
            yield each, is_last


def _lasting(part: Part) -> Lasting:
    """The period as written, with the days that were chosen."""
    edition = part.edition
    assert edition is not None  # each of the editions of an anatomy has one
    return with_chosen(Lasting(edition.start, edition.end, edition.span), part.chosen)


def _gap(of: written.NotInForce) -> Lasting:
    return Lasting(of.start, of.end, of.span)
