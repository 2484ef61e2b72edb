"""The place in the law that a norm rests on."""

from enum import Enum

from attrs import frozen


class Level(Enum):
    """The legal level of a source, highest first."""

    REGULATION = "forskrift"
    GUIDE = "veileder"
    PAGE = "nettside"

    @property
    def rank(self) -> int:
        """0 for the highest level."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


@frozen
class Citation:
    """One citation as a lawyer would write it, with the ids of the sentences it covers.

    `provision` is «§ 4-2» or «pkt. 4.1»; `part` is «første ledd», «nr. 1 til 3» or empty.
    """

    level: Level
    provision: str
    part: str = ""
    sentences: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(filter(None, (self.level.value, self.provision, self.part)))

    @property
    def short(self) -> str:
        """The citation in a table: the regulation's own provisions need no source name."""
        text = str(self)
        return text.removeprefix("forskrift ") if self.level is Level.REGULATION else text


def highest(citations: tuple[Citation, ...]) -> Level:
    """The highest level among the citations, which is the level of the norm they carry."""
    return min((citation.level for citation in citations), key=lambda level: level.rank)
