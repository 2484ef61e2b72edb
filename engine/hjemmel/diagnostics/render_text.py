"""Diagnostics for people: the message, the line with the word underlined, and what to do."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.span import Span


def render(diagnostic: Diagnostic, source_lines: Sequence[str]) -> str:
    """One diagnostic. `source_lines` are the lines of the file that it is about."""
    span = diagnostic.span
    shown = [span, *(each.span for each in diagnostic.notes if each.span.file == span.file)]
    width = max(len(str(each.line)) for each in shown)
    return "\n".join(_parts(diagnostic, source_lines, " " * width))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are: «3 feil, 1 advarsel»."""
    found = [each.severity for each in diagnostics]
    errors, warnings = (found.count(kind) for kind in (Severity.ERROR, Severity.WARNING))
    counted = [f"{errors} feil"] if errors else []
    if warnings:
        counted.append(f"{warnings} advarsel" if warnings == 1 else f"{warnings} advarsler")
    return ", ".join(counted) or "ingen feil"


def _parts(of: Diagnostic, source_lines: Sequence[str], gutter: str) -> Iterator[str]:
    yield f"{of.severity.value}[{of.code}]: {of.message}"
    if of.span.line:
        yield f"{gutter} ┌─ {of.span}   {of.place}".rstrip()
    elif of.span.file:
        yield f"{gutter} ┌─ {of.span.file}   {of.place}".rstrip()
    yield from _excerpt(of.span, of.label, "^", source_lines, gutter)
    for note in of.notes:
        if note.span.file == of.span.file:
            yield from _excerpt(note.span, note.text, "-", source_lines, gutter)
        else:
            yield f"{gutter} = {note.span}: {note.text}"
    if of.help:
        yield f"{gutter} = hjelp: " + of.help.replace("\n", f"\n{gutter}          ")


def _excerpt(
    span: Span, label: str, mark: str, source_lines: Sequence[str], gutter: str
) -> Iterator[str]:
    """The line with the place underlined; nothing where the place is no line of the file."""
    if not 1 <= span.line <= len(source_lines):
        return
    line = _visible(source_lines[span.line - 1])
    before, marked = line[: span.column - 1], line[span.column - 1 : span.end - 1]
    missing = max(span.column - 1 - len(line), 0)
    underline = " " * (_width(before) + missing) + mark * max(_width(marked), 1)
    yield f"{span.line:>{len(gutter)}} │ {line.rstrip()}"
    yield f"{gutter} │ {underline} {label}".rstrip()


def _visible(line: str) -> str:
    """A line as a terminal can show it, each character still in its column."""
    return "".join(" " if char == "\t" else char if _is_shown(char) else "�" for char in line)


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs")


def _width(text: str) -> int:
    """How many places a text takes on a terminal."""
    return sum(_places(char) for char in text)


def _places(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
