"""What a rule means: six kinds of node."""

from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum

from attrs import field, frozen

from hjemmel.core.types import Scalar, Type
from hjemmel.source.citation import Citation
from hjemmel.source.span import NOWHERE, Span

Value = bool | str | date | int | Decimal


@frozen
class Origin:
    """Where a node comes from: its number in the program, its place, words and citations."""

    id: int
    span: Span = NOWHERE
    words: str = ""
    citations: tuple[Citation, ...] = ()


UNKNOWN_ORIGIN = Origin(-1)


def _origin() -> Origin:
    """An origin is no part of a node's identity."""
    return field(default=UNKNOWN_ORIGIN, eq=False, repr=False)


class Standing(Enum):
    """How a norm that is in force and applies may stand."""

    MET = "oppfylt"
    BROKEN = "brutt"


class Quantifier(Enum):
    """What is asked of a list's members."""

    ALL = "alle"
    SOME = "noen"
    COUNT = "antall"
    DISTINCT = "antall ulike"


class Op(StrEnum):
    """The operators, by their names in the table in `operators`; no others exist."""

    AND = "og"
    OR = "eller"
    NOT = "ikke"
    READ_AS = "tolket"
    AGREED = "samstemt"
    COVERS = "omfatter"
    SOME_NORM = "noen_norm"
    NO_NORM = "ingen_norm"
    IS = "er"
    IS_AMONG = "er_blant"
    HOLDS_ROLE = "er_rollen"
    EQUALS = "lik"
    AT_LEAST = "minst"
    AT_MOST = "høyst"
    MORE = "mer_enn"
    LESS = "mindre_enn"
    NOT_BEFORE = "tidligst"
    NOT_AFTER = "senest"
    AFTER = "etter"
    BEFORE = "før"
    COVERS_SPAN = "dekker_hvert"
    IN_TIME = "innen_frist"
    LAST_DAY = "siste_dag"
    LATER_OF = "seneste"
    EARLIER_OF = "tidligste"
    IF_COME = "kommet_ellers"
    MONTHS_LATER_DOWN = "måneder_etter_ned"
    MONTHS_LATER_UP = "måneder_etter_opp"
    DAYS_LATER = "dager_etter"
    WORKING_DAYS_LATER = "virkedager_etter"
    WORKING_DAYS_FROM = "virkedager_fra"
    IS_WORKING_DAY = "er_virkedag"
    DAY_IN_YEAR = "dag_i_året"
    YEAR_OF = "året_for"
    PERIOD_OF = "tidsrommet_for"
    END_OF = "utgangen_av"
    YEARS_LATER = "år_senere"
    TIMES = "ganger"


@frozen
class Literal:
    """A value written in the rule. Money is in øre, a length of time in months or days."""

    value: Value
    type: Scalar
    origin: Origin = _origin()


@frozen
class Fact:
    """A fact of the case: field `name` of a record of the case, or of a bound list entry.

    The name `*` asks whether the case has the record at all; the empty name is
    the entry itself, in a list of plain values.
    """

    subject: str
    name: str
    type: Type
    origin: Origin = _origin()


@frozen
class Ref:
    """Another norm is in force, applies, and stands so."""

    norm: str
    standing: Standing
    origin: Origin = _origin()


@frozen
class Apply:
    """An operator of the table in `operators` on its arguments."""

    operator: Op
    arguments: tuple["Node", ...]
    origin: Origin = _origin()


@frozen
class Default:
    """`condition` and `consequence`, unless one of the `exceptions` holds."""

    exceptions: tuple["Node", ...]
    condition: "Node"
    consequence: "Node"
    origin: Origin = _origin()


@frozen
class Each:
    """A quantifier over the members of `domain`, bound to `variable`.

    Members are the entries for which `where` holds. `body` is a truth for
    ALL, SOME and COUNT, and the value to tell apart for DISTINCT.
    """

    quantifier: Quantifier
    variable: str
    domain: Fact
    where: "Node"
    body: "Node"
    origin: Origin = _origin()


Node = Literal | Fact | Ref | Apply | Default | Each
