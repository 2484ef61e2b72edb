"""How much a call does, counted and not timed: the same on a busy machine as on a quiet one.

What is counted is the lines of Python that are run, each turn of a loop among them. A loop within
the interpreter itself (`in` a list) does not show; the values in it can count instead, see `Held`.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import ClassVar


def work(done: Callable[[], object]) -> int:
    """The lines of Python that are run."""
    lines = 0

    def trace(_: FrameType, event: str, __: object) -> object:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        done()
    finally:
        sys.settrace(before)
    return lines


def growth(done: Callable[[int], object], size: int) -> float:
    """How many times the work it is for twice the size: at most 2 where it grows as the size does,
    and up to 4 where it grows as the square; a little of that among much else shows as 2.1.

    What is kept from one call to the next is made first, by a call for half the size.
    """
    done(size // 2)
    small, large = (work(lambda each=each: done(each)) for each in (size, 2 * size))
    return large / small


class Held(str):
    """A text that counts how often any such is held against another, or looked up."""

    __slots__ = ()
    times: ClassVar[list[int]] = [0]

    def __eq__(self, other: object) -> bool:
        self.times[0] += 1
        return str.__eq__(self, other)

    def __hash__(self) -> int:
        self.times[0] += 1
        return str.__hash__(self)
