"""What Spark is asked in SQL: how each norm stands, and each reason, packed in few columns."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from attrs import frozen

from hjemmel.archive.deciding import Deciding
from hjemmel.archive.reasons import BITS, Words
from hjemmel.backends.columns.evaluator import Numbers
from hjemmel.backends.columns.names import Names
from hjemmel.backends.sql.leaves import Shape
from hjemmel.backends.sql.observed import ROW
from hjemmel.backends.sql.printed import Printed, Wanted, printed
from hjemmel.backends.sql.spark import SPARK
from hjemmel.backends.terms.standings import decided

BYTES = 8
"""So many norms stand in a word, a byte each."""


@frozen(eq=False)
class Question:
    """What is wanted of a program, and what the query is for rows in which all is plain."""

    wanted: Wanted
    norms: int
    bits: int
    names: Names
    plain: Printed

    def printed(self, shape: Shape) -> Printed:
        """The query for rows of a shape."""
        return printed(self.wanted, self.names, shape, SPARK)

    @property
    def mark(self) -> str:
        """Two processes that have the same name it all by the same numbers."""
        return sha256(self.plain.text.encode()).hexdigest()

    def packed(self, query: str) -> str:
        """The query, with what it answers packed in words."""
        norms = [f"s{at}" for at in range(self.norms)]
        bits = [f"g{at}" for at in range(self.bits)]
        words = [*_words("norm", norms, BYTES), *_words("grunn", bits, BITS)]
        return f"SELECT {', '.join([ROW, *words])} FROM ({query})"

    @property
    def norm_words(self) -> int:
        """How many words the norms take."""
        return -(-self.norms // BYTES)

    @property
    def reason_words(self) -> int:
        """How many words the reasons take."""
        return -(-self.bits // BITS)

    def standings(self, words: Sequence[np.ndarray], rows: int) -> Numbers:
        """How each norm stands in each row, from the words of all rows."""
        found = np.empty((len(words) * BYTES, rows), np.uint8)
        for at, each in enumerate(words):
            found[at * BYTES : (at + 1) * BYTES] = each.astype("<i8").view(np.uint8).reshape(
                rows, BYTES
            ).T  # fmt: skip
        return found[: self.norms]

    def reasons(self, words: Sequence[np.ndarray], rows: int) -> Words:
        """The reasons of each row."""
        found = np.empty((len(words), rows), np.uint64)
        for at, each in enumerate(words):
            found[at] = each.view(np.uint64)
        return found


def _words(name: str, columns: Sequence[str], each: int) -> list[str]:
    """Columns as the bits of whole numbers, so many in each, the first the least."""
    width, found = BITS // each, []
    for at in range(0, len(columns), each):
        some = (f"shiftleft(CAST({column} AS BIGINT), {place * width})"
                for place, column in enumerate(columns[at : at + each]))  # fmt: skip
        found.append(f"{' | '.join(some)} AS {name}{at // each}")
    return found


def question_of(by: Deciding) -> Question:
    """All that is asked. It is to be made before anything is read: it numbers names."""
    folding = by.ready.folding
    standing = {
        f"s{at}": decided(folding.graph, folding.norms[norm])
        for at, norm in enumerate(by.ready.norms)
    }
    bits = {f"g{at}": term for at, term in enumerate(by.reasons.wanted)}
    wanted: Wanted = {**standing, **bits}
    names = by.ready.known.names
    plain = printed(wanted, names, Shape(), SPARK)
    return Question(wanted, len(standing), len(bits), names, plain)
