"""A YAML document put together from the parser's events, by the plain rules of YAML 1.2.

Not by the library's constructor: so `no` stays a word, a number never becomes a
float, every value keeps its line, and nothing is expanded, created or executed.
"""

import re
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from hjemmel.facts.faults import Mistake, Path, Unusable
from hjemmel.facts.file_problems import BROKEN_SYNTAX, DUPLICATE_KEY, TOO_DEEP
from hjemmel.facts.names import canonical, quoted
from hjemmel.facts.numbers import not_a_number, numeral_decimal, numeral_int
from hjemmel.facts.schema import DEEPEST

Event = Any  # the library's events have no common type
Lines = dict[Path, str]

_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE, _FALSE = re.compile(r"true|True|TRUE"), re.compile(r"false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@frozen
class Document:
    """One document under construction."""

    events: Iterator[Event]
    lines: Lines = field(factory=dict)

    def node(self, event: Event, path: Path) -> object:
        """The value that begins with this event."""
        self.lines[path] = f"linje {event.start_mark.line + 1}"
        kind = type(event).__name__
        if kind == "AliasEvent":
            return _unusable("henvisningen", f"*{event.anchor}")
        if mistake := _decorated(event):
            self._skip(kind)
            return mistake
        if kind == "ScalarEvent":
            return event.value if event.style else _plain(event.value)
        if len(path) > DEEPEST:
            self._skip(kind)
            return Unusable(Mistake(TOO_DEEP, f"innholdet ligger i mer enn {DEEPEST} lag"))
        return self._mapping(path) if kind == "MappingStartEvent" else self._sequence(path)

    def _sequence(self, path: Path) -> list[object]:
        found: list[object] = []
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            found.append(self.node(event, (*path, len(found))))
        return found

    def _mapping(self, path: Path) -> object:
        found: dict[str, object] = {}
        wrong: Unusable | None = None
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            key = self._key(event)
            value_path = (*path, canonical(key if isinstance(key, str) else "?"))
            value = self.node(next(self.events), value_path)
            if isinstance(key, Unusable):
                wrong = wrong or key
            elif key in found:
                line = f"linje {event.start_mark.line + 1}"
                reason = f"nøkkelen {quoted(key)} står to ganger, igjen på {line}"
                found[key] = Unusable(Mistake(DUPLICATE_KEY, reason, "behold den ene"))
            else:
                found[key] = value
        return wrong or found

    def _key(self, event: Event) -> str | Unusable:
        kind = type(event).__name__
        if kind == "ScalarEvent" and not _decorated(event):
            return str(event.value)
        self._skip(kind)
        reason = "her står en nøkkel som ikke er en enkel tekst"
        return Unusable(Mistake(BROKEN_SYNTAX, reason, "skriv nøkkelen som en enkel tekst"))

    def _skip(self, kind: str) -> None:
        """Pass over what follows within a node, without recursion."""
        depth = 1 if kind in _STARTS else 0
        while depth:
            depth += deepening(next(self.events))


def deepening(event: Event) -> int:
    """How many levels further in the next event stands."""
    kind = type(event).__name__
    return (kind in _STARTS) - (kind in _ENDS)


_STARTS = ("MappingStartEvent", "SequenceStartEvent")
_ENDS = ("MappingEndEvent", "SequenceEndEvent")


def _plain(text: str) -> object:
    """A word without quotation marks, by the core schema of YAML 1.2."""
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INT.fullmatch(text):
        return numeral_int(text)
    if _FLOAT.fullmatch(text):
        return numeral_decimal(text)
    return not_a_number(text) if _NO_NUMBER.fullmatch(text) else text


def _decorated(event: Event) -> Unusable | None:
    """Anchors and tags: refused, since they let a small file mean a huge or another one."""
    if event.anchor:
        return _unusable("ankeret", f"&{event.anchor}")
    return _unusable("merkelappen", str(event.tag)) if event.tag else None


def _unusable(what: str, text: str) -> Unusable:
    reason = f"YAML-{what} {quoted(text)} kan ikke brukes"
    return Unusable(Mistake(BROKEN_SYNTAX, reason, "skriv verdien helt ut på stedet"))
