"""The lines of a norm, as written."""

from datetime import date

from attrs import field, frozen

from hjemmel.source.citation import COMPARED
from hjemmel.source.moment import Moment
from hjemmel.source.span import Span
from hjemmel.syntax.apart import as_written, placed
from hjemmel.syntax.tree import Cite, Clause, Condition, DayOf, Expression, Name

PRESUMPTION, CONCLUSION = "formodning", "slutning"
"""The kinds of what says what is taken as given of a fact, and what follows of one."""
JUDGING_NOTHING = (PRESUMPTION, CONCLUSION)
"""The kinds that are no norms to judge by."""
DUTY, RIGHT = "plikten", "retten"
"""What lies with somebody."""
_SAYING = ("betyr", "legges til grunn", "følger")
"""The words of lines that say something, and do not ask when."""


@frozen
class Cited:
    """Citations as written, with the span of each.

    `compared` are those after «jf.», which nothing is said to rest on, with `compared_spans`.
    """

    citations: tuple[Cite, ...]
    spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    compared: tuple[Cite, ...] = ()
    compared_spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)

    @property
    def in_words(self) -> tuple[str, ...]:
        """Each citation, those that are only compared with last: «jf. …»."""
        return (*map(str, self.citations), *(f"{COMPARED} {each}" for each in self.compared))

    def __str__(self) -> str:
        return ", ".join(self.in_words)


UNCITED = Cited(())


@frozen
class Mark:
    """«kjennemerke»: the norm's id, stated."""

    id: str
    span: Span = placed()


@frozen
class OwnWords:
    """«med egne ord»."""

    text: str
    span: Span = placed()


@frozen
class Presumed:
    """«forutsatt»: the source presumes the norm and does not order it."""

    text: str
    span: Span = placed()


@frozen
class Remark:
    """«merknad»: a remark to the reader."""

    text: str
    span: Span = placed()


@frozen
class Binds:
    """«plikten ligger på …» and «retten ligger hos …»: whom the norm binds, or gives a right."""

    side: str
    who: tuple[Name, ...]
    span: Span = placed()

    @property
    def lead(self) -> str:
        """The words that the line opens with."""
        return f"{self.side} ligger {'på' if self.side == DUTY else 'hos'}"


@frozen
class AskedWith:
    """«søkes med»: the record by which somebody asks for what the norm gives access to."""

    record: Name
    span: Span = placed()


@frozen
class AppliesTo:
    """«gjelder for»: the record that the norm is about."""

    record: Name
    span: Span = placed()


@frozen
class Scope:
    """«gjelder når»."""

    condition: Condition
    span: Span = placed()


@frozen
class Deciding:
    """«regnes etter»: the date that decides which wording is in force.

    `or_today`: «…, ellers vurderingsdagen».
    """

    value: Expression
    or_today: bool = False
    span: Span = placed()


@frozen
class Edition:
    """«fra … til og med …»: the lines after it belong to this wording."""

    start: Moment
    end: Moment | None
    cited: Cited
    span: Span = placed()


@frozen
class Assumed:
    """«antatt første dag, …»: which day the sources do not give, and why this one."""

    which: str
    text: str
    span: Span = placed()


@frozen
class ChosenDay:
    """«valgt 1. januar 2024, …»: the day taken of a span that the sources give, and why."""

    day: date
    text: str
    span: Span = placed()


@frozen
class NotInForce:
    """«ikke i kraft fra … til og med …»: days on which no wording is in force; without a last
    day, the norm is gone."""

    start: Moment
    end: Moment | None
    cited: Cited
    span: Span = placed()


@frozen
class Requirement:
    """«oppfylt når», or the word of the norm's kind. «betyr at» for a definition, «legges til
    grunn at» for a presumption, and «følger at» for a conclusion."""

    word: str
    condition: Condition
    span: Span = placed()

    @property
    def lead(self) -> str:
        """The words that the line opens with."""
        return f"{self.word} {'at' if self.word in _SAYING else 'når'}"


@frozen
class TableHead:
    """«oppfylt etter tabellen A | B»."""

    word: str
    columns: tuple[Expression, ...]
    span: Span = placed()
    words: str = as_written()


@frozen
class Cell:
    """What a column must be: one of the values, or in a relation to one; empty for all."""

    relation: str
    values: tuple[Expression, ...]
    span: Span = placed()


@frozen
class TableRow:
    """«rad»: one combination that the table lets through."""

    cells: tuple[Cell, ...]
    span: Span = placed()
    words: str = as_written()


@frozen
class Done:
    """«utført»: the day of the act that a deadline is about."""

    act: Name | DayOf
    span: Span = placed()


@frozen
class Latest:
    """«senest»: the last day."""

    value: Expression
    span: Span = placed()
    words: str = as_written()


@frozen
class Item:
    """«– tittel: vilkår»: one of several parallel norms."""

    title: str
    cited: Cited
    condition: Condition
    span: Span = placed()


@frozen
class ExceptionLine:
    """«med mindre navn: vilkår», or with `parent` «men likevel navn, tross parent: vilkår»."""

    name: str
    parent: str
    cited: Cited
    condition: Condition
    span: Span = placed()
    parent_span: Span = placed()


@frozen
class Question:
    """«tolkning»: a question the sources leave open."""

    text: str
    cited: Cited
    span: Span = placed()


@frozen
class OnClause:
    """«for leddet»: the clause that a reading replaces, or the last day."""

    clause: Clause | Latest
    span: Span = placed()


@frozen
class Arises:
    """«oppstår når»."""

    condition: Condition
    span: Span = placed()


@frozen
class ReadingLine:
    """«lesemåte navn: regnes (ikke) med», «regnes med når …», or another last day."""

    name: str
    holds: bool | Condition | Latest
    span: Span = placed()


@frozen
class Chosen:
    """«valgt»: the reading taken; None for «ingen»."""

    reading: str | None
    span: Span = placed()


NormLine = (
    Mark | OwnWords | Presumed | Remark | Binds | AskedWith | AppliesTo | Scope | Deciding
    | Edition | Assumed | Requirement | TableHead | TableRow | Done | Latest | Item
    | ExceptionLine | Question | OnClause | Arises | ReadingLine | Chosen | ChosenDay | NotInForce
)  # fmt: skip
