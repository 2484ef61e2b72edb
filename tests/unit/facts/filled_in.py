"""Random cases as JSON states them, and the same cases as cells of the template."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)

Json = dict[str, Any]
Cells = Mapping[str, object]

WORDS = st.text("abcæøå éÅ,\"'.-0123456789", min_size=1, max_size=12).map(
    lambda text: "x" + text.strip()
)
TEXTS = st.text("abcæøå éÅ,;:=\"'.-0123456789", min_size=1, max_size=20).map(
    lambda text: "x" + text.strip()
)
DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31)).map(date.isoformat)
PENDING = st.builds(lambda words: {"avventer": words}, TEXTS)
SCALARS: Mapping[type, st.SearchStrategy[Any]] = {
    Truth: st.booleans(),
    Text: TEXTS,
    Date: DAYS | st.just("ikke utført"),
    Year: st.integers(1800, 2199),
    Quarter: st.builds("{}-K{}".format, st.integers(1800, 2199), st.integers(1, 4)),
    Month: st.builds("{}-{:02}".format, st.integers(1800, 2199), st.integers(1, 12)),
    Whole: st.integers(-(10**14), 10**14),
    Fraction: st.integers(-(10**12), 10**12).map(lambda number: number / 1000),
    Money: st.integers(-(10**12), 10**12).map(lambda øre: øre / 100),
    Months: st.integers(0, 12000).map(lambda number: f"{number} måneder"),
    Days: st.integers(0, 9999).map(lambda number: f"{number} dager"),
}


def cases(schema: Schema) -> st.SearchStrategy[list[Json]]:
    """Some cases with every kind of fact that the template can express."""
    records = {
        each.key: _record(each, schema) for each in schema.records if not each.entry
    }  # fmt: skip
    case = st.fixed_dictionaries(
        {"sak": WORDS}, optional={"tittel": TEXTS, "vurderingsdato": DAYS, **records}
    )
    return st.lists(case, min_size=1, max_size=4, unique_by=lambda each: each["sak"]).map(_tidy)


def _tidy(found: list[Json]) -> list[Json]:
    """A record that every case has is absent where nothing is known of it: it has no «ja»."""
    return [{key: each[key] for key in each if key != "tjeneste" or each[key]} for each in found]


def _record(record: RecordDeclaration, schema: Schema) -> st.SearchStrategy[Json]:
    fields = {each.key: _value(each.type, schema) for each in record.fields}
    return st.fixed_dictionaries({}, optional=fields)


def _value(kind: Type, schema: Schema) -> st.SearchStrategy[Any]:
    match kind:
        case Assessed():
            parts = {"av": TEXTS, "dato": DAYS, "grunnlag": TEXTS}
            made = st.fixed_dictionaries({"verdi": st.booleans()}, optional=parts)
            return st.booleans() | made | PENDING
        case Listed(element=Row(name=name)):
            shape = schema.record(name)
            assert shape is not None
            return _list(st.lists(_record(shape, schema), max_size=3))
        case Listed(element=Text()):
            return _list(st.lists(WORDS, max_size=3)) | PENDING
        case Listed(element=element):
            assert not isinstance(element, Row)
            plain = st.lists(_plain(element, schema), max_size=3)
            return _list(plain) | PENDING
        case _:
            return _plain(kind, schema) | PENDING


def _list(members: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[Any]:
    return members | members.map(lambda known: {"minst": known})


def _plain(kind: Type, schema: Schema) -> st.SearchStrategy[Any]:
    match kind:
        case Enumerated(name):
            return st.sampled_from(schema.enumeration(name).values)
        case Registered(name):
            called = [each.name for each in schema.register(name).entries]
            return st.sampled_from(called) | WORDS
        case _:
            return SCALARS[type(kind)]


# --- the same as cells -----------------------------------------------------------------------


def case_cells(case: Json, schema: Schema) -> Cells:
    """The row of a case, by heading."""
    cells: dict[str, object] = {key: case[key] for key in ("sak", "tittel") if key in case}
    if "vurderingsdato" in case:
        cells["vurderingsdato"] = date.fromisoformat(case["vurderingsdato"])
    for record in schema.records:
        if record.optional:
            cells[record.key] = "ja" if record.key in case else "nei"
        for key, value in case.get(record.key, {}).items():
            declared = record.field(key)
            assert declared is not None
            cells |= _cells(f"{record.key}.{key}", value, declared)
    return cells


def entry_rows(case: Json, record: str, key: str, schema: Schema) -> Sequence[Cells]:
    """The rows of the entries of one of a case's lists, by heading."""
    value = case.get(record, {}).get(key, [])
    declared = schema.record(record).field(key)  # type: ignore[union-attr]
    shape = schema.record(declared.type.element.name)  # type: ignore[union-attr]
    rows = []
    for entry in value["minst"] if isinstance(value, dict) else value:
        cells: dict[str, object] = {"sak": case["sak"]}
        for inner, each in entry.items():
            cells |= _cells(inner, each, shape.field(inner))  # type: ignore[union-attr,arg-type]
        rows.append(cells)
    return rows


def _cells(heading: str, value: Any, declared: FieldDeclaration) -> Cells:
    """A fact, and what is told of an assessment in columns of its own."""
    if isinstance(value, dict) and "verdi" in value:
        parts = {f"{heading}.{part}": value[part] for part in value if part != "verdi"}
        if "dato" in value:
            parts[f"{heading}.dato"] = date.fromisoformat(value["dato"])
        return {heading: _cell(value["verdi"], declared.type), **parts}
    return {heading: _cell(value, declared.type)}


def _cell(value: Any, kind: Type) -> object:
    """As somebody would fill it in: numbers and days as Excel holds them, the rest as text."""
    match value, kind:
        case {"avventer": words}, _:
            return f"avventer: {words}"
        case {"minst": _}, Listed(element=Row()):
            return "minst"
        case {"minst": members}, _:
            return f"minst: {'; '.join(map(str, members))}"
        case [], _:
            return "ingen"
        case list(), Listed(element=Row()):
            return None
        case list(), _:
            return "; ".join(map(str, value))
        case bool(), _:
            return "ja" if value else "nei"
        case str(), Date() if value.casefold().split() != ["ikke", "utført"]:
            return date.fromisoformat(value)
        case _:
            return value
