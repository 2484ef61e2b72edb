"""How the norms of a program stand in very many cases, and why, as columns."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from hjemmel.archive.asked import Asked, asked_by
from hjemmel.archive.doubts import Doubts, doubts_of
from hjemmel.archive.engines import Engine, Ready, ready_in
from hjemmel.archive.reasons import Reasons, Words, reasons_of, words_of
from hjemmel.archive.standing_columns import Column, columns_of
from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.bits import EMPTY
from hjemmel.backends.columns.evaluator import Decide, Numbers
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.presuming import Presuming
from hjemmel.backends.terms.standings import planes
from hjemmel.case.observation import View
from hjemmel.case.statements import Case
from hjemmel.core.program import Program
from hjemmel.facts.faults import Edition, Note, Rejected, Unread

Aside = Rejected | Unread | Note | Edition
"""What is not read, a whole case or something of one, and what is worth knowing besides."""


@frozen(eq=False)
class Decided:
    """How the norms stand in the cases of a batch, and why; and what is not read.

    `rows` are their numbers in the file, from 1; `days` are the days they were judged on, by their
    numbers in the calendar (as `date.toordinal`), `undated` how many of them tell no day. `doubts`
    are by the number of the row.
    """

    rows: npt.NDArray[np.int64]
    names: Any
    days: npt.NDArray[np.int32]
    standings: Numbers
    words: Words
    undated: int
    aside: tuple[Aside, ...]
    doubts: Mapping[int, Doubts]


@frozen(eq=False)
class Deciding:
    """A program made ready for very many cases. Where no reasons are wanted, there are none.

    `asked` are the facts that some of its norms ask for; none where all of them are decided.
    """

    program: Program
    ready: Ready
    observing: Observing
    presuming: Presuming
    reasons: Reasons
    decide: Decide
    columns: tuple[Column, ...]
    asked: Asked | None

    def observe(self, case: Case, day: date) -> tuple[View, Doubts]:
        """What is seen of a case, and why facts of it are unknown where only it can say so."""
        seen = self.presuming.observe(case, day)
        return seen.view, doubts_of(seen, self.program.schema)

    def together(self, seen: Batch) -> tuple[Numbers, Words]:
        """How the norms stand in each case of a batch, and why."""
        standings, bits = self.decide(seen)
        return standings, words_of(bits, seen.rows)

    def of_views(self, views: Sequence[View]) -> tuple[Numbers, Words]:
        """The same of what is seen of cases one by one."""
        if views:
            return self.together(self.ready.batch(views))
        no_bits = [EMPTY] * len(self.reasons.wanted)
        return np.empty((len(self.ready.norms), 0), np.uint8), words_of(no_bits, 0)


def deciding(engine: Engine, program: Program, norms: Sequence[str], *, why: bool) -> Deciding:
    """The program made ready to decide the norms of these ids."""
    ready = ready_in(engine, program, norms)
    observing = Observing(program, ready.folding, ready.known)
    reasons = reasons_of(program, ready.folding, norms, why=why)
    decide = ready.deciding(reasons.wanted)
    of = [program.by_id[each] for each in norms]
    columns = tuple(columns_of(of, reasons.key, why=why))
    asked = None
    if len(norms) < len(program.norms):
        meanings = (ready.folding.norms[each] for each in norms)
        terms = [bit for each in meanings for bit in planes(ready.folding.graph, each)]
        asked = asked_by(program, [*terms, *reasons.wanted], observing)
    return Deciding(program, ready, observing, Presuming(program), reasons, decide, columns, asked)
