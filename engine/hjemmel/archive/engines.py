"""What decides the norms of a program in batches: columns, or a query in a database."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol, assert_never

from hjemmel.backends.columns.evaluator import Decide, columns
from hjemmel.backends.columns.operations import Known
from hjemmel.backends.columns.views import Views
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.term import Term
from hjemmel.case.observation import View
from hjemmel.core.program import Program


class Engine(Enum):
    """The engines there are, by what they are called."""

    COLUMNS = "kolonner"
    DUCKDB = "duckdb"


class Ready(Protocol):
    """The norms of a program, ready in an engine."""

    @property
    def norms(self) -> tuple[str, ...]:
        """Their ids."""

    @property
    def folding(self) -> Folding:
        """The program as terms."""

    @property
    def known(self) -> Known:
        """The names that are known, and what functions have answered."""

    def batch(self, views: Sequence[View]) -> Views:
        """What is seen of some cases, as columns."""

    def deciding(self, wanted: Sequence[Term]) -> Decide:
        """Ready to be asked for some bits as well."""


def ready_in(engine: Engine, program: Program, norms: Sequence[str]) -> Ready:
    """The norms of these ids, ready in an engine."""
    match engine:
        case Engine.COLUMNS:
            return columns(program, norms)
        case Engine.DUCKDB:
            from hjemmel.backends.sql.evaluator import sql  # noqa: PLC0415 - an extra

            return sql(program, norms)
        case _:
            assert_never(engine)
