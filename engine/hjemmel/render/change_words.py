"""Why a norm differs between two days, in words: which cause it is, and what it rests on."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from hjemmel.compare.amendments import Amendment, Shift
from hjemmel.compare.answers import Answer
from hjemmel.compare.changes import Change, Effect
from hjemmel.compare.role_changes import Handover
from hjemmel.core.program import Norm, Wording
from hjemmel.core.schema import Tenure
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.step_change_words import changes_in_words
from hjemmel.render.unasked import UNASKED
from hjemmel.source.moment import Moment, moment_in_words, period_in_words
from hjemmel.words.outcomes import standing_word
from hjemmel.words.values import listed

_ASSUMED = " (skillet er antatt)"
_MOST = 4
"""So many norms that it rests on a sentence names; then how many more there are."""


def because(change: Change) -> str:
    """All the causes of a difference, in one line."""
    return "; ".join(causes(change))


def causes(change: Change) -> tuple[str, ...]:
    """How the edition is another, then what the day did."""
    return (*amended_by(change.amendment), *_effect(change))


def amended_by(amendment: Amendment) -> Iterator[str]:
    """How an edition is another."""
    if amendment.shift:
        yield shifted(amendment.shift)
    yield from map(handed_over, amendment.handovers)
    if amendment.through:
        names = [each.norm.id for each in amendment.through]
        more = [f"{len(names) - _MOST} til"] if len(names) > _MOST else []
        those = dict.fromkeys(text for e in amendment.through for text in amended_by(e.amendment))
        yield f"bygger på {listed([*names[:_MOST], *more])}, der {'; og '.join(those)}"


def shifted(shift: Shift) -> str:
    """«ordlyden fra 1. januar 2024 gjelder; før gjaldt ordlyden fra … til og med …»."""
    before, after = shift.before, shift.after
    now = "ingen ordlyd gjelder lenger"
    if after:
        now = f"ordlyden {_either(map(_from, after))} gjelder"
    then = f"ordlyden {_either(map(_lasting, before))}" if before else "ingen ordlyd"
    assumed = any(each.assumed_start for each in after) or any(each.assumed_end for each in before)
    return f"{now}; før gjaldt {then}{_ASSUMED if assumed else ''}"


def _either(periods: Iterable[str]) -> str:
    """One, or the one or the other where it is not known which."""
    return ", eller ".join(periods)


def handed_over(handover: Handover) -> str:
    """«skjønnet ligger hos en annen: … var myndigheten til og med …; nå er det departementet»."""
    before, after, role = handover.before, handover.after, handover.role
    then = f"{before.holder} var {role}{_until(before)}" if before else f"ingen var {role}"
    now = f"nå er det {after.holder}" if after else "nå er det ingen"
    return f"skjønnet ligger hos en annen: {then}; {now}{_ASSUMED if handover.is_assumed else ''}"


def word_of(found: Verdict) -> str:
    """The word with the kinds of unknown: «uavklart: mangler, skjønn»."""
    return full_word(found, missing(found))


def answer_in_words(norm: Norm, given: Answer | None) -> str:
    """The same word, of an answer by itself; none where nothing was asked."""
    if given is None:
        return ""
    word = standing_word(norm, given.outcome, given.effect)
    unknown = ", ".join(kind.value for kind in given.unknown)
    return f"{word}: {unknown}" if unknown else word


def answer(found: Verdict) -> str:
    """The word, and the level where the norm is asked: «oppfylt (forskrift)», «ikke aktuell»."""
    word = word_of(found)
    return word if found.outcome in UNASKED else f"{word} ({found.level.value})"


def answers(change: Change) -> str:
    """Both verdicts: «oppfylt (forskrift) → brutt (forskrift)», or that it is the same."""
    before, after = answer(change.before), answer(change.after)
    return f"{before} begge dager" if before == after else f"{before} → {after}"


def passing(change: Change) -> tuple[str, ...]:
    """What the passing of days turned."""
    return changes_in_words(change.after.case.book, change.steps)


def _effect(change: Change) -> Iterator[str]:
    told = "; ".join(passing(change))
    match change.effect:
        case Effect.NONE | Effect.EDITION:
            return
        case Effect.DAY if change.amendment.is_empty:
            yield told or "grunnen er en annen"
        case Effect.DAY:
            yield f"men det er bare dagen som endrer verdiktet: {told}"
        case Effect.TOGETHER:
            yield f"verdiktet er endret bare fordi også dagen er en annen: {told}"
        case Effect.EACH:
            yield f"også dagen er en annen: {told}"
            day, edition = (answer_in_words(change.norm, each)
                            for each in (change.by_day, change.by_edition))  # fmt: skip
            yield f"den nye dagen med den gamle ordlyden hadde gitt «{day}»"
            yield f"den gamle dagen med den nye ordlyden «{edition}»"
        case _:
            assert_never(change.effect)


def _from(wording: Wording) -> str:
    return _start(wording.start) or _lasting(wording)


def _lasting(wording: Wording) -> str:
    return period_in_words(wording.start, wording.end)


def _start(day: Moment | None) -> str:
    return f"fra {moment_in_words(day)}" if day else ""


def _until(tenure: Tenure) -> str:
    return f" til og med {moment_in_words(tenure.end)}" if tenure.end else ""
