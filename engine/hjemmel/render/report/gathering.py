"""A portfolio as its report has it, gathered case by case: of a case its verdicts are not held."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import define, field, frozen

from hjemmel.core.program import Program
from hjemmel.explain.presumed import presumed
from hjemmel.render.portfolio import CaseLine, CaseVerdicts, Portfolio, Tally, gravity, tally_of
from hjemmel.render.report.counts import (
    Breakdown,
    Counting,
    by_group,
    by_holder,
    by_year,
)
from hjemmel.render.report.groups import Group, Grouped, groups_of
from hjemmel.render.verdict_text import provision


@frozen
class Service:
    """One case as the table has it, with what it is told to be in each group.

    `number` is its place among the cases as they came.
    """

    line: CaseLine
    groups: tuple[tuple[str, ...], ...]
    number: int


@frozen
class Overview:
    """All cases together. `services` stand worst first."""

    program: Program
    found: Portfolio
    services: tuple[Service, ...]
    groups: tuple[Group, ...]
    breakdowns: tuple[Breakdown, ...]
    answered: int
    presumed: int

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
    counting: Counting = field(factory=Counting)
    presumed: int = 0

    def __attrs_post_init__(self) -> None:
        self.tally = tally_of(self.program.norms, sys.maxsize)
        self.grouped = Grouped(groups_of(self.program.schema))

    def add(self, case: CaseVerdicts) -> None:
        """One case more."""
        self.tally.add(case)
        self.counting.add(case.verdicts)
        self.presumed += sum(1 for each in case.verdicts if presumed(each))
        self.grouped.add(case.verdicts[0].case.observation.view if case.verdicts else None)

    def whole(self) -> Overview:
        """All of them."""
        found = self.tally.whole()
        groups = self.grouped.chosen()
        return Overview(
            self.program,
            found,
            tuple(self._services(found.cases, groups)),
            groups,
            tuple(self._breakdowns(found, groups)),
            self.counting.answers.total(),
            self.presumed,
        )

    def _services(self, cases: Sequence[CaseLine], groups: Sequence[Group]) -> Iterator[Service]:
        values = [list(self.grouped.values(each)) for each in groups]
        for number in sorted(range(len(cases)), key=lambda each: gravity(cases[each])):
            yield Service(cases[number], tuple(each[number] for each in values), number)

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


def is_shown(case: CaseVerdicts, program: Program) -> bool:
    """Whether it has verdicts to show; of a rulebook without norms, all cases are shown."""
    return bool(case.verdicts) or not program.norms
