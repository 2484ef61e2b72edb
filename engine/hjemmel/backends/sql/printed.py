"""Terms of a program printed as one query, with what must stand in the database beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from hjemmel.backends.columns.names import Names
from hjemmel.backends.columns.plan import needed
from hjemmel.backends.sql.dialect import Dialect
from hjemmel.backends.sql.expressions import Bit, Expression
from hjemmel.backends.sql.functions import Functions
from hjemmel.backends.sql.leaves import Leaves, Shape
from hjemmel.backends.sql.observed import ROW
from hjemmel.backends.sql.printing import PRINTERS, Printing
from hjemmel.backends.sql.query import Query
from hjemmel.backends.terms.standings import STANDINGS, Standing
from hjemmel.backends.terms.term import Term

CASES = "saker"
"""The table that a query reads."""
Wanted = Mapping[str, "Term | Mapping[Standing, Term]"]
"""A bit, or the number of how a norm stands, by the name of a column."""


@frozen(eq=False)
class Printed:
    """A query, the columns that it reads, and the functions that it asks."""

    text: str
    leaves: Leaves
    functions: Functions


def terms_of(wanted: Wanted) -> Sequence[Term]:
    """All terms that some need, each after its parts."""
    asked: list[Term] = []
    for each in wanted.values():
        asked += [each] if isinstance(each, Term) else each.values()
    return needed(asked)


def printed(wanted: Wanted, names: Names, shape: Shape, dialect: Dialect) -> Printed:
    """One query for all that is wanted, over a batch of a shape."""
    terms, leaves, functions = terms_of(wanted), Leaves(shape), Functions()
    for each in terms:
        leaves.read_by(each)
    to, found = Printing(dialect, leaves, names, functions), dict[Term, Any]()
    for each in terms:
        found[each] = PRINTERS[each.do](to, each, *(found[part] for part in each.parts))
    outputs = {
        name: _bit(to, found[each]) if isinstance(each, Term) else _number(
            to, {standing: found[term] for standing, term in each.items()})
        for name, each in wanted.items()
    }  # fmt: skip
    beside = [each for at in range(len(functions.all)) for each in dialect.answers_of(at)]
    source = CASES + (dialect.answers if beside else "")
    text = Query(outputs, source, ROW, beside, dialect.level).text()
    return Printed(text, leaves, functions)


def _bit(to: Printing, bit: Bit) -> Expression:
    return to.made.decided(bit)


def _number(to: Printing, ways: Mapping[Standing, Bit]) -> Expression:
    """The number of the one way that holds."""
    *some, _ = STANDINGS
    tests = (f"WHEN {{{at}}} THEN {at}" for at in range(len(some)))
    parts = (to.made.true_where(ways[each]) for each in some)
    number = f"CASE {' '.join(tests)} ELSE {len(some)} END"
    return to.made.make(to.dialect.outcome.format(number), *parts, total=True)
