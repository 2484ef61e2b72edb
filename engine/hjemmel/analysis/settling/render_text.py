"""What it takes, as a page that a lawyer reads."""

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from hjemmel.analysis.settling.answers import (
    Answer,
    Basis,
    Settled,
    Settling,
    Step,
    Turning,
    Ways,
)
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.step_words import StepWords
from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import full_word, missing
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.render.missing_words import lacking
from hjemmel.render.reason_text import head, item
from hjemmel.words.values import listed

_ROLES = {Outcome.MET: "met", Outcome.BROKEN: "broken"}


def page(judging: Judging, answer: Answer, width: int) -> list[Line]:
    """The norm and how it stands, and what it takes that it stands otherwise."""
    before = answer.before
    lines = list(head(before, full_word(before, missing(before)), width))
    words = StepWords(judging)
    lines.append(())
    match answer:
        case Settling():
            lines += _settling(answer, words, width)
        case Turning():
            lines += _turning(answer, words, width)
        case Settled():
            lines += _told(NOTHING_OPEN, width, 2)
        case _:
            assert_never(answer)
    return lines


def _settling(found: Settling, words: StepWords, width: int) -> Iterator[Line]:
    yield (Segment("Det som kan avgjøre det", "heading"),)
    if not found.ways:
        yield from _told(nothing_settles(found), width, 2)
    for each in found.ways:
        yield from _ways(each, words.answer, ", hvis", width)
    yield ()
    if found.needed is not None:
        yield (Segment("Det som avgjør det, hva svarene enn blir", "heading"),)
        for path in found.needed:
            yield from item("–", words.fact(path), "value", 0, width)
    elif found.open_still:
        yield (Segment("Det som er åpent, hva som enn oppgis", "heading"),)
        for lack in found.open_still:
            yield from item("–", lacking(lack), "undecided", 0, width)
    else:
        told = "Det er ikke funnet opplysninger som avgjør det, hva svarene enn blir."
        yield from _told(told, width, 2)
    yield ()
    yield from _told(grounds(found), width, 2)


def _turning(found: Turning, words: StepWords, width: int) -> Iterator[Line]:
    yield (Segment("Det som skal til", "heading"),)
    if found.ways.found:
        yield from _ways(found.ways, words.step, ":", width)
    else:
        yield from _told(nothing_turns(found), width, 2)
    yield ()
    yield from _told(ONLY_AHEAD, width, 2)
    yield from _told(grounds(found), width, 2)


def _ways(of: Ways, said: Callable[[Step], str], lead: str, width: int) -> Iterator[Line]:
    first, *_ = of.found
    for part in wrapped(f"{first.verdict.word}, etter {rests_on(of)}{lead}", width - 2):
        yield (Segment(f"  {part}", _ROLES.get(of.outcome, "value")),)
    for number, way in enumerate(of.found):
        for place, step in enumerate(way.steps):
            sign = "  og" if place else "eller" if number else "–"
            yield from item(sign, said(step), "muted", 4, width)
    if not of.is_all:
        yield from _told("Det kan finnes flere måter.", width, 4)


def rests_on(of: Ways) -> str:
    """What the verdict that the ways lead to rests on."""
    first, *_ = of.found
    return listed([str(each) for each in first.verdict.citations if not each.is_compared])


def nothing_settles(found: Settling) -> str:
    """What is said where there are no ways to settle it."""
    is_sure = found.basis is Basis.PROVED and found.reason is None
    none = "Ingen opplysninger i saken kan avgjøre det."
    return none if is_sure else "Det er ikke funnet opplysninger som kan avgjøre det."


def nothing_turns(found: Turning) -> str:
    """What is said where there are no ways to turn it."""
    none = "Ingen endring av det som kan endres, er nok."
    return none if found.ways.is_all else "Det er ikke funnet noen endring som er nok."


NOTHING_OPEN = "Normen er ikke uavklart, og ikke brutt: her er det ikke noe som skal til."
ONLY_AHEAD = "Dager som er gått, er ikke endret, og normen gjelder fortsatt."


def grounds(found: Settling | Turning) -> str:
    """What an answer rests on."""
    match found.basis:
        case Basis.PROVED:
            least = f"Bevist med en løser at ingen mindre er nok{_within(found.within)}."
            more = (
                " Løseren brukte opp arbeidet sitt, så det kan finnes flere."
                if found.reason
                else ""
            )
            return f"{least} Hver måte er vurdert på nytt.{more}"
        case Basis.TRIED:
            why = found.reason.value if found.reason else ""
            told = f"Prøvd i {found.tried} saker, og ikke bevist: {why}."
            return f"{told} Det kan finnes andre måter, også mindre."
        case _:
            assert_never(found.basis)


def _within(lists: Mapping[tuple[str, ...], int]) -> str:
    told = [f"{'.'.join(path)} med inntil {most}" for path, most in lists.items()]
    return f" (lister: {listed(told)})" if told else ""


def _told(text: str, width: int, indent: int) -> Iterator[Line]:
    for part in wrapped(text, width - indent):
        yield (Segment(" " * indent), Segment(part, "muted"))
