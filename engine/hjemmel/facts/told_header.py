"""What is told of how a table is read: what stands above it, what is not shown, and what somebody
has said that its columns mean. Nothing is read in silence in a way that nobody could see."""

from collections.abc import Iterator, Sequence

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import IgnoredColumn, Meaning
from hjemmel.facts.faults import Note, Rejected
from hjemmel.facts.grid import Grid, column_letters
from hjemmel.facts.header_row import titles
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import folded, listed, one_line, quoted
from hjemmel.facts.translation import Line
from hjemmel.facts.value_problems import UNKNOWN_KEY


def told_of_header(
    grid: Grid, meanings: Sequence[Meaning], headings: Headings, file: str, sheet: str | None
) -> Iterator[Note]:
    """The notes on a table whose columns are known."""
    yield from titles(grid, file, sheet or "")
    place = sheet or (grid.row(grid.header) if grid.header else "")
    for text in (*_hidden(grid, meanings), *_translated(grid, headings, sheet)):
        yield Note(file, place, text)


def not_read(wrong: Sequence[Rejected], file: str, place: str, called: str) -> Iterator[Note]:
    """What to do where columns are not known, so that no row is read.

    `called` is what the table is called in a command.
    """
    unknown = [each for each in wrong if each.code == UNKNOWN_KEY.code]
    if unknown:
        count = "en kolonne" if len(unknown) == 1 else f"{len(unknown)} kolonner"
        text = (
            f"ingen rader er lest, for {count} er ikke kjent. «ntr skjema --oversett {called} --ut"
        )
        use = (
            "kolonner.tsv» foreslår hva de skal leses som, og «--kolonner kolonner.tsv» bruker det"
        )
        yield Note(file, place, f"{text} {use}")


def _hidden(grid: Grid, meanings: Sequence[Meaning]) -> Iterator[str]:
    """What is read though it is not shown."""
    rows = [each for each in grid.body() if each.number in grid.unseen.rows]
    if rows:
        numbers = ", ".join(str(each.number) for each in rows)
        what = f"rad {numbers} er skjult, og er lest" if len(rows) == 1 else ""
        yield what or f"radene {numbers} er skjult, og er lest"
    body = [each.cells for each in grid.body()] if grid.unseen.columns else []
    filled = {at for cells in body for at, cell in enumerate(cells) if not is_blank(cell)}
    for at in sorted(grid.unseen.columns & filled):
        meaning = meanings[at] if at < len(meanings) else None
        if grid.header is not None and not isinstance(meaning, IgnoredColumn):
            name = one_line(str(grid.header.cells[at]))
            yield f"kolonne {column_letters(at)} ({quoted(name)}) er skjult, og er lest"


def _translated(grid: Grid, headings: Headings, sheet: str | None) -> Iterator[str]:
    """The columns that are read as somebody has said."""
    if grid.header is None or not headings.translation.lines:
        return
    said = [(at, headings.said(each, sheet, at)) for at, each in enumerate(grid.header.cells)]
    used = [(_name(grid, at), line) for at, line in said if line is not None]
    if used:
        yield f"etter {headings.translation.name} {_as_read(used)}"
    yield from _idle(headings, sheet, [line for _, line in used])


def _as_read(used: Sequence[tuple[str, Line]]) -> str:
    read = [
        f"leses {quoted(name)} som {each.meaning}" for name, each in used if not each.is_ignored
    ]
    ignored = [name for name, line in used if line.is_ignored]
    told = [*read, *([f"leses ikke {listed(ignored)}"] if ignored else [])]
    return ", ".join(told)


def _idle(headings: Headings, sheet: str | None, used: Sequence[Line]) -> Iterator[str]:
    """Lines of the sheet that fit none of its columns: a heading may have been changed since."""
    lines = headings.translation.lines
    mine = [each for each in lines if each.heading and folded(each.sheet) == folded(sheet or "")]
    idle = [each for each in mine if each.meaning and each not in used]
    if idle:
        names = listed(each.heading for each in idle)
        yield f"{headings.translation.name} nevner kolonner som ikke er her: {names}"


def _name(grid: Grid, at: int) -> str:
    cell = grid.header.cells[at] if grid.header is not None else None
    is_text = isinstance(cell, str) and not is_blank(cell)
    return one_line(str(cell)) if is_text else f"kolonne {column_letters(at)}"
