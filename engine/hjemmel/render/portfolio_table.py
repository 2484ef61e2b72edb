"""A portfolio as text: a line for each case, counts by provision, and what is missing most."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from attrs import evolve

from hjemmel.case.observation import Unknown
from hjemmel.core.outcome import Outcome
from hjemmel.explain.missing import with_holder
from hjemmel.render.lines import GAP, Line, Segment, paragraph, row, wrapped
from hjemmel.render.portfolio import (
    COUNTED,
    FIRST,
    BoundCount,
    CaseLine,
    Gap,
    NormCount,
    Portfolio,
    bearers_in_words,
    gravity,
)
from hjemmel.render.verdict_text import ROOM_FOR_COLUMNS, provision
from hjemmel.source.days import day_in_words
from hjemmel.words.outcomes import called
from hjemmel.words.values import listed

_HEADS = {
    "brutt": ("brutt", "broken"),
    "fraveket": ("frav.", "departed"),
    "ikke oppfylt": ("ikke", "broken"),
    "nektet": ("nekt.", "undecided"),
    "uavklart": ("uavk.", "undecided"),
}
_MEANINGS = {"fraveket": "frav.: fraveket", "ikke oppfylt": "ikke: vilkår ikke oppfylt",
             "nektet": "nekt.: nektet", "uavklart": "uavk.: uavklart"}  # fmt: skip
_OUTCOMES = {
    Outcome.MET: "ja",
    Outcome.BROKEN: "nei",
    Outcome.UNDECIDED: "uavk.",
    Outcome.NOT_APPLICABLE: "uakt.",
    Outcome.NO_RULE: "ingen",
}
_OUTCOME_LEGEND = (
    "ja: oppfylt, åpen, gjelder … · nei: brutt, fraveket, nektet … · uavk.: uavklart"
    " · uakt.: ikke aktuell i saken"
)
_NO_RULE_LEGEND = " · ingen: ingen regel i kraft"
_FIRST_GAPS = 20
_ALL = "--format csv --ut verdikter.csv"
MOST_LINES = 500
"""So many cases a page has a line for; more than that nobody reads."""
_ROOM_FOR_FIRST = 36
"""So much of a line the gravest finding needs; with less it has a line of its own."""


def page(name: str, day: date, found: Portfolio, width: int) -> list[Line]:
    """The whole page, headed with the rulebook's name and the day."""
    per = f"per {day_in_words(day)}" if found.is_of_one_day else "per ulike dager"
    about = (name, found.only, _so_many(found.count), per)
    title = " · ".join(filter(None, about))
    lines: list[Line] = [(Segment(part, "heading"),) for part in wrapped(title, width)]
    lines += [(), *_cases(found, width)]
    lines += _bound(found.bound, width)
    return [*lines, *_norms(found.norms, width), *_gaps(found.gaps, width)]


# --- cases -----------------------------------------------------------------------------------


def _cases(found: Portfolio, width: int) -> list[Line]:
    """Gravest first. What is gravest in each stands beside it, or above where that is tight."""
    cases = sorted(found.cases, key=gravity)
    if not found.is_of_one_day:
        cases = list(map(_dated, cases))
    shown = [word for word in COUNTED if found.totals[word]]
    heads = [_HEADS[word][0] for word in shown]
    names = [case.title or case.id for case in cases]
    room = width - max(map(len, names), default=0) - sum(len(each) + len(GAP) for each in heads)
    if room - len(GAP) >= _ROOM_FOR_FIRST:
        widths = _numbered(names, heads, width)
        widths.append(width - sum(widths) - len(GAP) * len(widths))
        lines = row([Segment(text, "heading") for text in ("sak", *heads, FIRST)], widths)
        for case in cases:
            lines += row([*_cells(case, shown), Segment(case.first, "value")], widths)
    else:
        lines = list(_grouped(cases, shown, width))
    lines += _untold(found.count - len(cases), width)
    return [*lines, *paragraph(Segment(_legend(found, shown), "muted"), width, 2)]


def _dated(case: CaseLine) -> CaseLine:
    """The case called by its day too."""
    day = f", per {day_in_words(case.day)}" if case.day else ""
    return evolve(case, title=f"{case.title or case.id}{day}")


def _untold(count: int, width: int) -> list[Line]:
    """How many cases there is no line for, and where they are to be had."""
    if not count:
        return []
    told = f"… og {_so_many(count)} til, ingen av dem mer alvorlig. Alle sammen: {_ALL}"
    return paragraph(Segment(told, "heading"), width, 2)


def _so_many(cases: int) -> str:
    return f"{cases} {'sak' if cases == 1 else 'saker'}"


def _grouped(cases: Sequence[CaseLine], shown: Sequence[str], width: int) -> Iterator[Line]:
    """Cases that stand together share the line of what is gravest, or is missing most."""
    indent = Segment(GAP)
    heads = [_HEADS[word][0] for word in shown]
    names = [case.title or case.id for case in cases]
    widths = _numbered(names, heads, width - len(GAP))
    for line in row([Segment(text, "heading") for text in ("sak", *heads)], widths):
        yield (indent, *line)
    for first, group in groupby(cases, key=lambda case: case.first):
        yield from paragraph(Segment(first or "ingenting å bemerke", "value"), width, 4)
        for case in group:
            for line in row(_cells(case, shown), widths):
                yield (indent, *line)


