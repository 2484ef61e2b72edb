"""The operator table: one row an operator.

A row holds its wording and the wording of its negation, its signature, its meaning over any
algebra, and what else is to be known of it: in what way it is like others (`sense`), where it
changes its mind, and which slips of the pen turn it into another. Checker, backends,
explanation and documentation all read it here; nowhere else is an operator named.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, assert_never

from attrs import frozen

from hjemmel.core import calendar, kleene, working_days
from hjemmel.core.algebra import Algebra
from hjemmel.core.nodes import Apply, Fact, Node, Op
from hjemmel.core.nodes import Literal as Written
from hjemmel.core.types import Days, Month, Months, Period, Quarter, Scalar, Year, is_period
from hjemmel.core.working_days import Calendar, InCalendar

Alg = Algebra[Any, Any, Any, Any, Any]
Meaning = Any
"""A pair of bits, a pair of ends, or a symbol: what the signature says."""


class Shape(Enum):
    """What an operator takes or gives."""

    TRUTH = "påstand"
    ORDERED = "størrelse"
    SYMBOL = "navn"
    CONSTANT = "fast verdi"


class Sense(Enum):
    """What an operator says, as far as any reader of the core must know to treat it rightly."""

    ALL = "alt holder"
    ANY = "noe holder"
    NOT = "det holder ikke"
    READ_AS = "en lesemåte der spørsmålet oppstår, ellers det skrevne"
    AGREED = "det alle lesemåter sier"
    COVERS = "en liste har alle verdiene"
    SOME_NORM = "noen av normene står slik"
    NO_NORM = "ingen av normene står slik"
    IS = "er navnet"
    IS_AMONG = "er et av navnene"
    HOLDS_ROLE = "er den som har rollen på dagen"
    ORDER = "den ene størrelsen mot den andre"
    COVERS_SPAN = "en liste har hver fra den ene til den andre"
    IN_TIME = "handlingen er utført i tide"
    LAST_DAY = "siste dag er ikke ute"
    EXTREME = "den ene av to størrelser"
    MOVED = "en dag et tidsrom unna"
    WORKING_DAYS = "en dag noen virkedager unna"
    WORKING_DAY = "dagen er en virkedag"
    DAY_IN_YEAR = "en dag i et år"
    YEAR_OF = "året en dag er i"
    PERIOD_OF = "kvartalet eller måneden en dag er i"
    END_OF = "siste dag i et år, et kvartal eller en måned"
    YEARS_LATER = "et år noen år unna"
    TIMES = "et tall flere ganger"


Joint = Literal[
    Sense.ALL, Sense.ANY, Sense.NOT, Sense.READ_AS, Sense.AGREED, Sense.COVERS, Sense.SOME_NORM,
    Sense.NO_NORM,
]  # fmt: skip
"""The connectives: what makes a truth of truths."""


class Slip(Enum):
    """What turns an operator into another that is written nearly the same."""

    JUNCTION = "og for eller"
    STRICTNESS = "grensen selv"
    EQUALITY = "er for minst"
    OPENNESS = "minst for er"
    ROUNDING = "rundet den andre veien"


@frozen
class Operator:
    """One row of the table. The last parameter may repeat when `variadic`.

    Wordings hold {0}, {1} … for the arguments, or {} for all of a variadic one's. A row that
    compares sizes has the `signs` of the first less the second for which it holds. One that
    moves a day by a constant has that constant's `unit`. One that is `by_calendar` is given the
    rulebook's calendar after its arguments.
    """

    name: Op
    words: str
    negated: str
    parameters: tuple[Shape, ...]
    result: Shape
    sense: Sense
    meaning: Callable[..., Meaning]
    variadic: bool = False
    signs: frozenset[int] = frozenset()
    slips: tuple[tuple[Slip, Op], ...] = ()
    unit: Scalar | None = None
    by_calendar: bool = False

    @property
    def equates(self) -> bool:
        """Whether it says that one thing is another."""
        return self.sense is Sense.IS or self.signs == {0}

    @property
    def joins(self) -> bool:
        """Whether it makes a truth of truths."""
        return set(self.parameters) == {Shape.TRUTH}

    @property
    def compares(self) -> bool:
        """Whether it makes a truth of things that are none."""
        return self.result is Shape.TRUTH and not self.joins


FUNCTIONS: dict[Op, Callable[..., Any]] = {
    Op.MONTHS_LATER_DOWN: calendar.months_later_down,
    Op.MONTHS_LATER_UP: calendar.months_later_up,
    Op.DAYS_LATER: calendar.days_later,
    Op.WORKING_DAYS_LATER: working_days.working_days_later,
    Op.WORKING_DAYS_FROM: working_days.working_days_from,
    Op.IS_WORKING_DAY: working_days.end_of_run,
    Op.DAY_IN_YEAR: calendar.day_in_year,
    Op.YEAR_OF: lambda day, _: calendar.year_of(day),
    Op.PERIOD_OF: calendar.period_of,
    Op.END_OF: calendar.end_of,
    Op.YEARS_LATER: calendar.years_later,
    Op.TIMES: calendar.times,
}
"""Growing functions of a value and a constant, used end by end.

