"""What is seen in a batch of cases, as the Arrow table that a query reads."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import frozen

from hjemmel.backends.columns.batch import Ends
from hjemmel.backends.columns.bits import Bitmap, Rows, truths
from hjemmel.backends.columns.names import UNKNOWN, Names
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.leaves import Leaves, Shape, What
from hjemmel.backends.terms.term import Do, Path, Sort, Term
from hjemmel.case.one_of import NoneOf, OneOf

ROW = "rad"
WIDEST = 38
"""So many digits may a number have."""


def shape_of(batch: Running, terms: Sequence[Term]) -> Shape:
    """Of which of the facts that terms read, a batch tells more than what they plainly are."""
    spans, several, further = set(), set(), set()
    for each in terms:
        match each.do:
            case Do.HIGH if _is_span(batch.ends(each.data, each.sort), batch.rows):
                spans.add(each.data)
            case Do.NAMED if batch.is_open(batch.names(each.data)):
                several.add(each.data)
            case Do.MEMBER:
                entries = batch.entries(each.data.path)
                if entries.exists is not entries.member:
                    further.add(each.data.path)
            case _:  # tells of nothing that is a matter of more or less
                continue
    return Shape(frozenset(spans), frozenset(several), frozenset(further))


def _is_span(ends: Ends, rows: int) -> bool:
    if ends.low is ends.high and ends.low_known is ends.high_known:
        return False
    low, high = (truths(each, rows) for each in (ends.low_known, ends.high_known))
    return bool((low != high).any() or ((ends.low != ends.high) & low).any())


def places_of(batch: Running, leaves: Leaves) -> dict[Path, int]:
    """Of the sizes that are not whole numbers, the most digits that any has behind the point."""
    found: dict[Path, int] = {}
    for path, sort in leaves.sorts.items():
        if sort is Sort.NUMBER:
            ends = batch.ends(path, sort)
            for values in (ends.low, ends.high):
                if values.dtype == object:
                    most = max((_places(Decimal(each)) for each in values.flat), default=0)
                    found[path] = max(most, found.get(path, 0))
    return found


def observed(batch: Running, leaves: Leaves) -> pa.Table:
    """A row each case."""
    making = _Making(batch, leaves, batch.known.names)
    rows = pa.array(np.arange(batch.rows, dtype=np.int64))
    return pa.table({ROW: rows, **making.fields(None, np.ones(batch.rows, np.bool_))})


@frozen(eq=False)
class _Making:
    """Columns as they are made, of rows, or of entries that there are in rows."""

    batch: Running
    leaves: Leaves
    names: Names

    def fields(self, around: Path | None, there: Rows) -> dict[str, Any]:
        """The columns of cases, or the fields of the entries of a list."""
        return {
            name: self._field(what, path, there)
            for (what, path), name in self.leaves.inside(around)
        }

    def _field(self, what: What, path: Path, there: Rows) -> Any:
        match what:
            case What.PRESENT:
                return pa.array(self._bits(self.batch.batch.present(path[0]), there))
            case What.BOUNDED:
                return pa.array(self._bits(self.batch.batch.bounded(path), there))
            case What.MEMBER:
                return pa.array(self._bits(self.batch.entries(path).member, there))
            case What.TRUTH:
                return self._truth(path, there)
            case What.LOW | What.HIGH:
                return self._end(what, path, there)
            case What.NAME | What.AMONG | What.BARRED:
                return self._name(what, path, there)
            case _:  # a list
                return self._list(path, there)

    def _truth(self, path: Path, there: Rows) -> Any:
        found = self.batch.truths(path)
        yes, no = (self._bits(each, there) for each in (found.yes, found.no))
        return pa.array(yes, mask=~(yes | no))

    def _end(self, what: What, path: Path, there: Rows) -> Any:
        ends = self.batch.ends(path, self.leaves.sorts[path])
        if what is What.LOW:
            return self._sizes(ends.low, ends.low_known, there)
        return self._sizes(ends.high, ends.high_known, there)

    def _name(self, what: What, path: Path, there: Rows) -> Any:
        codes = _of(self.batch.names(path), there)
        if what is What.NAME:
            return pa.array(codes, pa.int32(), mask=codes <= UNKNOWN)
        return self._numbers(codes, self._among if what is What.AMONG else self._barred)

    def _list(self, path: Path, there: Rows) -> Any:
        """A list of structs, one for each entry."""
        bits = truths(self.batch.entries(path).exists, self.batch.rows).T
        exists = np.broadcast_to(bits, (*there.shape, bits.shape[-1])) & there[..., None]
        lengths = exists.sum(axis=-1, dtype=np.int32)[there]
        starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)])
        fields = self.fields(path, exists) or {"tom": pa.nulls(int(exists.sum()), pa.bool_())}
        entries = pa.StructArray.from_arrays(list(fields.values()), list(fields))
        return pa.ListArray.from_arrays(pa.array(starts), entries)

    def _bits(self, bits: Bitmap, there: Rows) -> Rows:
        return _of(truths(bits, self.batch.rows), there)

    def _sizes(self, values: Rows, known: Bitmap, there: Rows) -> Any:
        found, told = _of(values, there), self._bits(known, there)
        if found.dtype != object:
            return pa.array(found, mask=~told)
        exact = [Decimal(value) if here else None for value, here in zip(found, told, strict=True)]
        return pa.array(exact, pa.decimal128(WIDEST, max(map(_places, exact), default=0)))

    def _numbers(self, codes: Rows, of: Callable[[Any], Any]) -> Any:
        """A list of numbers for each of the names."""
        different, which = np.unique(codes, return_inverse=True)
        found = pa.array([of(self.names.name(int(each))) for each in different],
                         pa.list_(pa.int32()))  # fmt: skip
        return found.take(pa.array(which.reshape(-1)))

    def _among(self, name: Any) -> list[int] | None:
        if name is None or isinstance(name, NoneOf):
            return None
        told = name if isinstance(name, OneOf) else (name,)
        return sorted(map(self.names.number, told))

    def _barred(self, name: Any) -> list[int] | None:
        return sorted(map(self.names.number, name)) if isinstance(name, NoneOf) else None


def _places(number: Decimal | None) -> int:
    """How many digits it has behind the point."""
    exponent = number.as_tuple().exponent if number is not None else 0
    return -min(exponent, 0) if isinstance(exponent, int) else 0


def _of(column: Rows, there: Rows) -> Rows:
    """What stands where there is something, the axis of rows first."""
    found: Rows = np.broadcast_to(column.T.reshape(_axes(column, there)), there.shape)[there]
    return found


def _axes(column: Rows, there: Rows) -> tuple[int, ...]:
    return (*column.shape[::-1], *[1] * (there.ndim - column.ndim))
