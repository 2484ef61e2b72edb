"""A rulebook's meaning: norms over a schema."""

from datetime import date
from enum import Enum
from functools import cached_property

from attrs import evolve, field, frozen

from hjemmel.core.nodes import Node
from hjemmel.core.schema import Schema
from hjemmel.source.citation import Citation, Level, highest
from hjemmel.source.span import NOWHERE, Span


class Kind(Enum):
    """What a norm does."""

    DUTY = "krav"
    PROHIBITION = "forbud"
    CONDITION = "vilkår"
    PERMISSION = "adgang"
    ADVICE = "anbefaling"
    DEADLINE = "frist"
    NOTICE = "varsel"
    DECISION = "avgjørelse"
    STATEMENT = "konstatering"
    DEFINITION = "definisjon"
    STEP = "steg"


@frozen
class Wording:
    """One edition of a norm, in force from `start` to `end`, both inclusive.

    `assumed` says which of the days the sources do not give, and why. `likewise` are
    provisions that refer to this one («gjelder tilsvarende»); they do not lift its level.
    """

    start: date | None
    end: date | None
    citations: tuple[Citation, ...]
    assumed: str = ""
    assumed_start: bool = False
    assumed_end: bool = False
    likewise: tuple[Citation, ...] = ()

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """What the wording rests on, and what refers to it."""
        return self.citations + self.likewise

    @property
    def level(self) -> Level:
        """The level of the highest source cited."""
        return highest(self.citations)


@frozen
class Reading:
    """One way to read an open question. `holds` is the clause that replaces the written one."""

    words: str
    replacement: Node


@frozen
class Interpretation:
    """A question the sources leave open, and the reading this rulebook takes, if any."""

    question: str
    norm: str
    arises: Node
    readings: tuple[Reading, ...]
    chosen: str | None
    citations: tuple[Citation, ...]
    clause: int  # the origin id of the node that stands for the replaced clause


@frozen
class Norm:
    """One norm: what it is, when it is in force, when it applies, what it asks for."""

    id: str
    title: str
    kind: Kind
    place: str
    rulebook: str
    subject: str
    wordings: tuple[Wording, ...]
    deciding: Node
    in_force: Node
    applies: Node
    requirement: Node
    presumption: bool = False
    own_words: str = ""
    interpretations: tuple[Interpretation, ...] = ()
    span: Span = field(default=NOWHERE, eq=False)

    @property
    def questions(self) -> tuple[Interpretation, ...]:
        """The open questions, each once however many wordings it is about."""
        return tuple({evolve(each, clause=0): each for each in self.interpretations}.values())


@frozen
class Program:
    """A checked rulebook. Norms stand in the order of the law; `order` is one in which
    every norm comes after those it refers to. `fingerprint` is the SHA-256 of the
    normalised text of all its files. `outline` is what the files say besides norms and
    declarations (titles, headings, remarks), for reading only."""

    name: str
    fingerprint: str
    schema: Schema
    norms: tuple[Norm, ...]
    order: tuple[str, ...]
    outline: tuple[str, ...] = field(default=(), eq=False, repr=False)

    def norm(self, norm_id: str) -> Norm:
        """The norm with this id; KeyError where there is none."""
        return self.by_id[norm_id]

    @cached_property
    def by_id(self) -> dict[str, Norm]:
        """The norms by their ids."""
        return {norm.id: norm for norm in self.norms}