One that counts working days gives None where the calendar does not say.
"""


def at_least(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    """The first is no less than the second."""
    return alg.at_most(right[1], left[0]), alg.below(left[1], right[0])


def _more(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return alg.below(right[1], left[0]), alg.at_most(left[1], right[0])


def at_most(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    """The first is no more than the second."""
    return at_least(alg, right, left)


def _less(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return _more(alg, right, left)


def _equal(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    same = alg.conj([alg.at_most(left[1], right[0]), alg.at_most(right[1], left[0])])
    apart = alg.disj([alg.below(left[1], right[0]), alg.below(right[1], left[0])])
    return same, apart


def _covers_span(alg: Alg, different: Meaning, first: Meaning, last: Meaning) -> Meaning:
    """There are as many different ones as there are from the first to the last."""
    wanted = alg.between(first[1], last[0]), alg.between(first[0], last[1])
    return at_least(alg, different, wanted)


def _alike(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return alg.alike(left, right), alg.unlike(left, right)


def among(alg: Alg, value: Meaning, *allowed: Meaning) -> Meaning:
    """A name is one of those allowed."""
    return alg.within(value, allowed), alg.conj([alg.unlike(value, each) for each in allowed])


def _whoever_holds_it(_: Alg, agreed: Meaning) -> Meaning:
    """What all who may hold the role on the day agree on, as the fold has found it."""
    return agreed


def _in_time(alg: Alg, act: Meaning, last: Meaning, today: Meaning) -> Meaning:
    """Done by today and by the last day; or the last day has gone by without it.

    A planned act (after today) and one stated as not done can only have failed
    once the last day is past; an act nobody has told of never fails.
    """
    done = alg.at_most(act[1], today[0])
    past = alg.below(last[1], today[0])
    holds = alg.conj([done, alg.at_most(act[1], last[0])])
    fails = alg.conj([alg.below(last[1], act[0]), alg.disj([done, past])])
    return holds, fails


def _not_gone_by(alg: Alg, last: Meaning, today: Meaning) -> Meaning:
    """A last day that there is no act for: it never holds, and fails once the day has gone by."""
    return alg.constant(False), alg.below(last[1], today[0])


def _none(alg: Alg, *truths: Meaning) -> Meaning:
    return kleene.negation(kleene.disjunction(alg, truths))


def _interpreted(alg: Alg, arises: Meaning, reading: Meaning, written: Meaning) -> Meaning:
    return kleene.choice(alg, arises, reading, written)


def _negation(_: Alg, truth: Meaning) -> Meaning:
    return kleene.negation(truth)


def _function(name: Op) -> Callable[..., Meaning]:
    def meaning(alg: Alg, value: Meaning, constant: Meaning) -> Meaning:
        return alg.mapped(name, value[0], constant), alg.mapped(name, value[1], constant)

    return meaning


def _working_days(name: Op) -> Callable[..., Meaning]:
    def meaning(alg: Alg, day: Meaning, number: int, by: Calendar) -> Meaning:
        count = InCalendar(number, by)
        return alg.mapped(name, day[0], count), alg.mapped(name, day[1], count)

    return meaning


def _is_working_day(alg: Alg, day: Meaning, by: Calendar) -> Meaning:
    """All the days that it may be are working days; or none of them is."""
    first, last = day
    runs = (alg.mapped(Op.IS_WORKING_DAY, first, InCalendar(kind, by)) for kind in (1, 0))
    working, off = (alg.below(last, end) for end in runs)
    return working, off


_T, _O, _S, _C = Shape.TRUTH, Shape.ORDERED, Shape.SYMBOL, Shape.CONSTANT


def _order(
    name: Op, words: str, negated: str, signs: set[int], meaning: Callable[..., Meaning],
    *slips: tuple[Slip, Op],
) -> Operator:  # fmt: skip
    """A row that holds two sizes against each other."""
    return Operator(name, words, negated, (_O, _O), _T, Sense.ORDER, meaning,
                    signs=frozenset(signs), slips=slips)  # fmt: skip


def _moves(name: Op, words: str, sense: Sense, unit: Scalar | None = None, *slips: tuple[Slip, Op]
           ) -> Operator:  # fmt: skip
    """A row that counts on from a size by a constant."""
    return Operator(name, words, "", (_O, _C), _O, sense, _function(name), unit=unit, slips=slips)


def _counts(name: Op, words: str, other: Op) -> Operator:
    """A row that counts working days from a day."""
    return Operator(name, words, "", (_O, _C), _O, Sense.WORKING_DAYS, _working_days(name),
                    slips=(_strict(other),), by_calendar=True)  # fmt: skip


def _strict(other: Op) -> tuple[Slip, Op]:
    return Slip.STRICTNESS, other


_EQUAL = (Slip.EQUALITY, Op.EQUALS)

_ROWS = (
    Operator(Op.AND, "{}", "ikke både {}", (_T,), _T, Sense.ALL,
             lambda alg, *truths: kleene.conjunction(alg, truths), variadic=True,
             slips=((Slip.JUNCTION, Op.OR),)),
    Operator(Op.OR, "{}", "verken {}", (_T,), _T, Sense.ANY,
             lambda alg, *truths: kleene.disjunction(alg, truths), variadic=True,
             slips=((Slip.JUNCTION, Op.AND),)),
    Operator(Op.NOT, "ikke: {0}", "{0}", (_T,), _T, Sense.NOT, _negation),
    Operator(Op.READ_AS, "{2}", "ikke: {2}", (_T, _T, _T), _T, Sense.READ_AS, _interpreted),
    Operator(Op.AGREED, "alle lesemåter: {}", "ingen lesemåte: {}", (_T,), _T, Sense.AGREED,
             lambda alg, *readings: kleene.agreement(alg, readings), variadic=True),
    Operator(Op.COVERS, "{}", "ikke både {}", (_T,), _T, Sense.COVERS,
             lambda alg, *truths: kleene.conjunction(alg, truths), variadic=True,
             slips=((Slip.JUNCTION, Op.OR),)),
    Operator(Op.SOME_NORM, "minst én av disse: {}", "ingen av disse: {}", (_T,), _T,
             Sense.SOME_NORM, lambda alg, *truths: kleene.disjunction(alg, truths), variadic=True,
             slips=((Slip.JUNCTION, Op.AND),)),
    Operator(Op.NO_NORM, "ingen av disse: {}", "minst én av disse: {}", (_T,), _T,
             Sense.NO_NORM, _none, variadic=True),
    Operator(Op.IS, "{0} er {1}", "{0} er ikke {1}", (_S, _S), _T, Sense.IS, _alike),
    Operator(Op.HOLDS_ROLE, "{0} er {2}, slik det er på {1}", "{0} er ikke {2}, slik det er på {1}",
             (_S, _O, _C), _T, Sense.HOLDS_ROLE, _whoever_holds_it),
    Operator(Op.IS_AMONG, "{0} er {}", "{0} er ikke {}", (_S, _S), _T, Sense.IS_AMONG, among,
             variadic=True),
    _order(Op.EQUALS, "{0} er {1}", "{0} er ikke {1}", {0}, _equal,
           (Slip.OPENNESS, Op.AT_LEAST), (Slip.OPENNESS, Op.AT_MOST)),
    _order(Op.AT_LEAST, "{0} er minst {1}", "{0} er mindre enn {1}", {0, 1}, at_least,
           _strict(Op.MORE), _EQUAL),
    _order(Op.AT_MOST, "{0} er høyst {1}", "{0} er mer enn {1}", {-1, 0}, at_most,
           _strict(Op.LESS), _EQUAL),
    _order(Op.MORE, "{0} er mer enn {1}", "{0} er høyst {1}", {1}, _more, _strict(Op.AT_LEAST)),
    _order(Op.LESS, "{0} er mindre enn {1}", "{0} er minst {1}", {-1}, _less,
           _strict(Op.AT_MOST)),
    _order(Op.NOT_BEFORE, "{0} er tidligst {1}", "{0} er før {1}", {0, 1}, at_least,
           _strict(Op.AFTER), _EQUAL),
    _order(Op.NOT_AFTER, "{0} er senest {1}", "{0} er etter {1}", {-1, 0}, at_most,
           _strict(Op.BEFORE), _EQUAL),
    _order(Op.AFTER, "{0} er etter {1}", "{0} er senest {1}", {1}, _more,
           _strict(Op.NOT_BEFORE)),
    _order(Op.BEFORE, "{0} er før {1}", "{0} er tidligst {1}", {-1}, _less,
           _strict(Op.NOT_AFTER)),
    Operator(Op.COVERS_SPAN, "{0} er alle fra {1} til og med {2}",
             "{0} er ikke alle fra {1} til og med {2}", (_O, _O, _O), _T, Sense.COVERS_SPAN,
             _covers_span),
    Operator(Op.IN_TIME, "{0} er senest {1}", "{0} er ikke senest {1}", (_O, _O, _O), _T,
             Sense.IN_TIME, _in_time),
    Operator(Op.LAST_DAY, "siste dag, {0}, er ikke ute", "siste dag, {0}, er ute", (_O, _O), _T,
             Sense.LAST_DAY, _not_gone_by),
    Operator(Op.LATER_OF, "den seneste av {0} og {1}", "", (_O, _O), _O, Sense.EXTREME,
             lambda alg, a, b: (alg.greater(a[0], b[0]), alg.greater(a[1], b[1]))),
    Operator(Op.EARLIER_OF, "den tidligste av {0} og {1}", "", (_O, _O), _O, Sense.EXTREME,
             lambda alg, a, b: (alg.lesser(a[0], b[0]), alg.lesser(a[1], b[1]))),
    Operator(Op.IF_COME, "{0}, ellers {1}", "", (_O, _O), _O, Sense.EXTREME,
             lambda alg, a, b: (alg.lesser(a[0], b[0]), alg.lesser_if_known(a[1], b[1]))),
    _moves(Op.MONTHS_LATER_DOWN, "samme dato {1} etter {0}, rundet ned", Sense.MOVED, Months(),
           (Slip.ROUNDING, Op.MONTHS_LATER_UP)),
    _moves(Op.MONTHS_LATER_UP, "samme dato {1} etter {0}, rundet opp", Sense.MOVED, Months(),
           (Slip.ROUNDING, Op.MONTHS_LATER_DOWN)),
    _moves(Op.DAYS_LATER, "{1} etter {0}", Sense.MOVED, Days()),
    _counts(Op.WORKING_DAYS_LATER, "{1} etter {0}", Op.WORKING_DAYS_FROM),
    _counts(Op.WORKING_DAYS_FROM, "{1} fra {0}", Op.WORKING_DAYS_LATER),
    Operator(Op.IS_WORKING_DAY, "{0} er en virkedag", "{0} er en fridag", (_O,), _T,
             Sense.WORKING_DAY, _is_working_day, by_calendar=True),
    _moves(Op.DAY_IN_YEAR, "{1} i {0}", Sense.DAY_IN_YEAR),
    _moves(Op.YEAR_OF, "året for {0}", Sense.YEAR_OF),
    _moves(Op.PERIOD_OF, "{0}", Sense.PERIOD_OF),
    _moves(Op.END_OF, "utgangen av {0}", Sense.END_OF),
    _moves(Op.YEARS_LATER, "{1} år etter {0}", Sense.YEARS_LATER),
    _moves(Op.TIMES, "{1} ganger {0}", Sense.TIMES),
)  # fmt: skip

OPERATORS: dict[Op, Operator] = {row.name: row for row in _ROWS}


def last_day_of(deadline: Apply) -> Node:
    """The last day of a deadline, with or without an act."""
    return deadline.arguments[1 if sense(deadline) is Sense.IN_TIME else 0]


def period_of(node: Node) -> Period | None:
    """Whether a node means a year, a quarter or a month; None where it means none of them."""
    match node:
        case Fact(type=kind) | Written(type=kind) if is_period(kind):
            return kind
        case Apply(_, (_, Written(value=3 | 1 as months))) if sense(node) is Sense.PERIOD_OF:
            return Quarter() if months == 3 else Month()
        case Apply() if sense(node) is Sense.YEAR_OF:
            return Year()
        case Apply(_, (first, *_)) if sense(node) is Sense.YEARS_LATER:
            return period_of(first)
        case Apply(_, arguments) if sense(node) is Sense.EXTREME:
            return period_of(arguments[0]) or period_of(arguments[1])
        case _:  # what is counted otherwise is no period
            return None


def sense(node: Apply) -> Sense:
    """What the operator of a node says."""
    return OPERATORS[node.operator].sense


def joint(node: Apply) -> Joint:
    """What a node joins its truths to; AssertionError where it joins none."""
    said = sense(node)
    match said:
        case (
            Sense.ALL | Sense.ANY | Sense.NOT | Sense.READ_AS | Sense.AGREED | Sense.COVERS
            | Sense.SOME_NORM | Sense.NO_NORM
        ):  # fmt: skip
            return said
        case (
            Sense.IS | Sense.IS_AMONG | Sense.HOLDS_ROLE | Sense.ORDER | Sense.IN_TIME
            | Sense.LAST_DAY | Sense.WORKING_DAY | Sense.EXTREME | Sense.MOVED | Sense.WORKING_DAYS
            | Sense.DAY_IN_YEAR | Sense.YEAR_OF | Sense.PERIOD_OF | Sense.END_OF
            | Sense.YEARS_LATER | Sense.TIMES | Sense.COVERS_SPAN
        ):  # fmt: skip
            raise AssertionError(said)
        case _:
            assert_never(said)
