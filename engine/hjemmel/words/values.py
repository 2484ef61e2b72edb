"""Values as a Norwegian reader writes them."""

from decimal import Decimal
from typing import Any, assert_never

from hjemmel.case.one_of import NoneOf, OneOf
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
from hjemmel.source.days import MONTHS, day_in_words, month_in_words, quarter_in_words
from hjemmel.source.moment import Moment, moment_in_words, month_of, year_of


def shown(value: Any, kind: Type) -> str:
    """A known value in words and figures: «15. mars 2024», «1 234,50 kroner», «5 år», «ja»."""
    if isinstance(value, tuple):
        return _between(value[0], value[1], kind)
    if isinstance(value, OneOf):
        return listed(sorted(shown(each, kind) for each in value), "eller")
    if isinstance(value, NoneOf):
        return f"ikke {listed(sorted(shown(each, kind) for each in value), 'eller')}"
    match kind:
        case Truth() | Assessed():
            return "ja" if value else "nei"
        case Text() | Enumerated() | Registered() | Year():
            return str(value)
        case Quarter():
            return quarter_in_words(value)
        case Month():
            return month_in_words(value)
        case Listed() | Row():
            return str(value)
        case _:
            return _figures(value, kind)


def _figures(value: Any, kind: Date | Whole | Fraction | Money | Months | Days) -> str:
    match kind:
        case Date():
            return day_in_words(value)
        case Whole():
            return grouped(value)
        case Fraction():
            return decimal_in_words(Decimal(value))
        case Money():
            return money_in_words(value)
        case Months():
            return months_in_words(value)
        case Days():
            return f"{grouped(value)} {'dag' if abs(value) == 1 else 'dager'}"
        case _:
            assert_never(kind)


def day_of_year(month_and_day: int) -> str:
    """«15. januar», from month × 100 + day."""
    return f"{month_and_day % 100}. {MONTHS[month_and_day // 100 - 1]}"


def months_in_words(months: int) -> str:
    """Whole years where they are: «5 år», «18 måneder»."""
    if months and months % 12 == 0:
        return f"{months // 12} år"
    return f"{months} {'måned' if abs(months) == 1 else 'måneder'}"


def money_in_words(amount: int) -> str:
    """Øre as kroner: «1 234,50 kroner», «500 kroner»."""
    kroner, øre = divmod(abs(amount), 100)
    text = grouped(kroner) + (f",{øre:02d}" if øre else "")
    return f"{'-' if amount < 0 else ''}{text} kroner"


def decimal_in_words(number: Decimal) -> str:
    """A decimal number with a comma and thousands apart."""
    whole, _, part = f"{abs(number):f}".partition(".")
    sign = "-" if number < 0 else ""
    return sign + grouped(int(whole)) + (f",{part}" if part else "")


def grouped(number: int) -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}".replace(",", " ")


def listed(words: list[str], last: str = "og") -> str:
    """«a, b og c»."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _between(least: Any, greatest: Any, kind: Type) -> str:
    day = isinstance(kind, Date)
    if least is None:
        return f"{'senest' if day else 'høyst'} {shown(greatest, kind)}"
    if greatest is None:
        return "ikke utført" if day else f"minst {shown(least, kind)}"
    if least == greatest:
        return shown(least, kind)
    if day and Moment(least, greatest) in (year_of(least.year), month_of(least.year, least.month)):
        return moment_in_words(Moment(least, greatest))
    return f"{shown(least, kind)} til {shown(greatest, kind)}"
