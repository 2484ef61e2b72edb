"""From what stands in a cell to a raw value, in the forms that tables allow.

A cell that has none of the forms is handed on as it is: the decoder then says
what it expected, as it does for every other file.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from hjemmel.core.types import (
    Assessed,
    Date,
    Fraction,
    Listed,
    Money,
    Month,
    Row,
    Scalar,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts.annotated_values import AT_LEAST, PENDING
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.names import composed, folded, is_empty, quoted
from hjemmel.facts.numbers import numeral_decimal, numeral_int
from hjemmel.facts.value_problems import BAD_DATE, OUT_OF_RANGE
from hjemmel.source.days import MONTHS

NONE = "ingen"
SEPARATOR = ";"
FIRST_SURE_DAY = date(1900, 3, 1)
"""Excel has a 29 February 1900, which never was; days before this may be off by one."""

MOST_DIGITS_IN_EXCEL = 15

_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_DAY_IN_WORDS = re.compile(rf"([0-9]{{1,2}})\.?\s?({'|'.join(MONTHS)})\s([0-9]{{4}})")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")
_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+,[0-9]+")
_MARKED = re.compile(r"(avventer|minst)\s*:(.*)", re.IGNORECASE | re.DOTALL)
_NOT_YET = re.compile(
    r"foreligger ikke ennå|ikke (mottatt|klart?|levert|avgjort|ferdig) ennå|under arbeid",
    re.IGNORECASE,
)
"""What people write of what there will be, and is not: it is not the same as no."""
_YES_AND_NO = {"ja": True, "nei": False, "sann": True, "usann": False,
               "true": True, "false": False}  # fmt: skip
_TICKS = ("x", "✓", "✔", "☑")
_TWO_DIGITS = re.compile(r"([0-9]{1,2})[./]\s?([0-9]{1,2})[./]\s?([0-9]{2})")
_SHORT_MONTHS = {each[:3]: each for each in MONTHS} | {"sept": "september"}
_DAY_IN_SHORT = re.compile(rf"([0-9]{{1,2}})\.?\s?({'|'.join(_SHORT_MONTHS)})\.?\s([0-9]{{4}})")


def is_blank(cell: object) -> bool:
    """True where nothing is given."""
    return cell is None or (isinstance(cell, str) and is_empty(cell))


def cell_value(cell: object, kind: Type) -> object:
    """The raw value of a cell that is not blank."""
    if isinstance(cell, str) and (marked := _MARKED.fullmatch(cell.strip())):
        word, rest = marked[1].casefold(), marked[2].strip()
        if word == PENDING:
            return {PENDING: rest}
        if isinstance(kind, Listed) and not isinstance(kind.element, Row):
            return {AT_LEAST: _items(rest, kind.element) if rest else []}
    if isinstance(cell, str) and not isinstance(kind, Text) and _NOT_YET.fullmatch(cell.strip()):
        return {PENDING: cell.strip()}
    match kind:
        case Listed(element=Row()):
            return _extent(cell)
        case Listed(element=element):
            return _list(cell, element)
        case _:
            return _single(cell, kind)


def ticks(cell: object, kind: Type) -> list[str]:
    """The marks in a cell that are read as yes, each once."""
    element = kind.element if isinstance(kind, Listed) else kind
    if not isinstance(element, (Truth, Assessed)) or not isinstance(cell, str):
        return []
    found = (str(each) for each in items(cell))
    return list(dict.fromkeys(each for each in found if folded(each) in _TICKS))


def items(cell: object) -> list[object]:
    """The parts of a cell with several values; blank ones are kept for their place."""
    match cell:
        case str():
            return [each.strip() for each in cell.split(SEPARATOR)]
        case list():  # from a table whose cells may be lists
            return cell
        case _:
            return [cell]


def _items(cell: object, element: Scalar) -> list[object]:
    return [cell_value(each, element) for each in items(cell)]


def _list(cell: object, element: Scalar | Row) -> object:
    assert not isinstance(element, Row)
    if isinstance(cell, (Unusable, Mapping)):
        return cell
    if isinstance(cell, str) and cell.strip().casefold() == NONE:
        return []
    return _items(cell, element)


def _extent(cell: object) -> object:
    """What the cell of a list of records says of the list: that it is empty, or partial."""
    match cell.strip().rstrip(":").casefold() if isinstance(cell, str) else cell:
        case "ingen":
            return []
        case "minst":
            return {AT_LEAST: []}
        case _:
            return cell


def _single(cell: object, kind: Scalar) -> object:
    match cell:
        case bool():
            return cell
        case float() | int() if abs(cell) >= 10**MOST_DIGITS_IN_EXCEL:
            return _rounded(cell)
        case float():
            return _from_float(cell, kind)
        case datetime() | date() | time():
            return _of_month(_from_calendar(cell), kind)
        case str():
            return _from_text(cell.strip(), kind)
        case _:
            return cell


def _from_float(cell: float, kind: Scalar) -> object:
    """Excel holds every number as a float, and shows 15 digits of it: those are meant."""
    if cell.is_integer() and not isinstance(kind, Fraction):
        return int(cell)
    # A whole number is not made of what is only shown as one.
    return Decimal(f"{cell:.15g}" if isinstance(kind, (Fraction, Money)) else repr(cell))


def _rounded(cell: float) -> Unusable:
    reason = f"Excel har rundet av tallet {cell:.0f}: det holder bare {MOST_DIGITS_IN_EXCEL} sifre"
    hint = "skriv det som tekst: gi cellen formatet «Tekst» først, og skriv så tallet på nytt"
    return Unusable(Mistake(OUT_OF_RANGE, reason, hint))


def _from_calendar(cell: datetime | date | time) -> object:
    if isinstance(cell, datetime):
        return _from_calendar(cell.date()) if cell.time() == time() else cell
    if isinstance(cell, time):
        return cell
    if cell < FIRST_SURE_DAY:
        reason = f"Excel regner feil på datoer før 1. mars 1900, her {cell.isoformat()}"
        return Unusable(Mistake(BAD_DATE, reason, "skriv datoen som tekst: 1899-12-31"))
    return cell.isoformat()


def _of_month(cell: object, kind: Scalar) -> object:
    """Of a month, Excel makes its first day."""
    is_first = isinstance(cell, str) and cell.endswith("-01")
    return str(cell).removesuffix("-01") if is_first and isinstance(kind, Month) else cell


def _from_text(text: str, kind: Scalar) -> object:
    match kind:
        case Truth() | Assessed():
            return True if folded(text) in _TICKS else _YES_AND_NO.get(folded(text), text)
        case Date():
            return _day(text)
        case Whole() | Year() | Fraction() | Money():
            return _number(text)
        case _:
            return text


def _day(text: str) -> str | Unusable:
    """A day in the ISO form, where the cell has one of the Norwegian forms."""
    plain = folded(text)
    if found := _DAY.fullmatch(plain):
        return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    if found := _DAY_IN_WORDS.fullmatch(plain):
        month = MONTHS.index(found[2]) + 1
        return f"{found[3]}-{month:02}-{found[1]:0>2}"
    if found := _DAY_IN_SHORT.fullmatch(plain):
        month = MONTHS.index(_SHORT_MONTHS[found[2]]) + 1
        return f"{found[3]}-{month:02}-{found[1]:0>2}"
    if found := _TWO_DIGITS.fullmatch(plain):
        return _short_year(text, found[3])
    return composed(text)


def _short_year(text: str, year: str) -> Unusable:
    """Which century is meant, the reader does not say for whoever wrote it."""
    reason = f"året i {quoted(text)} har bare to sifre, og kan være 19{year} eller 20{year}"
    return Unusable(Mistake(BAD_DATE, reason, "skriv året med fire sifre, som 15.03.2024"))


def _number(text: str) -> object:
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[ \u00a0\u202f]", "", text)
    if _WHOLE.fullmatch(text):
        return numeral_int(text)
    if _DECIMAL.fullmatch(text):
        return numeral_decimal(text.replace(",", "."))
    return text
