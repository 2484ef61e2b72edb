"""What somebody has said that the columns and sheets of a table mean: a file of its own.

It has a line for each column: the sheet, the heading, and the fact that it is read as, or «-» where
it is not to be read. A line without a heading says what a whole sheet is read as.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from attrs import frozen

from hjemmel.facts.csv_text import MARK
from hjemmel.facts.names import folded, quoted

SHEET, HEADING, MEANING, WHY = "ark", "kolonne", "leses som", "hvorfor"
COLUMNS = (SHEET, HEADING, MEANING, WHY)
NOT_READ = "-"
_NOT_READ = (NOT_READ, "–", "ikke lest", "leses ikke")


@frozen
class Line:
    """One line: what is said of a column, or of a sheet. Blank means that it says nothing."""

    number: int
    sheet: str
    heading: str
    meaning: str

    @property
    def is_ignored(self) -> bool:
        """Whether it is said that this is not to be read."""
        return folded(self.meaning) in _NOT_READ


@frozen
class Translation:
    """The lines of such a file, and what it is called in messages."""

    name: str = ""
    lines: tuple[Line, ...] = ()

    def column(self, sheet: str | None, heading: str, letters: str) -> Line | None:
        """What is said of a column by its heading, or by its place: «kolonne C»."""
        wanted = {folded(heading), folded(f"{HEADING} {letters}")} - {""}
        return self._found(each for each in self._of(sheet) if folded(each.heading) in wanted)

    def sheet(self, name: str) -> Line | None:
        """What is said of a whole sheet."""
        return self._found(each for each in self._of(name) if each.sheet and not each.heading)

    def where(self, line: Line) -> str:
        """Where a line stands, in words."""
        return f"{self.name}, linje {line.number}"

    def _of(self, sheet: str | None) -> Iterator[Line]:
        """The lines of a sheet, and those of any; those of its own come first."""
        name = folded(sheet or "")
        if name:
            yield from (each for each in self.lines if folded(each.sheet) == name)
        yield from (each for each in self.lines if not each.sheet or sheet is None)

    @staticmethod
    def _found(lines: Iterator[Line]) -> Line | None:
        return next((each for each in lines if each.meaning), None)


NOTHING_SAID = Translation()


@frozen
class Misread:
    """Why a file is no such file."""

    reason: str
    help: str


_MADE = "«ntr skjema --oversett ARK --ut FIL» lager et forslag å rette i"


def parse_translation(name: str, data: bytes) -> Translation | Misread:
    """The lines, with tabs or semicolons between, as a spreadsheet writes them."""
    try:
        text = data.decode().removeprefix(MARK)
    except UnicodeDecodeError:
        return Misread("filen er ikke lagret som UTF-8", "lagre den som «CSV UTF-8» eller tekst")
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        numbered = [(rows.line_num, [each.strip() for each in row]) for row in rows]
    except csv.Error:
        return Misread("et anførselstegn mangler en slutt", _MADE)
    names = [folded(each) for each in numbered[0][1]] if numbered else []
    if HEADING not in names or MEANING not in names:
        reason = f"første linje må være {quoted(HEADING)} og {quoted(MEANING)}, og gjerne «ark»"
        return Misread(reason, _MADE)
    lines = [_line(number, dict(zip(names, row, strict=False))) for number, row in numbered[1:]]
    kept = tuple(each for each in lines if each.sheet or each.heading)
    return _twice(kept) or Translation(name, kept)


def _line(number: int, cells: dict[str, str]) -> Line:
    return Line(number, cells.get(SHEET, ""), cells.get(HEADING, ""), cells.get(MEANING, ""))


def _twice(lines: tuple[Line, ...]) -> Misread | None:
    """Which of two lines is meant, nobody knows."""
    seen: dict[tuple[str, str], Line] = {}
    for each in lines:
        other = seen.setdefault((folded(each.sheet), folded(each.heading)), each)
        if other is not each and folded(other.meaning) != folded(each.meaning):
            reason = f"linje {other.number} og {each.number} sier ulike ting om samme kolonne"
            return Misread(reason, "behold den ene")
    return None
