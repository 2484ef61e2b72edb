"""«Mente du …?»"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from hjemmel.diagnostics.kinship import are_kin, say_the_same, says_all_of

LEAST = 0.7
"""How like the word a candidate must be, from 0 to 1."""

SAME = 0.75
"""How much of what a word says a candidate must say too, from 0 to 1."""

TYPO = 0.9
"""So like a word is it mistyped, and no other meant."""

LONGEST, MOST = 200, 5000
"""So many signs of a word, and so many candidates, are looked at.

Likeness takes time that grows as the product of the lengths, and nobody mistypes a book.
"""


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> float:
    """How like two words are, from 0 to 1, whatever their case."""
    return SequenceMatcher(None, _begins(left), _begins(right)).ratio()


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """The candidates most like the word, best first; none where nothing is near.

    Letter by letter, if they have a word in common; else those that say the same in other words.
    One that has every word is nearer than one that only looks alike.
    """
    options = tuple(islice(dict.fromkeys(candidates), MOST))
    whole = [each for each in options if len(word) <= LONGEST and says_all_of(each, word)]
    by_letters = _by_letters(word, options, limit)
    if by_letters and (not whole or alike(word, by_letters[0]) >= TYPO):
        return by_letters
    return _by_words(word, whole or options, limit, 0 if whole else SAME)


def _by_letters(word: str, candidates: Iterable[str], limit: int) -> tuple[str, ...]:
    matcher = SequenceMatcher(None, "", _begins(word))
    scored: list[tuple[float, str]] = []
    for each in candidates:
        matcher.set_seq1(_begins(each))
        # The quick ones are never less than the ratio itself.
        if matcher.real_quick_ratio() >= LEAST and matcher.quick_ratio() >= LEAST:
            scored.append((matcher.ratio(), each))
    best = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:limit]
    return tuple(each for score, each in best if score >= LEAST and are_kin(word, each))


def _by_words(word: str, candidates: Iterable[str], limit: int, least: float) -> tuple[str, ...]:
    if len(word) > LONGEST:
        return ()
    scored = ((say_the_same(word, each), alike(word, each), each) for each in candidates)
    near = [each for each in scored if each[0] >= least]
    return tuple(
        name for _, _, name in sorted(near, key=lambda each: (-each[0], -each[1], each[2]))
    )[:limit]


def _begins(word: str) -> str:
    return word[:LONGEST].casefold()
