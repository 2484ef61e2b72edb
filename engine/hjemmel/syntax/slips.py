"""Slips of the hand inside a line that are known by what stands there and what could have stood."""

import re
from collections.abc import Set as AbstractSet

from attrs import frozen

from hjemmel.source.days import month_called

_MONTH = re.compile(r"([^\W\d_]+\.?) (\d{4})(?![\w-])")
_YEAR = re.compile(r"(\d{4})(?![\w-])")


@frozen
class Slip:
    """The words that are wrong, what to do, and what may be written instead where that is all."""

    words: str
    help: str
    instead: str = ""


def slip(rest: str, accepted: AbstractSet[str]) -> Slip | None:
    """What is known of the rest of a line, where one of `accepted` was to begin it."""
    if "TIL_OG_MED" in accepted and (found := re.match(r"til(?![\w-])(?! og med)", rest)):
        help = "«til» alene sier ikke om dagen selv er med: skriv «til og med»"
        return Slip(found[0], help, "til og med")
    if {"DATO", "EN_DAG_I"} <= accepted and (span := _span_of_days(rest)):
        help = f"skriv dagen; er den ikke kjent, skriv «en dag i {span}»"
        return Slip(span, help)
    return None


def _span_of_days(rest: str) -> str:
    """«januar 2024» or «2024», where one day was to stand."""
    month, year = _MONTH.match(rest), _YEAR.match(rest)
    if month and month_called(month[1]) is not None:
        return month[0]
    return year[0] if year else ""
