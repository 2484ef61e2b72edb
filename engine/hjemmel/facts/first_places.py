"""Where each name of a case was read first, in little room: a name must not come twice in a file.

Note: a million names would fill the memory that reading a case at a time saves. So what is kept of
a name is its digest, 16 bytes, in a table with open addressing, and of its place the number at the
end, beside the words before it that most places share: «saker.jsonl, linje » and 12.
"""

import re
from array import array
from hashlib import blake2b

from attrs import define, field

_FIRST_SIZE = 1 << 10
_NUMBER_BITS = 40
_MASK = (1 << 64) - 1
_PLACE = re.compile(r"(.*?)(0|[1-9][0-9]{0,10})?", re.DOTALL)
_WITHOUT_NUMBER = (1 << _NUMBER_BITS) - 1


@define(eq=False)
class FirstPlaces:
    """Names, and where each was first. A slot is the two halves of a digest, and a place."""

    slots: "array[int]" = field(factory=lambda: array("Q", bytes(24 * _FIRST_SIZE)))
    count: int = 0
    words: dict[str, int] = field(factory=dict)

    def first(self, name: str, place: str) -> str | None:
        """Where the name was first; where it is new, that is at this place from now on."""
        high, low = _digest(name)
        at = self._slot(high, low)
        if self.slots[at]:
            return self._told(self.slots[at + 2])
        self.slots[at : at + 3] = array("Q", (high, low, self._kept(place)))
        self.count += 1
        if self.count * 24 > len(self.slots) * 7:  # seven eighths are in use
            self._grow()
        return None

    def _slot(self, high: int, low: int) -> int:
        """Where the digest stands, or would."""
        slots = self.slots
        size = len(slots) // 3
        at = high & (size - 1)
        while slots[3 * at] and (slots[3 * at] != high or slots[3 * at + 1] != low):
            at = (at + 1) & (size - 1)
        return 3 * at

    def _grow(self) -> None:
        old, self.slots = self.slots, array("Q", bytes(2 * 8 * len(self.slots)))
        for at in range(0, len(old), 3):
            if old[at]:
                to = self._slot(old[at], old[at + 1])
                self.slots[to : to + 3] = old[at : at + 3]

    def _kept(self, place: str) -> int:
        found = _PLACE.fullmatch(place)
        words, number = (found[1], found[2]) if found else (place, None)
        which = self.words.setdefault(words, len(self.words))
        return which << _NUMBER_BITS | (_WITHOUT_NUMBER if number is None else int(number))

    def _told(self, kept: int) -> str:
        which, number = kept >> _NUMBER_BITS, kept & _WITHOUT_NUMBER
        words = next(each for each, at in self.words.items() if at == which)
        return words if number == _WITHOUT_NUMBER else f"{words}{number}"


def _digest(name: str) -> tuple[int, int]:
    """Two halves, the first of which is never nothing."""
    whole = int.from_bytes(blake2b(name.encode(errors="surrogatepass"), digest_size=16).digest())
    return (whole >> 64) or 1, whole & _MASK
