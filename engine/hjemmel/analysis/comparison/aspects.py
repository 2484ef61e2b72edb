"""What is another of a norm besides what it asks: what it is called, rests on, and assumes."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from attrs import frozen

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Interpretation, Norm
from hjemmel.core.walk import nodes_of
from hjemmel.source.moment import period_in_words
from hjemmel.words.outcomes import outcome_word
from hjemmel.words.periods import assumption, choice, suspension
from hjemmel.words.values import listed


class Aspect(Enum):
    """What of a norm is another, in the words of who reads of it."""

    ID = "kjennemerke"
    TITLE = "tittel"
    PLACE = "sted"
    KIND = "slag"
    SUBJECT = "gjelder for"
    LEVEL = "nivå"
    WORD = "ord i verdiktet"
    CITATIONS = "hjemmel"
    PERIOD = "i kraft"
    SUSPENDED = "ikke i kraft"
    ASSUMED = "antatt"
    CHOSEN = "valgt dag"
    PRESUMED = "forutsatt"
    DUTY = "plikten ligger på"
    RIGHT = "retten ligger hos"
    ASKED_WITH = "søkes med"
    READING = "tolkning"
    NOT_ASKED = "tolkning i en annen ordlyd"
    OWN_WORDS = "med egne ord"
    ORDER = "rekkefølge"
    READ = "lest tilbake"


@frozen
class Difference:
    """What was said of an aspect and is not, and what is said now and was not."""

    aspect: Aspect
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_lost(self) -> bool:
        """Whether something is gone, and nothing has come instead."""
        return bool(self.before) and not self.after

    @property
    def is_new(self) -> bool:
        """Whether something has come, and nothing is gone."""
        return bool(self.after) and not self.before


def difference(aspect: Aspect, before: Iterable[str], after: Iterable[str]) -> Difference | None:
    """What differs between two sequences; where only the order does, both of them."""
    was, now = tuple(filter(None, before)), tuple(filter(None, after))
    if was == now:
        return None
    lost = tuple(each for each in was if each not in now)
    new = tuple(each for each in now if each not in was)
    return Difference(aspect, lost, new) if lost or new else Difference(aspect, was, now)


def aspects(old: Norm, new: Norm) -> tuple[Difference, ...]:
    """All that is another of a norm, in a fixed order."""
    found = (difference(aspect, said(old), said(new)) for aspect, said in _SAID.items())
    return tuple(each for each in found if each is not None)


def _words(of: Norm) -> Iterator[str]:
    """What its verdicts are called when it holds and fails, by each of its wordings."""
    pairs = dict.fromkeys(
        tuple(outcome_word(of, each, one) for one in (Outcome.MET, Outcome.BROKEN))
        for each in of.wordings
    )
    yield from (" / ".join(each) for each in pairs)


def _periods(of: Norm) -> Iterator[str]:
    yield from (period_in_words(each.start, each.end) for each in of.wordings)


def _presumed(of: Norm) -> Iterator[str]:
    if of.presumption:
        yield "kilden forutsetter normen uten å påby den"
        return
    for each in of.wordings:
        if each.presumed:
            period = period_in_words(each.start, each.end)
            yield f"kilden forutsetter normen uten å påby den ({period})"


def _read_as(of: Interpretation) -> str:
    readings = listed([f"«{each.words}»" for each in of.readings])
    taken = f"valgt: «{of.chosen}»" if of.chosen else "ingen er valgt"
    return f"{of.question} Lesemåter: {readings}; {taken}; {_cited(of.citations)}"


def _not_asked(of: Norm) -> Iterator[str]:
    """The wordings in which a question of the norm does not stand: whoever wrote them otherwise has
    closed it, or left it behind."""
    for question in of.questions:
        clauses = {each.clause for each in of.interpretations if each == question}
        for each in of.editions:
            there = {node.origin.id for clause in each.clauses for node in nodes_of(clause)}
            if not clauses & there:
                period = period_in_words(each.wording.start, each.wording.end)
                yield f"{question.question} Ordlyden {period} stiller ikke spørsmålet"


def _cited(of: Iterable[object]) -> str:
    return f"etter {'; '.join(map(str, of))}"


_SAID: dict[Aspect, Callable[[Norm], Iterable[str]]] = {
    Aspect.ID: lambda of: (of.id,),
    Aspect.TITLE: lambda of: (of.title,),
    Aspect.PLACE: lambda of: (of.place,),
    Aspect.KIND: lambda of: (of.kind.value,),
    Aspect.SUBJECT: lambda of: (of.subject,),
    Aspect.LEVEL: lambda of: dict.fromkeys(each.level.name for each in of.wordings),
    Aspect.WORD: _words,
    Aspect.CITATIONS: lambda of: dict.fromkeys(
        str(one) for each in of.wordings for one in each.all_citations
    ),
    Aspect.PERIOD: _periods,
    Aspect.SUSPENDED: lambda of: map(suspension, of.suspensions),
    Aspect.ASSUMED: lambda of: map(assumption, of.wordings),
    Aspect.CHOSEN: lambda of: map(choice, of.wordings),
    Aspect.PRESUMED: _presumed,
    Aspect.DUTY: lambda of: dict.fromkeys(one for each in of.wordings for one in each.duty_on),
    Aspect.RIGHT: lambda of: dict.fromkeys(one for each in of.wordings for one in each.right_of),
    Aspect.ASKED_WITH: lambda of: (of.asked_with,),
    Aspect.READING: lambda of: map(_read_as, of.questions),
    Aspect.NOT_ASKED: _not_asked,
    Aspect.OWN_WORDS: lambda of: (of.own_words, *(each.own_words for each in of.wordings)),
}
"""What a norm says of each aspect, in order."""
