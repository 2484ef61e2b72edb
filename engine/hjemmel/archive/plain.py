"""Which cells of a table are told plainly, as the columns want them, and which rows are odd.

Each different value is read once, by the same reader as a value in any other file. A row in which
anything is not one plain value as the registers have it, is odd: it is read by itself.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field, frozen

from hjemmel.backends.columns.arrow import PARTIAL
from hjemmel.case.statements import Content
from hjemmel.core.types import (
    Assessed,
    Date,
    Enumerated,
    Fraction,
    Listed,
    Registered,
    Row,
    Scalar,
    Truth,
    Type,
    is_ordered,
)
from hjemmel.facts.annotated_values import AT_LEAST
from hjemmel.facts.columns import CaseColumn, FieldColumn, IgnoredColumn, LostColumn, PresenceColumn
from hjemmel.facts.faults import Mistake
from hjemmel.facts.names import canonical
from hjemmel.facts.parquet_columns import Group, Meant, raw_cell
from hjemmel.facts.parquet_file import Told
from hjemmel.facts.schema import CASE_ID, DAY
from hjemmel.facts.values import LONGEST_TEXT, decode_scalar, decode_text
from hjemmel.facts.vocabulary import Shape, Vocabulary

Rows = npt.NDArray[np.bool_]
Cells = tuple[Any, Rows]
"""An Arrow array as the columns want it, and which of its places are odd."""
_DECIMALS = 10
_FRACTION = pa.decimal128(38, _DECIMALS)
_WHOLE = (pa.date32(), pa.int64())
_MOST = 2**62
"""Sizes beyond are read by themselves."""
_SIGNS = "[0-9A-Za-zÆØÅæøå_.,:;/()#+-]+"
_NAME = rf"^{_SIGNS}( {_SIGNS})*$"
"""Names in which nothing needs a second look."""


@frozen(eq=False)
class Plain:
    """A batch with a column each record, what its rows are called and their days, and odd rows."""

    told: pa.RecordBatch
    names: Any | None
    days: Any | None
    odd: Rows


@frozen(eq=False)
class Reading:
    """The reading of a file's batches. What each value means is kept, by its type."""

    told: Told
    kept: dict[Type, dict[object, Content | None]] = field(factory=dict)

    @property
    def _vocabulary(self) -> Vocabulary:
        return self.told.vocabulary

    def plain(self, batch: pa.RecordBatch) -> Plain:
        """A batch, read."""
        found = _Gathering(self, np.zeros(batch.num_rows, np.bool_))
        for column, meaning in zip(batch.columns, self.told.meant, strict=True):
            found.odd |= found.take(column, meaning)
        return found.whole()

    def record(self, column: Any, shape: Shape) -> Cells:
        """The records of a column of structs."""
        cells: dict[str, Any] = {}
        odd, null = np.zeros(len(column), np.bool_), column.is_null()
        for each, inner in zip(column.type, column.flatten(), strict=True):
            declared = shape.fields.get(canonical(each.name))
            if declared is not None:
                found, strange = self.cells(inner, declared.type)
                odd |= strange | (declared.key in cells)
                cells |= _named(declared.key, found)
        if not cells:
            return _empty_record(pc.invert(null)), odd
        return pa.StructArray.from_arrays([*cells.values()], [*cells], mask=null), odd

    def cells(self, column: Any, kind: Type) -> Cells:
        return self._list(column, kind) if isinstance(kind, Listed) else self.scalar(column, kind)

    def _list(self, column: Any, kind: Listed) -> Cells:
        """Lists; and those that are known in part, in a struct of `minst`."""
        if pa.types.is_struct(column.type) and [each.name for each in column.type] == [AT_LEAST]:
            (inner,) = column.flatten()
            (found, _), odd = self._list(inner, kind)
            odd |= _truths(column.is_valid()) & ~_truths(inner.is_valid())
            return (found, column.is_valid()), odd
        if not (pa.types.is_list(column.type) or pa.types.is_large_list(column.type)):
            nothing = pa.nulls(len(column), pa.list_(pa.null()))
            return (nothing, None), _truths(column.is_valid())
        within = column.flatten()
        if isinstance(kind.element, Row):
            cells = self._entries(within, self._vocabulary.entries[kind.element.name])
        else:
            cells = self.scalar(within, kind.element)
        found, strange = cells
        strange |= _truths(within.is_null())
        lengths = pc.list_value_length(column).fill_null(0).to_numpy(zero_copy_only=False)
        ends = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        odd = np.zeros(len(column), np.bool_)
        if strange.any():
            counted = np.concatenate([[0], np.cumsum(strange)])
            odd = counted[ends[1:]] > counted[ends[:-1]]
        lists = pa.ListArray.from_arrays(pa.array(ends), found, mask=column.is_null())
        return (lists, None), odd

    def _entries(self, within: Any, shape: Shape) -> Cells:
        if not pa.types.is_struct(within.type):
            return pa.nulls(len(within)), _truths(within.is_valid())
        return self.record(within, shape)

    def scalar(self, column: Any, kind: Scalar) -> Cells:
        """Plain values; what is none is null, and odd."""
        if isinstance(column, pa.ExtensionArray):
            column = column.storage
        if pa.types.is_nested(column.type):
            return pa.nulls(len(column), _natural(kind)), _truths(column.is_valid())
        if self._is_as_told(column, kind):
            return column, np.zeros(len(column), np.bool_)
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        values = [self._value(each, kind) for each in column.dictionary.to_pylist()]
        meant = pa.array(values, _natural(kind))
        found = pa.DictionaryArray.from_arrays(column.indices, meant)
        if not isinstance(kind, (Registered, Enumerated)):
            found = found.dictionary_decode()
        if None not in values:
            return found, np.zeros(len(column), np.bool_)
        strange = np.array([*(each is None for each in values), False])
        return found, strange[column.indices.fill_null(-1).to_numpy(zero_copy_only=False)]

    def _is_as_told(self, column: Any, kind: Scalar) -> bool:
        """Whether all that stands there means just what it is."""
        if pa.types.is_boolean(column.type):
            return isinstance(kind, (Truth, Assessed))
        if column.type not in _WHOLE or column.type != _natural(kind):
            return False
        values = pc.unique(column.drop_null()).to_pylist()
        return all(self._value(each, kind) == each for each in values)

    def _value(self, written: object, kind: Scalar) -> Content | None:
        """What a value means, if it is told plainly."""
        kept, key = self.kept.setdefault(kind, {}), (type(written), written)  # True is no 1
        if key not in kept:
            found = decode_scalar(raw_cell(written), kind, self._vocabulary)
            meant: Content | None = None
            if not isinstance(found, Mistake) and _is_plain(found, kind):
                meant = found
            kept[key] = meant
        return kept[key]


