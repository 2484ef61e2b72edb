"""What a mutant is: the program with one small change that a case should notice."""

from enum import Enum

from attrs import field, frozen

from hjemmel.core.nodes import Node
from hjemmel.core.program import Norm
from hjemmel.core.schema import Role
from hjemmel.source.span import Span


class Change(Enum):
    """What a change is of."""

    BOUND = "grense"
    DAY = "dag"
    ROUNDING = "avrunding"
    JUNCTION = "og/eller"
    NEGATION = "ikke"
    QUANTIFIER = "kvantor"
    VALUE = "verdi"
    FACT = "opplysning"
    DROPPED = "vilkår tatt bort"
    EXCEPTION = "unntak tatt bort"
    QUESTION = "åpent spørsmål"
    PERIOD = "tid i kraft"
    DECIDING = "regnes etter"
    CITATION = "hjemmel"
    HOLDER = "innehaver"


@frozen
class Edit:
    """A node to stand in another's place, and what that changes, in words."""

    change: Change
    told: str
    new: Node


@frozen(eq=False)
class NormMutant:
    """One norm with a small change, and where in the rule file it is."""

    change: Change
    told: str
    span: Span
    norm: Norm = field(repr=False)


@frozen(eq=False)
class RoleMutant:
    """A role held from or until another day, and the norms that ask for its discretion."""

    change: Change
    told: str
    span: Span
    role: Role = field(repr=False)
    norms: tuple[str, ...]


Mutant = NormMutant | RoleMutant
