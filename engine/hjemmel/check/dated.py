"""The days of a norm's wordings, with those that the rulebook chose and those without any rule."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check import problems_structure, problems_wordings
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.periods import Lasting, check_periods, pieces
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.moment import Moment, moment, moment_in_words
from hjemmel.syntax import lines as written


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
        yield from _odd_choices(part)
    lasting = [each for found in periods(anatomy) for each in found]
    outside = [each for each in anatomy.gaps if _is_outside(_gap(each), lasting)]
    for each in outside:
        because = "ingen ordlyd er i kraft da uansett"
        help = "rett dagene, eller skriv ordlyden som gjelder før og etter"
        yield problems_structure.idle_line("ikke i kraft", because, help, each.span)
    inside = [_gap(each) for each in anatomy.gaps if each not in outside]
    yield from check_periods([*lasting, *inside])


def _is_outside(gap: Lasting, lasting: list[Lasting]) -> bool:
    """Whether a gap lies before all that is in force, or after it."""
    ends = [each.end for each in lasting]
    last = None if None in ends else max(each.last for each in ends if each)
    is_before = gap.start.first < min(each.start.first for each in lasting)
    return is_before or (last is not None and gap.start.first > last)


def taken(part: Part) -> Iterator[Taken]:
    """The days that were chosen for the boundaries of a wording."""
    for line in part.chosen:
        for boundary, is_last in _spans(part):
            if boundary.may_be(line.day):
                yield Taken(line, boundary, is_last)
                break


def _spans(part: Part) -> Iterator[tuple[Moment, bool]]:
    """The boundaries known only within a span, and whether each is the last day."""
    assert part.edition is not None  # each of the editions of an anatomy has one
    for each, is_last in ((part.edition.start, False), (part.edition.end, True)):
        if each is not None and not each.is_known:
            yield each, is_last


def _odd_choices(part: Part) -> Iterator[Diagnostic]:
    """A day outside every span, and a second day for one."""
    used = [each.line for each in taken(part)]
    for line in part.chosen:
        if line not in used:
            spans = [moment_in_words(each) for each, _ in _spans(part)]
            yield problems_wordings.outside_the_span(" eller ".join(spans), line.span)
    seen: dict[bool, written.ChosenDay] = {}
    for each in taken(part):
        if each.is_last in seen:
            yield problems_wordings.chosen_twice(each.line.span, seen[each.is_last].span)
        seen.setdefault(each.is_last, each.line)


def _lasting(part: Part) -> Lasting:
    """The period as written, with the days that were chosen."""
    edition = part.edition
    assert edition is not None  # each of the editions of an anatomy has one
    days = {each.is_last: moment(each.line.day) for each in taken(part)}
    start = days.get(False) or edition.start
    return Lasting(start, days.get(True) or edition.end, edition.span)


def _gap(of: written.NotInForce) -> Lasting:
    return Lasting(of.start, of.end, of.span)
