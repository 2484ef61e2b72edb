"""The work that a new text gives, as text."""

from collections.abc import Iterator

from hjemmel.analysis.new_text.told import (
    ADVICE,
    HEADINGS,
    Told,
    case_words,
    counted,
    doubt,
    named,
    norm_words,
    outside_words,
    read_as,
    reference,
    stretch_words,
    unknown,
)
from hjemmel.analysis.new_text.work import Task, Touched, Work
from hjemmel.render.lines import Line, Segment, paragraph
from hjemmel.traceability.editions.words import Piece

_INDENT = 5
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}"), " ": ("", "")}


def text(told: Told, width: int) -> Iterator[Line]:
    """What was read, how much differs, and the work in order."""
    yield from paragraph(Segment(read_as(told)), width, 0)
    yield from paragraph(Segment(counted(told.edition)), width, 0)
    for each in told.edition.notes:
        yield from paragraph(Segment(f"merk: {each}", "muted"), width, 2)
    if told.edition.outside:
        yield (Segment("Ikke holdt mot noe:", "muted"),)
        for each in outside_words(told.edition):
            yield from _indented(each, width, 2, "muted")
    if told.edition.absent:
        yield from paragraph(Segment(_absent(told)), width, 2)
    if said := unknown(told):
        yield ()
        yield from paragraph(Segment(said), width, 0)
    if any(each.pieces for each in told.tasks):
        yield ()
        yield (Segment("[-…-] er ord som er borte, {+…+} er ord som er nye.", "muted"),)
    yield from _tasks(told, width)
    yield ()
    yield (Segment(_end(told)),)


def _absent(told: Told) -> str:
    return f"Står ikke i teksten i det hele tatt: {', '.join(told.edition.absent)}."


def _end(told: Told) -> str:
    if not told.edition.differs:
        return "Ingenting er endret."
    count = len(told.tasks)
    return f"{count} {'oppgave' if count == 1 else 'oppgaver'}."


def _tasks(told: Told, width: int) -> Iterator[Line]:
    last: Work | None = None
    for number, task in enumerate(told.tasks, 1):
        if task.work is not last:
            last = task.work
            yield ()
            yield (Segment(HEADINGS[last], "heading"),)
            yield from _indented(f"= {ADVICE[last]}", width, 2, "muted")
        yield from _task(number, task, width)


def _task(number: int, task: Task, width: int) -> Iterator[Line]:
    change = task.change
    if task.work is Work.PLACE:
        yield (
            Segment(f"{number:3}. "),
            Segment(", ".join(each.old for each in task.changes), "norm"),
        )
        for each in stretch_words(task):
            yield from _indented(each, width, _INDENT)
    else:
        yield (Segment(f"{number:3}. "), Segment(named(change), "norm"))
        if task.pieces:
            yield from _indented(_marked(task.pieces), width, _INDENT)
        elif change.now is not None:
            yield from _indented(f"«{change.now.text}»", width, _INDENT)
        elif change.before is not None:
            yield from _indented(f"sa: «{change.before}»", width, _INDENT)
    if said := reference(task) or doubt(change):
        yield from _indented(said, width, _INDENT, "muted")
    yield from _about(task, width)


def _about(task: Task, width: int) -> Iterator[Line]:
    yield from _norms("", task.norms, width)
    yield from _norms("ved siden av: ", task.beside, width)
    if task.cases:
        yield from _indented(f"saker: {case_words(task.cases)}", width, _INDENT, "muted")


def _norms(lead: str, norms: tuple[Touched, ...], width: int) -> Iterator[Line]:
    for each in norms:
        yield from _indented(f"→ {lead}{norm_words(each)}", width, _INDENT)


def _marked(pieces: tuple[Piece, ...]) -> str:
    """The words, those gone as [-…-] and those that have come as {+…+}."""
    return "".join(f"{_MARKS[each.sign][0]}{each.text}{_MARKS[each.sign][1]}" for each in pieces)


def _indented(told: str, width: int, indent: int, role: str = "") -> Iterator[Line]:
    for line in paragraph(Segment(told, role), width - indent, 2):
        yield (Segment(" " * indent), *line)
