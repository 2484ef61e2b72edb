"""The sentences of the sources, known by id and citation; the texts stay outside."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

from hjemmel.source.citation import Citation, Level

_NUMBERS = re.compile(r"nr\. [0-9]+(( til |, | og )[0-9]+)*")
_LETTERS = {Level.REGULATION: "F", Level.GUIDE: "V", Level.PAGE: "N"}


@frozen
class Sentences:
    """Which sentences each source has: id, then the provision and the part of it.

    A guide or page sentence has its number as part. A regulation sentence has
    «første ledd», «andre strekpunkt» …; the sentence that leads in to a list has
    the part that the list belongs to.
    """

    parts: Mapping[str, tuple[Level, str, str]] = field(factory=dict)
    _by_provision: Mapping[tuple[Level, str], Mapping[str, str]] = field(
        init=False, repr=False, eq=False
    )

    @_by_provision.default
    def _indexed(self) -> Mapping[tuple[Level, str], Mapping[str, str]]:
        """The part that each sentence of a provision is of."""
        found: dict[tuple[Level, str], dict[str, str]] = {}
        for sentence, (level, provision, part) in self.parts.items():
            found.setdefault((level, provision), {})[sentence] = part
        return found

    def cited(self, citation: Citation) -> tuple[str, ...]:
        """The ids that a citation covers; none where the source has no such place."""
        here = self._by_provision.get((citation.level, citation.provision), {})
        if citation.level is not Level.REGULATION:
            if not citation.part:
                return tuple(here)
            numbers = numbers_of(citation.part)
            found = tuple(each for each, part in here.items() if int(part) in numbers)
            return found if len(found) == len(numbers) else ()
        if citation.part and citation.part not in here.values():
            inside = any(part.startswith(f"{citation.part} ") for part in here.values())
            if not inside:
                return ()
        return tuple(
            each for each, part in here.items()
            if part == citation.part or part.startswith(f"{citation.part} ")
            or not citation.part or citation.part.startswith(f"{part} ")
            or (not part and citation.part.endswith("strekpunkt"))
        )  # fmt: skip

    def extent(self, level: Level, provision: str) -> int:
        """How many sentences a provision has."""
        return len(self._by_provision.get((level, provision), ()))


def numbers_of(part: str) -> frozenset[int]:
    """«nr. 1 til 3, 5 og 7» as numbers; none where a part is named in another way."""
    if not _NUMBERS.fullmatch(part):
        return frozenset()
    found: set[int] = set()
    for run in part.removeprefix("nr.").replace(" og ", ",").split(","):
        first, _, last = run.strip().partition(" til ")
        found |= set(range(int(first), int(last or first) + 1))
    return frozenset(found)


@lru_cache(maxsize=8)
def parse_sentences(text: str) -> Sentences:
    """Read the account of the sources: tab-separated id, level, provision, part, fingerprint.

    Of the same text it is the same object, by which norms checked against it are known again.
    """
    parts: dict[str, tuple[Level, str, str]] = {}
    for line in filter(None, text.split("\n")[1:]):
        sentence, level, provision, part, *_ = line.split("\t")
        parts[sentence] = Level(level), provision, part
    return Sentences(parts)
