"""One plain value, strictly by its declared type."""

from typing import assert_never

from hjemmel.case.statements import Content, Unrecognised
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Scalar,
    Text,
    Truth,
    Whole,
    Year,
)
from hjemmel.facts import numbers, times
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.names import composed, folded, is_empty, listed, one_line, quoted, suggestion
from hjemmel.facts.unseen import unseen_sign
from hjemmel.facts.value_problems import UNKNOWN_VALUE, WRONG_TYPE
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.wording import expected, told

LONGEST_TEXT = 10_000
YES_AND_NO = {"ja": True, "nei": False}


def decode_scalar(raw: object, kind: Scalar, vocabulary: Vocabulary) -> Content | Mistake:  # noqa: C901, PLR0912 - one line for each type
    """The value, or what is wrong with it."""
    match kind:
        case Truth() | Assessed():
            return _truth(raw, kind)
        case Text():
            return decode_text(raw)
        case Date():
            return times.act(raw)
        case Year():
            return numbers.year(raw)
        case Quarter():
            return times.quarter(raw)
        case Month():
            return times.month(raw)
        case Whole():
            return numbers.whole(raw)
        case Fraction():
            return numbers.fraction(raw)
        case Money():
            return numbers.money(raw)
        case Months():
            return times.months(raw)
        case Days():
            return times.days(raw)
        case Enumerated():
            return _enumerated(raw, kind, vocabulary)
        case Registered():
            return _registered(raw, kind, vocabulary)
        case _:
            assert_never(kind)


def decode_text(raw: object, kind: Scalar | None = None) -> str | Mistake:
    """A text with something in it, in one line, with nothing that cannot be seen."""
    if isinstance(raw, Unusable):
        return raw.mistake
    if not isinstance(raw, str) or is_empty(raw):
        return Mistake(WRONG_TYPE, f"venter {expected(kind or Text())}, fikk {told(raw)}")
    if len(raw) > LONGEST_TEXT:
        reason = f"teksten er på {len(raw)} tegn; en tekst har høyst {LONGEST_TEXT}"
        return Mistake(WRONG_TYPE, reason)
    text = one_line(composed(raw))
    return unseen_sign(text) or text


def _truth(raw: object, kind: Truth | Assessed) -> bool | Mistake:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and folded(raw) in YES_AND_NO:
        return YES_AND_NO[folded(raw)]
    return Mistake(WRONG_TYPE, f"venter {expected(kind)}, fikk {told(raw)}")


def _enumerated(raw: object, kind: Enumerated, vocabulary: Vocabulary) -> str | Mistake:
    if isinstance(raw, str) and (found := vocabulary.known_name(raw, kind)) is not None:
        return found
    text = decode_text(raw, kind)
    if isinstance(text, Mistake):
        return text
    values = vocabulary.enumerations[kind.name]
    hint = suggestion(text, values.exact)
    allowed = f"tillatte verdier er {listed(values.exact.values())}"
    reason = f"{quoted(text)} er ikke en verdi av «{kind.name}»"
    return Mistake(UNKNOWN_VALUE, reason, f"{hint} {allowed}".strip())


def _registered(
    raw: object, kind: Registered, vocabulary: Vocabulary
) -> str | Unrecognised | Mistake:
    if isinstance(raw, str) and (found := vocabulary.known_name(raw, kind)) is not None:
        return found
    text = decode_text(raw, kind)
    if isinstance(text, Mistake):
        return text
    return vocabulary.registers[kind.name].unrecognised(text)
