"""Which words say the same thing: «rutine for varsling» and «varslingsrutine»."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_SMALL = frozenset({
    "av", "at", "den", "de", "det", "ei", "en", "er", "et", "for", "fra", "før", "ha", "har", "hos",
    "i", "ikke", "inn", "med", "mot", "må", "når", "og", "om", "opp", "på", "seg", "sin", "som",
    "til", "ut", "uten", "ved", "vil", "være", "blir", "ble", "bli", "skal", "kan", "får", "gir",
    "tar", "gjør",
})  # fmt: skip

"""Words that say little of what a name is about."""
_ALIKE = 0.75
_STEM, _PART = 4, 0.6
"""Two words have a stem in common that is so long, and such a part of the shorter."""
_LONGEST, _MOST_WORDS = 40, 20


def say_the_same(left: str, right: str) -> float:
    """From 0 to 1: how much of what each says the other says too, in whatever order."""
    one, other = telling(left), telling(right)
    there, back = _covered(one, other), _covered(other, one)
    return 2 * there * back / (there + back) if there + back else 0.0


def says_all_of(whole: str, part: str) -> bool:
    """Whether every telling word of the one stands as it is in the other."""
    words = telling(part)
    return bool(words) and set(words) <= set(telling(whole))


def are_kin(left: str, right: str) -> bool:
    """Whether two names have a word in common, in any form, or have nothing to compare."""
    one, other = telling(left), telling(right)
    return not one or not other or any(_is_one_word(a, b) for a in one for b in other)


def telling(name: str) -> tuple[str, ...]:
    """The words of a name that say what it is about."""
    words = (each[:_LONGEST] for each in re.findall(r"\w+", name.casefold()))
    return tuple(each for each in words if each not in _SMALL)[:_MOST_WORDS]


def _covered(words: tuple[str, ...], by: Iterable[str]) -> float:
    others = tuple(by)
    return sum(any(_is_one_word(each, o) for o in others) for each in words) / (len(words) or 1)


@lru_cache(maxsize=65_536)
def _is_one_word(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    stem = short[: max(_STEM, len(short) - 2)]
    if len(stem) >= _STEM and stem in long:
        return True
    common = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(short)
    )
    if common >= _STEM and common >= _PART * len(short):
        return True
    return SequenceMatcher(None, left, right).ratio() >= _ALIKE