@define(eq=False)
class _Gathering:
    """What the columns of a batch have given so far."""

    by: Reading
    odd: Rows
    groups: dict[str, Any] = field(factory=dict)
    flat: dict[str, dict[str, Any]] = field(factory=dict)
    there: dict[str, Any] = field(factory=dict)
    names: Any = None
    days: Any = None

    def take(self, column: Any, meaning: Meant) -> Rows:
        """One column more; which of its rows are odd."""
        match meaning:
            case Group(record):
                shape = self.by.told.vocabulary.records[record]
                self.groups[shape.declaration.key], odd = self.by.record(column, shape)
                return odd
            case CaseColumn(key):
                return self._of_case(column, key)
            case FieldColumn() | PresenceColumn():
                return self._of_record(column, meaning)
            case LostColumn(spoils=None) | IgnoredColumn() | None:
                return np.zeros(len(column), np.bool_)
            case _:  # what is told around a fact, or may be
                return _truths(column.is_valid())

    def _of_case(self, column: Any, key: str) -> Rows:
        if key == CASE_ID:
            self.names, odd = _names(column)
            return odd
        if key == DAY:
            self.days, odd = self.by.scalar(column, Date())
            return odd | ~_truths(column.is_valid())
        return _untitled(column)

    def _of_record(self, column: Any, of: FieldColumn | PresenceColumn) -> Rows:
        """A fact that stands apart from its record, or whether the record is there."""
        shape = self.by.told.vocabulary.records[of.record]
        key = shape.declaration.key
        if isinstance(of, FieldColumn):
            cells, odd = self.by.cells(column, of.type)
            self.flat.setdefault(key, {}).update(_named(shape.fields[of.field].key, cells))
            return odd
        if pa.types.is_boolean(column.type):
            self.there[key] = column.fill_null(False)
            return np.zeros(len(column), np.bool_)
        return _truths(column.is_valid())

    def whole(self) -> Plain:
        """All of it. A record that is told of in two ways makes every row odd."""
        rows = len(self.odd)
        groups = {"": pa.nulls(rows), **self.groups}  # a batch of no columns would have no rows
        for key, cells in self.flat.items():
            self.odd |= key in groups
            groups.setdefault(key, _joined(cells, self.there.get(key)))
        for key, column in self.there.items():
            groups.setdefault(key, _empty_record(column))
        return Plain(pa.RecordBatch.from_pydict(groups), self.names, self.days, self.odd)


