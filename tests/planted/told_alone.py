"""Wrong versions of what a norm asks for by what is told alone."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from hjemmel.backends.staged import valuation
from hjemmel.core import told
from hjemmel.core.program import Kind

WITH_TOLD, BY_TOLD = valuation.with_told, told._ByTold


def all_is_told(view: Any, paths: Any) -> Any:
    """Takes what is only taken as given for told."""
    kept = {key: record and {**record, told.GIVEN: ()} for key, record in view.items()}
    made = type(view) if isinstance(view, dict) else dict
    return WITH_TOLD(made(kept), paths)


def others_as_they_are(self: Any, norm_id: str, scope: Any) -> Any:
    """Of the norms referred to, does not ask how they stand by what is told."""
    return self.algebra.norm_of(norm_id, scope)


FAULTS: tuple[tuple[str, Callable[[], AbstractContextManager[Any]]], ...] = (
    (
        "what is taken as given counts as told",
        lambda: patch.object(valuation, "with_told", all_is_told),
    ),
    (
        "norms referred to may rest on what is taken as given",
        lambda: patch.object(BY_TOLD, "norm_of", others_as_they_are),
    ),
    (
        "it is held against somebody that something is not so",
        lambda: patch.object(Kind, "is_held_against", property(lambda _: True)),
    ),
)
