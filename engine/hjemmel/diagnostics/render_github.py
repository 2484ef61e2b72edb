"""Diagnostics as GitHub workflow commands, which it shows beside the lines of a change."""

from collections.abc import Iterable
from typing import assert_never

from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.shown import shown_lines


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One command a line."""
    return "\n".join(_command(each) for each in diagnostics)


def _command(of: Diagnostic) -> str:
    properties = {"title": of.code}
    if of.span.file:
        properties = {"file": of.span.file, **_region(of), **properties}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = "\n".join(filter(None, (of.message, of.help)))
    return f"::{_kind(of.severity)} {listed}::{_data(text)}"


def _region(of: Diagnostic) -> dict[str, str]:
    span = of.span
    if not span.line:
        return {}
    return {"line": str(span.line), "col": str(span.column), "endColumn": str(span.end)}


def _kind(of: Severity) -> str:
    match of:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"
        case _:
            assert_never(of)


def _data(text: str) -> str:
    """Text after the second pair of colons: a line end would end the command."""
    return shown_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text among the properties, where comma and colon part them."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
