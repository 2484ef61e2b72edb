"""A portfolio as text: a line for each case, counts by provision, and what is missing most."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from hjemmel.core.outcome import Outcome
from hjemmel.explain.lines import Line, Segment, paragraph, row, wrapped
from hjemmel.explain.portfolio import COUNTED, Gap, NormCount, Portfolio
from hjemmel.explain.render_text import provision
from hjemmel.explain.values import day_in_words

_HEADS = ("brutt", "frav.", "ikke", "nekt.", "uavk.")
_ROLES = ("broken", "departed", "broken", "undecided", "undecided")
_OUTCOMES = ("ja", "nei", "uavkl.", "ikke akt.", "ingen r.")
_LEGEND = (
    "ja: oppfylt, åpen, gjelder … · nei: brutt, fraveket, nektet … · uavkl.: uavklart"
    " · ikke akt.: ikke aktuell · ingen r.: ingen regel i kraft"
)
_FIRST_GAPS = 20


def page(name: str, day: date, found: Portfolio, width: int) -> list[Line]:
    """The whole page, headed with the rulebook's name and the day."""
    count = len(found.cases)
    title = f"{name} · {count} {'sak' if count == 1 else 'saker'} · per {day_in_words(day)}"
    lines: list[Line] = [(Segment(part, "heading"),) for part in wrapped(title, width)]
    lines += [(), *_cases(found, width)]
    return [*lines, *_norms(found.norms, width), *_gaps(found.gaps, width)]


def _cases(found: Portfolio, width: int) -> list[Line]:
    widths = _numbered([case.title or case.id for case in found.cases], _HEADS, width * 3 // 4)
    widths.append(max(width - sum(widths) - 2 * len(widths), 12))
    lines = row([Segment(text, "heading") for text in ("sak", *_HEADS, "først")], widths)
    for case in found.cases:
        cells = [Segment(case.title or case.id, "norm")]
        for word, head, role in zip(COUNTED, _HEADS, _ROLES, strict=True):
            cells.append(_number(case.counts[word], len(head), role))
        lines += row([*cells, Segment(case.first, "value")], widths)
    legend = "frav.: fraveket · ikke: vilkår ikke oppfylt · nekt.: nektet · uavk.: uavklart"
    return [*lines, *paragraph(Segment(legend, "muted"), width, 2)]


def _norms(norms: Sequence[NormCount], width: int) -> list[Line]:
    cited = min(max((len(each.citation) for each in norms), default=0), width // 4)
    names = [each.norm.title for each in norms]
    widths = [cited, *_numbered(names, _OUTCOMES, width - cited - 2)]
    lines: list[Line] = [(), (Segment("Etter bestemmelse", "heading"),)]
    lines += row([Segment(text, "heading") for text in ("hjemmel", "norm", *_OUTCOMES)], widths)
    for place, group in groupby(norms, key=lambda each: provision(each.norm)):
        lines.append((Segment(place, "heading"),))
        for each in group:
            numbers = [
                _number(each.counts[outcome], len(head), "")
                for outcome, head in zip(Outcome, _OUTCOMES, strict=True)
            ]
            start = [Segment(each.citation, "citation"), Segment(each.norm.title, "norm")]
            lines += row([*start, *numbers], widths)
    return [*lines, *paragraph(Segment(_LEGEND, "muted"), width, 2)]


def _gaps(gaps: Sequence[Gap], width: int) -> list[Line]:
    if not gaps:
        return []
    lines: list[Line] = [(), (Segment("Det som oftest mangler", "heading"),)]
    for gap in gaps[:_FIRST_GAPS]:
        holder = f" (hos {gap.holder})" if gap.holder else ""
        cases = f"{gap.cases} {'sak' if gap.cases == 1 else 'saker'}"
        lines += paragraph(Segment(f"{cases}: {gap.kind}, {gap.name}{holder}"), width, 2)
    rest = len(gaps) - _FIRST_GAPS
    if rest > 0:
        lines.append((Segment(f"… og {rest} til", "muted"),))
    return lines


def _numbered(names: Sequence[str], heads: Sequence[str], width: int) -> list[int]:
    """A column for names and one for each number, within the width."""
    numbers = [len(head) for head in heads]
    room = width - sum(numbers) - 2 * len(numbers)
    return [min(max(map(len, names), default=0), max(room, 12)), *numbers]


def _number(count: int, width: int, role: str) -> Segment:
    return Segment(str(count).rjust(width), role) if count else Segment("–".rjust(width), "muted")
