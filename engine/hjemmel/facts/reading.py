"""Reading the cases of a file: every good one, and why each of the others is not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import assert_never

from attrs import field, frozen

from hjemmel.core.case import Case
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
from hjemmel.facts.names import listed, printable, quoted
from hjemmel.facts.reader_fault import guarded, mistake_of
from hjemmel.facts.schema import CASE_ID, Decoded, decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.reading import as_on_disk, read
from hjemmel.files.refused import Refused

__all__ = ["FORMATS", "Edition", "Note", "Reading", "Rejected", "read_cases"]

MOST_BYTES = 1_000_000_000

Reader = Callable[[SourceFile, Vocabulary], Iterator[Found]]

# Each reader is imported when a file asks for it, so that the first verdict need not wait for all.


def _json(file: SourceFile, _: Vocabulary) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_json

    return read_json(file)


def _jsonl(file: SourceFile, _: Vocabulary) -> Iterator[Found]:
    from hjemmel.facts.json_file import read_jsonl

    return read_jsonl(file)


def _yaml(file: SourceFile, _: Vocabulary) -> Iterator[Found]:
    from hjemmel.facts.yaml_file import read_yaml

    return read_yaml(file)


def _csv(file: SourceFile, vocabulary: Vocabulary) -> Iterator[Found]:
    from hjemmel.facts.csv_file import read_csv

    return read_csv(file, vocabulary)


def _excel(file: SourceFile, vocabulary: Vocabulary) -> Iterator[Found]:
    from hjemmel.facts.excel_file import read_excel

    return read_excel(file, vocabulary)


FORMATS: dict[str, Reader] = {
    ".json": _json,
    ".jsonl": _jsonl,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".csv": _csv,
    ".xlsx": _excel,
}
"""How files are read, by the end of their name."""


def read_cases(path: Path, schema: Schema) -> Reading:
    """The cases of a file. Whatever is wrong with it, there is an answer."""
    file = _opened(path)
    if isinstance(file, Mistake):
        return Reading(rejected=(rejected_file(_name(path), file),))
    vocabulary = Vocabulary.of(schema)
    found = FORMATS[path.suffix.lower()](file, vocabulary)
    gathering = _Gathering(vocabulary)
    for each in guarded(found, file.name):
        gathering.take(each)
    return gathering.whole()


@frozen
class _Gathering:
    """What a file has given so far."""

    vocabulary: Vocabulary
    cases: dict[str, Case] = field(factory=dict)
    rejected: list[Rejected] = field(factory=list)
    unread: list[Rejected] = field(factory=list)
    notes: list[Note] = field(factory=list)
    editions: list[Edition] = field(factory=list)

    def take(self, found: Found) -> None:
        """One thing more."""
        match found:
            case RawCase():
                self._case(found)
            case Rejected():
                self.rejected.append(found)
            case Unread(what):
                self.unread.append(what)
            case Note():
                self.notes.append(found)
            case Edition():
                self.editions.append(found)
            case _:
                assert_never(found)

    def _case(self, found: RawCase) -> None:
        """Keep the case if it is one, and tell what is not read of it; else tell why not."""
        told = _decoded(found, self.vocabulary)
        faults = told.faults
        if told.case is not None and told.case.id in self.cases:
            faults = (*faults, _repeated(told.case.id, self.cases[told.case.id]))
        elif told.case is not None:
            self.cases[told.case.id] = told.case
        is_kept = told.case is not None and self.cases[told.case.id] is told.case
        (self.unread if is_kept else self.rejected).extend(map(found.origin.rejected, faults))
        self.notes.extend(map(found.origin.note, told.remarks))

    def whole(self) -> Reading:
        """All of it."""
        return Reading(
            tuple(self.cases.values()),
            tuple(self.rejected),
            tuple(self.unread),
            tuple(self.notes),
            self.editions[-1] if self.editions else None,
        )


def _repeated(case: str, first: Case) -> Fault:
    reason = f"saken {quoted(case)} er allerede lest fra {first.origin}"
    return Fault((CASE_ID,), Mistake(DUPLICATE_CASE, reason, "gi den ene saken et annet navn"))


def _decoded(found: RawCase, vocabulary: Vocabulary) -> Decoded:
    try:
        return decode(found, vocabulary)
    except Exception as fault:  # whatever it is, it costs this case only, and says so
        return Decoded(None, (Fault((), mistake_of(fault)),))


def _opened(path: Path) -> SourceFile | Mistake:
    if path.suffix.lower() not in FORMATS and as_on_disk(path).is_file():
        return _unreadable(_unknown_format(path), _FORMATS)
    data = read(path, MOST_BYTES)
    if isinstance(data, Refused):
        return _unreadable(data.reason, data.help)
    return SourceFile(_name(path), printable(path.stem), data)


def _name(path: Path) -> str:
    """The name as it was given; bytes in it that are no letters cannot be shown."""
    return path.as_posix().encode(errors="replace").decode()


def _unknown_format(path: Path) -> str:
    return (
        f"filer som slutter på {quoted(path.suffix)} leses ikke"
        if path.suffix
        else ("filnavnet mangler en endelse som sier hva slags fil det er")
    )


def _unreadable(reason: str, hint: str) -> Mistake:
    return Mistake(UNREADABLE_FILE, reason, hint)


_FORMATS = f"saker leses fra filer som slutter på {listed(FORMATS)}"
