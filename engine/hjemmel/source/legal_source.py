"""A source of law, as a rulebook declares it."""

from datetime import date

from attrs import frozen

from hjemmel.source.citation import Level
from hjemmel.source.moment import Moment


@frozen
class SourceEdition:
    """A source as it was published once: from when to when it was the one in force, both
    inclusive, and whether the rules were written from it."""

    start: Moment
    end: Moment | None
    is_read: bool

    def covers(self, first: date, last: date) -> bool:
        """Whether it is surely the one in force on every day from `first` to `last`."""
        return self.start.last <= first and (self.end is None or last <= self.end.first)


@frozen
class LegalSource:
    """A source: its level, what kind of source it is, its full title, and its editions.

    `kind` is empty where nothing is said of it. Without editions, one text is all that is known.
    """

    level: Level
    kind: str = ""
    title: str = ""
    start: Moment | None = None
    editions: tuple[SourceEdition, ...] = ()
