"""What a name in a rule may refer to."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from hjemmel.core.types import Enumerated, Registered, Scalar, Type


@frozen
class FactReference:
    """A fact: field `name` of a record of the case, or of an entry of a list.

    `subject` is the key of the record, or the variable that the entry is bound to; `record` is the
    key of the record that declares the field, empty for what no record declares.
    """

    subject: str
    name: str
    type: Type
    record: str


@frozen
class Constant:
    """A value that the rule itself gives: a number, a day, or a name of a closed list or a text."""

    value: bool | str | date | int | Decimal
    type: Scalar


@frozen
class CaseYear:
    """The year of the day of evaluation, or one so many years after it: «fjoråret» is -1."""

    years: int


@frozen
class RecordReference:
    """A record of the case, by its key."""

    record: str


@frozen
class NormReference:
    """Norms, by their ids: one that is named, or those of a group."""

    norms: tuple[str, ...]


@frozen
class ListReference:
    """An enumeration or a register, as a whole."""

    type: Enumerated | Registered


@frozen
class RoleReference:
    """A role as a value: whoever holds it on the day that decides the wording."""

    role: str
    type: Scalar


@frozen
class BodyReference:
    """A role, or a body that holds facts or exercises discretion."""

    name: str


Reference = (
    FactReference
    | Constant
    | CaseYear
    | RecordReference
    | NormReference
    | ListReference
    | BodyReference
    | RoleReference
)
