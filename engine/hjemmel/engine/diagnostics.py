"""What is found of a rule file, as data that does not change."""

from collections.abc import Callable, Iterable

from attrs import field, frozen

from hjemmel.diagnostics import diagnostic as inner
from hjemmel.diagnostics.diagnostic import Severity
from hjemmel.source.columns import column_in_file
from hjemmel.source.source import Source
from hjemmel.source.span import Span


@frozen(order=True)
class Range:
    """A stretch of a file. Lines and columns count from 1; `end_column` is one past the last.

    Columns count the characters of the line as it stands in the file (a byte order mark at its
    beginning is none). What is about no place, as a rule file that is missing, has line 0.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    def in_utf16(self, text: str) -> "Range":
        """The same with columns in UTF-16 units from 1, as editors count; `text` is the file's.

        The language server protocol counts from 0: take one from each number.
        """
        lines = text.removeprefix("\ufeff").split("\n")
        start = _units(lines, self.start_line, self.start_column)
        end = _units(lines, self.end_line, self.end_column)
        return Range(self.start_line, start, self.end_line, end)


def _units(lines: list[str], line: int, column: int) -> int:
    if not 1 <= line <= len(lines):
        return column
    before = lines[line - 1][: column - 1]
    return column + sum(ord(each) > 0xFFFF for each in before)


@frozen
class Note:
    """Another place that has to do with it."""

    message: str
    file: str
    range: Range


@frozen
class Fix:
    """A change of the file that does what the help says: put `text` in the place of a range."""

    title: str
    range: Range
    text: str


@frozen
class Diagnostic:
    """One thing found. `label` is about the words at the range, `place` where in the law it is.

    `fixes` are those ways to mend it that need no judgement; most have none.
    """

    code: str
    severity: Severity
    message: str
    label: str
    help: str
    file: str
    range: Range
    place: str = ""
    notes: tuple[Note, ...] = ()
    fixes: tuple[Fix, ...] = field(default=())

    @property
    def is_error(self) -> bool:
        """Whether the rulebook cannot be used before it is mended."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        at = f"{self.file}:{self.range.start_line}:{self.range.start_column}: " if self.file else ""
        return f"{at}{self.code}: {self.message}"


def diagnostics_of(found: Iterable[inner.Diagnostic]) -> tuple[Diagnostic, ...]:
    """What the phases found, for those outside."""
    return tuple(map(_diagnostic, found))


def range_of(span: Span) -> Range:
    """The range of a span, which never crosses a line."""
    return Range(span.line, span.column, span.line, span.end)


def ranges(source: Source) -> Callable[[Span], Range]:
    """From stretches of a text as it is read to ranges of its file: many of them at once."""
    if source.raw == source.text:
        return range_of
    lines = source.raw_lines

    def in_file(span: Span) -> Range:
        if not 1 <= span.line <= len(lines):
            return range_of(span)
        line = lines[span.line - 1]
        columns = (column_in_file(line, each) for each in (span.column, span.end))
        return range_of(Span(span.file, span.line, *columns))

    return in_file


def _title(of: inner.Diagnostic) -> str:
    return f"skriv {of.replacement}"


def _diagnostic(of: inner.Diagnostic) -> Diagnostic:
    return Diagnostic(
        of.code,
        of.severity,
        of.message,
        of.label,
        of.help,
        of.span.file,
        range_of(of.span),
        of.place,
        tuple(Note(each.text, each.span.file, range_of(each.span)) for each in of.notes),
        (Fix(_title(of), range_of(of.span), of.replacement),) if of.replacement else (),
    )
