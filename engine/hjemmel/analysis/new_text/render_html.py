"""The work that a new text gives, as a page that stands alone: no scripts, nothing fetched."""

from collections.abc import Iterator
from itertools import groupby

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
from hjemmel.render.html_style import STYLE
from hjemmel.source.shown import html_text as escape
from hjemmel.traceability.editions.words import Piece

_MORE_STYLE = """\
del { color: var(--broken); } ins { color: var(--met); font-weight: 600; text-decoration: none; }
.words { font-size: 1.05rem; }
"""
_TAGS = {"-": "del", "+": "ins"}


def render(told: Told) -> str:
    """What was read, how much differs, and the work in order."""
    return "\n".join((*_head(told), *_body(told), "</main>\n</body>\n</html>")) + "\n"


def _head(told: Told) -> Iterator[str]:
    title = f"Ny tekst: {escape(told.name)}"
    yield '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{STYLE}{_MORE_STYLE}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{title}</h1>\n<p>{escape(read_as(told))}</p>"
    yield f"<p><strong>{escape(counted(told.edition))}</strong></p>\n</header>\n<main>"


def _body(told: Told) -> Iterator[str]:
    if said := unknown(told):
        yield f"<p>{escape(said)}</p>"
    if not told.edition.differs:
        yield "<p>Ingenting er endret.</p>"
    numbered = enumerate(told.tasks, 1)
    for work, group in groupby(numbered, key=lambda each: each[1].work):
        yield f'<section>\n<h2>{escape(HEADINGS[work])}</h2>\n<p class="muted">'
        yield f"{escape(ADVICE[work].capitalize())}.</p>"
        for number, task in group:
            yield from _task(number, task)
        yield "</section>"
    beside = (*told.edition.notes, *outside_words(told.edition))
    if beside:
        items = "".join(f"<li>{escape(each)}</li>" for each in beside)
        yield f"<section>\n<h2>Ikke holdt mot noe</h2>\n<ul>{items}</ul>\n</section>"


def _task(number: int, task: Task) -> Iterator[str]:
    change = task.change
    yield '<article class="verdict">'
    if task.work is Work.PLACE:
        yield f"<h3>{number}. {escape(', '.join(each.old for each in task.changes))}</h3>"
        yield from (f"<p>{escape(each)}</p>" for each in stretch_words(task))
    else:
        yield f"<h3>{number}. {escape(named(change))}</h3>"
        text = change.now.text if change.now else change.before or ""
        words = _marked(task.pieces) if task.pieces else escape(text)
        yield f'<p class="words">{words}</p>' if words else ""
    if said := reference(task) or doubt(change):
        yield f'<p class="muted">{escape(said)}</p>'
    norms = [
        *(("", each) for each in task.norms),
        *(("ved siden av: ", each) for each in task.beside),
    ]
    if norms:
        items = "".join(f"<li>{lead}{escape(norm_words(each))}</li>" for lead, each in norms)
        yield f"<ul>{items}</ul>"
    if task.cases:
        yield f'<p class="muted">Saker: {escape(case_words(task.cases))}</p>'
    yield "</article>"


def _marked(pieces: tuple[Piece, ...]) -> str:
    """The words, those gone and those that have come told apart for eye and ear."""
    return "".join(_one(each) for each in pieces)


def _one(of: Piece) -> str:
    tag = _TAGS.get(of.sign)
    text = escape(of.text)
    return f"<{tag}>{text}</{tag}>" if tag else text
