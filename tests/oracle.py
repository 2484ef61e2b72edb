"""A second reading of the semantics, naive on purpose.

It is written from the definition and shares nothing with the engine's meaning: no pairs of
bits, no algebra, no operator table. A truth is True, False or None; an ordered value is an
interval of numbers whose open ends are infinities, and a relation between intervals is tried
at their corners; a day is a number that this module counts out itself; a norm is judged when
somebody asks for it, not in the program's order. Never change it together with the engine.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction as Exact
from itertools import product
from math import inf
from typing import Any, assert_never

from attrs import evolve, field, frozen

from hjemmel.case.observation import PartialList
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Quantifier,
    Ref,
    Standing,
)
from hjemmel.core.program import Kind, Norm, Program, Wording
from hjemmel.core.schema import Role, Tenure
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.source.moment import Moment

Three = bool | None
"""Holds, fails, unknown."""

Number = int | float | Exact
Interval = tuple[Number, Number]
UNKNOWN: Interval = (-inf, inf)


@frozen
class Listing:
    """The members seen of a list, whether they are all, and what any further one may be, where
    something is known of that."""

    members: tuple[Any, ...]
    whole: bool
    further: tuple[Any, ...] = ()


@frozen
class Judgement:
    """How one norm stands: the names of its outcome and stage, and its four truths."""

    outcome: str
    stage: str
    subject: Three
    in_force: Three
    applies: Three
    requirement: Three
    somewhere: Three


# --- truths ----------------------------------------------------------------------------------


def all_of(*truths: Three) -> Three:
    """«og»: one that fails decides; else one that is unknown does."""
    if any(each is False for each in truths):
        return False
    return None if any(each is None for each in truths) else True


def any_of(*truths: Three) -> Three:
    """«eller»: one that holds decides; else one that is unknown does."""
    if any(each is True for each in truths):
        return True
    return None if any(each is None for each in truths) else False


def opposite(truth: Three) -> Three:
    """«ikke»: unknown stays unknown."""
    return None if truth is None else not truth


def read_as(arises: Three, reading: Three, written: Three) -> Three:
    """The clause under an open question."""
    if arises is True:
        return reading
    if arises is False:
        return written
    return reading if reading is written else None


def unanimous(*readings: Three) -> Three:
    """Settled when all readings say the same, whatever they say."""
    first = readings[0]
    return first if all(each is first for each in readings) else None


# --- symbols ---------------------------------------------------------------------------------


def choices(name: Any) -> list[Any]:
    """The names that it may be; None, unknown, is one that nobody can tell."""
    return sorted(name) if isinstance(name, OneOf) else [name]


def same(left: Any, right: Any) -> Three:
    """Two names: unknown when one of them is; tried for all that they may be."""
    pairs = product(choices(left), choices(right))
    return in_every_case([_is_it(*pair) for pair in pairs])


def _is_it(left: Any, right: Any) -> Three:
    """Two names of which nothing is known but what each surely is not, or all is known."""
    if left is None or right is None:
        return None
    if isinstance(left, NoneOf) or isinstance(right, NoneOf):
        for some, other in ((left, right), (right, left)):
            if isinstance(some, NoneOf) and not isinstance(other, NoneOf) and other in some:
                return False
        return None
    return bool(left == right)


def among(value: Any, *allowed: Any) -> Three:
    """One of the names allowed, tried for all that it and they may be."""
    cases = product(*map(choices, (value, *allowed)))
    return in_every_case([any_of(*(same(name, each) for each in rest)) for name, *rest in cases])


# --- ordered values --------------------------------------------------------------------------


def in_every_case(verdicts: list[Three]) -> Three:
    """What all the possible cases agree on."""
    return verdicts[0] if all(each is verdicts[0] for each in verdicts) else None


def at_corners(
    relation: Callable[[Number, Number], bool],
) -> Callable[[Interval, Interval], Three]:
    """A relation with a direction holds for all pairs when it does at the corners."""
    return lambda left, right: in_every_case([relation(*pair) for pair in product(left, right)])


def equal(left: Interval, right: Interval) -> Three:
    """Two single values that are the same; or two intervals that never meet."""
    if left[0] == left[1] == right[0] == right[1]:
        return True
    return None if max(left[0], right[0]) <= min(left[1], right[1]) else False


def in_time(act: Interval, last: Interval, today: Interval) -> Three:
    """The row «frist», at the corners."""

    def row(t: Number, d: Number, p: Number) -> Three:
        if t <= p:
            return t <= d
        return False if p > d else None

    return in_every_case([row(t, d, p) for t, d, p in product(act, last, today)])


def last_day(last: Interval, today: Interval) -> Three:
    """A deadline with no act to wait for: only that the day has gone by can be said."""
    return in_every_case([False if p > d else None for d, p in product(last, today)])


def latest(left: Interval, right: Interval) -> Interval:
    """The later of two; an end is open where one of theirs is."""
    least = -inf if -inf in (left[0], right[0]) else max(left[0], right[0])
    return least, max(left[1], right[1])


def earliest(left: Interval, right: Interval) -> Interval:
    """The earlier of two; an end is open where one of theirs is."""
    most = inf if inf in (left[1], right[1]) else min(left[1], right[1])
    return min(left[0], right[0]), most


def come_or_else(left: Interval, right: Interval) -> Interval:
    """The first if it comes by the second; else, or as long as it has no last day, the second."""
    return min(left[0], right[0]), right[1] if left[1] == inf else earliest(left, right)[1]


def end_by_end(function: Callable[[Any, Any], Number]) -> Callable[[Interval, Any], Interval]:
    """A growing function of both ends; an open end stays open."""

    def mapped(interval: Interval, constant: Any) -> Interval:
        low, high = (end if end in (-inf, inf) else function(end, constant) for end in interval)
        return low, high

    return mapped


# --- days ------------------------------------------------------------------------------------


def leap(year: int) -> bool:
    """February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year: int, month: int) -> int:
    """The days of a month."""
    if month == 2:
        return 29 if leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int) -> int:
    """Days since the first of January of the year 1600, counted month by month."""
    before = sum(length(year, each) for each in range(1, month))
    past = year - 1600
    leaps = (past + 3) // 4 - (past + 99) // 100 + (past + 399) // 400
    return 365 * past + leaps + before + day - 1


