"""The answer on a case: a verdict of each norm, with its reason."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Any

from attrs import frozen

from hjemmel.case.observation import Unknown
from hjemmel.core.effect import Effect, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind, is_presumed
from hjemmel.engine.norms import Edition, edition_of
from hjemmel.explain import missing as gaps
from hjemmel.explain import verdict as inner
from hjemmel.explain.binding import Bound, bound_by
from hjemmel.explain.chosen_days import holders_chosen
from hjemmel.explain.finding import Result
from hjemmel.explain.presumed import concluded, presumed
from hjemmel.render.presumed_words import called, taken
from hjemmel.render.told import Told, told_reason
from hjemmel.render.verdict_json import entry
from hjemmel.source.citation import Citation, Level
from hjemmel.words.periods import choice


@frozen
class Step:
    """One step of a reason: what was asked, on what authority, what was seen, how it came out.

    `because` are the steps it rests on; `decisive` are those without which it would be another.
    """

    what: str
    citation: str
    value: str
    result: Result
    decisive: bool
    because: tuple["Step", ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""

    def __iter__(self) -> Iterator["Step"]:
        """This step and all below it, each before those it rests on."""
        yield self
        for each in self.because:
            yield from each


@frozen
class Missing:
    """What an undecided verdict lacks.

    `about` is the way to the fact in the case, and `name` what it is called; for an open question
    `about` is the question. `holder` can tell; `cell` is where it stands, or should, in a table.
    """

    about: str
    kind: Unknown
    name: str = ""
    holder: str = ""
    words: str = ""
    cell: str = ""
    readings: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Ground(Enum):
    """What a verdict rests on that the sources do not say outright."""

    ASSUMED = "antatt"
    PRESUMED = "forutsatt"
    CONCLUDED = "følger"
    CHOSEN = "valgt"


@frozen
class Basis:
    """One such thing, in the words of the rulebook."""

    ground: Ground
    words: str


@frozen(eq=False, repr=False)
class Verdict:
    """How one norm stands in the case. What takes a search is searched for when asked for.

    `outcome` fits every kind of norm; `word` is the word of its kind and level («fraveket»), and
    `effect` what it amounts to. `edition` is the wording in force, None where none is, or where
    it is not known which.
    """

    norm: str
    title: str
    kind: Kind
    level: Level
    outcome: Outcome
    effect: Effect
    citations: tuple[Citation, ...]
    edition: Edition | None
    own_words: str
    _found: inner.Verdict

    def __repr__(self) -> str:
        return f"Verdict({self.norm!r}, {self.outcome})"

    @property
    def is_finding(self) -> bool:
        """Whether a duty, prohibition, deadline or condition fails, at any level."""
        return is_finding(self.effect)

    @cached_property
    def word(self) -> str:
        """«oppfylt», «brutt», «fraveket», «uavklart: mangler» …"""
        return inner.full_word(self._found, inner.missing(self._found))

    @cached_property
    def reason(self) -> tuple[Step, ...]:
        """Why, as a tree."""
        return tuple(map(_step, told_reason(self._found)))

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing where it is undecided; else nothing."""
        return tuple(map(_missing, inner.missing(self._found)))

    @cached_property
    def binds(self) -> tuple[Bound, ...]:
        """Whom the norm binds, or gives a right, where the rulebook says so."""
        return bound_by(self._found)

    @cached_property
    def rests_on(self) -> tuple[Basis, ...]:
        """What the rulebook assumes of the edition in force, presumes, or has chosen, what follows
        from what is told, and what is taken as given because nobody has told.

        A reading that was chosen counts whether or not it mattered in this case. What is assumed
        of who held a role is not told here.
        """
        return tuple(_bases(self._found, self.edition))

    def to_json(self) -> dict[str, Any]:
        """As it stands under «verdikter» in the JSON of the command."""
        return entry(self._found)


def verdict_of(found: inner.Verdict) -> Verdict:
    """A verdict for those outside."""
    norm = found.norm
    return Verdict(
        norm.id,
        norm.title,
        norm.kind,
        found.level,
        found.outcome,
        found.effect,
        found.citations,
        edition_of(found.wording) if found.wording else None,
        found.own_words,
        found,
    )


def _bases(found: inner.Verdict, edition: Edition | None) -> Iterator[Basis]:
    if edition is not None and edition.assumed:
        yield Basis(Ground.ASSUMED, edition.assumed)
    for said in dict.fromkeys(filter(None, map(choice, found.wordings))):
        yield Basis(Ground.CHOSEN, said)
    for said in holders_chosen(found):
        yield Basis(Ground.CHOSEN, said)
    if is_presumed(found.wordings or found.norm.wordings, found.level):
        yield Basis(
            Ground.PRESUMED, f"kilden forutsetter «{found.norm.title}», men pålegger det ikke"
        )
    for followed in concluded(found):
        yield Basis(Ground.CONCLUDED, f"{taken(found.case.book, followed)} ({called(followed)})")
    for given in presumed(found):
        yield Basis(Ground.PRESUMED, f"{taken(found.case.book, given)} ({called(given)})")
    for each in found.norm.questions:
        if each.chosen is not None:
            yield Basis(Ground.CHOSEN, f"{each.question} {each.chosen}")


def _step(of: Told) -> Step:
    return Step(
        of.what,
        of.citation,
        of.value,
        of.result,
        of.decisive,
        tuple(map(_step, of.because)),
        of.notes,
        of.source,
    )


def _missing(of: gaps.Missing) -> Missing:
    return Missing(
        of.about, of.kind, of.name, of.holder, of.words, of.cell, of.readings, of.citations
    )
