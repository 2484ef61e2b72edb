"""The blocks of a rule file, as written."""

from attrs import field, frozen

from hjemmel.source.moment import Moment
from hjemmel.source.span import Span
from hjemmel.syntax.apart import placed
from hjemmel.syntax.lines import (
    AppliesTo,
    Assumed,
    Binds,
    ChosenDay,
    Cited,
    Mark,
    NormLine,
    OwnWords,
    Remark,
    Requirement,
    Scope,
)
from hjemmel.syntax.tree import Cite, Name, NormName

NO_NAME = Name("")
"""A form that is not declared."""


@frozen
class RulebookHead:
    """«regelverk»: the rulebook's title."""

    title: str
    span: Span = placed()


@frozen
class Uses:
    """«bygger på»: another rule file, by its name without suffix."""

    file: str
    span: Span = placed()


@frozen
class SourceEdition:
    """«utgave»: from when to when an edition of a source is the one in force, and whether the rules
    were written from it."""

    start: Moment
    end: Moment | None
    is_read: bool
    span: Span = placed()


@frozen
class SourceHead:
    """«kilde»: a source, what it is called, and what the rulebook says of it.

    `definite` is the form it is cited by, where that is another than its name; `start` is from
    when it is in force, unless a norm says otherwise. `example` is a citation as they are written.
    """

    name: str
    definite: str
    start: Moment | None
    assumed: Assumed | None
    kind: Name | None = None
    title: str = ""
    example: Cite | None = None
    precedes: tuple[Name, ...] = ()
    failure: Name | None = None
    editions: tuple[SourceEdition, ...] = ()
    chosen: tuple[ChosenDay, ...] = ()
    span: Span = placed()


@frozen
class ValidLine:
    """From when to when a name is in use, and what took over, with where that is said."""

    start: Moment | None
    end: Moment | None
    successor: str = ""
    span: Span = placed()
    at_successor: Span = placed()


@frozen
class ValueLine:
    """«verdi»: a value, and how rules speak of it as the one known, where that is declared."""

    name: Name
    definite: Name = NO_NAME
    valid: ValidLine | None = None


@frozen
class DayOffLine:
    """«fridag»: a day of one year, or of every year, that is no working day."""

    month: int
    day: int
    year: int | None
    name: str
    span: Span = placed()


@frozen
class CalendarBlock:
    """«kalender»: which days are working days, in the years that it is for."""

    name: Name
    first: int
    last: int
    days_off: tuple[DayOffLine, ...]
    span: Span = placed()
    years: Span = placed()


@frozen
class Term:
    """«begrep»: a closed enumeration."""

    name: Name
    values: tuple[ValueLine, ...]
    open_because: str
    span: Span = placed()


@frozen
class KnownLine:
    """«opplyst X er V»: what the register knows of an institution, and when it is so."""

    fact: Name
    value: Name
    valid: ValidLine | None
    span: Span = placed()


@frozen
class Institution:
    """An entry of a register, with the other ways it is written, where each of them stands, and
    what is known of it."""

    name: str
    aliases: tuple[str, ...]
    span: Span = placed()
    spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    valid: ValidLine | None = None
    known: tuple[KnownLine, ...] = ()


@frozen
class RegisterBlock:
    """«register»."""

    name: Name
    entries: tuple[Institution, ...]
    span: Span = placed()


EITHER, TOGETHER = "eller", "og"
"""How several hold a role at once: each by itself, or only together."""


@frozen
class Holder:
    """Who held a role, from when to when."""

    start: Moment
    end: Moment | None
    holders: tuple[Name, ...]
    joint: str
    span: Span = placed()


@frozen
class RoleBlock:
    """«rolle»."""

    name: Name
    holders: tuple[Holder, ...]
    assumed: tuple[Assumed, ...]
    chosen: tuple[ChosenDay, ...]
    span: Span = placed()


@frozen
class FactType:
    """A fact's type as written: a word of the language, or a name; `listed` for «liste av»."""

    name: str
    listed: bool
    span: Span = placed()


@frozen
class FactLine:
    """«opplysning»: one fact. `plural` is how its name is used of a list, where that differs.

    `form` is the one other form that rules may use: its definite, or what is said with a verb.
    """

    name: Name
    plural: str
    type: FactType
    holder: Name
    meaning: str
    form: Name = NO_NAME
    span: Span = placed()


@frozen
class RecordBlock:
    """«opplysninger om» a record of the case, or «oppføring», the shape of a list's entries.

    Of a record of the case, the definite is always written, and the genitive where it is no plain
    one. Of an entry, the definite and the plural are written where rules use them.
    """

    name: Name
    definite: str
    genitive: str
    plural: str
    entry: bool
    optional: str
    facts: tuple[FactLine, ...]
    remarks: tuple[Remark, ...]
    span: Span = placed()


@frozen
class AssessmentBlock:
    """«vurdering»: discretion, and who exercises it."""

    matter: Name
    owner: Name
    guides: tuple[str, ...]
    span: Span = placed()


@frozen
class Section:
    """A heading of the law: its number and its name."""

    number: str
    heading: str
    span: Span = placed()


@frozen
class Place:
    """A part of a section, «første ledd», or a provision of another source, «veileder pkt. 4.1»."""

    at: Cite
    span: Span = placed()

    @property
    def words(self) -> str:
        """The place as it is written."""
        return str(self.at)


@frozen
class NormBlock:
    """A norm: its kind, title, citations and lines in the order written."""

    kind: str
    title: str
    cited: Cited
    lines: tuple[NormLine, ...]
    span: Span = placed()


@frozen
class StepLine:
    """«steg a tittel»: the lines after it belong to this step."""

    letter: str
    title: str
    cited: Cited
    span: Span = placed()


ProcessLine = Mark | OwnWords | Remark | Binds | AppliesTo | Scope | StepLine | Requirement


@frozen
class ProcessBlock:
    """«prosess»: steps in order."""

    title: str
    cited: Cited
    lines: tuple[ProcessLine, ...]
    span: Span = placed()


@frozen
class LikewiseBlock:
    """«gjelder tilsvarende»: norms that also rest on these citations."""

    cited: Cited
    norms: tuple[NormName, ...]
    remarks: tuple[OwnWords | Remark, ...]
    span: Span = placed()


Block = (
    RulebookHead | Uses | SourceHead | CalendarBlock | Term | RegisterBlock | RoleBlock
    | RecordBlock | AssessmentBlock | Section | Place | Remark | NormBlock | ProcessBlock
    | LikewiseBlock
)  # fmt: skip


@frozen
class RuleFile:
    """A rule file as a sequence of blocks. `name` is the file's name without suffix."""

    name: str
    blocks: tuple[Block, ...]
