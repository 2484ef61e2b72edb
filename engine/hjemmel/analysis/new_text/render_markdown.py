"""The work that a new text gives, as Markdown: a list to tick off, for a comment or a case file."""

import re
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
from hjemmel.analysis.new_text.work import Task, Work
from hjemmel.source.shown import shown
from hjemmel.traceability.editions.words import Piece

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AROUND = {"-": "~~", "+": "**", " ": ""}


def render(told: Told) -> str:
    """What was read, how much differs, and the work in order."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Told) -> Iterator[str]:
    yield f"# Ny tekst: {_plain(told.name)}"
    yield ""
    yield f"{_plain(read_as(told))} {_plain(counted(told.edition))}."
    for each in (*told.edition.notes, *outside_words(told.edition)):
        yield f"- merk: {_plain(each)}"
    if said := unknown(told):
        yield ""
        yield _plain(said)
    last: Work | None = None
    for number, task in enumerate(told.tasks, 1):
        if task.work is not last:
            last = task.work
            yield from ("", f"## {HEADINGS[last]}", "", f"{_plain(ADVICE[last].capitalize())}.", "")
        yield from _task(number, task)
    if not told.edition.differs:
        yield from ("", "Ingenting er endret.")


def _task(number: int, task: Task) -> Iterator[str]:
    change = task.change
    if task.work is Work.PLACE:
        yield f"- [ ] {number}. {_plain('; '.join(stretch_words(task)))}"
    else:
        text = change.now.text if change.now else change.before or ""
        words = _marked(task.pieces) if task.pieces else _plain(text)
        yield f"- [ ] {number}. **{_plain(named(change))}**" + (f": {words}" if words else "")
    if said := reference(task) or doubt(change):
        yield f"    - {_plain(said)}"
    yield from (f"    - norm: {_plain(norm_words(each))}" for each in task.norms)
    yield from (f"    - ved siden av: {_plain(norm_words(each))}" for each in task.beside)
    if task.cases:
        yield f"    - saker: {_plain(case_words(task.cases))}"


def _marked(pieces: tuple[Piece, ...]) -> str:
    """The words, those gone struck out and those that have come in bold."""
    return "".join(_one(each) for each in pieces)


def _one(of: Piece) -> str:
    text = _plain(of.text)
    sign = _AROUND[of.sign]
    bare = text.strip()
    return text.replace(bare, f"{sign}{bare}{sign}", 1) if bare and sign else text


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", shown(text))
