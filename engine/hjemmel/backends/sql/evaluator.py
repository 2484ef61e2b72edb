"""A program ready for very many cases in a database: one query for how each norm stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from attrs import field, frozen

from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.bits import packed
from hjemmel.backends.columns.evaluator import Decide, Numbers
from hjemmel.backends.columns.operations import Known, Running
from hjemmel.backends.columns.views import Views
from hjemmel.backends.sql.dialect import DUCKDB, Dialect
from hjemmel.backends.sql.duck import run
from hjemmel.backends.sql.leaves import Shape
from hjemmel.backends.sql.observed import observed, shape_of
from hjemmel.backends.sql.printed import Printed, Wanted, printed, terms_of
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.standings import decided, folded
from hjemmel.backends.terms.term import Term
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from hjemmel.core.told import Asked, presumable, with_told


@frozen(eq=False)
class Asking:
    """What is wanted, with the query for each shape that a batch has had."""

    wanted: Wanted
    known: Known
    dialect: Dialect
    queries: dict[Shape, Printed] = field(factory=dict)

    def query(self, batch: Running) -> Printed:
        """The query for a batch."""
        shape = shape_of(batch, terms_of(self.wanted))
        if shape not in self.queries:
            self.queries[shape] = printed(self.wanted, self.known.names, shape, self.dialect)
        return self.queries[shape]

    def run(self, batch: Batch) -> pa.Table:
        """What it answers of each case."""
        running = Running(batch, self.known)
        query = self.query(running)
        cases = observed(running, query.leaves)
        return run(query.text, cases, query.functions.asked(running))


@frozen(eq=False)
class Sql:
    """The norms of these ids, to be decided in a database."""

    norms: tuple[str, ...]
    folding: Folding
    standing: Asking
    presumable: frozenset[Asked]
    known: Known

    def standings(self, batch: Batch) -> Numbers:
        """How each of the norms stands in each case of a batch."""
        found: Numbers = _columns(self.standing.run(batch), self.norms, np.uint8)
        return found

    def deciding(self, wanted: Sequence[Term]) -> Decide:
        """Ready to be asked for some bits as well."""
        asking = self.where({str(at): each for at, each in enumerate(wanted)})
        return lambda batch: (self.standings(batch), [*map(packed, rows(asking, batch))])

    def where(self, terms: Mapping[str, Term]) -> Asking:
        """Some bits of the program, each by a name, ready to be asked for."""
        return Asking(terms, self.known, self.standing.dialect)

    def batch(self, views: Sequence[View]) -> Views:
        """What is seen of some cases, as columns."""
        told = [with_told(each, self.presumable) for each in views]
        return Views(told, self.known.names)


def rows(asking: Asking, batch: Batch) -> npt.NDArray[np.bool_]:
    """For each bit that is asked for and each case, whether it is set."""
    found: npt.NDArray[np.bool_] = _columns(asking.run(batch), asking.wanted, np.bool_)
    return found


def _columns(found: pa.Table, names: Iterable[str], kind: Any) -> Any:
    columns = [found.column(each).to_numpy().astype(kind) for each in names]
    return np.stack(columns) if columns else np.empty((0, found.num_rows), kind)


def sql(program: Program, norms: Iterable[str]) -> Sql:
    """The program made ready to decide the norms of these ids."""
    folding, ids, known = folded(program), tuple(norms), Known()
    wanted = {each: decided(folding.graph, folding.norms[each]) for each in ids}
    return Sql(ids, folding, Asking(wanted, known, DUCKDB), presumable(program), known)
