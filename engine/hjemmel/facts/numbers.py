"""Numbers and amounts: exact, and within bounds."""

from decimal import Decimal, InvalidOperation

from hjemmel.core.types import Fraction, Money, Whole, Year
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.names import quoted
from hjemmel.facts.value_problems import OUT_OF_RANGE, WRONG_TYPE
from hjemmel.facts.wording import expected, number, told

MOST_DIGITS = 28
LARGEST = 10**18 - 1
"""Of whole numbers and of amounts in øre: what every engine can hold in 64 bits."""

FIRST_YEAR, LAST_YEAR = 1800, 2199
LONGEST_NUMERAL = 64


def whole(raw: object) -> int | Mistake:
    """A whole number; 3.0 is one."""
    found = _int(raw)
    if found is None:
        return _wrong(Whole(), raw)
    return found if abs(found) <= LARGEST else _out_of_range(found, "hele tall har høyst 18 siffer")


def year(raw: object) -> int | Mistake:
    """A calendar year."""
    found = _int(raw)
    if found is None:
        return _wrong(Year(), raw)
    if FIRST_YEAR <= found <= LAST_YEAR:
        return found
    return _out_of_range(found, "skriv årstallet med fire siffer, fra 1800 til 2199")


def fraction(raw: object) -> Decimal | Mistake:
    """An exact decimal number."""
    if isinstance(raw, Decimal) or _is_int(raw):
        assert isinstance(raw, (int, Decimal))
        return _exact(raw)
    return _wrong(Fraction(), raw)


def money(raw: object) -> int | Mistake:
    """An amount in øre, from kroner."""
    if not (isinstance(raw, Decimal) or _is_int(raw)):
        return _wrong(Money(), raw)
    assert isinstance(raw, (int, Decimal))
    kroner = _exact(raw)
    if isinstance(kroner, Mistake):
        return kroner
    øre = kroner.scaleb(2)
    if øre != øre.to_integral_value():
        return _out_of_range(raw, "et beløp har høyst to desimaler")
    if abs(øre) > LARGEST:
        return _out_of_range(raw, "beløpet er for stort")
    return int(øre)


def numeral_int(text: str) -> int | Unusable:
    """A whole number as JSON and YAML write it."""
    return int(text) if len(text) <= LONGEST_NUMERAL else _too_long(text)


def numeral_decimal(text: str) -> Decimal | Unusable:
    """A decimal number as JSON and YAML write it, without a detour through floats."""
    if len(text) > LONGEST_NUMERAL:
        return _too_long(text)
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of a size that no computer holds
        return _too_long(text)


def not_a_number(text: str) -> Unusable:
    """What stands for NaN and infinity."""
    reason = f"{quoted(text)} er ikke et tall"
    return Unusable(Mistake(OUT_OF_RANGE, reason, "ta bort verdien hvis tallet ikke er kjent"))


def _exact(raw: int | Decimal) -> Decimal | Mistake:
    exact = Decimal(raw)
    # The exponent first: writing out 1E+999999999 would fill the memory.
    if not -MOST_DIGITS <= exact.adjusted() <= MOST_DIGITS:
        return _out_of_range(raw, "tallet er for stort eller for lite")
    plain = format(exact, "f")
    if len(plain.lstrip("-").replace(".", "").strip("0")) > MOST_DIGITS:
        return _out_of_range(raw, f"et tall har høyst {MOST_DIGITS} siffer")
    if len(plain.partition(".")[2].rstrip("0")) > MOST_DIGITS:
        return _out_of_range(raw, f"et tall har høyst {MOST_DIGITS} desimaler")
    return Decimal(plain)


def _int(raw: object) -> int | None:
    """The whole number that a number is, however it is written. JSON knows no difference."""
    if isinstance(raw, Decimal):
        # The exponent first: writing out 1E+999999999 would fill the memory.
        within = raw.is_finite() and raw.adjusted() <= MOST_DIGITS and raw == raw.to_integral()
        return int(raw) if within else None
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def _is_int(raw: object) -> bool:
    """A whole number, and not a yes or no, which Python counts as one."""
    return isinstance(raw, int) and not isinstance(raw, bool)


def _wrong(kind: Whole | Year | Fraction | Money, raw: object) -> Mistake:
    return Mistake(WRONG_TYPE, f"venter {expected(kind)}, fikk {told(raw)}", _hint(raw))


def _hint(raw: object) -> str:
    match raw:
        case str():
            return "skriv tallet uten anførselstegn i JSON og YAML, og med desimalkomma i CSV"
        case _:
            return ""


def _out_of_range(raw: int | Decimal, why: str) -> Mistake:
    return Mistake(OUT_OF_RANGE, f"tallet {number(raw)} kan ikke brukes: {why}")


def _too_long(text: str) -> Unusable:
    reason = f"tallet {quoted(text)} er for stort eller for nøyaktig"
    return Unusable(Mistake(OUT_OF_RANGE, reason, f"et tall har høyst {MOST_DIGITS} siffer"))
