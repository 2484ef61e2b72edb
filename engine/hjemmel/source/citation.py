"""The place in the law that a norm rests on."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen

from hjemmel.source.provisions import provision_in

_GENERAL = ("lov", "forskrift", "vedtekt", "reglement")
"""Sources that are called only by their kind: what they say needs no name in a table."""


@frozen
class Level:
    """A source of law as the level of what rests on it.

    `value` is its name and `cited` the form it is cited by, where that is another («forskriften»):
    how it is written makes it no other source.
    `rank` is 0 for the highest source. What rests on a source that `binds` is breached where it
    fails; what rests on another is departed from. `failure` is the word for either.
    """

    value: str
    rank: int
    failure: str = "brutt"
    binds: bool = True
    cited: str = field(default="", eq=False)

    REGULATION: ClassVar["Level"]
    GUIDE: ClassVar["Level"]
    PAGE: ClassVar["Level"]

    @property
    def name(self) -> str:
        """What it is called in a citation."""
        return self.cited or self.value


Level.REGULATION = Level("forskrift", 0)
Level.GUIDE = Level("veileder", 1, "fraveket", binds=False)
Level.PAGE = Level("nettside", 2, "fraveket", binds=False)
UNDECLARED = (Level.REGULATION, Level.GUIDE, Level.PAGE)
"""The sources that a rulebook may cite without having declared them."""


@frozen
class Citation:
    """One citation as a lawyer would write it, with the ids of the sentences it covers.

    `provision` is «§ 4-2», «artikkel 6» or «pkt. 4.1»; `part` is «første ledd bokstav b»,
    «nr. 1 til 3» or empty. What it `is_compared` with only, nothing is said to rest on: «jf. …».
    """

    level: Level
    provision: str
    part: str = ""
    sentences: tuple[str, ...] = ()
    is_compared: bool = False

    def __str__(self) -> str:
        return self._written(self.level.name)

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways to write the citation: by the source's name, and by the form it is cited by."""
        names = dict.fromkeys((self.level.name, self.level.value))
        return tuple(map(self._written, names))

    @property
    def short(self) -> str:
        """The citation in a table: the law's own provisions need no source name."""
        text = str(self)
        is_law = self.level.value in _GENERAL and self.level.binds
        return text.removeprefix(f"{self.level.name} ") if is_law else text

    def within(self, place: str) -> str:
        """The citation of what stands at a place: what the heading says, needs no source name."""
        if provision_in(place) != self.provision:
            return self.short
        return " ".join(filter(None, (self.provision, self.part)))

    @property
    def bare(self) -> str:
        """The citation without what says that it is only compared with."""
        return " ".join(filter(None, (self.level.name, self.provision, self.part)))

    def _written(self, name: str) -> str:
        before = COMPARED if self.is_compared else ""
        return " ".join(filter(None, (before, name, self.provision, self.part)))


COMPARED = "jf."
"""What stands before a citation that nothing is said to rest on."""


def resting(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations that something is said to rest on."""
    return tuple(each for each in citations if not each.is_compared)


def compared(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations that are only compared with."""
    return tuple(each for each in citations if each.is_compared)


def highest(citations: tuple[Citation, ...]) -> Level:
    """The highest level among those rested on, which is the level of the norm they carry."""
    return min((each.level for each in resting(citations)), key=lambda level: level.rank)
