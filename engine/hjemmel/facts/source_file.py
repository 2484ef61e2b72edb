"""What cases are read from: a file read whole, or a stream read as it comes."""

from collections.abc import Callable
from typing import BinaryIO

from attrs import frozen

from hjemmel.files.refused import Refused


@frozen
class SourceFile:
    """Its name as it was given, what a case without a name is called after, and its bytes."""

    name: str
    stem: str
    data: bytes


@frozen(eq=False)
class SourceStream:
    """The same, of which only a line is held at a time; `heed` is told how many bytes are read."""

    name: str
    stem: str
    stream: BinaryIO
    heed: Callable[[int], object]


@frozen(eq=False)
class Place:
    """Where cases can be read from, and how: `form` is the end of the name of such a file.

    `open` gives it opened, if it holds no more bytes than it is told.
    """

    name: str
    stem: str
    form: str
    open: Callable[[int], BinaryIO | Refused]


def unheeded(read: int) -> None:
    """For whoever needs not know how far the reading is."""
    del read
