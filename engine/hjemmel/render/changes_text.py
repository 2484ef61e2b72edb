"""What differs between two days in one case, as a page of text.

A cause is told once, and below it stand the norms that it made another.
"""

from collections.abc import Iterator, Sequence

from hjemmel.compare.changes import Change, Comparison
from hjemmel.render.change_words import answers, causes
from hjemmel.render.lines import Line, Segment, paragraph, wrapped
from hjemmel.render.verdict_text import citation, role_of
from hjemmel.source.days import day_in_words
from hjemmel.words.outcomes import called

EDITION, DAY = "Ordlyden er en annen", "Dagen er en annen"
_IDLE = "Ordlyden er en annen, men normen er ikke aktuell noen av dagene"
_TOLD = "det som mangler i {0} av dem, er det nå en annen som kan gi"


def changes_page(headings: Sequence[str], found: Comparison, width: int) -> list[Line]:
    """The page: «type · title · day og day», then each cause with its norms, then the rest."""
    first, second = map(day_in_words, found.days)
    title = " · ".join([*filter(None, headings), f"{first} og {second}"])
    lines = list(_item(title, "heading", 0, width))
    asked = [each for each in found.edition if each.is_asked]
    idle = [each for each in found.edition if not each.is_asked]
    lines += _section(EDITION, asked, width)
    lines += _section(DAY, found.day, width)
    lines += _unraised(idle, width)
    return [*lines, (), *_item(rest(found), "muted", 0, width)]


def rest(found: Comparison) -> str:
    """«Uendret: 103 normer», and in how many of them somebody else is now to be asked."""
    text = f"Uendret: {counted(len(found.same))}"
    others = sum(each.is_told_by_another for each in found.same)
    return f"{text}; {_TOLD.format(others)}" if others else text


def counted(norms: int) -> str:
    """«ingen normer», «1 norm», «9 normer»."""
    return f"{norms or 'ingen'} {'norm' if norms == 1 else 'normer'}"


def _section(title: str, changes: Sequence[Change], width: int) -> Iterator[Line]:
    yield ()
    yield from _item(f"{title}: {counted(len(changes))}", "heading", 0, width)
    for told, group in _by_cause(changes).items():
        yield from ((), *_causes(told, width))
        for each in group:
            yield from _norm(each, width)


def _by_cause(changes: Sequence[Change]) -> dict[tuple[str, ...], list[Change]]:
    """The norms under their causes, both in the order of the law."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for each in changes:
        found.setdefault(causes(each), []).append(each)
    return found


def _norm(change: Change, width: int) -> Iterator[Line]:
    norm, cited = change.norm, citation(change.after)
    yield from _item(f"{norm.id} · {called(norm)} · {cited}", "norm", 4, width)
    yield from _item(answers(change), role_of(change.after), 6, width)


def _unraised(changes: Sequence[Change], width: int) -> Iterator[Line]:
    """Norms with another edition that the case raises on none of the days, by cause."""
    if not changes:
        return
    yield ()
    yield from _item(f"{_IDLE}: {counted(len(changes))}", "heading", 0, width)
    for told, group in _by_cause(changes).items():
        yield from ((), *_causes(told, width))
        for each in group:
            text = f"{each.norm.id} · {called(each.norm)} · {citation(each.after)}"
            yield from _item(text, "muted", 4, width)


def _causes(told: Sequence[str], width: int) -> Iterator[Line]:
    for each in told:
        yield from paragraph(Segment(each, "value"), width, 2)


def _item(text: str, role: str, indent: int, width: int) -> Iterator[Line]:
    for part in wrapped(text, width - indent):
        yield (Segment(" " * indent), Segment(part, role))