def split(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    year = 1600 + number // 366
    while day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 1
    while month < 12 and day_number(year, month + 1, 1) <= number:
        month += 1
    return year, month, number - day_number(year, month, 1) + 1


def months_on(number: int, months: int, round_up: bool) -> int:
    """The same date in another month, walked to one month at a time."""
    year, month, day = split(number)
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        elif month == 0:
            year, month = year - 1, 12
    last = length(year, month)
    if day <= last:
        return day_number(year, month, day)
    return day_number(year, month, last) + (1 if round_up else 0)


# --- working days ----------------------------------------------------------------------------


@frozen
class Almanac:
    """The years of a calendar, and the days off in it, each with its year or for every year."""

    first: int
    last: int
    off: frozenset[tuple[int | None, int, int]]

    def works(self, number: int) -> Three:
        """Whether a day is a working day; unknown outside the years."""
        year, month, day = split(number)
        if not self.first <= year <= self.last:
            return None
        # The first of January 1600 was a Saturday.
        weekend = number % 7 in (0, 1)
        return not (weekend or {(year, month, day), (None, month, day)} & self.off)

    def counted(self, number: int, count: int, itself: bool) -> Number:
        """Walk a day at a time until enough working days are met, or the calendar ends."""
        step = 1 if count > 0 else -1
        if not itself:
            number += step
        for left in range(abs(count), 0, -1):
            while self.works(number) is False:
                number += step
            if self.works(number) is None:
                return step * inf
            if left > 1:
                number += step
        return number

    def between(self, day: Interval, count: int, itself: bool) -> Interval:
        """Each end by itself; one that the calendar does not give is open."""
        low, high = (
            end if end in (-inf, inf) else self.counted(int(end), count, itself) for end in day
        )
        return (low if abs(low) < inf else -inf), (high if abs(high) < inf else inf)

    def is_working(self, day: Interval) -> Three:
        """What all the days that it may be agree on."""
        low, high = day
        if -inf in day or inf in day:
            return None
        return in_every_case([self.works(each) for each in range(int(low), int(high) + 1)])


def almanac_of(calendar: Any) -> Almanac:
    """The rulebook's calendar; AssertionError where it has none."""
    assert calendar is not None
    days = frozenset((each.year, each.month, each.day) for each in calendar.days_off)
    return Almanac(calendar.first, calendar.last, days)


def month_number(number: int) -> int:
    """The months since the first one of year 0, for the month that a day is in."""
    year, month, _ = split(number)
    return 12 * year + month - 1


def last_day_of(period: int, months: int) -> int:
    """The last day of a year, quarter or month, walked to from the last month in it."""
    last = period * months + months - 1
    year, month = last // 12, last % 12 + 1
    return day_number(year, month, length(year, month))


def has_every(different: Interval, first: Interval, last: Interval) -> Three:
    """As many different ones as there are numbers from the first to the last."""
    if -inf in (*first, *last) or inf in (*first, *last):
        fewest: Number = -inf if first[1] == inf or last[0] == -inf else last[0] - first[1] + 1
        most: Number = inf if first[0] == -inf or last[1] == inf else last[1] - first[0] + 1
    else:
        fewest, most = last[0] - first[1] + 1, last[1] - first[0] + 1
    if fewest > -inf:
        fewest = max(fewest, 0)
    return at_corners(lambda a, b: a >= b)(different, (fewest, max(most, 0)))


# --- the operators ---------------------------------------------------------------------------

MEANINGS: dict[str, Callable[..., Any]] = {
    "og": all_of,
    "eller": any_of,
    "ikke": opposite,
    "tolket": read_as,
    "samstemt": unanimous,
    "omfatter": all_of,
    "noen_norm": any_of,
    "ingen_norm": lambda *norms: opposite(any_of(*norms)),
    "er": same,
    "er_blant": among,
    "er_rollen": lambda *asked: holds_role(*asked),  # noqa: PLW0108 - it is defined below
    "lik": equal,
    "minst": at_corners(lambda a, b: a >= b),
    "høyst": at_corners(lambda a, b: a <= b),
    "mer_enn": at_corners(lambda a, b: a > b),
    "mindre_enn": at_corners(lambda a, b: a < b),
    "tidligst": at_corners(lambda a, b: a >= b),
    "senest": at_corners(lambda a, b: a <= b),
    "etter": at_corners(lambda a, b: a > b),
    "før": at_corners(lambda a, b: a < b),
    "dekker_hvert": has_every,
    "innen_frist": in_time,
    "siste_dag": last_day,
    "seneste": latest,
    "tidligste": earliest,
    "kommet_ellers": come_or_else,
    "måneder_etter_ned": end_by_end(lambda day, n: months_on(day, n, round_up=False)),
    "måneder_etter_opp": end_by_end(lambda day, n: months_on(day, n, round_up=True)),
    "dager_etter": end_by_end(lambda day, n: day + n),
    "virkedager_etter": lambda day, n, almanac: almanac.between(day, n, itself=False),
    "virkedager_fra": lambda day, n, almanac: almanac.between(day, n, itself=True),
    "er_virkedag": lambda day, almanac: almanac.is_working(day),
    "dag_i_året": end_by_end(lambda year, when: day_number(year, when // 100, when % 100)),
    "året_for": end_by_end(lambda day, _: split(day)[0]),
    "tidsrommet_for": end_by_end(lambda day, months: month_number(day) // months),
    "utgangen_av": end_by_end(last_day_of),
    "år_senere": end_by_end(lambda year, n: year + n),
    "ganger": end_by_end(lambda number, factor: number * factor),
}

WITH_CONSTANT = {
    "måneder_etter_ned",
    "måneder_etter_opp",
    "dager_etter",
    "virkedager_etter",
    "virkedager_fra",
    "dag_i_året",
    "året_for",
    "tidsrommet_for",
    "utgangen_av",
    "år_senere",
    "ganger",
}
"""Operators whose last argument is written in the rule and taken as it stands."""

BY_CALENDAR = {"virkedager_etter", "virkedager_fra", "er_virkedag"}
"""Operators that ask the rulebook's calendar."""


def number_of(value: Any) -> Number:
    """A known value on the line of numbers."""
    match value:
        case date():
            return day_number(value.year, value.month, value.day)
        case Decimal():
            return Exact(value)
        case _:
            return int(value)


def interval_of(value: Any) -> Interval:
    """What is known of an ordered fact."""
    if value is None:
        return UNKNOWN
    low, high = value if isinstance(value, tuple) else (value, value)
    return (
        -inf if low is None else number_of(low),
        inf if high is None else number_of(high),
    )


# --- the program -----------------------------------------------------------------------------


def within(day: Interval, wording: Wording | Tenure) -> Three:
    """A day is in the period of a wording, whatever day in the interval it is."""
    # An open end is a day that nobody knows, and so neither in the period nor out of it.
    begun = MEANINGS["tidligst"](day, span_of(wording.start)) if wording.start else True
    lasts = MEANINGS["senest"](day, span_of(wording.end)) if wording.end else True
    return all_of(begun, lasts)


def span_of(boundary: Moment) -> Interval:
    """The days that a boundary may be."""
    return number_of(boundary.first), number_of(boundary.last)


def in_some_run(day: Interval, wordings: list[Any]) -> Three:
    """A day is in a run of wordings that follow right upon one another."""
    runs = [[wordings[0]]]
    for each in wordings[1:]:
        if follows(runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    spans = [evolve(each[0], end=each[-1].end) for each in runs]
    return any_of(*(within(day, each) for each in spans))


def follows(before: Wording | Tenure, after: Wording | Tenure) -> bool:
    """The one begins on the day after the last of the other, known no better and no worse."""
    if before.end is None or after.start is None:
        return False
    last, first = span_of(before.end), span_of(after.start)
    return (last[0] + 1, last[1] + 1) == first


def agreed(in_force: Three, periods: list[Three], truths: list[Three]) -> Three:
    """What the editions that may be in force agree on."""
    if len(truths) == 1:
        return truths[0]
    asked = [truth for period, truth in zip(periods, truths, strict=True) if period is not False]
    if all(each is False for each in asked):
        return False
    return True if in_force is True and all(each is True for each in asked) else None


def holds_role(name: Any, day: Interval, role: Role) -> Three:
    """Whoever may hold the role on the day, the name is one of those who do so by themselves."""
    periods = [within(day, each) for each in role.tenures]
    says: list[Three] = []
    for each in role.tenures:
        alone = len(each.holders) == 1 or each.joint.value == "eller"
        says.append(among(name, *each.holders) if alone else False)
    held = in_some_run(day, list(role.tenures))
    if held is False:
        return False
    asked = [said for period, said in zip(periods, says, strict=True) if period is not False]
    if all(each is False for each in asked):
        return False
    return True if held is True and all(each is True for each in asked) else None


@frozen
class Oracle:
    """One program asked about one view. `told` sees only what somebody has told, where something is
    taken as given. `open_questions` are the nodes where settled readings differ; `answers` are what
    operators and quantifiers have said, by name, and `closed_by` the quantifiers to which some
    further member would be without weight."""

    program: Program
    view: Mapping[str, Mapping[str, Any] | None]
    told: "Oracle | None" = None
    judged: dict[str, Judgement] = field(factory=dict)
    open_questions: set[int] = field(factory=set)
    answers: set[tuple[str, Three]] = field(factory=set)
    closed_by: set[str] = field(factory=set)

    def judge(self, norm_id: str) -> Judgement:
        """How the norm stands."""
        if norm_id not in self.judged:
            norm = next(each for each in self.program.norms if each.id == norm_id)
            there = self.view.get(norm.subject) is not None
            in_force, applies, requirement, somewhere = self.dated(norm)
            if requirement is False and not self.may_fail(norm):
                requirement = None
            truths = (there, in_force, applies, requirement, somewhere)
            self.judged[norm_id] = Judgement(*outcome_of(*truths), *truths)
        return self.judged[norm_id]

    def may_fail(self, norm: Norm) -> bool:
        """What is held against somebody, must fail by what is told alone."""
        neutral = (Kind.DEFINITION, Kind.STATEMENT, Kind.NOTICE)
        if self.told is None or norm.kind in neutral:
            return True
        return self.told.dated(norm)[2] is False

    def dated(self, norm: Norm) -> tuple[Three, Three, Three, Three]:
        """Whether an edition is in force, what those that may be say, and if any applies."""
        days = [self.ask(each.deciding or norm.deciding, {}) for each in norm.editions]
        by_own = list(map(within, days, [each.wording for each in norm.editions]))
        # One that surely is in force by its own day goes before all that began before it.
        periods = [all_of(by, *map(opposite, by_own[at + 1 :])) for at, by in enumerate(by_own)]
        applies = [self.ask(each.applies, {}) for each in norm.editions]
        asked = [self.ask(each.requirement, {}) for each in norm.editions]
        if norm.kind is Kind.PROHIBITION:
            asked = [opposite(each) for each in asked]
        in_force = any_of(*self.runs(norm))
        scope, claim = (agreed(in_force, periods, each) for each in (applies, asked))
        return in_force, scope, claim, any_of(*applies)

    def runs(self, norm: Norm) -> list[Three]:
        """Whether each of the stretches of editions with one day has that day in a run of it."""
        found: list[Three] = []
        left = list(norm.editions)
        while left:
            by = left[0].deciding or norm.deciding
            same = [e for e in left if (e.deciding or norm.deciding) == by]
            stretch = left[: next((i for i, e in enumerate(left) if e not in same), len(left))]
            left = left[len(stretch) :]
            found.append(in_some_run(self.ask(by, {}), [each.wording for each in stretch]))
        return found

    def ask(self, node: Node, bound: Mapping[str, Any]) -> Any:
        """What the node says where `bound` gives the entries of the lists around it."""
        match node:
            case Literal():
                return seen(node.value, node.type)
            case Fact():
                return seen(self.raw(node, bound), node.type)
            case Ref():
                return self.truth_of(node)
            case Apply():
                return self.noted(node.operator, self.applied(node, bound))
            case Default():
                exceptions = [opposite(self.ask(each, bound)) for each in node.exceptions]
                guard, claim = self.ask(node.condition, bound), self.ask(node.consequence, bound)
                return all_of(guard, claim, *exceptions)
            case Each():
                return self.noted(node.quantifier.value, self.over_list(node, bound))
            case _:
                assert_never(node)

    def noted(self, name: str, answer: Any) -> Any:
        """The answer, remembered if it is a truth."""
        if answer is None or isinstance(answer, bool):
            self.answers.add((name, answer))
        return answer

    def raw(self, fact: Fact, bound: Mapping[str, Any]) -> Any:
        """The fact as the view has it."""
        if fact.subject in bound:
            entry = bound[fact.subject]
            return entry if fact.name == "" else entry.get(fact.name)
        record = self.view.get(fact.subject)
        if fact.name == "*":
            return record is not None
        return record.get(fact.name) if record is not None else None

    def truth_of(self, ref: Ref) -> Three:
        """Whether another norm is in force, applies and stands so."""
        other = self.judge(ref.norm)
        asked = other.requirement if ref.standing is Standing.MET else opposite(other.requirement)
        return all_of(other.subject, other.in_force, other.applies, asked)

    def applied(self, node: Apply, bound: Mapping[str, Any]) -> Any:
        """An operator on its arguments."""
        rest = []
        if node.operator in BY_CALENDAR:
            rest.append(almanac_of(self.program.schema.calendar))
        if node.operator in WITH_CONSTANT:
            value, constant = node.arguments
            assert isinstance(constant, Literal)
            return MEANINGS[node.operator](self.ask(value, bound), constant.value, *rest)
        arguments = [self.ask(each, bound) for each in node.arguments]
        if node.operator == "er_rollen":
            roles = {each.name: each for each in self.program.schema.roles}
            arguments[2] = roles[arguments[2]]
        result = MEANINGS[node.operator](*arguments, *rest)
        if node.operator == "samstemt" and result is None and None not in arguments:
            self.open_questions.add(node.origin.id)
        if node.operator == "er_blant" and arguments[0] is None and self.covers_all(node):
            return True
        return result

    def covers_all(self, membership: Apply) -> bool:
        """The names allowed are the whole of the closed enumeration that the value is one of."""
        value, *allowed = membership.arguments
        if not isinstance(value, Fact) or not isinstance(value.type, Enumerated):
            return False
        names = {each.value for each in allowed if isinstance(each, Literal)}
        return names >= set(self.program.schema.enumeration(value.type.name).values)

    def over_list(self, node: Each, bound: Mapping[str, Any]) -> Any:
        """A quantifier."""
        listing = self.ask(node.domain, bound)
        inside = [{**bound, node.variable: each} for each in listing.members]
        member = [self.ask(node.where, each) for each in inside]
        body = [self.ask(node.body, each) for each in inside]
        if node.quantifier is Quantifier.DISTINCT:
            body = [named(each) for each in body]
        both = list(zip(member, body, strict=True))
        whole = listing.whole or self.is_closed(node, listing, bound)
        rest: list[Three] = [] if whole else [None]
        match node.quantifier:
            case Quantifier.ALL:
                return all_of(*(any_of(opposite(is_in), holds) for is_in, holds in both), *rest)
            case Quantifier.SOME:
                return any_of(*(all_of(is_in, holds) for is_in, holds in both), *rest)
            case Quantifier.COUNT:
                hits = [all_of(is_in, holds) for is_in, holds in both]
                possible = len(hits) - hits.count(False)
                return hits.count(True), possible if whole else inf
            case Quantifier.DISTINCT:
                return self.different(node.body, both, whole)
            case _:
                assert_never(node.quantifier)

    def is_closed(self, node: Each, listing: Listing, bound: Mapping[str, Any]) -> bool:
        """Whether no further member can matter, whatever it is of what it may be."""
        for each in listing.further:
            inside = {**bound, node.variable: each}
            is_in, asked = self.ask(node.where, inside), None
            if node.quantifier is not Quantifier.DISTINCT:
                asked = self.ask(node.body, inside)
            harmless = asked is (node.quantifier is Quantifier.ALL)
            if is_in is not False and not harmless:
                return False
        if listing.further:
            self.closed_by.add(node.quantifier.value)
        return bool(listing.further)

    def different(self, body: Node, both: list[tuple[Three, Any]], whole: bool) -> Interval:
        """How many different names there may be among the members."""
        sure = [name for is_in, name in both if is_in is True]
        possible = [name for is_in, name in both if is_in is not False]
        least = fewest_names(sure)
        most: Number = most_names(possible) if whole else inf
        if isinstance(body, (Fact, Literal)) and isinstance(body.type, Enumerated):
            most = min(most, len(self.program.schema.enumeration(body.type.name).values))
        return least, most


def fewest_names(sure: list[Any]) -> int:
    """The known names; and one more where some member is surely none of these."""
    sure = [None if isinstance(each, NoneOf) else each for each in sure]
    known = {each for each in sure if isinstance(each, str)}
    others = [each for each in sure if not isinstance(each, str)]
    if not known:
        return 1 if others else 0
    new = [each for each in others if each is not None and not any(n in known for n in each)]
    return len(known) + (1 if new else 0)


def most_names(possible: list[Any]) -> int:
    """The known names, and one for each that may be another; no more than are mentioned."""
    possible = [None if isinstance(each, NoneOf) else each for each in possible]
    known = {each for each in possible if isinstance(each, str)}
    others = [each for each in possible if not isinstance(each, str)]
    new = [each for each in others if each is None or any(n not in known for n in each)]
    if None in others:
        return len(known) + len(new)
    mentioned = known | {name for each in others for name in each}
    return min(len(known) + len(new), len(mentioned))


def named(value: Any) -> Any:
    """What is told apart: a name, or as a name the one number that an interval is."""
    if not isinstance(value, tuple):
        return value
    return str(value[0]) if value[0] == value[1] else None


def seen(value: Any, kind: Type) -> Any:
    """A raw value as a truth, a name, an interval or a listing."""
    match kind:
        case Truth() | Assessed() | Text() | Enumerated() | Registered() | Row():
            return value
        case (
            Date()
            | Year()
            | Quarter()
            | Month()
            | Whole()
            | Fraction()
            | Money()
            | Months()
            | Days()
        ):
            return interval_of(value)
        case Listed():
            if value is None:
                return Listing((), whole=False)
            if not isinstance(value, PartialList):
                return Listing(tuple(value), whole=True)
            told = len(value) - value.further
            return Listing(tuple(value[:told]), whole=False, further=tuple(value[told:]))
        case _:
            assert_never(kind)


def outcome_of(
    subject: Three, in_force: Three, applies: Three, requirement: Three, somewhere: Three
) -> tuple[str, str]:
    """The outcome and the stage that decided it: the first stage that does not hold."""
    if subject is not True:
        return "UNDECIDED" if subject is None else "NOT_APPLICABLE", "SUBJECT"
    if in_force is not True and somewhere is False:
        return "NOT_APPLICABLE", "APPLIES"
    if in_force is not True:
        return "UNDECIDED" if in_force is None else "NO_RULE", "IN_FORCE"
    if applies is not True:
        return "UNDECIDED" if applies is None else "NOT_APPLICABLE", "APPLIES"
    if requirement is None:
        return "UNDECIDED", "REQUIREMENT"
    return "MET" if requirement else "BROKEN", "REQUIREMENT"


def only_told(view: Mapping[str, Mapping[str, Any] | None]) -> dict[str, Any]:
    """The view without what it says is taken as given."""
    return {
        key: record and {name: value for name, value in record.items()
                         if name not in record.get("\0forutsatt", ())}
        for key, record in view.items()
    }  # fmt: skip


def judge(
    program: Program,
    view: Mapping[str, Mapping[str, Any] | None],
    told: Mapping[str, Mapping[str, Any] | None] | None = None,
) -> Oracle:
    """All norms of the program, judged. `told` is the view with nothing taken as given in it, where
    the view does not say itself what is."""
    oracle = Oracle(program, view, Oracle(program, only_told(view) if told is None else told))
    for norm in program.norms:
        oracle.judge(norm.id)
    return oracle
