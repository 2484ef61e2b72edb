"""One case as a page of text: a line for each norm that it raises, grouped by provision."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hjemmel.case.observation import Observation
from hjemmel.core.effect import is_finding
from hjemmel.core.program import Norm, Program
from hjemmel.core.types import Enumerated
from hjemmel.explain.verdict import Verdict
from hjemmel.render.lines import Line, Segment, row, widths, wrapped
from hjemmel.render.marks import Numbers, numbered
from hjemmel.render.summary import line
from hjemmel.render.unasked import UNASKED, unasked
from hjemmel.source.days import day_in_words
from hjemmel.source.provisions import provision_in
from hjemmel.words.emphasis import emphasised, role
from hjemmel.words.outcomes import called
from hjemmel.words.values import shown

MARK = "◀ avgjørende"
_SHARES = (0.24, 0.24, 0.16)
ROOM_FOR_COLUMNS = 72


def case_page(
    headings: Sequence[str], day: date, verdicts: Sequence[Verdict], width: int
) -> list[Line]:
    """The page: «type · title · per dato», then every verdict with its reason in one line.

    Norms that the case does not raise come after them, together for each reason; last the notes
    that the marks in the lines refer to.
    """
    title = " · ".join([*filter(None, headings), f"per {day_in_words(day)}"])
    lines: list[Line] = [(Segment(part, "heading"),) for part in wrapped(title, width)]
    raised = [each for each in verdicts if each.outcome not in UNASKED]
    numbers = numbered((*raised, *(each for each in verdicts if each.outcome in UNASKED)))
    rows = [_cells(each, numbers) for each in raised]
    columns = widths(rows, width, _SHARES)
    pairs = zip(raised, rows, strict=True)
    for _, group in groupby(pairs, key=lambda pair: provision(pair[0].norm)):
        lines.append(())
        for _, cells in group:
            lines += _stacked(cells, width) if width < ROOM_FOR_COLUMNS else row(cells, columns)
    return [*lines, *unasked(verdicts, provision, numbers, width), *_notes(numbers, width)]


def headings(program: Program, observation: Observation, title: str) -> tuple[str, ...]:
    """What a page is headed with: the case's kind, if it has one, and its title."""
    kind = next(_kinds(program, observation), "")
    return tuple(filter(None, (kind[:1].upper() + kind[1:], title)))


def provision(norm: Norm) -> str:
    """The provision a norm stands under: «§ 4-2», «veilederen pkt. 4.1»."""
    return provision_in(norm.place)


def role_of(verdict: Verdict) -> str:
    """What the word of a verdict is, to whoever colours it."""
    return role(verdict.outcome, verdict.effect)


def citation(verdict: Verdict) -> str:
    """The first citation, short, as a table has room for."""
    place = verdict.norm.place
    return verdict.citations[0].within(place) if verdict.citations else place


def _notes(numbers: Numbers, width: int) -> Iterator[Line]:
    """Each note once, by its number."""
    if numbers:
        yield from ((), (Segment("Merker", "heading"),))
    for mark, number in numbers.items():
        start = f"  [{number}] "
        first, *rest = wrapped(mark.full, width - len(start))
        yield (Segment(start, "muted"), Segment(first))
        yield from ((Segment(" " * len(start)), Segment(part)) for part in rest)


def _cells(verdict: Verdict, numbers: Numbers) -> tuple[Segment, ...]:
    told = line(verdict, numbers)
    if is_finding(verdict.effect):
        told = f"{told} {MARK}"
    return (
        Segment(citation(verdict), "citation"),
        Segment(called(verdict.norm), "norm"),
        Segment(emphasised(verdict.word, verdict.effect), role_of(verdict)),
        Segment(told, "value"),
    )


def _stacked(cells: tuple[Segment, ...], width: int) -> Iterator[Line]:
    """One verdict where columns would be too narrow: the reason below the norm and its word."""
    cited, norm, word, told = cells
    for part in wrapped(f"{norm.text} ({cited.text})", width):
        yield (Segment(part, norm.role),)
    yield (Segment("    "), word)
    for part in wrapped(told.text, width - 4):
        yield (Segment("    "), Segment(part, told.role))


def _kinds(program: Program, observation: Observation) -> Iterator[str]:
    for record in program.schema.records:
        seen = observation.view.get(record.key)
        for each in record.fields:
            if seen and isinstance(each.type, Enumerated) and seen.get(each.key):
                yield shown(seen[each.key], each.type)
