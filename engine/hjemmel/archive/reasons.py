"""The reasons of every row in few bits: which wording of a norm may be in force, and for each norm
and fact, whether it decides, is missing, is an act that there is still time for, or decides and is
taken as given; and what is open besides facts.

Equal bits are kept once. They are written as words of 64, and the file says what each bit is.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hjemmel.archive.doubts import kind_of
from hjemmel.backends.columns.bits import Bitmap, width
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.term import Path, Term
from hjemmel.case.observation import Unknown
from hjemmel.core.program import Norm, Program
from hjemmel.provenance.marks import Marking

Words = npt.NDArray[np.uint64]
"""For each word of 64 bits, that of each row; the first bit is the least of the first word."""
BITS = 64
DECIDES, PRESUMED, IN_FORCE = "avgjør", "forutsatt", "i kraft"
BESIDE = "åpent, "
"""Before the kind of what is open besides facts; what it is about stands in a fact's place."""


@frozen
class Meaning:
    """What a bit says of a norm, about a fact; or about a wording, by its number from 0."""

    norm: str
    says: str
    fact: Path


@frozen(eq=False)
class Reasons:
    """The bits that are wanted, and what they say."""

    wanted: Sequence[Term]
    key: "Key"


def reasons_of(program: Program, folding: Folding, norms: Iterable[str], *, why: bool) -> Reasons:
    """What is wanted of the norms of these ids; which wording is in force, where they have several,
    and all reasons where it is asked why."""
    marking, numbered = Marking(program, folding), dict[Term, int]()
    of = [_in_force, *([_why] if why else [])]
    meanings = [
        (meaning, numbered.setdefault(term, len(numbered)))
        for norm in map(program.by_id.__getitem__, norms)
        for each in of
        for meaning, term in each(marking, norm)
    ]
    return Reasons(list(numbered), Key(tuple(meanings)))


def _in_force(marking: Marking, norm: Norm) -> Iterator[tuple[Meaning, Term]]:
    terms = marking.in_force(norm) if len(norm.editions) > 1 else ()
    for at, term in enumerate(terms):
        yield Meaning(norm.id, IN_FORCE, (str(at),)), term


def _why(marking: Marking, norm: Norm) -> Iterator[tuple[Meaning, Term]]:
    for path, term in marking.missing(norm).items():
        yield Meaning(norm.id, kind_of(marking.program.schema, path).value, path), term
    for says, marks in (
        (DECIDES, marking.decisive(norm)),
        (PRESUMED, marking.presumed(norm)),
        (Unknown.PENDING.value, marking.awaited(norm)),
    ):
        for path, term in marks.items():
            yield Meaning(norm.id, says, path), term
    for (kind, about), term in marking.open_besides(norm).items():
        yield Meaning(norm.id, f"{BESIDE}{kind.value}", (about,)), term


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

    def bits(self, norm: str, says: str) -> list[int]:
        """The numbers of the bits that say something of a norm."""
        return [bit for meaning, bit in self.meanings
                if meaning.norm == norm and meaning.says == says]  # fmt: skip


def bit_of(words: Words, bit: int) -> npt.NDArray[np.bool_]:
    """One bit, in each of the rows."""
    byte, at = divmod(bit % BITS, 8)
    word = np.ascontiguousarray(words[bit // BITS], "<u8")
    octets = word.view(np.uint8)[byte :: BITS // 8]
    found: npt.NDArray[np.bool_] = octets & np.uint8(1 << at) != 0
    return found
