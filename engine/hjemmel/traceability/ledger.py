"""What is written down beside the rules: the sentences, those set aside, the norms expected."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from attrs import frozen

from hjemmel.core.program import Kind

Days = Mapping[str, tuple[date | None, date | None]]
"""The first and the last day of some sentences; None is open."""
ALWAYS: Days = {}


class Ground(Enum):
    """Why a sentence is no norm's. The list is closed: what fits none of these is a norm."""

    BACKGROUND = "bakgrunn"
    PURPOSE = "formål"
    REFERENCE = "henvisning"
    INTRODUCTION = "innledning"
    REPETITION = "gjentar"


@frozen
class Entry:
    """A sentence as the account knows it: where it stands, and what its text hashes to.

    `since` is the first day that the source had it, `until` the last; None is open.
    """

    place: str
    fingerprint: str
    source: str = ""
    provision: str = ""
    part: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_current(self) -> bool:
        """Whether the newest edition that the account knows has it."""
        return self.until is None


@frozen
class SetAside:
    """A sentence that no norm rests on, why, and the sentence that it repeats, if any."""

    ground: Ground
    note: str
    repeats: str = ""

    def __str__(self) -> str:
        return f"{self.ground.value} {self.repeats}".rstrip()


@frozen
class Expected:
    """A norm found in the sources by reading them, before any rule was written.

    It models its sentences, but for those that it only `mentioned`. One that is a part of another
    is listed because it is of another level or kind, and is not counted with the norms.
    """

    id: str
    sentences: tuple[str, ...]
    level: str
    kind: Kind
    presumed: bool
    mentioned: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def modelled(self) -> tuple[str, ...]:
        """The sentences that it is to model."""
        return tuple(each for each in self.sentences if each not in self.mentioned)


@frozen
class Ledger:
    """The whole of it, in the order in which it was written."""

    sentences: Mapping[str, Entry]
    set_aside: Mapping[str, SetAside]
    expected: tuple[Expected, ...]

    @property
    def days(self) -> Days:
        """The first and the last day of the sentences that have not always been in their source."""
        return {name: (each.since, each.until) for name, each in self.sentences.items()
                if each.since or each.until}  # fmt: skip
