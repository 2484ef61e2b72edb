"""«Mente du …?»"""

from collections.abc import Iterable
from difflib import SequenceMatcher


def alike(left: str, right: str) -> float:
    """How like two words are, from 0 to 1, whatever their case."""
    return SequenceMatcher(None, left.casefold(), right.casefold()).ratio()


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """The candidates most like the word, best first; none where nothing is near."""
    scored = sorted(((alike(word, each), each) for each in set(candidates)),
                    key=lambda pair: (-pair[0], pair[1]))  # fmt: skip
    return tuple(each for score, each in scored[:limit] if score >= 0.7)
