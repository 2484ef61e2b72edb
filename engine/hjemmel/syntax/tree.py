"""What the author wrote. Places are no part of a node's identity.

Values, expressions, clauses and conditions; `lines` and `blocks` hold the rest.
"""

from datetime import date

from attrs import field, frozen

from hjemmel.source.span import Span
from hjemmel.syntax.apart import as_written, placed
from hjemmel.syntax.tree_time import (
    Clamped,
    DatedPeriod,
    DayIn,
    DayOf,
    EndOf,
    Extreme,
    Later,
    PeriodAfter,
    PeriodOf,
    WorkingDays,
    YearAfter,
    YearOf,
)

# ---- values and expressions


@frozen
class Name:
    """Words that name something declared, or a text. Quotes are taken off; `quoted` where they
    stood around all of it, which is what tells a text from a name."""

    words: str
    span: Span = placed()
    quoted: bool = field(default=False, eq=False, repr=False)


THE_ENTRY = "oppføringen"
"""What an entry of a list is called where nothing else is declared; understood after «som»."""


@frozen
class Number:
    """A whole or decimal number as written, with a point: «18.9»."""

    digits: str
    span: Span = placed()


@frozen
class Amount:
    """Money, in øre."""

    ore: int
    span: Span = placed()


@frozen
class Period:
    """A length of time: a number of «måneder» or «dager»."""

    number: int
    unit: str
    span: Span = placed()


@frozen
class Day:
    """A calendar day."""

    day: date
    span: Span = placed()


@frozen
class Column:
    """A field of the entries of a list, of those that pass the filters."""

    field: Name
    source: Name
    filters: tuple["Clause", ...]
    span: Span = placed()


@frozen
class CountDistinct:
    """How many different values a column has."""

    column: Column
    span: Span = placed()


@frozen
class CountOf:
    """How many entries a list has, of those that pass the filters."""

    source: Name
    filters: tuple["Clause", ...]
    span: Span = placed()


@frozen
class Cite:
    """A citation: what the source is called here, the provision, and the part of it."""

    source: str
    provision: str
    part: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.source, self.provision, self.part)))


@frozen
class NormName:
    """A norm, by the heading it stands under («§ 4-2», «artikkel 6», «ERN») and its title."""

    section: str
    title: str
    span: Span = placed()


@frozen
class NormGroup:
    """Norms by kind, source and place. `quantity` is «alle», «minst ett» or «ingen»."""

    quantity: str
    kind: str
    place: Cite
    span: Span = placed()


Expression = (
    Name | Number | Amount | Period | Day | DayIn | DayOf | Later | WorkingDays | Extreme
    | Clamped | YearAfter | YearOf | DatedPeriod | PeriodAfter | PeriodOf | EndOf | Column
    | CountDistinct | CountOf | NormName | NormGroup
)  # fmt: skip


# ---- clauses and conditions


@frozen
class Claim:
    """Something said or denied: «tjenesten (ikke) har referansegruppe».

    A fact that a verb names has its value in it, and may have `others`: «bygger på A eller B».
    """

    name: Name
    denied: Name | None
    negated: bool
    span: Span = placed()
    words: str = as_written()
    others: tuple[Name, ...] = ()


@frozen
class Judged:
    """«myndigheten har vurdert at …», or «har avvist at …»."""

    body: Name
    matter: Name
    positive: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class CaseHas:
    """«saken har søknad»."""

    record: Name
    negated: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class Is:
    """«A er B eller C», or «A er ikke B eller C»."""

    left: Expression
    values: tuple[Expression, ...]
    negated: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class Defined:
    """«tjenesten (ikke) er en X», where a definition says what an X is: never written so itself."""

    definition: NormName
    negated: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class Among:
    """«A (ikke) er blant L»."""

    value: Expression
    source: Name
    negated: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class Bound:
    """«A er minst B»: the relation is the words after «er»."""

    left: Expression
    relation: str
    right: Expression
    span: Span = placed()
    words: str = as_written()


