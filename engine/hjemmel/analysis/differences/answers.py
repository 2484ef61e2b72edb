"""What can be said of one norm in two versions of a rulebook."""

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

from hjemmel.backends.terms.term import Path
from hjemmel.core.outcome import Outcome, Stage

Standing = tuple[Outcome, Stage]


class Basis(Enum):
    """What an answer rests on."""

    SAME_TERMS = "samme ledd"
    """Both ask the same thing, written in another way or not: so nothing was left to prove."""
    PROVED = "bevist"
    """A solver found that there is no case that tells them apart."""
    TRIED = "prøvd"
    """No case that was tried tells them apart. There may be others."""


class Reason(Enum):
    """Why something is tried, and not proved."""

    NO_PROVER = "løseren er ikke installert"
    SPENT = "løseren brukte opp arbeidet den fikk"
    REDECLARED = "opplysninger er erklært på en annen måte"


@frozen
class Unchanged:
    """The norm stands the same in every case, or in every one that was tried.

    `within` are lists of which only so many entries were looked at: what is proved is proved for
    lists that long. `reason` says why it is tried, and not proved; `tried` in how many cases.
    """

    norm: str
    basis: Basis
    within: Mapping[Path, int] = field(factory=dict)
    reason: Reason | None = None
    tried: int = 0


@frozen
class Changed:
    """The norm stands otherwise in a case, which both versions have judged.

    `case` is the case as JSON, ready to be read again. `is_smallest` says whether it is proved that
    no case that tells of fewer things, and is as settled, shows a difference.
    """

    norm: str
    case: str
    before: Standing
    after: Standing
    is_smallest: bool = False


@frozen
class Added:
    """Only the new version has the norm."""

    norm: str


@frozen
class Removed:
    """Only the old version has the norm."""

    norm: str


@frozen
class Unasked:
    """The norm asks of something that is changed, and was not looked into: it may stand otherwise.

    Enough others that rest on the same have been shown.
    """

    norm: str


Answer = Unchanged | Changed | Added | Removed | Unasked
