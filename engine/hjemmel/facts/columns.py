"""What the columns of a table mean."""

from attrs import frozen

from hjemmel.core.types import Date, Text, Type
from hjemmel.facts.annotated_values import DAY as DAY_ASSESSED
from hjemmel.facts.faults import Mistake
from hjemmel.facts.schema import DAY


@frozen
class CaseColumn:
    """The case's name, title or day."""

    key: str

    @property
    def type(self) -> Type:
        """The day is a date; the rest is text."""
        return Date() if self.key == DAY else Text()


@frozen
class PresenceColumn:
    """«ja» where the case has the record; one that is not optional it cannot be without."""

    record: str
    optional: bool


@frozen
class FieldColumn:
    """A fact of a record."""

    record: str
    field: str
    type: Type


@frozen
class PartColumn:
    """Where a fact comes from, or how it was assessed: `tjeneste.type.kilde`."""

    record: str
    field: str
    part: str

    @property
    def type(self) -> Type:
        """The day of an assessment is a date; the rest is text."""
        return Date() if self.part == DAY_ASSESSED else Text()


@frozen
class EntryColumn:
    """A fact of each entry of a list. «Ingen» in the one that names them empties the list.

    Where entries have columns of their own, `number` is which of them this is: `steder[2].navn`.
    """

    record: str
    list: str
    field: str
    type: Type
    may_say_none: bool
    number: int = 0


@frozen
class EntryPartColumn:
    """Where a fact of each entry comes from, or how it was assessed."""

    record: str
    list: str
    field: str
    part: str
    number: int = 0

    @property
    def type(self) -> Type:
        """As for the parts of other facts."""
        return Date() if self.part == DAY_ASSESSED else Text()


@frozen
class LostColumn:
    """A column of a record that names no fact of it. It costs what stands in it.

    Where it may be a misspelt part of a fact, what it says of the fact is not known, and `spoils`
    is that fact: an assessment by nobody knows whom is no assessment.
    """

    mistake: Mistake
    spoils: tuple[str, str] | None = None


@frozen
class IgnoredColumn:
    """A column that somebody has said is not to be read; nothing in it is looked at."""


Column = CaseColumn | PresenceColumn | FieldColumn | PartColumn | EntryColumn | EntryPartColumn
Known = Column | LostColumn | IgnoredColumn | None
"""None: the column has no heading."""

Meaning = Known | Mistake
"""A mistake: which record the column is of is not known, so no row can be read surely."""
