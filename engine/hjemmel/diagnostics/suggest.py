"""«Mente du …?»"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

LEAST = 0.7
"""How like the word a candidate must be, from 0 to 1."""

LONGEST, MOST = 200, 5000
"""So many signs of a word, and so many candidates, are looked at.

Likeness takes time that grows as the product of the lengths, and nobody mistypes a book.
"""


def alike(left: str, right: str) -> float:
    """How like two words are, from 0 to 1, whatever their case."""
    return SequenceMatcher(None, _begins(left), _begins(right)).ratio()


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """The candidates most like the word, best first; none where nothing is near."""
    matcher = SequenceMatcher(None, "", _begins(word))
    scored: list[tuple[float, str]] = []
    for each in islice(dict.fromkeys(candidates), MOST):
        matcher.set_seq1(_begins(each))
        # The quick ones are never less than the ratio itself.
        if matcher.real_quick_ratio() >= LEAST and matcher.quick_ratio() >= LEAST:
            scored.append((matcher.ratio(), each))
    best = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:limit]
    return tuple(each for score, each in best if score >= LEAST)


def _begins(word: str) -> str:
    return word[:LONGEST].casefold()
