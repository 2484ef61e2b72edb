"""The query of a batch, run in PostgreSQL."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import numpy as np
from attrs import evolve, frozen
from psycopg import Connection, connect

from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.evaluator import Asking, Sql
from hjemmel.backends.sql.functions import Answers
from hjemmel.backends.sql.leaves import Leaves, What
from hjemmel.backends.sql.observed import ROW, observed
from hjemmel.backends.sql.postgres import POSTGRES, type_of
from hjemmel.backends.sql.printed import CASES
from hjemmel.backends.terms.term import Sort
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from motorer.server import server
from support import doors
from support.doors import Door

MOST = 40
"""So many norms in a query: no table may have more than 1 600 columns, nor what is worked out."""


MOST_BITS = 200
"""So many bits."""


@contextmanager
def in_postgresql(program: Program) -> Iterator[Door]:
    """A server of its own, behind the same door as other engines."""
    asked = doors.query(program)
    with server() as where, connect(where, autocommit=True) as opened:
        to = InPostgres(asked.ready, opened)
        yield lambda views: doors.Answers(
            to.standings(views), asked.of_keys(to.bits(asked.different, views))
        )


@frozen(eq=False)
class InPostgres:
    """The norms of a program, decided in a database."""

    ready: Sql
    database: Connection

    def standings(self, views: Sequence[View]) -> np.ndarray:
        """How each norm stands in each case."""
        wanted = list(self.ready.standing.wanted.items())
        parts = [dict(wanted[at : at + MOST]) for at in range(0, len(wanted), MOST)]
        asking = [evolve(self.ready.standing, wanted=each, queries={}) for each in parts]
        return self._asked(asking, views, np.uint8)

    def bits(self, terms: dict[str, Any], views: Sequence[View]) -> np.ndarray:
        """Whether each bit is set in each case."""
        some = list(terms.items())
        parts = [dict(some[at : at + MOST_BITS]) for at in range(0, len(some), MOST_BITS)]
        return self._asked(list(map(self.ready.where, parts)), views, np.bool_)

    def _asked(self, asking: list[Asking], views: Sequence[View], kind: Any) -> np.ndarray:
        batch = self.ready.batch(views)
        found = [self._run(evolve(each, dialect=POSTGRES), batch) for each in asking]
        rows = np.concatenate(found, axis=1) if found else np.empty((len(views), 0))
        return rows.T.astype(kind)

    def _run(self, asking: Asking, batch: Batch) -> np.ndarray:
        running = Running(batch, asking.known)
        query = asking.query(running)
        with self.database.transaction(force_rollback=True):
            self._cases(observed(running, query.leaves), query.leaves)
            for number, answers in enumerate(query.functions.asked(running)):
                self._answers(number, answers)
            text = f"{query.text} ORDER BY {ROW}"
            rows = [each[1:] for each in self.database.execute(text.encode()).fetchall()]
        return np.array(rows).reshape(len(rows), len(asking.wanted))

    def _cases(self, table: Any, leaves: Leaves) -> None:
        whats = {name: (what, path) for (what, path), name in leaves.inside(None)}
        types = {name: type_of(what, leaves.sorts.get(path, Sort.BIT))
                 for name, (what, path) in whats.items()}  # fmt: skip
        columns = ", ".join(f"{name} {kind}" for name, kind in {ROW: "bigint", **types}.items())
        self.database.execute(f"CREATE TABLE {CASES} ({columns})")
        lists = {name for name, (what, _) in whats.items() if what is What.LIST}
        names = ", ".join([ROW, *types])
        with self.database.cursor().copy(f"COPY {CASES} ({names}) FROM STDIN") as copy:
            for row in table.select([ROW, *types]).to_pylist():
                copy.write_row([
                    json.dumps(value, default=_exact) if name in lists else value
                    for name, value in row.items()
                ])  # fmt: skip

    def _answers(self, number: int, answers: Answers) -> None:
        self.database.execute(f"CREATE TABLE f{number} (x numeric PRIMARY KEY, y integer)")
        with self.database.cursor().copy(f"COPY f{number} FROM STDIN") as copy:
            for asked, answer in answers.items():
                copy.write_row([asked, answer])


def _exact(number: object) -> str:
    assert isinstance(number, Decimal)
    return str(number)
