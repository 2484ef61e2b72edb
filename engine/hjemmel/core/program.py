"""A rulebook's meaning: norms over a schema."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cached_property

from attrs import evolve, field, frozen

from hjemmel.core.chosen import ChosenDay
from hjemmel.core.nodes import Fact, Node, Value
from hjemmel.core.outcome import Stage
from hjemmel.core.schema import Schema
from hjemmel.source.citation import Citation, Level, highest
from hjemmel.source.legal_source import LegalSource
from hjemmel.source.moment import Moment, moment
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

    @property
    def forbids(self) -> bool:
        """Whether what a norm of this kind says is what breaks it."""
        return self is Kind.PROHIBITION

    @property
    def is_held_against(self) -> bool:
        """Whether it is held against somebody that a norm of this kind fails: not that a word does
        not fit, that something is not so, or that no notice is given."""
        return self not in (Kind.DEFINITION, Kind.STATEMENT, Kind.NOTICE)


@frozen
class Wording:
    """One edition of a norm, in force from `start` to `end`, both inclusive.

    `assumed` says which of the days the sources do not give, and why; `chosen` what they say of
    days that were chosen. `likewise` are
    provisions that refer to this one («gjelder tilsvarende»); they do not lift its level.
    `duty_on` are those whom it binds, and `right_of` those whom it gives a right: bodies or roles.
    `presumed` is a duty that the source only presumes.
    """

    start: Moment | None = field(converter=moment)
    end: Moment | None = field(converter=moment)
    citations: tuple[Citation, ...]
    assumed: str = ""
    assumed_start: bool = False
    assumed_end: bool = False
    likewise: tuple[Citation, ...] = ()
    duty_on: tuple[str, ...] = ()
    right_of: tuple[str, ...] = ()
    chosen: tuple[ChosenDay, ...] = ()
    own_words: str = ""
    presumed: bool = False

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """What the wording rests on, and what refers to it."""
        return self.citations + self.likewise

    @property
    def level(self) -> Level:
        """The level of the highest source cited."""
        return highest(self.citations)

    def covers(self, first: date | None, last: date | None) -> bool:
        """Whether it is surely in force on every day from `first` to `last`; None is open."""
        begun = self.start is None or (first is not None and self.start.last <= first)
        return begun and (self.end is None or (last is not None and last <= self.end.first))

    def may_cover(self, first: date | None, last: date | None) -> bool:
        """Whether it may be in force on some day from `first` to `last`; None is open."""
        begun = self.start is None or last is None or self.start.first <= last
        return begun and (self.end is None or first is None or first <= self.end.last)


@frozen
class Edition:
    """What a norm says while one of its wordings is in force: when it applies, what it asks for.

    Of a norm that forbids, `requirement` is what it forbids, as its author wrote it. `deciding` is
    the day that decides whether it is in force, where that is another than the norm's.
    """

    wording: Wording
    applies: Node
    requirement: Node
    deciding: Node | None = None

    @property
    def clauses(self) -> tuple[Node, Node]:
        """Both, in the order in which they are asked."""
        return self.applies, self.requirement

    def clause(self, stage: Stage) -> Node:
        """The one that is asked at a stage."""
        return self.applies if stage is Stage.APPLIES else self.requirement


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
    # The origin id of the node that stands for the replaced clause: no part of what is asked.
    clause: int = field(eq=False)


@frozen
class Suspension:
    """Days on which no wording of a norm is in force, though one is before or after them.

    Without a last day, something says that the norm is gone, until another wording begins.
    """

    start: Moment
    end: Moment | None
    citations: tuple[Citation, ...] = ()

    def covers(self, first: date, last: date) -> bool:
        """Whether all days from the one to the other surely are among them."""
        return self.start.last <= first and (self.end is None or last <= self.end.first)


@frozen
class Norm:
    """One norm: what it is, and its editions, of which the `deciding` day picks one.

    `asked_with` is the record by which somebody asks for what the norm gives access to.

    An edition may be decided by a day of its own. Where several are in force, each by its own day,
    the one that begins last goes before the others.
    """

    id: str
    title: str
    kind: Kind
    place: str
    rulebook: str
    subject: str
    deciding: Node
    editions: tuple[Edition, ...]
    own_words: str = ""
    interpretations: tuple[Interpretation, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    asked_with: str = ""
    span: Span = field(default=NOWHERE, eq=False)

    @property
    def questions(self) -> tuple[Interpretation, ...]:
        """The open questions, each once however many wordings it is about."""
        return tuple(dict.fromkeys(self.interpretations))

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """The wordings of all editions."""
        return tuple(each.wording for each in self.editions)

    @cached_property
    def days(self) -> tuple[Node, ...]:
        """The days that decide which edition is in force, each once; mostly there is one."""
        found: list[Node] = []
        for each in map(self.day_of, self.editions):
            if each not in found:
                found.append(each)
        return tuple(found)

    def day_of(self, edition: Edition) -> Node:
        """The day that decides whether an edition is in force."""
        return self.deciding if edition.deciding is None else edition.deciding

    @property
    def presumption(self) -> bool:
        """Whether it is a duty that the source only presumes, whichever wording is in force."""
        return all(each.presumed for each in self.wordings)

    @cached_property
    def clauses(self) -> tuple[Node, ...]:
        """What all editions say, each clause once however many editions share it."""
        nodes = (node for each in self.editions for node in each.clauses)
        return tuple({id(node): node for node in nodes}.values())

    @cached_property
    def highest_level(self) -> Level:
        """The highest level that any of its wordings has."""
        return min((each.level for each in self.wordings), key=lambda level: level.rank)

    def with_wordings(self, wordings: Sequence[Wording]) -> "Norm":
        """The norm with these in the place of its wordings."""
        pairs = zip(self.editions, wordings, strict=True)
        return evolve(self, editions=tuple(evolve(each, wording=new) for each, new in pairs))


@frozen
class Presumption:
    """What is taken as given of a fact that nobody has told of.

    `norm` has its wordings and its condition: it works where a wording is in force and applies.
    What its editions require is the clause that is taken as given: that `fact` is `value`.
    """

    norm: Norm
    fact: Fact
    value: Value

    @property
    def path(self) -> tuple[str, str]:
        """Where the fact stands in a case."""
        return self.fact.subject, self.fact.name


@frozen
class Conclusion:
    """What surely follows of one fact from what is told: the same, but no silence is filled."""

    norm: Norm
    fact: Fact
    value: Value

    @property
    def path(self) -> tuple[str, str]:
        """Where the fact stands in a case."""
        return self.fact.subject, self.fact.name


@frozen
class Program:
    """A checked rulebook. Norms stand in the order of the law; `order` is one in which
    every norm comes after those it refers to. `fingerprint` is the SHA-256 of the
    normalised text of all its files. `outline` is what the files say besides norms and
    declarations (titles, headings, remarks), for reading only. `presumptions` and `conclusions` are
    no norms: they say what is seen of a case, and nothing is judged by them. `sources` are those
    declared, the highest first."""

    name: str
    fingerprint: str
    schema: Schema
    norms: tuple[Norm, ...]
    order: tuple[str, ...]
    outline: tuple[str, ...] = field(default=(), eq=False, repr=False)
    presumptions: tuple[Presumption, ...] = ()
    sources: tuple[LegalSource, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()

    @property
    def beside(self) -> tuple[Norm, ...]:
        """What is written as a norm and judges nothing: what follows, and what is presumed."""
        return (
            *(each.norm for each in self.conclusions),
            *(each.norm for each in self.presumptions),
        )

    def norm(self, norm_id: str) -> Norm:
        """The norm with this id; KeyError where there is none."""
        return self.by_id[norm_id]

    @property
    def without_presumptions(self) -> "Program":
        """The program where nothing is taken as given."""
        return evolve(self, presumptions=())

    @cached_property
    def has_unread(self) -> bool:
        """Whether any source has an edition that the rules were not written from."""
        return any(not each.is_read for source in self.sources for each in source.editions)

    @cached_property
    def by_id(self) -> dict[str, Norm]:
        """The norms by their ids."""
        return {norm.id: norm for norm in self.norms}


def is_presumed(wordings: Iterable[Wording], level: Level) -> bool:
    """Whether the wordings of a level are a duty that the source only presumes."""
    found = [each.presumed for each in wordings if each.level == level]
    return bool(found) and all(found)


def levels(of: Program) -> tuple[Level, ...]:
    """The sources that some norm rests on, the highest first."""
    found = {each.level for norm in of.norms for each in norm.wordings}
    return tuple(sorted(found, key=lambda level: level.rank))
