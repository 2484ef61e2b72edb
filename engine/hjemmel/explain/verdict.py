"""Verdicts: how each norm stands in a case. The reason is worked out when it is asked for."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from attrs import field, frozen

from hjemmel.case.observation import Path
from hjemmel.case.statements import nowhere
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Norm, Suspension, Wording
from hjemmel.explain import missing as gaps
from hjemmel.explain import trace
from hjemmel.explain.finding import Finding
from hjemmel.explain.missing import Missing
from hjemmel.explain.standing import Standing, citations, standing, suspensions
from hjemmel.explain.unread import Unread, unread
from hjemmel.provenance import decisive
from hjemmel.provenance.situation import Situation
from hjemmel.source.citation import Citation, Level

T = TypeVar("T")


@frozen(eq=False)
class Verdict:
    """How a norm stands, under which wording, and the case it was found in.

    `word` is the word of kind and level; an undecided verdict is just
    «uavklart» here, since why it is takes a search: see `full_word`.
    """

    norm: Norm
    stands: Standing
    case: Situation = field(repr=False)

    @property
    def outcome(self) -> Outcome:
        """Whether it holds, in words that fit every kind of norm."""
        return self.stands.outcome

    @property
    def stage(self) -> Stage:
        """The stage at which that was decided."""
        return self.stands.stage

    @property
    def wording(self) -> Wording | None:
        """The wording in force; None where none is, or it is not settled which."""
        return self.stands.wording

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The wordings that may be in force, where one is: mostly that one."""
        return self.stands.wordings

    @property
    def own_words(self) -> str:
        """What its author says of the norm, and of the wordings that may be in force."""
        said = (self.norm.own_words, *(each.own_words for each in self.wordings))
        return " ".join(filter(None, said))

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The editions of that day that nobody has read, of what it rests on."""
        return unread(self.case, self.norm, self.wordings)

    @property
    def level(self) -> Level:
        """The level of the sources it rests on."""
        return self.stands.level

    @property
    def word(self) -> str:
        """The word of its kind and level."""
        return self.stands.word

    @property
    def effect(self) -> Effect:
        """What it amounts to: a breach, a departure, a refusal, or none."""
        return self.stands.effect

    @property
    def suspensions(self) -> tuple[Suspension, ...]:
        """Why no wording is in force, where it is not on the days that decide."""
        return suspensions(self.case, self.norm)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those of the wordings that may be in force; of all where none is known to be, and of what
        says that none is."""
        suspending = (one for each in self.suspensions for one in each.citations)
        return tuple(dict.fromkeys((*citations(self.norm, self.wordings), *suspending)))


def verdict(case: Situation, norm: Norm) -> Verdict:
    """How one norm stands in the case."""
    return Verdict(norm, standing(case, norm), case)


def marking(found: Verdict) -> decisive.Marking:
    """The decisive nodes and facts."""
    return decisive.marking(found.case, found.norm, found.stage)


def decisive_facts(found: Verdict) -> tuple[Path, ...]:
    """The decisive facts by place in the source, then by path."""
    case, norm = found.case, found.norm
    return case.remembered(norm.id, "avgjør", lambda: marking(found).facts)


def reason(found: Verdict) -> tuple[Finding, ...]:
    """Why, as a tree of findings."""
    case, norm = found.case, found.norm
    return case.remembered(norm.id, "grunn", lambda: trace.reason(case, norm, found.stage))


def missing(found: Verdict) -> tuple[Missing, ...]:
    """What is missing where the verdict is undecided."""
    if found.outcome is not Outcome.UNDECIDED:
        return ()
    case, norm = found.case, found.norm
    return told_of(found, "mangler", lambda: gaps.missing(case, norm, found.outcome, found.stage))


def told_of(found: Verdict, what: Hashable, make: Callable[[], T]) -> T:
    """What was told of a verdict like this one, with what it lacks; else what is made now.

    What is missing has a cell of its own where the case was read from a table.
    """
    case = found.case
    if found.outcome is Outcome.UNDECIDED and case.observation.place_of is not nowhere:
        return make()
    return case.remembered(found.norm.id, what, make)


def full_word(found: Verdict, lacks: tuple[Missing, ...]) -> str:
    """The word with the kinds of unknown: «uavklart: mangler, skjønn»."""
    kinds = ", ".join(kind.value for kind in gaps.kinds(lacks))
    return f"{found.word}: {kinds}" if kinds else found.word
