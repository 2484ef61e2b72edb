"""The part of a provision that is cited: «andre ledd bokstav a til c», «nr. 1, 2 og 5».

A part is a path of steps. Each step takes one or more of what the step before it holds.
"""

import re
from itertools import zip_longest

from attrs import frozen

ORDINALS = (
    "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende",
    "tiende", "ellevte", "tolvte", "trettende", "fjortende", "femtende",
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
ITEMS = ("bokstav", "nr.", "strekpunkt")
"""What the items of a list are called; what leads in to a list belongs to each of them."""

_ORDINAL = "|".join((*ORDINALS, "annet"))
_STEP = re.compile(
    rf"(?P<ordinals>(?:{_ORDINAL})(?:(?:,| og| til) (?:{_ORDINAL}))*) (?P<unit>\w+)"
    r"|bokstav (?P<letters>[a-zæøå](?:(?:,| og| til) [a-zæøå])*)(?!\w)"
    r"|nr\. ?(?P<numbers>\d+(?:(?:,| og| til) \d+)*)",
)


@frozen
class Step:
    """«ledd», «bokstav», «nr.», «strekpunkt» or «punktum», with the numbers that are meant."""

    unit: str
    numbers: frozenset[int]
    words: str

    def meets(self, other: "Step") -> bool:
        """Whether both take some of the same."""
        return self.unit == other.unit and not self.numbers.isdisjoint(other.numbers)


Path = tuple[Step, ...]


def path_of(part: str) -> Path:
    """The steps of a part, from the widest in; none where there is no part."""
    return tuple(_step(found) for found in _STEP.finditer(" ".join(part.lower().split())))


def part(written: str) -> str:
    """A part in the one way: small letters, «andre» for «annet»."""
    return " ".join(each.words for each in path_of(written))


def _step(found: re.Match[str]) -> Step:
    if found["ordinals"]:
        words = found["ordinals"].replace("annet", "andre")
        numbers = _numbers(words, {each: at for at, each in enumerate(ORDINALS, 1)})
        return Step(found["unit"], numbers, f"{words} {found['unit']}")
    if found["letters"]:
        letters = {each: at for at, each in enumerate(LETTERS, 1)}
        return Step("bokstav", _numbers(found["letters"], letters), f"bokstav {found['letters']}")
    return Step("nr.", _numbers(found["numbers"], {}), f"nr. {found['numbers']}")


def _numbers(listed: str, known: dict[str, int]) -> frozenset[int]:
    """«1, 2 til 4 og 7» as numbers, letters and ordinals as those they stand for."""
    found: set[int] = set()
    for run in listed.replace(" og ", ",").split(","):
        first, _, last = run.strip().partition(" til ")
        ends = [known[each] if each in known else int(each) for each in (first, last or first)]
        found |= set(range(ends[0], ends[1] + 1))
    return frozenset(found)


def meet(one: Path, another: Path) -> bool:
    """Whether one part holds the other, or some of it, as far as both say."""
    pairs = zip_longest(one, another)
    return all(a is None or b is None or a.meets(b) for a, b in pairs)
