"""Which sentence of the new text is which of the account."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from attrs import define, field, frozen

from hjemmel.source.provisions import provision, sign_of
from hjemmel.traceability.editions.fates import Basis
from hjemmel.traceability.editions.places import Stated
from hjemmel.traceability.editions.recovering import MOST_TRIED, recovered, words_of
from hjemmel.traceability.editions.typography import key
from hjemmel.traceability.fingerprints import fingerprint
from hjemmel.traceability.ledger import Entry

_MANY = 10
"""As many new sentences as are searched for in full; of more, each gets its share."""
_ALIKE_HERE, _ALIKE_ELSEWHERE = 0.5, 0.75
"""How much of two sentences must be the same words, for one to be the other, changed."""


@frozen
class Pairing:
    """The number of the new sentence that each of the account is, and how that is known.

    `doubtful` are stretches in which sentences of both are left, and nothing says which is which.
    """

    at: Mapping[str, tuple[int, Basis]]
    texts: Mapping[str, str]
    doubtful: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = ()


@define
class Pairer:
    """The pairs found so far, of the sentences of some sources with those of a new text."""

    entries: Mapping[str, Entry]
    now: Sequence[Stated]
    texts: dict[str, str]
    at: dict[str, tuple[int, Basis]] = field(factory=dict)
    taken: set[int] = field(factory=set)

    def pair(self, old: str, number: int, basis: Basis) -> None:
        """Take a pair."""
        self.at[old] = number, basis
        self.taken.add(number)

    def known(self) -> None:
        """The sentences whose fingerprints the account has, at home before elsewhere."""
        by_print: dict[str, list[str]] = {}
        for old, entry in self.entries.items():
            by_print.setdefault(entry.fingerprint, []).append(old)
        for is_home in (True, False):
            for number, each in enumerate(self.now):
                if number in self.taken or not each.unit.print_:
                    continue
                for old in by_print.get(each.unit.print_, ()):
                    if old not in self.at and (not is_home or self.is_home(old, each)):
                        self.pair(old, number, Basis.FINGERPRINT)
                        break

    def alike_in_signs(self) -> None:
        """The sentences that differ from their old texts in signs only."""
        by_key: dict[str, list[str]] = {}
        for old in self.left():
            if old in self.texts:
                by_key.setdefault(key(self.texts[old]), []).append(old)
        for number in self.left_now():
            waiting = by_key.get(key(self.now[number].text))
            if waiting:
                self.pair(waiting.pop(0), number, Basis.TEXT)

    def recover(self) -> None:
        """The sentences whose old texts can be found again by their fingerprints."""
        olds = {self.entries[each].fingerprint: each
                for each in self.left() if each not in self.texts}  # fmt: skip
        words = words_of(each.text for each in self.now)
        waiting = self.left_now()
        most = MOST_TRIED * _MANY // max(_MANY, len(waiting))
        for number in waiting:
            unit = self.now[number].unit
            text = recovered(unit.text, unit.marker, frozenset(olds), words, most) if olds else ""
            if text:
                old = olds.pop(fingerprint(text))
                self.texts[old] = text
                self.pair(old, number, Basis.FOUND)

    def left(self) -> list[str]:
        """The sentences of the account without a pair."""
        return [each for each in self.entries if each not in self.at]

    def left_now(self) -> list[int]:
        """The sentences of the new text without a pair."""
        return [each for each in range(len(self.now)) if each not in self.taken]

    def home(self, old: str) -> str:
        """The provision that a sentence of the account stands in."""
        return provision(self.entries[old].provision)

    def is_home(self, old: str, new: Stated) -> bool:
        """Whether a new sentence stands in the provision of an old one."""
        home = self.home(old)
        return new.place(sign_of(home)) == home

    def alike(self, olds: Iterable[str], news: Sequence[int], least: float) -> None:
        """Pairs of sentences with enough words the same, the most alike first."""
        known = [each for each in olds if each in self.texts]
        found = sorted((-_ratio(self.texts[old], self.now[number].text), number, old)
                       for old in known for number in news)  # fmt: skip
        for ratio, number, old in found:
            if -ratio >= least and old not in self.at and number not in self.taken:
                self.pair(old, number, Basis.TEXT)

    def by_place(self) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Pair what is left between neighbours that are known; give what cannot be told."""
        for olds, news in list(self.gaps()):
            self.alike(olds, news, _ALIKE_HERE)
            rest = [each for each in olds if each not in self.at and each not in self.texts]
            free = [each for each in news if each not in self.taken]
            if len(rest) == len(free):
                for old, number in zip(rest, free, strict=True):
                    self.pair(old, number, Basis.PLACE)
            elif rest and free:
                yield tuple(rest), tuple(free)

    def gaps(self) -> Iterator[tuple[list[str], list[int]]]:
        """The stretches without pairs between two that have one, provision by provision."""
        homes: dict[str, list[str]] = {}
        for old in self.entries:
            homes.setdefault(self.home(old), []).append(old)
        for home, olds in homes.items():
            inside = [n for n, each in enumerate(self.now) if each.place(sign_of(home)) == home]
            bounds = (inside[0] - 1, inside[-1] + 1) if inside else (-1, -1)
            steady = set(self.steady(olds))
            here: list[str] = []
            low = bounds[0]
            for each in (*olds, None):
                if each is None or each in steady:
                    high = bounds[1] if each is None else self.at[each][0]
                    if here:
                        yield here, self._between(low, max(high, low), home)
                    here, low = [], high
                elif each not in self.at:
                    here.append(each)

    def steady(self, olds: Sequence[str]) -> list[str]:
        """Of some sentences in their order, those that stand in the same order still."""
        paired = [each for each in olds if each in self.at and self.is_home_now(each)]
        kept = increasing([self.at[each][0] for each in paired])
        return [paired[each] for each in kept]

    def is_home_now(self, old: str) -> bool:
        """Whether a sentence that is found stands in the provision it stood in."""
        return self.is_home(old, self.now[self.at[old][0]])

    def _between(self, low: int, high: int, home: str) -> list[int]:
        return [n for n in range(low + 1, high)
                if n not in self.taken and self.now[n].place(sign_of(home)) == home]  # fmt: skip


def paired(
    entries: Mapping[str, Entry], now: Sequence[Stated], texts: Mapping[str, str]
) -> Pairing:
    """Which is which: by fingerprints, by old texts, and last by the place between neighbours."""
    found = Pairer(entries, now, dict(texts))
    found.known()
    found.alike_in_signs()
    found.recover()
    doubtful = tuple(found.by_place())
    unsure = {n for _, news in doubtful for n in news}
    found.alike(found.left(), [n for n in found.left_now() if n not in unsure], _ALIKE_ELSEWHERE)
    return Pairing(found.at, found.texts, doubtful)


def increasing(numbers: Sequence[int]) -> list[int]:
    """The places of a longest increasing part of some numbers."""
    best: list[tuple[int, int]] = []  # the length of the longest that ends here, and what is before
    for at, number in enumerate(numbers):
        before = max(((best[k][0], k) for k in range(at) if numbers[k] < number),
                     key=lambda each: each[0], default=(0, -1))  # fmt: skip
        best.append((before[0] + 1, before[1]))
    at = max(range(len(best)), key=lambda each: best[each][0], default=-1)
    found: list[int] = []
    while at >= 0:
        found.append(at)
        at = best[at][1]
    return found[::-1]


def _ratio(one: str, another: str) -> float:
    return SequenceMatcher(None, one.lower().split(), another.lower().split(), False).ratio()
