"""What came out otherwise on another day, in words."""

from collections.abc import Iterable
from typing import assert_never

from hjemmel.compare.step_changes import (
    Dated,
    Kept,
    Lapsed,
    NormTurned,
    Otherwise,
    Revalued,
    State,
    StepChange,
    Turned,
)
from hjemmel.explain.finding import Result
from hjemmel.explain.seen import Seen
from hjemmel.provenance.book import Book
from hjemmel.render.seen_words import in_words, seen_in_words
from hjemmel.render.step_words import step_in_words
from hjemmel.source.days import day_in_words
from hjemmel.words.phrases import about_norm, words

_ANSWERS = {Result.HOLDS: "ja", Result.FAILS: "nei"}


def changes_in_words(book: Book, changes: Iterable[StepChange]) -> tuple[str, ...]:
    """Each change in a few words, each once."""
    return tuple(dict.fromkeys(_change(book, each) for each in changes))


def _change(book: Book, change: StepChange) -> str:
    match change:
        case Turned(asked=asked, seen=seen):
            told = f" ({in_words(book, seen)})" if seen else ""
            states = _states(change.before, change.after)
            return f"{words(book, asked.node, asked.names)}{told}: {states}"
        case Dated(days=days):
            states = _states(change.before, change.after)
            by = " eller ".join(words(book, each, {}) for each in days)
            return f"en ordlyd er i kraft, regnet etter {by}: {states}"
        case NormTurned(ref=ref):
            states = _states(change.before, change.after)
            return f"{about_norm(book, ref)}: {states} (se {ref.norm})"
        case Lapsed(last=last):
            return f"fristen {day_in_words(last)} er ute"
        case Kept(seen=seen):
            return f"fristen er holdt: {_seen(book, seen)}"
        case Otherwise(seen=seen):
            return _seen(book, seen)
        case Revalued(before=before, after=after):
            values = f"{seen_in_words(book, before)} → {seen_in_words(book, after)}"
            return f"{step_in_words(book, after)}: {values}"
        case _:
            assert_never(change)


def _seen(book: Book, seen: Seen | None) -> str:
    return in_words(book, seen) if seen else ""


def _states(before: State, after: State) -> str:
    return f"{_state(before)} → {_state(after)}"


def _state(state: State) -> str:
    """«ja», «holder ikke», «uavklart (vurdert 10. mai 2024, etter vurderingsdagen)»."""
    if state.is_of_fact and state.result in _ANSWERS:
        return _ANSWERS[state.result]
    notes = "; ".join(each.words for each in state.notes)
    return f"{state.result.value} ({notes})" if notes else state.result.value
