"""A template that is filled in is read back without loss."""

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from hjemmel.case.statements import Content, Entries, Statement
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import read_cases
from hjemmel.facts.template import TemplateBasis, csv_template, xlsx_template

Filled = Mapping[str, tuple[str, Content]]
Write = Callable[[Path, Mapping[str, Sequence[Sequence[object]]]], None]

SETTINGS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

WORDS = st.text("abcæøå éÅ,\"'.-0123456789", min_size=1, max_size=12).map(
    lambda text: "x" + " ".join(text.split())
)
DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)


def _written(number: Decimal | int) -> str:
    return format(number, "f").replace(".", ",")


def _fact(values: st.SearchStrategy[object], written: Callable[..., str]) -> st.SearchStrategy:  # type: ignore[type-arg]
    """What to write in a cell, and the content that should be read there."""
    return values.map(lambda value: (written(value), value))


FACTS = {
    "tjeneste.navn": _fact(WORDS, str),
    "tjeneste.type": _fact(st.just("nasjonal behandlingstjeneste"), str),
    "tjeneste.godkjent": _fact(st.booleans(), lambda yes: "ja" if yes else "nei"),
    "tjeneste.godkjenningsdato": _fact(DAYS, lambda day: f"{day:%d.%m.%Y}"),
    "tjeneste.første_år": _fact(st.integers(1800, 2199), str),
    "tjeneste.første_kvartal": _fact(
        st.integers(1800 * 4, 2199 * 4 + 3), lambda number: f"{number // 4}-K{number % 4 + 1}"
    ),
    "tjeneste.første_måned": _fact(
        st.integers(1800 * 12, 2199 * 12 + 11),
        lambda number: f"{number // 12}-{number % 12 + 1:02}",
    ),
    "tjeneste.antall_pasienter": _fact(st.integers(-(10**14), 10**14), str),
    "tjeneste.andel": _fact(NUMBERS, _written),
    "tjeneste.tilskudd": _fact(
        st.integers(-(10**12), 10**12), lambda øre: _written(Decimal(øre) / 100)
    ),
    "tjeneste.varighet": _fact(st.integers(0, 12000), lambda months: f"{months} måneder"),
    "tjeneste.frist": _fact(st.integers(0, 9999), lambda days: f"{days} dager"),
    "tjeneste.stikkord": _fact(
        st.lists(WORDS, max_size=3).map(lambda words: Entries(tuple(words))),
        lambda entries: "; ".join(entries.members) or "ingen",
    ),
    "søknad.mottaker": _fact(WORDS, str),
}
CASES = st.fixed_dictionaries({}, optional=FACTS).filter(bool)
PLACES = st.lists(st.integers(0, 99), max_size=3)


@SETTINGS
@given(filled=CASES, places=PLACES)
def test_csv(
    filled: Filled, places: list[int], schema: Schema, basis: TemplateBasis, tmp_path: Path
) -> None:
    """The CSV template, filled in."""
    cells = {"sak": "A"} | {key: cell for key, (cell, _) in filled.items()}
    cells["tjeneste.steder.senger"] = "; ".join(map(str, places))
    text = StringIO(csv_template(basis))
    headings = next(csv.reader(StringIO(text.getvalue().removeprefix("\ufeff")), delimiter=";"))
    text.seek(0, 2)
    csv.writer(text, delimiter=";").writerow([cells.get(each, "") for each in headings])
    path = tmp_path / "fylt.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    _expect(path, schema, filled, places)


@SETTINGS
@given(filled=CASES, places=PLACES)
def test_excel(
    filled: Filled,
    places: list[int],
    schema: Schema,
    basis: TemplateBasis,
    tmp_path: Path,
    write: Write,
) -> None:
    """The Excel template, filled in with texts, numbers and dates as Excel holds them."""
    template = tmp_path / "mal.xlsx"
    xlsx_template(basis, template)
    book = load_workbook(template)
    sheets: dict[str, list[Sequence[object]]] = {
        name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names
    }
    native = {key: _native(key, *each) for key, each in filled.items()} | {"sak": "A"}
    sheets["saker"].append([native.get(str(each)) for each in sheets["saker"][3]])
    at = sheets["tjeneste.steder"][3].index("senger")
    sheets["tjeneste.steder"] += [["A", *[None] * (at - 1), each] for each in places]
    path = tmp_path / "fylt.xlsx"
    write(path, sheets)
    _expect(path, schema, filled, places)


def _native(key: str, cell: str, content: Content) -> object:
    """Numbers and dates as cells of their own kind."""
    if key == "tjeneste.tilskudd":
        assert isinstance(content, int)
        return content / 100
    if isinstance(content, Decimal):
        return float(content)
    is_number = isinstance(content, int) and cell.removeprefix("-").isdecimal()
    return content if is_number or isinstance(content, (bool, date)) else cell


def _expect(path: Path, schema: Schema, filled: Filled, places: list[int]) -> None:
    expected: dict[str, dict[str, tuple[Statement, ...]]] = {}
    for key, (_, content) in filled.items():
        record, field = key.split(".")
        expected.setdefault(record, {})[field] = (Statement(content),)
    if places:
        entries = Entries(tuple({"senger": (Statement(each),)} for each in places))
        expected.setdefault("tjeneste", {})["steder"] = (Statement(entries),)
    reading = read_cases(path, schema)
    assert not reading.rejected
    assert [each.id for each in reading.cases] == ["A"]
    assert reading.cases[0].records == expected