def _cells(case: CaseLine, shown: Sequence[str]) -> list[Segment]:
    numbers = (_number(case.counts[word], len(_HEADS[word][0]), _HEADS[word][1]) for word in shown)
    return [Segment(case.title or case.id, "norm"), *numbers]


def _legend(found: Portfolio, shown: Sequence[str]) -> str:
    """What the heads mean, and which of them no case has, where all were asked for."""
    meanings = " · ".join(_MEANINGS[word] for word in shown if word in _MEANINGS)
    none = [word for word in COUNTED if word not in shown and not found.only]
    quoted = [f"«{word}»" for word in none]
    absent = f"Ingen sak har svaret {listed(quoted, 'eller')}." if none else ""
    return " ".join(filter(None, (absent, "Det alvorligste står først.", meanings)))


def _below(text: str, width: int) -> Iterator[Line]:
    for part in wrapped(text, width - 4):
        yield (Segment("    "), Segment(part, "value"))


# --- whom it binds ---------------------------------------------------------------------------


def _bound(counts: Sequence[BoundCount], width: int) -> Iterator[Line]:
    """«brutt 2 (forskrift): 1 tjenesten, 1 ansvarlig regionalt helseforetak»."""
    if counts:
        yield from ((), (Segment("Etter hvem plikten ligger på", "heading"),))
    for each in counts:
        yield from paragraph(Segment(bearers_in_words(each)), width, 4)


# --- norms -----------------------------------------------------------------------------------


def _norms(norms: Sequence[NormCount], width: int) -> Iterator[Line]:
    """Counts for each norm that some case raises, and the names of the others."""
    raised = [each for each in norms if any(map(each.counts.__getitem__, list(Outcome)[:3]))]
    yield from ((), (Segment("Etter bestemmelse", "heading"),))
    yield from _counted(raised, width)
    kept = {each.norm.id for each in raised}
    rest = [each for each in norms if each.norm.id not in kept]
    if rest:
        places = groupby(rest, key=lambda each: provision(each.norm))
        told = " · ".join(f"{place}: {', '.join(called(each.norm) for each in group)}"
                          for place, group in places)  # fmt: skip
        yield from paragraph(Segment("Ikke aktuelle i noen sak", "heading"), width, 2)
        yield from _below(told, width)


def _counted(norms: Sequence[NormCount], width: int) -> Iterator[Line]:
    without_rule = any(each.counts[Outcome.NO_RULE] for each in norms)
    longest = max((len(str(n)) for each in norms for n in each.counts.values()), default=0)
    shown = {each: head.rjust(longest) for each, head in _OUTCOMES.items()
             if without_rule or each is not Outcome.NO_RULE}  # fmt: skip
    heads = tuple(shown.values())
    cited = _cited(norms, width)
    room = width - sum(each + len(GAP) for each in cited)
    widths = [*cited, *_numbered([called(each.norm) for each in norms], heads, room)]
    titles = (*("hjemmel" for _ in cited), "norm", *heads)
    yield from row([Segment(text, "heading") for text in titles], widths)
    for place, group in groupby(norms, key=lambda each: provision(each.norm)):
        yield (Segment(place, "heading"),)
        for each in group:
            numbers = [_number(each.counts[which], len(head), "") for which, head in shown.items()]
            start = [Segment(each.citation, "citation") for _ in cited]
            yield from row([*start, Segment(called(each.norm), "norm"), *numbers], widths)
    legend = _OUTCOME_LEGEND + (_NO_RULE_LEGEND if without_rule else "")
    yield from paragraph(Segment(legend, "muted"), width, 2)


def _cited(norms: Sequence[NormCount], width: int) -> tuple[int, ...]:
    """The column of citations; where it is tight there is none, as there are headings."""
    longest = max((len(each.citation) for each in norms), default=0)
    return (min(longest, width * 3 // 10),) if width >= ROOM_FOR_COLUMNS else ()


# --- gaps ------------------------------------------------------------------------------------


def _gaps(gaps: Sequence[Gap], width: int) -> list[Line]:
    if not gaps:
        return []
    lines: list[Line] = [(), (Segment("Det som oftest mangler", "heading"),)]
    for gap in gaps[:_FIRST_GAPS]:
        holder = f" ({with_holder(Unknown(gap.kind), gap.holder)})" if gap.holder else ""
        told = f"{_so_many(gap.cases)}: {gap.kind}{holder}: {gap.name}"
        lines += paragraph(Segment(told), width, 2)
    rest = len(gaps) - _FIRST_GAPS
    if rest > 0:
        lines.append((Segment(f"… og {rest} til", "muted"),))
    return lines


# --- columns ---------------------------------------------------------------------------------


def _numbered(names: Sequence[str], heads: Sequence[str], width: int) -> list[int]:
    """A column for names and one for each number, within the width."""
    numbers = [len(head) for head in heads]
    room = width - sum(numbers) - len(GAP) * len(numbers)
    return [min(max(map(len, names), default=0), max(room, 12)), *numbers]


def _number(count: int, width: int, role: str) -> Segment:
    return Segment(str(count).rjust(width), role) if count else Segment("–".rjust(width), "muted")
