"""The engines behind one door: how norms stand in many cases, what decides, and what is missing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from attrs import field, frozen

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.backends.sql.evaluator import Sql, rows, sql
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.standings import STANDINGS, Standing
from hjemmel.backends.terms.term import Path, Term
from hjemmel.case.observation import View
from hjemmel.core.outcome import Outcome, outcome
from hjemmel.core.program import Program
from hjemmel.provenance.marks import Marking
from support.evaluation import evaluate
from support.reasons_at_once import Reasons, decisive_in, missing_in, without_absent

Key = tuple[str, str, Path]
"""A norm, whether a fact decides or is missing, and the fact."""
DECIDES, LACKS = "avgjør", "mangler"


@frozen(eq=False)
class Answers:
    """The number of how each norm stands in each case, and for each key whether it is so there."""

    standings: np.ndarray
    reasons: np.ndarray


Door = Callable[[Sequence[View]], Answers]


def reasons_of(program: Program, folding: Folding) -> dict[Key, Term]:
    """The bit of each fact that may decide or be missing."""
    marking = Marking(program, folding)
    return {
        (norm.id, word, path): bit
        for norm in program.norms
        for word, marks in ((DECIDES, marking.decisive(norm)), (LACKS, marking.missing(norm)))
        for path, bit in marks.items()
    }


def in_columns(program: Program) -> tuple[Door, list[Key]]:
    """Bitmaps; and what each row of the reasons is about, which is so for every engine."""
    ready = columns(program, [norm.id for norm in program.norms])
    reasons = reasons_of(program, ready.folding)
    where = ready.where(list(reasons.values()))

    def answer(views: Sequence[View]) -> Answers:
        batch = ready.batch(views)
        return Answers(ready.standings(batch), where.rows(batch))

    return answer, list(reasons)


@frozen(eq=False)
class Query:
    """A query for all norms, and for the bits of all reasons, each once."""

    ready: Sql
    keys: Sequence[Term]
    different: dict[str, Term] = field(init=False)

    @different.default
    def _different(self) -> dict[str, Term]:
        return {f"grunn {at}": each for at, each in enumerate(dict.fromkeys(self.keys))}

    def of_keys(self, bits: np.ndarray) -> np.ndarray:
        """The row of each key, from those of the different bits."""
        place = {term: at for at, term in enumerate(self.different.values())}
        return bits[[place[each] for each in self.keys]]


def query(program: Program) -> Query:
    """Ready for a database."""
    ready = sql(program, [norm.id for norm in program.norms])
    return Query(ready, list(reasons_of(program, ready.folding).values()))


def in_duckdb(program: Program) -> Door:
    """The query, embedded."""
    asked = query(program)
    asking = asked.ready.where(asked.different)

    def answer(views: Sequence[View]) -> Answers:
        batch = asked.ready.batch(views)
        return Answers(asked.ready.standings(batch), asked.of_keys(rows(asking, batch)))

    return answer


# --- one case at a time ----------------------------------------------------------------------


@frozen(eq=False)
class OneByOne:
    """The evaluator of commands and façade, with the explanation of each norm."""

    program: Program

    def standings(self, views: Sequence[View]) -> list[list[Standing]]:
        """How each norm stands in each case."""
        return [[outcome(norms[each.id]) for each in self.program.norms]
                for norms in (evaluate(self.program, view).norms for view in views)]  # fmt: skip

    def reasons(self, views: Sequence[View]) -> Iterator[tuple[Reasons, Reasons]]:
        """What decides each norm in each case, and what is missing."""
        for view in views:
            yield decisive_in(self.program, view), missing_in(self.program, view)

    def reasons_by(self, keys: Sequence[Key], of: Answers, views: Sequence[View]) -> Iterator[Any]:
        """The same as another has it, in the words of this one."""
        for at, view in enumerate(views):
            found: dict[str, Reasons] = {
                word: {norm.id: set() for norm in self.program.norms} for word in (DECIDES, LACKS)
            }
            for key in np.flatnonzero(of.reasons[:, at]):
                norm, word, path = keys[key]
                found[word][norm].add(path)
            yield found[DECIDES], without_absent(self.program, view, found[LACKS])


def compiled(program: Program) -> Callable[[View], Sequence[Outcome]]:
    """The function that gives outcomes; what it leaves to another is left to the evaluator."""
    names, ready = [norm.id for norm in program.norms], stage(program)

    def otherwise(view: View) -> dict[str, Outcome]:
        norms = ready.valuation(view).norms
        return {norm: outcome(norms[norm])[0] for norm in names}

    decide = compile_outcomes(program, names, otherwise)
    return lambda view: list(map(decide(view).__getitem__, names))


def outcomes(standings: np.ndarray) -> list[list[Outcome]]:
    """The outcomes of the norms in each case, from their numbers."""
    return [[STANDINGS[number][0] for number in case] for case in standings.T]
