"""Values of Python as the decoder wants them: the same that the same case in JSON would give."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral

from hjemmel.facts.numbers import LONGEST_NUMERAL, not_a_number, numeral_decimal, numeral_int

_MOST_BITS = LONGEST_NUMERAL * 4
_DEEPEST = 40
"""Deeper than any case may be; a mapping that holds itself ends here."""


def raw_value(value: object, depth: int = 0) -> object:
    """A value as a file would give it. What no fact can hold is left as it is, to be told of."""
    match value:
        case bool() | str() | None:
            return value
        case Mapping() if depth < _DEEPEST:
            return {key: raw_value(each, depth + 1) for key, each in value.items()}
        case list() | tuple() if depth < _DEEPEST:
            return [raw_value(each, depth + 1) for each in value]
        case Integral():
            return _whole(int(value))
        case float() | Decimal():
            return _decimal(value)
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case _:
            return value


def _whole(value: int) -> object:
    """A number so long that writing it out takes time is cut short first: it is too long anyway."""
    huge = value.bit_length() > _MOST_BITS
    return numeral_int("9" * (LONGEST_NUMERAL + 1) if huge else str(value))


def _decimal(value: float | Decimal) -> object:
    """The digits that Python shows of a float, which are those that were written."""
    finite = value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)
    return numeral_decimal(str(value)) if finite else not_a_number(str(value))
