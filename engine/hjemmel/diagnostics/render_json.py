"""Diagnostics for programs, as JSON."""

from collections.abc import Iterable
from typing import Any

from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.shown import json_text
from hjemmel.source.span import Span


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """The diagnostics as a JSON list."""
    return json_text(as_data(diagnostics), 2)


def as_data(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """The diagnostics as lists and dictionaries."""
    return [_diagnostic(each) for each in diagnostics]


def _diagnostic(of: Diagnostic) -> dict[str, Any]:
    return {
        "code": of.code,
        "severity": of.severity.name.lower(),
        "message": of.message,
        **_place(of.span),
        "label": of.label,
        "help": of.help,
        "notes": [_note(each) for each in of.notes],
        "place": of.place,
    }


def _note(of: Note) -> dict[str, Any]:
    return {"text": of.text, **_place(of.span)}


def _place(of: Span) -> dict[str, Any]:
    return {"file": of.file, "line": of.line, "column": of.column, "end": of.end}
