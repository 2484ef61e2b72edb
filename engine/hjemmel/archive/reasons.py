"""The reasons of every row in few bits: for each norm and fact, whether it decides or is missing.

Equal bits are kept once. They are written as words of 64, and the file says what each bit is.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hjemmel.backends.columns.bits import Bitmap, width
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.term import Path, Term
from hjemmel.core.program import Program
from hjemmel.provenance.marks import Marking

Words = npt.NDArray[np.uint64]
"""For each word of 64 bits, that of each row; the first bit is the least of the first word."""
BITS = 64
DECIDES, LACKS = "avgjør", "mangler"


@frozen
class Meaning:
    """What a bit says: that a fact decides how a norm stands, or that it is missing."""

    norm: str
    says: str
    fact: Path


@frozen(eq=False)
class Reasons:
    """The bits that are wanted, and what they say."""

    wanted: Sequence[Term]
    meanings: Sequence[tuple[Meaning, int]]
    """Each with the number of its bit."""


NO_REASONS = Reasons((), ())


def reasons_of(program: Program, folding: Folding, norms: Iterable[str]) -> Reasons:
    """The reasons of the norms of these ids."""
    numbered: dict[Term, int] = {}
    meanings = [
        (meaning, numbered.setdefault(term, len(numbered)))
        for meaning, term in _marks(program, folding, norms)
    ]
    return Reasons(list(numbered), meanings)


def _marks(
    program: Program, folding: Folding, norms: Iterable[str]
) -> Iterator[tuple[Meaning, Term]]:
    marking = Marking(program, folding)
    for each in norms:
        norm = program.by_id[each]
        for says, marks in ((DECIDES, marking.decisive(norm)), (LACKS, marking.missing(norm))):
            for path, term in marks.items():
                yield Meaning(each, says, path), term


def words_of(bits: Sequence[Bitmap], rows: int) -> Words:
    """Bits of all rows as words of each row."""
    count = -(-len(bits) // BITS)
    found = np.zeros((count, rows), np.uint64)
    for at in range(count):
        found[at] = _word(bits[at * BITS : (at + 1) * BITS], rows)
    return found


def _word(bits: Sequence[Bitmap], rows: int) -> npt.NDArray[np.uint64]:
    bytes_of = np.zeros((rows, BITS // 8), np.uint8)
    for at in range(0, len(bits), 8):
        bytes_of[:, at // 8] = _bytes(bits[at : at + 8], rows)
    return bytes_of.view("<u8").reshape(rows)


def _bytes(bits: Sequence[Bitmap], rows: int) -> npt.NDArray[np.uint8]:
    """Up to eight bitmaps as a byte for each row: squares of eight by eight bits, turned over."""
    square = np.zeros((width(rows), 8), np.uint8)
    for at, each in enumerate(bits):
        square[:, at] = each
    turned = square.view("<u8").reshape(-1)
    for shift, mask in _TURNS:
        moved = (turned ^ (turned >> shift)) & mask
        turned = turned ^ moved ^ (moved << shift)
    return turned.view(np.uint8)[:rows]


_TURNS = tuple(
    (np.uint64(shift), np.uint64(mask))
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0xF0F0F0F0))
)
"""Bits change places with those on the other side of the diagonal: single ones, twos, and fours."""


@frozen
class Key:
    """What the bits of a file say, by their numbers."""

    meanings: tuple[tuple[Meaning, int], ...] = field(factory=tuple)

    def said(self, words: Sequence[int], norm: str) -> Iterator[Meaning]:
        """What the words of a row say of a norm."""
        for meaning, bit in self.meanings:
            if meaning.norm == norm and words[bit // BITS] >> bit % BITS & 1:
                yield meaning
