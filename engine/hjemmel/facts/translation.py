"""What somebody has said that the columns and sheets of a table mean.

There is a line for each column: the sheet, the heading, and the fact that it is read as, or «-»
where it is not to be read. A line without a heading says what a whole sheet is read as.
"""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.facts.names import folded

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
