"""What is asked for of all cases: one in which norms stand so, or one in which two differ."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import assert_never

from attrs import frozen

from hjemmel.core.outcome import Outcome, Stage

Standing = tuple[Outcome, Stage]

MET = frozenset({(Outcome.MET, Stage.REQUIREMENT)})
BROKEN = frozenset({(Outcome.BROKEN, Stage.REQUIREMENT)})
OPEN = frozenset({(Outcome.UNDECIDED, Stage.REQUIREMENT)})
APPLIES = MET | BROKEN | OPEN
"""In force, and applies: what it asks is asked."""
NO_RULE = frozenset({(Outcome.NO_RULE, Stage.IN_FORCE)})
ASIDE = frozenset({(Outcome.NOT_APPLICABLE, Stage.SUBJECT)}) | NO_RULE
"""There is nothing it is about, or it is not in force."""


@frozen
class Stands:
    """A norm stands in one of these ways."""

    norm: str
    so: frozenset[Standing]


@frozen
class StandsNot:
    """A norm stands in none of these ways."""

    norm: str
    so: frozenset[Standing]


@frozen
class Apart:
    """Two norms stand otherwise."""

    one: str
    other: str


Claim = Stands | StandsNot | Apart
Sought = tuple[Claim, ...]
"""All of it in one case."""
Standings = Mapping[str, Standing]


def norms_in(sought: Sought) -> tuple[str, ...]:
    """The norms that are spoken of, each once."""
    found: dict[str, None] = {}
    for each in sought:
        match each:
            case Apart():
                found |= {each.one: None, each.other: None}
            case _:  # is about one
                found[each.norm] = None
    return tuple(found)


def holds(sought: Sought, standings: Standings) -> bool:
    """Whether it is so where the norms stand so."""
    return all(_is_so(each, standings) for each in sought)


def _is_so(claim: Claim, standings: Standings) -> bool:
    match claim:
        case Stands():
            return standings[claim.norm] in claim.so
        case StandsNot():
            return standings[claim.norm] not in claim.so
        case Apart():
            return standings[claim.one] != standings[claim.other]
        case _:
            assert_never(claim)


def is_settled(sought: Sought, standings: Standings) -> bool:
    """Whether no norm that is spoken of is undecided."""
    return all(standings[each][0] is not Outcome.UNDECIDED for each in norms_in(sought))


class Doubt(Enum):
    """Why something is tried, and not proved, or why nobody knows."""

    NO_PROVER = "løseren er ikke installert"
    SPENT = "løseren brukte opp arbeidet den fikk"
    LONGER = "lengre lister enn dem som er sett på, kan vise mer"


class Way(Enum):
    """What an answer rests on."""

    PROVED = "bevist"
    TRIED = "prøvd"
    SHOWN = "vist"
    """By a case, which is enough where it is to be told that there is one."""


@frozen
class Found:
    """A case in which it is so, which has been written, read again and judged."""

    case: str
    standings: Standings
    is_smallest: bool


@frozen
class Never:
    """It is so in no case. `tried` is how many cases at the boundaries were gone through, where
    it is not proved."""

    way: Way
    doubt: Doubt | None = None
    tried: int = 0


PROVED, SHOWN = Never(Way.PROVED), Never(Way.SHOWN)


@frozen
class Unknown:
    """Nobody knows: neither was one found, nor is it sure that there is none."""

    doubt: Doubt
    tried: int = 0


@frozen
class Possible:
    """There is such a case; which one, was not asked."""


Screened = Possible | Never | Unknown
Shown = Found | Never | Unknown


def weakest(answers: Iterable[Never]) -> Never:
    """What several answers together rest on."""
    return max(answers, key=lambda each: (each.way is Way.TRIED, each.tried), default=PROVED)
