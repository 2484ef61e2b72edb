"""Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.diagnostics.pages import Explained, explanation
from hjemmel.source.shown import json_text
from hjemmel.source.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLAIN_IN_URI = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def render(diagnostics: Iterable[Diagnostic], catalogue: Iterable[Explained]) -> str:
    """The diagnostics as a SARIF log; the catalogue gives the rules that they break."""
    return json_text(as_data(diagnostics, catalogue), 2)


def as_data(diagnostics: Iterable[Diagnostic], catalogue: Iterable[Explained]) -> dict[str, Any]:
    """The same as lists and dictionaries."""
    rules = sorted(catalogue, key=lambda each: each.code)
    driver = {"name": "hjemmel", "rules": [_rule(each) for each in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, [rule.code for rule in rules]) for each in diagnostics],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(of: Explained) -> dict[str, Any]:
    text = explanation(of)
    return {
        "id": of.code,
        "shortDescription": {"text": of.title},
        "help": {"text": text, "markdown": text},
    }


def _result(of: Diagnostic, codes: Sequence[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": of.code,
        "level": _level(of.severity),
        "message": {"text": "\n".join(filter(None, (of.message, of.help)))},
    }
    if of.code in codes:
        result["ruleIndex"] = codes.index(of.code)
    if of.span.file:
        result["locations"] = [_location(of)]
    if related := [_related(each) for each in of.notes if each.span.file]:
        result["relatedLocations"] = related
    return result


def _level(of: Severity) -> str:
    match of:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"
        case _:
            assert_never(of)


def _location(of: Diagnostic) -> dict[str, Any]:
    location = _physical(of.span)
    if of.place:
        location["logicalLocations"] = [{"fullyQualifiedName": of.place}]
    return location


def _related(of: Note) -> dict[str, Any]:
    return {**_physical(of.span), "message": {"text": of.text}}


def _physical(of: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(of.file)}}
    if of.line:
        place["region"] = {
            "startLine": of.line,
            "startColumn": of.column,
            "endColumn": max(of.end, of.column),
        }
    return {"physicalLocation": place}


def _uri(file: str) -> str:
    """A file name as a relative reference, its other signs as per cent."""
    written = file.replace("\\", "/").encode("utf-8", "replace")
    return "".join(chr(each) if each in _PLAIN_IN_URI else f"%{each:02X}" for each in written)
