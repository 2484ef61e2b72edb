"""Diagnostics for people: the message, the line with the word underlined, and what to do."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.shown import shown
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
    yield f"{of.severity.value}[{of.code}]: {shown(of.message)}"
    if of.span.line:
        yield f"{gutter} ┌─ {shown(str(of.span))}   {shown(of.place)}".rstrip()
    elif of.span.file:
        yield f"{gutter} ┌─ {shown(of.span.file)}   {shown(of.place)}".rstrip()
    yield from _excerpt(of.span, of.label, "^", source_lines, gutter)
    for note in of.notes:
        if note.span.file == of.span.file:
            yield from _excerpt(note.span, note.text, "-", source_lines, gutter)
        else:
            yield f"{gutter} = {shown(str(note.span))}: {shown(note.text)}"
    if of.help:
        first, *rest = map(shown, of.help.split("\n"))
        yield "\n".join((f"{gutter} = hjelp: {first}", *(f"{gutter}          {e}" for e in rest)))


def _excerpt(
    span: Span, label: str, mark: str, source_lines: Sequence[str], gutter: str
) -> Iterator[str]:
    """The line with the place underlined; nothing where the place is no line of the file."""
    if not 1 <= span.line <= len(source_lines):
        return
    line = source_lines[span.line - 1]
    at, end = span.column - 1, span.end - 1
    before, marked, after = map(_visible, (line[:at], line[at:end], line[end:]))
    missing = max(at - len(line), 0)
    underline = " " * (_width(before) + missing) + mark * max(_width(marked), 1)
    yield f"{span.line:>{len(gutter)}} │ {f'{before}{marked}{after}'.rstrip()}"
    yield f"{gutter} │ {underline} {shown(label)}".rstrip()


def _visible(text: str) -> str:
    """Part of a line as a terminal can show it: composed, and a tab is one blank, as when read."""
    return shown(unicodedata.normalize("NFC", text.replace("\t", " ")))


def _width(text: str) -> int:
    """How many places a text takes on a terminal."""
    return sum(_places(char) for char in text)


def _places(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
