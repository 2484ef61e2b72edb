"""A fault that is planted in the engine."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from attrs import frozen

Patch = Callable[[], AbstractContextManager[Any]]


@frozen
class Fault:
    """One fault: where it sits, what it does, and how to plant it."""

    where: str
    what: str
    plant: Patch

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
