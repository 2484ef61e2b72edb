"""What it takes: steps that somebody may take in a case, and where they lead."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from attrs import field, frozen

from hjemmel.backends.terms.term import Path as Names
from hjemmel.case.observation import Path
from hjemmel.core.outcome import Outcome
from hjemmel.explain.missing import Missing
from hjemmel.explain.verdict import Verdict


class Basis(Enum):
    """What an answer rests on."""

    PROVED = "bevist"
    """A solver found these, and that there are none smaller."""
    TRIED = "prøvd"
    """These are the smallest of those that were tried. There may be others."""


class Reason(Enum):
    """Why something is tried, and not proved."""

    NO_PROVER = "løseren er ikke installert"
    SPENT = "løseren brukte opp arbeidet den fikk"
    OTHERWISE = "løseren leser saken på en annen måte enn motoren"


class Change(Enum):
    """What is done with a thing of a case."""

    TELL = "oppgi"
    """It was not known; now it is told."""
    ALTER = "endre"
    """It was told otherwise."""
    ADD = "legg til"
    """A list gets one entry more."""
    COMPLETE = "si at listen er hel"
    """A list that was known in part has no more entries than are told."""
    REMOVE = "ta bort"
    """A list has one entry less."""
    HAVE = "ha"
    """The case gets something that it does not have, such as an application."""


@frozen
class Step:
    """One thing to tell, or to change. `value` is content as a case has it: of an entry, a record.

    `path` is where it stands in what is told. `is_example` says that other values do as well.
    """

    change: Change
    path: Path
    value: Any = None
    is_example: bool = False


@frozen
class Way:
    """Some steps, none of which can be spared, and the verdict that the engine then gives."""

    steps: tuple[Step, ...]
    cost: int
    verdict: Verdict = field(eq=False, repr=False)

    @property
    def outcome(self) -> Outcome:
        """Where they lead."""
        return self.verdict.outcome


@frozen
class Ways:
    """The cheapest ways to an outcome; `is_all` says that there are no others."""

    outcome: Outcome
    found: tuple[Way, ...]
    is_all: bool = False


@frozen
class Settling:
    """What could settle an open verdict, and what does so whatever it turns out to be.

    `needed` is None where no facts are known to settle it. Where it is proved that none do, it is
    open for another reason, such as a question of interpretation: `open_still` are such reasons.
    `reason` says why it is not proved, or, where it is, why there may be more than was found.
    """

    before: Verdict = field(eq=False, repr=False)
    ways: tuple[Ways, ...]
    needed: tuple[Path, ...] | None
    open_still: tuple[Missing, ...]
    basis: Basis
    reason: Reason | None = None
    tried: int = 0
    within: Mapping[Names, int] = field(factory=dict)


@frozen
class Turning:
    """What would turn a verdict that fails."""

    before: Verdict = field(eq=False, repr=False)
    ways: Ways
    basis: Basis
    reason: Reason | None = None
    tried: int = 0
    within: Mapping[Names, int] = field(factory=dict)


@frozen
class Settled:
    """Nothing is open, and nothing fails."""

    before: Verdict = field(eq=False, repr=False)


Answer = Settling | Turning | Settled
