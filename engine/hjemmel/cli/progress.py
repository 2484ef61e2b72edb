"""How far a long reading is, on a terminal; told in a line that is gone at the end."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from attrs import define, field

from hjemmel.cli.streams import Messages

T = TypeVar("T")

_FIRST, _NEXT = 1.0, 0.2
"""Seconds before the first line, and between lines: what is soon done needs none."""
_SURE_AFTER, _SURE_SHARE = 3.0, 0.01
"""Before so many seconds, and so much of the work, nobody can say how long the rest takes."""


@define(eq=False)
class Progress:
    """Bytes and cases so far, of so many bytes if that is known."""

    total: int | None
    read: int = 0
    cases: int = 0
    begun: float = field(factory=monotonic)
    told: float = 0.0

    def heed(self, read: int) -> None:
        """So many bytes more are read."""
        self.read += read

    def more(self, rows: int, cases: int) -> None:
        """So many rows more are done, and so many of them are cases."""
        self.read += rows
        self.cases += cases
        self._tell(monotonic() - self.begun)

    def end(self) -> None:
        """Nothing is shown any more."""
        _say("")

    def along(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each of them a case more."""
        try:
            for each in items:
                self.cases += 1
                self._tell(monotonic() - self.begun)
                yield each
        finally:
            _say("")

    def _tell(self, seconds: float) -> None:
        if seconds >= _FIRST and seconds - self.told >= _NEXT:
            self.told = seconds
            _say(_fitting(self.parts(seconds)))

    def parts(self, seconds: float) -> list[str]:
        """What is known after so many seconds, the most important first."""
        told = [f"{self.cases} {'sak' if self.cases == 1 else 'saker'}"]
        if self.total:
            share = min(self.read / self.total, 1.0)
            told.append(f"{int(share * 100)} % lest")
            if seconds >= _SURE_AFTER and share >= _SURE_SHARE:
                told.append(f"ca. {_in_words(seconds / share - seconds)} igjen")
        return told


def counted(items: Iterable[T], total: int, done: str) -> Iterator[T]:
    """The items; to who looks, how many of so many are done, as «12 av 203 normer er spurt om»."""
    if not is_wanted(writes_along=False):
        yield from items
        return
    begun, told = monotonic(), 0.0
    try:
        for number, each in enumerate(items, 1):
            yield each
            seconds = monotonic() - begun
            if seconds >= _FIRST and seconds - told >= _NEXT:
                told = seconds
                _say(_fitting(steps(number, total, done, seconds)))
    finally:
        _say("")


def steps(number: int, total: int, done: str, seconds: float) -> list[str]:
    """How far it is after so many seconds, the most important first."""
    told = [f"{number} av {total} {done}"]
    if seconds >= _SURE_AFTER and number >= _SURE_SHARE * total:
        told.append(f"ca. {_in_words(seconds * (total - number) / number)} igjen")
    return told


def is_wanted(writes_along: bool) -> bool:
    """Whether somebody looks who does not see the answers come."""
    stream = sys.stderr
    seen = isinstance(stream, Messages) and stream.isatty() and os.environ.get("TERM") != "dumb"
    return seen and not (writes_along and sys.stdout.isatty())


def _say(text: str) -> None:
    stream = sys.stderr
    if isinstance(stream, Messages):
        stream.hold(text)


def _fitting(parts: list[str]) -> str:
    """As many of the parts as there is room for in a line."""
    room = shutil.get_terminal_size((80, 24)).columns - 1
    for count in range(len(parts), 1, -1):
        if len(line := " · ".join(parts[:count])) <= room:
            return line
    return parts[0][: max(room, 0)]


def _in_words(seconds: float) -> str:
    if seconds < 55:
        return f"{max(round(seconds / 5) * 5, 5)} sekunder"
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} {'minutt' if minutes == 1 else 'minutter'}"
    return f"{round(minutes / 60)} timer"
