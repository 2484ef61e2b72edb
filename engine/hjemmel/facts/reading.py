"""Reading the cases of a file, one at a time: every good one, and why each of the others is not."""

import sys
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, assert_never

from attrs import evolve, field, frozen

from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.facts.faults import (
    Edition,
    Fault,
    Found,
    Mistake,
    Note,
    RawCase,
    Reading,
    Rejected,
    Unread,
    rejected_file,
)
from hjemmel.facts.file_problems import DUPLICATE_CASE, UNREADABLE_FILE
from hjemmel.facts.first_places import FirstPlaces
from hjemmel.facts.names import listed, printable, quoted
from hjemmel.facts.reader_fault import guarded, mistake_of
from hjemmel.facts.schema import CASE_ID, Decoded, decode, without_day
from hjemmel.facts.source_file import (
    TABLE,
    Open,
    OpenTable,
    Place,
    SourceFile,
    SourceStream,
    SourceTable,
    unheeded,
)
from hjemmel.facts.translation import NOTHING_SAID, Translation
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.reading import TOO_LARGE, as_on_disk, opened
from hjemmel.files.refused import Refused, refusal

if TYPE_CHECKING:
    from hjemmel.facts.headings import Headings
    from hjemmel.facts.held_lists import Lists

__all__ = [
    "FORMATS", "STREAMED", "Edition", "Heed", "Note", "Reading", "Rejected", "Told", "Unread",
    "place_of", "read_cases", "stream_cases",
]  # fmt: skip

MOST_BYTES = 1_000_000_000
"""Of a file that is held whole."""

Heed = Callable[[int], object]
"""Told how many bytes more are read."""


@frozen(eq=False)
class Opened:
    """A place that is open, as the readers are given it."""

    place: Place
    source: Open
    heed: Heed

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.place.name

    @property
    def stream(self) -> BinaryIO:
        """The bytes of a file."""
        assert not isinstance(self.source, OpenTable)
        return self.source

    def streamed(self) -> SourceStream:
        """For a reader that holds a record at a time."""
        return SourceStream(self.name, self.place.stem, self.stream, self.heed)

    def table(self) -> SourceTable:
        """For a reader of what has columns with names and values with types."""
        assert isinstance(self.source, OpenTable)
        return SourceTable(self.name, self.place.stem, self.source)

    def whole(self) -> SourceFile | Mistake:
        """For a reader that needs all of it."""
        try:
            data = self.stream.read(MOST_BYTES + 1)
        except OSError as wrong:
            return _unreadable(refusal(wrong))
        self.heed(len(data))
        if len(data) > MOST_BYTES:
            return _unreadable(TOO_LARGE)
        return SourceFile(self.name, self.place.stem, data)


@frozen
class Meant:
    """What is declared, what is said that columns mean, and the lists that stand elsewhere."""

    vocabulary: Vocabulary
    translation: Translation
    held: "Lists | None" = None

    @property
    def lists(self) -> "Lists":
        """The lists, of which there may be none."""
        from hjemmel.facts.held_lists import NO_LISTS

        return self.held or NO_LISTS

    @property
    def headings(self) -> "Headings":
        """What the columns of a table mean."""
        from hjemmel.facts.headings import Headings

        return Headings(self.vocabulary, self.translation)


Reader = Callable[[Opened, Meant], Iterator[Found]]

# Each reader is imported when a file asks for it, so that the first verdict need not wait for all.


