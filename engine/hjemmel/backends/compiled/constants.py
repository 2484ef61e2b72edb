"""Values as Python text. Nothing a rulebook says gets into the source in any other way."""

from datetime import date
from decimal import Decimal
from typing import Any


def constant_text(value: Any) -> str:
    """An expression whose value is exactly `value`; TypeError for what no rule can hold.

    The type is compared exactly: the `repr` of a subclass could say anything.
    """
    kind = type(value)
    if kind in (bool, int, str) or value is None:
        return repr(value)
    if kind is date:
        return f"date({value.year}, {value.month}, {value.day})"
    if kind is Decimal:
        return f"Decimal({str(value)!r})"
    raise TypeError(f"a rule cannot hold a value of type {kind.__name__}")


def is_direct(value: Any) -> bool:
    """True where Python itself keeps the value as a constant of the function."""
    return value is None or type(value) in (bool, int, str)