def _names(column: Any) -> Cells:
    """What cases are called, where that is plain: it is most often a name for each."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    is_plain = pa.types.is_integer(column.type) or pa.types.is_string(column.type)
    is_plain = is_plain or pa.types.is_large_string(column.type)
    if not is_plain:
        return pa.nulls(len(column), pa.string()), _truths(column.is_valid())
    names = column.cast(pa.string())
    return names, ~_truths(pc.match_substring_regex(names, _NAME).fill_null(True))


def _untitled(column: Any) -> Rows:
    """Where a title is told that is none; it costs the title, and is told of with its row."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    odd = _truths(column.is_valid())
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        is_sure = pc.match_substring_regex(column, _NAME).fill_null(True)
        is_sure = pc.and_(is_sure, pc.less(pc.utf8_length(column), LONGEST_TEXT).fill_null(True))
        odd = ~_truths(is_sure)
        for at in np.flatnonzero(odd):
            odd[at] = isinstance(decode_text(column[int(at)].as_py()), Mistake)
    return odd


def _is_plain(found: Content, kind: Scalar) -> bool:
    natural = _natural(kind)
    if pa.types.is_date(natural):
        return type(found) is date
    if pa.types.is_decimal(natural):
        return isinstance(found, (int, Decimal)) and found == round(Decimal(found), _DECIMALS)
    if pa.types.is_integer(natural):
        return type(found) is int and abs(found) < _MOST
    return type(found) is (bool if pa.types.is_boolean(natural) else str)


def _natural(kind: Scalar) -> pa.DataType:
    match kind:
        case Truth() | Assessed():
            return pa.bool_()
        case Date():
            return pa.date32()
        case Fraction():
            return _FRACTION
        case _:
            return pa.int64() if is_ordered(kind) else pa.string()


def _named(key: str, cells: Any) -> dict[str, Any]:
    """A fact, and beside it whether it is a list known in part."""
    if not isinstance(cells, tuple):
        return {key: cells}
    found, partial = cells
    return {key: found} if partial is None else {key: found, key + PARTIAL: partial}


def _joined(cells: dict[str, Any], there: Any | None) -> Any:
    """A record of facts that stand apart; it is there where something is told of it."""
    told = [_truths(each.is_valid()) for key, each in cells.items() if not key.endswith(PARTIAL)]
    if there is not None:
        told.append(_truths(there))
    lacks = pa.array(~_any(told))
    return pa.StructArray.from_arrays([*cells.values()], [*cells], mask=lacks)


def _any(of: Iterable[Rows]) -> Rows:
    found: Rows = np.logical_or.reduce([*of])
    return found


def _empty_record(there: Any) -> Any:
    """Records of which nothing is told but that they are there."""
    nothing = pa.nulls(len(there), pa.bool_())
    return pa.StructArray.from_arrays([nothing], [""], mask=pc.invert(there))


def _truths(column: Any) -> Rows:
    found: Rows = column.to_numpy(zero_copy_only=False).astype(np.bool_, copy=False)
    return found
