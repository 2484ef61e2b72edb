"""Cases of files that are read one case at a time, decided in batches."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
from attrs import define, field, frozen

from hjemmel.archive.deciding import Aside, Decided, Deciding
from hjemmel.archive.doubts import Doubts
from hjemmel.case.observation import View
from hjemmel.case.statements import Case
from hjemmel.facts.faults import Edition
from hjemmel.facts.reading import stream_cases
from hjemmel.facts.source_file import Place, unheeded
from hjemmel.facts.translation import Translation

CASES = 4_096
"""So many cases are decided together: what is seen of each is held."""


@frozen(eq=False)
class CaseReader:
    """A file's cases, decided. `day` is that of every case that tells none, or of all."""

    by: Deciding
    place: Place
    translation: Translation
    day: date
    is_own_day: bool

    def decided(self) -> Iterator[Decided]:
        """Batch by batch; one at least, where what is not read is told of."""
        batch, first = _Batch(), 1
        for told in self._read():
            if not isinstance(told, Case):
                batch.aside.append(told)
                continue
            day = self.day_of(told)
            batch.undated += self.is_own_day and told.day is None
            batch.cases.append(told)
            batch.days.append(day)
            view, doubts = self.by.observe(told, day)
            batch.views.append(view)
            batch.doubts.append(doubts)
            if len(batch.cases) == CASES:
                yield self._decided(batch, first)
                batch, first = _Batch(), first + CASES
        if batch.cases or batch.aside or first == 1:
            yield self._decided(batch, first)

    def day_of(self, case: Case) -> date:
        """The day that a case is judged on."""
        return (case.day if self.is_own_day else None) or self.day

    def _read(self) -> Iterator[Case | Aside]:
        per = None if self.is_own_day else self.day
        program = self.by.program
        for told in stream_cases(self.place, program.schema, unheeded, self.translation, per):
            if not isinstance(told, Edition) or told.fingerprint != program.fingerprint:
                yield told

    def _decided(self, batch: "_Batch", first: int) -> Decided:
        standings, words = self.by.of_views(batch.views)
        rows = np.arange(first, first + len(batch.cases))
        names = pa.array([each.id for each in batch.cases], pa.string())
        days = np.array([each.toordinal() for each in batch.days], np.int32)
        doubts = {first + at: each for at, each in enumerate(batch.doubts) if each}
        aside = tuple(batch.aside)
        return Decided(rows, names, days, standings, words, batch.undated, aside, doubts)


@define(eq=False)
class _Batch:
    """What is read, and not yet decided."""

    cases: list[Case] = field(factory=list)
    days: list[date] = field(factory=list)
    views: list[View] = field(factory=list)
    doubts: list[Doubts] = field(factory=list)
    aside: list[Aside] = field(factory=list)
    undated: int = 0