def _json(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_json

    return _with_lists(_read_whole(file, read_json), meant)


def _jsonl(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_jsonl

    return _with_lists(read_jsonl(file.streamed()), meant)


def _yaml(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.yaml_file import read_yaml

    return _with_lists(_read_whole(file, read_yaml), meant)


def _csv(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.csv_file import read_csv

    return read_csv(file.streamed(), meant.headings, meant.lists)


def _parquet(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.parquet_file import read_parquet

    return _with_lists(read_parquet(file.streamed(), meant.headings), meant)


def _excel(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.excel_file import read_excel

    found = _read_whole(file, lambda source: read_excel(source, meant.headings))
    return _with_lists(found, meant)


def _table(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.table_cases import read_table

    return read_table(file.table(), meant.headings, meant.lists)


def _with_lists(found: Iterator[Found], meant: Meant) -> Iterator[Found]:
    """The cases with the entries of lists that stand elsewhere."""
    lists = meant.held
    if lists is None:
        return found
    return (lists.onto(each) if isinstance(each, RawCase) else each for each in found)


def _read_whole(file: Opened, read: Callable[[SourceFile], Iterator[Found]]) -> Iterator[Found]:
    source = file.whole()
    if isinstance(source, Mistake):
        yield rejected_file(file.name, source)
    else:
        yield from read(source)


FORMATS: dict[str, Reader] = {
    ".json": _json,
    ".jsonl": _jsonl,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".csv": _csv,
    ".xlsx": _excel,
    ".parquet": _parquet,
}
"""How files are read, by the end of their name."""


STREAMED = (".jsonl", ".csv", ".parquet", TABLE)
"""Those of which one record is held at a time, so that a file may be of any size."""

Told = Case | Rejected | Unread | Note | Edition
"""What reading cases gives; what is told of a case comes before it."""


def read_cases(path: Path, schema: Schema, translation: Translation = NOTHING_SAID) -> Reading:
    """All the cases of a file. Whatever is wrong with it, there is an answer."""
    return reading_of(place_of(path), schema, translation)


def reading_of(place: Place, schema: Schema, translation: Translation = NOTHING_SAID) -> Reading:
    """The same of any place."""
    gathering = _Gathering()
    for each in stream_cases(place, schema, unheeded, translation):
        gathering.take(each)
    return gathering.whole()


def place_of(path: Path) -> Place:
    """The file at a path; the end of its name says how it is read."""
    form = path.suffix.lower()
    return Place(_name(path), printable(path.stem), form, partial(_opened, path), path=path)


def stream_cases(
    place: Place,
    schema: Schema,
    heed: Heed,
    translation: Translation = NOTHING_SAID,
    per: date | None = None,
) -> Iterator[Told]:
    """The cases of a place, each as soon as it is read; columns mean what the translation says.

    Where all are judged `per` a day, one whose own day cannot be read is a case all the same.
    """
    meant = Meant(Vocabulary.of(schema), translation)
    if place.lists:
        meant = evolve(meant, held=(yield from _lists(place, meant)))
    places = FirstPlaces()
    for each in _found(place, meant, heed):
        if isinstance(each, RawCase):
            yield from _told(each, meant.vocabulary, places, per)
        else:
            yield each


def _found(place: Place, meant: Meant, heed: Heed) -> Iterator[Found]:
    """What is found in a place, as it is read."""
    source = place.open(sys.maxsize if place.form in STREAMED else MOST_BYTES)
    if isinstance(source, Refused):
        yield rejected_file(place.name, _unreadable(source))
        return
    with source:
        read = _table if place.form == TABLE else FORMATS[place.form]
        found = read(Opened(place, source, heed), meant)
        yield from guarded(found, place.name)


def _lists(place: Place, meant: Meant) -> Generator[Rejected | Unread | Note, None, "Lists"]:
    """The entries that stand elsewhere. Which cases there are is seen by reading them first."""
    from hjemmel.facts.list_tables import Known, held

    known = Known.of(_found(place, meant, unheeded))
    if not known.names:  # it is told of the cases why
        return meant.lists
    return (yield from held(place, meant.headings, known))


def _told(
    found: RawCase, vocabulary: Vocabulary, places: FirstPlaces, per: date | None
) -> Iterator[Told]:
    """The case if it is one, after what is not read of it; else why not."""
    decoded = _decoded(found, vocabulary)
    if decoded.lacks_only_day and per is not None:
        decoded = evolve(_decoded(without_day(found), vocabulary), faults=decoded.faults)
    case, faults = decoded.case, decoded.faults
    first = None if case is None else places.first(case.id, case.origin)
    if case is not None and first is not None:
        faults, case = (*faults, _repeated(case.id, first)), None
    for rejected in map(found.origin.rejected, faults):
        yield rejected if case is None else Unread(rejected)
    yield from map(found.origin.note, decoded.remarks)
    if case is not None:
        yield case


@frozen
class _Gathering:
    """What a file has given so far."""

    cases: list[Case] = field(factory=list)
    rejected: list[Rejected] = field(factory=list)
    unread: list[Rejected] = field(factory=list)
    notes: list[Note] = field(factory=list)
    editions: list[Edition] = field(factory=list)

    def take(self, told: Told) -> None:
        """One thing more."""
        match told:
            case Case():
                self.cases.append(told)
            case Rejected():
                self.rejected.append(told)
            case Unread(what):
                self.unread.append(what)
            case Note():
                self.notes.append(told)
            case Edition():
                self.editions.append(told)
            case _:
                assert_never(told)

    def whole(self) -> Reading:
        """All of it."""
        return Reading(
            tuple(self.cases),
            tuple(self.rejected),
            tuple(self.unread),
            tuple(self.notes),
            self.editions[-1] if self.editions else None,
        )


def _repeated(case: str, first: str) -> Fault:
    reason = f"saken {quoted(case)} er allerede lest fra {first}"
    return Fault((CASE_ID,), Mistake(DUPLICATE_CASE, reason, "gi den ene saken et annet navn"))


def _decoded(found: RawCase, vocabulary: Vocabulary) -> Decoded:
    try:
        return decode(found, vocabulary)
    except Exception as fault:  # whatever it is, it costs this case only, and says so
        return Decoded(None, (Fault((), mistake_of(fault)),))


def _opened(path: Path, most: int) -> BinaryIO | Refused:
    if path.suffix.lower() not in FORMATS and as_on_disk(path).is_file():
        return unknown_format(path)
    return opened(path, most)


def _name(path: Path) -> str:
    """The name as it was given; bytes in it that are no letters cannot be shown."""
    return path.as_posix().encode(errors="replace").decode()


def unknown_format(path: PurePath) -> Refused:
    """Why a file that is called so is not read."""
    return Refused(
        f"filer som slutter på {quoted(path.suffix)} leses ikke"
        if path.suffix
        else "filnavnet mangler en endelse som sier hva slags fil det er",
        _FORMATS,
    )


def _unreadable(refused: Refused) -> Mistake:
    return Mistake(UNREADABLE_FILE, refused.reason, refused.help)


_FORMATS = f"saker leses fra filer som slutter på {listed(FORMATS)}"
