"""What the figures and the tables beside them show: counts in rows and columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field, frozen

from hjemmel.case.observation import Unknown
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import Verdict
from hjemmel.render.portfolio import GRAVE, CaseLine, Gap
from hjemmel.render.report.groups import NOT_TOLD
from hjemmel.render.verdict_text import provision

HOLDS, UNDECIDED, ELSE = "holder", "uavklart", "holder ikke, ingen feil"
REFUSED = "avslag"
ANSWERS = (*GRAVE, REFUSED, ELSE, UNDECIDED, HOLDS)
"""How a norm that is asked in a case can stand, gravest first."""
CALM = "ingen av delene"
STATES = (*GRAVE, UNDECIDED, CALM)
"""What a case is counted as: the gravest there is of it."""
KINDS = tuple(each.value for each in Unknown)
_FAILED = {
    Effect.BREACH: GRAVE[0],
    Effect.DEPARTURE: GRAVE[1],
    Effect.UNMET: GRAVE[2],
    Effect.REFUSAL: REFUSED,
    Effect.NONE: ELSE,
}
NOBODY, ALL = "ingen bestemt", "i alt"


@frozen
class Row:
    """One row: what it is of, and how many of each."""

    name: str
    counts: Mapping[str, int]


@frozen
class Breakdown:
    """A figure's counts. `counted` says of what, and `note` what one must know to read them."""

    id: str
    title: str
    counted: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    of: str
    """What each row is one of."""
    note: str = ""
    sum: Row | None = None
    """All rows together, where nothing is counted in several of them."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that have anything."""
        return tuple(each for each in self.columns if any(row.counts[each] for row in self.rows))

    def within(self, row: Row) -> int:
        """All in a row."""
        return sum(row.counts[each] for each in self.columns)

    @property
    def told(self) -> tuple[Row, ...]:
        """The rows as a table has them."""
        return (*self.rows, self.sum) if self.sum else self.rows


def _sum(rows: Sequence[Row]) -> Row:
    counts = sum((Counter(row.counts) for row in rows), Counter[str]())
    return Row(ALL, counts)


@define(eq=False)
class Counting:
    """Answers by provision and by level, so far."""

    places: dict[str, Counter[str]] = field(factory=dict)
    levels: dict[tuple[int, str], Counter[str]] = field(factory=dict)

    def add(self, verdicts: Iterable[Verdict]) -> None:
        """The verdicts of one case more."""
        for each in verdicts:
            if answer := answer_of(each):
                place, level = provision(each.norm), (each.level.rank, each.level.value)
                self.places.setdefault(place, Counter())[answer] += 1
                self.levels.setdefault(level, Counter())[answer] += 1

    def by_provision(self, order: Iterable[str]) -> Breakdown:
        """In the order of the law."""
        rows = [Row(each, self.places[each]) for each in order if each in self.places]
        return Breakdown("bestemmelse", "Etter bestemmelse", "svar", ANSWERS, tuple(rows),
                         "bestemmelse", sum=_sum(rows))  # fmt: skip

    def by_level(self) -> Breakdown:
        """The highest first."""
        rows = [Row(key[1], self.levels[key]) for key in sorted(self.levels)]
        return Breakdown("niva", "Etter nivået til kilden", "svar", ANSWERS, tuple(rows), "nivå",
                         sum=_sum(rows))  # fmt: skip

    @property
    def answers(self) -> Counter[str]:
        """All of them."""
        return sum(self.levels.values(), Counter())


def answer_of(verdict: Verdict) -> str:
    """How it counts; nothing where the norm is not asked in the case."""
    match verdict.outcome:
        case Outcome.MET:
            return HOLDS
        case Outcome.UNDECIDED:
            return UNDECIDED
        case Outcome.BROKEN:
            return _FAILED[verdict.effect]
        case _:
            return ""


def state_of(case: CaseLine) -> str:
    """The gravest there is of the case."""
    return next((each for each in (*GRAVE, UNDECIDED) if case.counts[each]), CALM)


def by_group(
    number: int, name: str, cases: Sequence[CaseLine], told: Iterable[tuple[str, ...]]
) -> Breakdown:
    """Cases by what they are told to be."""
    found: dict[str, Counter[str]] = {}
    several = False
    for case, values in zip(cases, told, strict=True):
        several = several or len(values) > 1
        for each in values or (NOT_TOLD,):
            found.setdefault(each, Counter())[state_of(case)] += 1
    names = sorted(found, key=lambda each: (each == NOT_TOLD, -found[each].total(), each))
    rows = tuple(Row(each, found[each]) for each in names)
    note = "En sak som har flere, er talt under hver av dem." if several else ""
    whole = None if several else _sum(rows)
    return Breakdown(f"gruppe-{number}", f"Etter {name}", "saker", STATES, rows, name, note, whole)


def by_year(cases: Iterable[CaseLine]) -> Breakdown:
    """Cases by the year that they were judged by."""
    found: dict[str, Counter[str]] = {}
    for case in cases:
        if case.day:
            found.setdefault(str(case.day.year), Counter())[state_of(case)] += 1
    rows = tuple(Row(each, found[each]) for each in sorted(found))
    return Breakdown("ar", "Gjennom årene", "saker", STATES, rows, "år",
                     "Hver sak er talt i året den er vurdert per.", _sum(rows))  # fmt: skip


def by_holder(gaps: Iterable[Gap]) -> Breakdown:
    """What is missing, by who has it: each thing is counted in each case that lacks it."""
    found: dict[str, Counter[str]] = {}
    for each in gaps:
        found.setdefault(each.holder or NOBODY, Counter())[each.kind] += each.cases
    names = sorted(found, key=lambda each: (each == NOBODY, -found[each].total(), each))
    rows = tuple(Row(each, found[each]) for each in names)
    return Breakdown("hos", "Etter hvem som har det som mangler", "ting som mangler i en sak",
                     KINDS, rows, "hos", sum=_sum(rows))  # fmt: skip
