"""What cases are read from: a file read whole, or a stream read as it comes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from attrs import field, frozen

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


Values = Sequence[object]
"""What stands in a row, in the order of the columns."""


@frozen(eq=False)
class OpenTable:
    """A table that is open, with columns that have names and values that have types.

    `rows` gives the rows from the first; those that are alike in a column that is named stand
    together, where the table can see to that. Where it tells no yes and no as such, it tells them
    as 1 and 0. `called` is what it is called in a command.
    """

    names: tuple[str, ...]
    rows: Callable[[str | None], Iterator[Values]]
    end: Callable[[], object]
    tells_truths: bool = True
    called: str = ""

    def __enter__(self) -> "OpenTable":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, at: TracebackType | None
    ) -> None:
        del kind, at
        self.end()


class BrokenOffError(Exception):
    """No more can be read of a table, and why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.reason)
        self.refused = refused


@frozen(eq=False)
class SourceTable:
    """The same of a table that is open."""

    name: str
    stem: str
    table: OpenTable


Open = BinaryIO | OpenTable

LIST_FORMS = (".csv", ".parquet", ".jsonl", ".json")
"""The files that a list may stand in."""
TABLE = "tabell"
"""The form of a place that gives a table when it is opened."""


@frozen(eq=False)
class Place:
    """Where cases can be read from, and how: `form` is the end of the name of such a file.

    `open` gives it opened, if it holds no more bytes than it is told. `lists` are the places that
    have the entries of lists, by the record and the list. `path` is the file's, if it is one;
    of what is none, `within` says what it is in. Where it may have only some of the cases there
    are, `chosen` says how the rows of a list are chosen too.
    """

    name: str
    stem: str
    form: str
    open: Callable[[int], Open | Refused]
    lists: Mapping[tuple[str, str], "Place"] = field(factory=dict)
    path: Path | None = None
    within: str = ""
    chosen: str = ""


def unheeded(read: int) -> None:
    """For whoever needs not know how far the reading is."""
    del read
