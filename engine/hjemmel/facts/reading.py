"""Reading the cases of a file, one at a time: every good one, and why each of the others is not."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO, assert_never

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
from hjemmel.facts.source_file import Place, SourceFile, SourceStream, unheeded
from hjemmel.facts.translation import NOTHING_SAID, Translation
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.reading import TOO_LARGE, as_on_disk, opened
from hjemmel.files.refused import Refused, refusal

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
    stream: BinaryIO
    heed: Heed

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.place.name

    def streamed(self) -> SourceStream:
        """For a reader that holds a record at a time."""
        return SourceStream(self.name, self.place.stem, self.stream, self.heed)

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
    """What is declared, and what somebody has said that columns mean."""

    vocabulary: Vocabulary
    translation: Translation


Reader = Callable[[Opened, Meant], Iterator[Found]]

# Each reader is imported when a file asks for it, so that the first verdict need not wait for all.


def _json(file: Opened, _: Meant) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_json

    return _read_whole(file, read_json)


def _jsonl(file: Opened, _: Meant) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_jsonl

    return read_jsonl(file.streamed())


def _yaml(file: Opened, _: Meant) -> Iterator[Found]:
    from hjemmel.facts.yaml_file import read_yaml

    return _read_whole(file, read_yaml)


def _csv(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.csv_file import read_csv
    from hjemmel.facts.headings import Headings

    return read_csv(file.streamed(), Headings(meant.vocabulary, meant.translation))


def _parquet(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.headings import Headings
    from hjemmel.facts.parquet_file import read_parquet

    return read_parquet(file.streamed(), Headings(meant.vocabulary, meant.translation))


def _excel(file: Opened, meant: Meant) -> Iterator[Found]:
    from hjemmel.facts.excel_file import read_excel
    from hjemmel.facts.headings import Headings

    headings = Headings(meant.vocabulary, meant.translation)
    return _read_whole(file, lambda source: read_excel(source, headings))


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


STREAMED = (".jsonl", ".csv", ".parquet")
"""Those of which one record is held at a time, so that a file may be of any size."""

Told = Case | Rejected | Unread | Note | Edition
"""What reading cases gives; what is told of a case comes before it."""


def read_cases(path: Path, schema: Schema, translation: Translation = NOTHING_SAID) -> Reading:
    """All the cases of a file. Whatever is wrong with it, there is an answer."""
    gathering = _Gathering()
    for each in stream_cases(place_of(path), schema, unheeded, translation):
        gathering.take(each)
    return gathering.whole()


def place_of(path: Path) -> Place:
    """The file at a path; the end of its name says how it is read."""
    return Place(_name(path), printable(path.stem), path.suffix.lower(), partial(_opened, path))


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
    stream = place.open(sys.maxsize if place.form in STREAMED else MOST_BYTES)
    if isinstance(stream, Refused):
        yield rejected_file(place.name, _unreadable(stream))
        return
    vocabulary = Vocabulary.of(schema)
    places = FirstPlaces()
    with stream:
        found = FORMATS[place.form](Opened(place, stream, heed), Meant(vocabulary, translation))
        for each in guarded(found, place.name):
            if isinstance(each, RawCase):
                yield from _told(each, vocabulary, places, per)
            else:
                yield each


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
        return Refused(_unknown_format(path), _FORMATS)
    return opened(path, most)


def _name(path: Path) -> str:
    """The name as it was given; bytes in it that are no letters cannot be shown."""
    return path.as_posix().encode(errors="replace").decode()


def _unknown_format(path: Path) -> str:
    return (
        f"filer som slutter på {quoted(path.suffix)} leses ikke"
        if path.suffix
        else ("filnavnet mangler en endelse som sier hva slags fil det er")
    )


def _unreadable(refused: Refused) -> Mistake:
    return Mistake(UNREADABLE_FILE, refused.reason, refused.help)


_FORMATS = f"saker leses fra filer som slutter på {listed(FORMATS)}"
