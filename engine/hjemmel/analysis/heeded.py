"""Work that somebody may want to follow while it goes on."""

from collections.abc import Callable, Iterable
from typing import Any

Along = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""The same items, of which there are so many, and what is done with them, in words."""


def unseen(items: Iterable[Any], _count: int, _done: str) -> Iterable[Any]:
    """Nobody follows it."""
    return items


ASKED, JUDGED = "normer er spurt om", "tjenester er vurdert"
"""What is done with them."""
