"""What differs between two days in many cases: how many for each norm."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from hjemmel.compare.changes import Comparison
from hjemmel.core.program import Norm, Program
from hjemmel.render.changes_text import counted
from hjemmel.render.lines import GAP, Line, Segment, paragraph, row, wrapped
from hjemmel.render.verdict_text import provision
from hjemmel.source.days import day_in_words
from hjemmel.words.outcomes import called

_HEADS = ("ordlyd", "uakt.", "dag", "nytt svar")
_LEGEND = (
    "Tallene er saker. ordlyd: ordlyden er en annen · uakt.: det samme, men normen er ikke aktuell"
    " i saken noen av dagene · dag: bare dagen er en annen · nytt svar: verdiktet er et annet."
    " Grunnen står i hver sak: skriv --norm ID."
)
Counts = dict[str, Counter[str]]


def counts_page(program: Program, found: Sequence[Comparison], width: int) -> list[Line]:
    """The page: a line for each norm that differs in some case, and how many do in none."""
    first, second = map(day_in_words, found[0].days)
    title = f"{program.name} · {len(found)} saker · {first} og {second}"
    lines: list[Line] = [(Segment(part, "heading"),) for part in wrapped(title, width)]
    counts = _counts(found)
    differ = [each for each in program.norms if each.id in counts]
    lines += [(), *_table(differ, counts, width)]
    lines += paragraph(Segment(_LEGEND, "muted"), width, 2)
    same = {each.norm.id for case in found for each in case.same} - set(counts)
    return [*lines, (), (Segment(f"Uendret i alle sakene: {counted(len(same))}", "muted"),)]


def _counts(found: Sequence[Comparison]) -> Counts:
    counts: Counts = {}
    for case in found:
        for each in case.edition:
            kind = "ordlyd" if each.is_asked else "uakt."
            counts.setdefault(each.norm.id, Counter())[kind] += 1
        for each in case.day:
            counts.setdefault(each.norm.id, Counter())["dag"] += 1
        for each in (*case.edition, *case.day):
            counts[each.norm.id]["nytt svar"] += each.is_turned
    return counts


def _table(norms: Sequence[Norm], counts: Counts, width: int) -> Iterator[Line]:
    room = width - sum(len(each) + len(GAP) for each in _HEADS)
    names = [called(each) for each in norms]
    columns = [min(max(map(len, names), default=4), max(room, 12)), *map(len, _HEADS)]
    yield from row([Segment(each, "heading") for each in ("norm", *_HEADS)], columns)
    for place, group in groupby(norms, key=provision):
        yield (Segment(place, "heading"),)
        for norm in group:
            numbers = [_number(counts[norm.id][head], len(head)) for head in _HEADS]
            yield from row([Segment(called(norm), "norm"), *numbers], columns)


def _number(count: int, width: int) -> Segment:
    return Segment((str(count) if count else "–").rjust(width), "" if count else "muted")
