"""The same norms and reasons by a query and by columns."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from attrs import frozen

from hjemmel.backends.columns.evaluator import Columns, columns
from hjemmel.backends.sql.evaluator import Sql, rows, sql
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.backends.terms.term import Term
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from hjemmel.provenance.marks import Marking
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import program


@frozen(eq=False)
class Both:
    """A program ready for either."""

    program: Program
    query: Sql
    columns: Columns

    def differences(self, views: Sequence[View]) -> list[str]:
        """The norms that stand otherwise, with what the query and the columns say."""
        found = self.query.standings(self.query.batch(views))
        expected = self.columns.standings(self.columns.batch(views))
        return [
            f"sak {case}, {self.columns.norms[norm]}: {STANDINGS[found[norm, case]]}, "
            f"ikke {STANDINGS[expected[norm, case]]}"
            for norm, case in np.argwhere(found != expected)
        ]

    def reasons_apart(self, views: Sequence[View]) -> list[str]:
        """The reasons that are so by one of them only."""
        asked = dict(reasons(self.program, self.query.folding))
        found = rows(self.query.where(asked), self.query.batch(views))
        expected = self.columns.where(
            [bit for _, bit in reasons(self.program, self.columns.folding)]
        ).rows(self.columns.batch(views))
        names = list(asked)
        return [f"sak {case}, {names[at]}: {found[at, case]}"
                for at, case in np.argwhere(found != expected)]  # fmt: skip


def both(of: Program) -> Both:
    """All norms."""
    norms = [norm.id for norm in of.norms]
    return Both(of, sql(of, norms), columns(of, norms))


def random_cases(seed: str, most: int) -> tuple[Program, list[View]]:
    """A random rulebook, with so many cases at most."""
    choices = Seeded(Random(seed))
    made = program(choices)
    count = 1 + choices.below(most)
    return made, [facts_of(choices, made).view for _ in range(count)]


def reasons(of: Program, folding: Folding) -> Iterator[tuple[str, Term]]:
    """The bit for each fact that decides or is missing, by norm, word and fact."""
    marking = Marking(of, folding)
    for norm in of.norms:
        for word, marks in (
            ("avgjør", marking.decisive(norm)),
            ("mangler", marking.missing(norm)),
        ):
            for path, bit in marks.items():
                yield f"{norm.id} {word} {'.'.join(path)}", bit