@frozen
class IsWorkingDay:
    """«D er en virkedag», or «D er en fridag»: `works` is which of them is said, or denied."""

    day: Expression
    works: bool
    negated: bool
    span: Span = placed()
    words: str = as_written()


@frozen
class IsTold:
    """«D er oppgitt»: it is told which day D is, if only by its month or year."""

    day: Expression
    span: Span = placed()
    words: str = as_written()


@frozen
class Quantity:
    """«minst 2», «ingen», «alle», «minst halvparten». `spelled` is «én» or «ett», as written."""

    word: str
    number: int
    spelled: str = field(default="", eq=False, repr=False)


@frozen
class Exists:
    """«det finnes minst 1 blant L der …»."""

    quantity: Quantity
    source: Name
    filters: tuple["Clause", ...]
    span: Span = placed()
    words: str = as_written()


@frozen
class ForEach:
    """«for alle blant L gjelder at …»; of those alone that pass the filters, where it has any."""

    quantity: Quantity
    source: Name
    body: tuple["Clause", ...]
    span: Span = placed()
    words: str = as_written()
    filters: tuple["Clause", ...] = ()


@frozen
class OfEntries:
    """«alle steder som …, har …»: of so many in a group, as it is said.

    Without a filter, what is said of them stands in the group («alle steder har avtale») and has
    `others` after «eller»; unless it begins with «er» or «ikke».
    """

    quantity: Quantity
    group: Name
    filters: tuple["Clause", ...]
    said: "Clause | None"
    others: tuple[Name, ...] = ()
    span: Span = placed()
    words: str = as_written()


@frozen
class EachHas:
    """«hver helseregion har et av stedene eller er blant de øvrige»."""

    word: str
    group: Name
    parts: tuple["Clause", ...]
    span: Span = placed()
    words: str = as_written()


@frozen
class Counted:
    """«tjenesten har steder ved nøyaktig to helseforetak»."""

    owner: Name
    quantity: Quantity
    group: Name
    filters: tuple["Clause", ...]
    span: Span = placed()
    words: str = as_written()


@frozen
class Impersonal:
    """«det er betalt gebyr», «det er levert rapport for hvert år fra A til og med B»: of what the
    norm is about."""

    said: "Name | HasEach"
    span: Span = placed()
    words: str = as_written()


@frozen
class CoversEach:
    """«L omfatter hver T», T an enumeration; or L and the others together do."""

    left: Name | Column
    enumeration: Name
    span: Span = placed()
    words: str = as_written()
    others: tuple[Name | Column, ...] = ()


@frozen
class Compare:
    """Two lists: «omfatter alt i», «har ingenting utenom» or «er det samme som»."""

    left: Name | Column
    relation: str
    right: Name | Column
    span: Span = placed()
    words: str = as_written()


@frozen
class CoversSpan:
    """«L dekker hvert år fra og med A til og med B»; `unit` is what there is one of each of."""

    left: Name | Column
    unit: str
    first: Expression
    last: Expression
    span: Span = placed()
    words: str = as_written()


@frozen
class HasEach:
    """«tjenesten har levert rapport for hvert kvartal fra A til og med B»: as `CoversSpan`, of the
    list that is `said` so."""

    said: Name
    unit: str
    first: Expression
    last: Expression
    span: Span = placed()
    words: str = as_written()


@frozen
class Either:
    """«enten A, eller B»."""

    clauses: tuple["Clause", ...]
    span: Span = placed()
    words: str = as_written()


Clause = (
    Claim | Judged | CaseHas | Is | Defined | Among | Bound | IsWorkingDay | IsTold | Exists
    | ForEach | CoversEach | Compare | CoversSpan | HasEach | Either | OfEntries | EachHas | Counted
    | Impersonal
)  # fmt: skip


@frozen
class Condition:
    """Alternatives («eller når») of conjunctions («og») of clauses."""

    alternatives: tuple[tuple[Clause, ...], ...]
    span: Span = placed()
    words: str = as_written()
