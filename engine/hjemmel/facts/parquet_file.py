"""Cases in Parquet, as other programs write large tables: one a row, some rows held at a time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from attrs import frozen

from hjemmel.core.types import Listed, Row
from hjemmel.facts.columns import LostColumn
from hjemmel.facts.faults import Found, Mistake, Origin, RawCase, Rejected, Unread, rejected_file
from hjemmel.facts.file_problems import EMPTY_FILE, MISSING_LIBRARY, UNREADABLE_FILE
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import canonical, quoted, suggestion
from hjemmel.facts.parquet_columns import Group, Meant, meanings, raw_row
from hjemmel.facts.source_file import BrokenOffError, OpenTable, SourceStream, Values
from hjemmel.facts.value_problems import UNKNOWN_KEY
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.files.refused import Refused

ROWS = 1_024
"""So many rows are held at a time."""

MISSING = Mistake(
    MISSING_LIBRARY,
    "Parquet kan ikke leses uten tillegget for kolonner",
    'skriv pip install "hjemmel[kolonner]", eller lagre tabellen som CSV eller JSONL',
)
_UNREADABLE = Mistake(
    UNREADABLE_FILE, "filen er ikke Parquet, eller er ikke skrevet ferdig",
    "skriv den ut på nytt fra programmet den kommer fra",
)  # fmt: skip
_BROKEN = Mistake(
    UNREADABLE_FILE, "filen er ødelagt her; resten av den er ikke lest",
    "hent den på nytt der den kom fra",
)  # fmt: skip
_EMPTY = Mistake(EMPTY_FILE, "filen har ingen rader")


@frozen(eq=False)
class Told:
    """An open file: what its columns are called and mean, and what is not read of them.

    `columns` are those that are read, with those in records by their paths; or all.
    """

    file: Any
    names: tuple[str, ...]
    meant: tuple[Meant, ...]
    vocabulary: Vocabulary
    wrong: tuple[Rejected, ...] = ()
    lost: tuple[Rejected, ...] = ()
    columns: Sequence[str] | None = None

    def raw(self, row: Mapping[str, object]) -> dict[str, object]:
        """A row as the same case would stand in JSON."""
        return raw_row(self.names, self.meant, row, self.vocabulary)


def told_in(stream: BinaryIO | str, name: str, headings: Headings) -> Told | Mistake:
    """The columns of a file; `wrong` are those for which no row can be read surely."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return MISSING
    try:
        file = pq.ParquetFile(stream)
    except (pa.ArrowException, OSError, ValueError):
        return _UNREADABLE
    columns = [(each.name, each.type) for each in file.schema_arrow]
    names = tuple(each for each, _ in columns)
    groups = {each for each, kind in columns if pa.types.is_struct(kind)
              and not _is_wrapped(each, headings)}  # fmt: skip
    meant = tuple(meanings(names, groups, headings))
    wrong, lost = [], list(_unknown_facts(columns, meant, headings.vocabulary, name))
    for each, meaning in zip(names, meant, strict=True):
        if isinstance(meaning, Mistake):
            wrong.append(_of_column(name, each, meaning))
        elif isinstance(meaning, LostColumn):
            lost.append(_of_column(name, each, meaning.mistake))
    return Told(file, names, meant, headings.vocabulary, tuple(wrong), tuple(lost))


def read_parquet(file: SourceStream, headings: Headings) -> Iterator[Found]:
    """One case a row."""
    told = told_in(file.stream, file.name, headings)
    if isinstance(told, Mistake):
        yield rejected_file(file.name, told)
        return
    if told.wrong:
        yield from told.wrong
        return
    yield from map(Unread, told.lost)
    number = 0
    try:
        for batch in batches(told, ROWS, None):
            for row in batch.to_pylist():
                number += 1
                yield RawCase(told.raw(row), origin(file.name, file.stem, number))
    except BrokenTableError:
        yield rejected_file(file.name, _BROKEN, f"etter rad {number}")
        return
    if not number:
        yield rejected_file(file.name, _EMPTY)


class BrokenTableError(Exception):
    """What stands in a file is not what its end says."""


def batches(told: Told, rows: int, groups: Sequence[int] | None) -> Iterator[Any]:
    """So many rows at a time, of some row groups or all; `BrokenTableError` where one is broken."""
    coming = told.file.iter_batches(rows, row_groups=groups, columns=told.columns)
    return _unbroken(coming)


def _unbroken(coming: Iterator[Any]) -> Iterator[Any]:
    """The batches as they come, up to one that is broken."""
    import pyarrow as pa

    while True:
        try:
            batch = next(coming, None)
        except (pa.ArrowException, OSError, ValueError) as wrong:
            raise BrokenTableError(str(wrong)) from wrong
        if batch is None:
            return
        yield batch


def table_of(stream: BinaryIO) -> OpenTable | Mistake:
    """The file as a table of a list, whose columns are read as those of any other table."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return MISSING
    try:
        file = pq.ParquetFile(stream)
    except (pa.ArrowException, OSError, ValueError):
        return _UNREADABLE

    def rows(_: str | None) -> Iterator[Values]:
        try:
            for batch in _unbroken(file.iter_batches(ROWS)):
                yield from zip(*(each.to_pylist() for each in batch.columns), strict=True)
        except BrokenTableError as broken:
            raise BrokenOffError(Refused(_BROKEN.reason, _BROKEN.help)) from broken

    return OpenTable(tuple(file.schema_arrow.names), rows, stream.close)


def origin(name: str, stem: str, number: int) -> Origin:
    """Where a row stands; they are numbered from 1."""
    return Origin(name, f"rad {number}", f"{stem}-{number}")


def _of_column(file: str, name: str, mistake: Mistake) -> Rejected:
    return Rejected(file, "", f"kolonne {quoted(name)}", name, mistake.reason,
                    mistake.problem.code, mistake.help)  # fmt: skip


def _is_wrapped(name: str, headings: Headings) -> bool:
    """Whether the column is one fact with what is told around it: «tjenesten.type»."""
    return "." in name and canonical(name) not in headings.vocabulary.records


def _unknown_facts(
    columns: list[tuple[str, Any]], meant: tuple[Meant, ...], vocabulary: Vocabulary, file: str
) -> Iterator[Rejected]:
    """The facts in groups that are not declared."""
    for (name, kind), meaning in zip(columns, meant, strict=True):
        if isinstance(meaning, Group):
            shape = vocabulary.records[meaning.record]
            for at in _undeclared(kind, shape, vocabulary, (name,)):
                hint = suggestion(canonical(at[-1]), tuple(shape.fields))
                mistake = Mistake(UNKNOWN_KEY, f"ukjent nøkkel {quoted(at[-1])}", hint)
                yield _of_column(file, ".".join(at), mistake)


def _undeclared(
    kind: Any, shape: Shape, vocabulary: Vocabulary, at: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    for each in kind:
        declared = shape.fields.get(canonical(each.name))
        if declared is None:
            yield (*at, each.name)
            continue
        entry = _entry(each.type)
        if isinstance(declared.type, Listed) and isinstance(declared.type.element, Row) and entry:
            inner = vocabulary.entries[declared.type.element.name]
            yield from _undeclared(entry, inner, vocabulary, (*at, each.name))


def _entry(kind: Any) -> Any | None:
    """The type of the entries of a list of groups."""
    import pyarrow as pa

    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    return kind.value_type if is_list and pa.types.is_struct(kind.value_type) else None
