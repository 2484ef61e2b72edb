"""What became of a sentence from one edition to the next, and how that is known."""

from enum import Enum

from attrs import frozen

from hjemmel.traceability.editions.places import Stated


class Fate(Enum):
    """What became of the words of a sentence; the value is its name in JSON."""

    SAME = "uendret"
    SIGNS = "bare tegn"
    CHANGED = "endret"
    NEW = "ny"
    GONE = "borte"
    UNSETTLED = "ikke avgjort"


class Basis(Enum):
    """How it is known; the value is its name in JSON."""

    FINGERPRINT = "fingeravtrykk"
    TEXT = "gammel tekst"
    FOUND = "funnet igjen"
    PLACE = "sted og rekkefølge"


@frozen
class Shift:
    """Where a sentence stood and where it stands; `is_moved` where more than a number differs."""

    before: str
    now: str
    is_moved: bool


@frozen
class Change:
    """One sentence: its id in the account, where it stands now, and the text it had, if known.

    `place` is where it stood in words, of a new one where it stands. `source`, `home` and `part`
    are the source, the provision and the part in which it stands now.
    """

    fate: Fate
    basis: Basis
    old: str = ""
    now: Stated | None = None
    before: str | None = None
    shift: Shift | None = None
    place: str = ""
    source: str = ""
    home: str = ""
    part: str = ""

    @property
    def differs(self) -> bool:
        """Whether there is anything to do about it."""
        return self.fate is not Fate.SAME or self.shift is not None
