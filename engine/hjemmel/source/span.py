"""A stretch of a rule file."""

from attrs import frozen


@frozen(order=True)
class Span:
    """Where something stands: file name, 1-based line and column, and one past the last column.

    A span never crosses a line: diagnostics underline words, and a clause that
    continues on the next line is pointed at by its first part.
    """

    file: str
    line: int
    column: int
    end: int

    @property
    def order(self) -> tuple[str, int, int, int]:
        """What it is sorted by: many times as quick to compare as the span itself."""
        return self.file, self.line, self.column, self.end

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Span("", 0, 0, 0)
