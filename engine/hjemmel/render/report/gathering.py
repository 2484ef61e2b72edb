"""A portfolio as its report has it, gathered case by case: of a case its verdicts are not held."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import define, field, frozen

from hjemmel.core.program import Program
from hjemmel.render.portfolio import CaseLine, CaseVerdicts, Portfolio, Tally, gravity, tally_of
from hjemmel.render.report.counts import (
    Breakdown,
    Counting,
    by_group,
    by_holder,
    by_year,
)
from hjemmel.render.report.groups import Group, Grouped, groups_of
from hjemmel.render.report.tellings import Tellings, rests_on_presumed
from hjemmel.render.verdict_text import provision
from hjemmel.source.days import day_in_words


@frozen
class Service:
    """One case as the table has it, with what it is told to be in each group."""

    line: CaseLine
    groups: tuple[tuple[str, ...], ...]


@frozen
class Report:
    """All that the page is made of. `services` stand worst first, and so do those in `packed`."""

    program: Program
    found: Portfolio
    services: tuple[Service, ...]
    groups: tuple[Group, ...]
    breakdowns: tuple[Breakdown, ...]
    answered: int
    presumed: int
    packed: str

    @property
    def days(self) -> tuple[date, ...]:
        """The days that cases were judged by."""
        return self.found.days


@define(eq=False)
class Gathering:
    """The cases so far."""

    program: Program
    tally: Tally = field(init=False)
    grouped: Grouped = field(init=False)
    tellings: Tellings = field(factory=Tellings)
    counting: Counting = field(factory=Counting)
    presumed: int = 0

    def __attrs_post_init__(self) -> None:
        self.tally = tally_of(self.program.norms, sys.maxsize)
        self.grouped = Grouped(groups_of(self.program.schema))

    def add(self, case: CaseVerdicts) -> None:
        """One case more."""
        self.tally.add(case)
        self.counting.add(case.verdicts)
        self.tellings.add(_about(case), case.verdicts)
        self.presumed += rests_on_presumed(case.verdicts)
        self.grouped.add(case.verdicts[0].case.observation.view if case.verdicts else None)

    def whole(self) -> Report:
        """All of it."""
        found = self.tally.whole()
        order = sorted(range(len(found.cases)), key=lambda each: gravity(found.cases[each]))
        groups = self.grouped.chosen()
        return Report(
            self.program,
            found,
            tuple(_services(found.cases, [*map(self.grouped.values, groups)], order)),
            groups,
            tuple(self._breakdowns(found, groups)),
            self.counting.answers.total(),
            self.presumed,
            self.tellings.packed(order),
        )

    def _breakdowns(self, found: Portfolio, groups: Sequence[Group]) -> Iterator[Breakdown]:
        """Those that have anything to show."""
        places = dict.fromkeys(provision(each) for each in self.program.norms)
        made = [self.counting.by_provision(places)]
        for number, each in enumerate(groups, 1):
            made.append(by_group(number, each.name, found.cases, self.grouped.values(each)))
        made += [self.counting.by_level(), by_holder(found.gaps)]
        if not found.is_of_one_day:
            made.append(by_year(found.cases))
        return (each for each in made if each.rows)


def _services(
    cases: Sequence[CaseLine], told: Sequence[Iterable[tuple[str, ...]]], order: Sequence[int]
) -> Iterator[Service]:
    values = [list(each) for each in told]
    for number in order:
        yield Service(cases[number], tuple(each[number] for each in values))


def _about(case: CaseVerdicts) -> str:
    day = f", vurdert per {day_in_words(case.day)}" if case.day else ""
    return f"Sak {case.id}{day}"


def gathered(program: Program, cases: Iterable[CaseVerdicts]) -> Report:
    """A report of the cases that have verdicts to show; of a rulebook without norms, of all."""
    gathering = Gathering(program)
    for each in cases:
        if each.verdicts or not program.norms:
            gathering.add(each)
    return gathering.whole()
