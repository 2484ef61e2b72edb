"""What is measured: one engine in one configuration, over the shared workload."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from workload.common import Service


def _as_is(given: Any) -> Any:
    return given


@frozen
class Contestant:
    """One engine in one configuration.

    `encode` turns services (dicts, dates as dates) into whatever the engine takes; it is timed
    apart. `decide` is the decision itself, one answer a service. `row` reads the 26 results out
    of one answer, for the digest; it is not timed, so an answer must already be usable.
    """

    name: str
    decide: Callable[[Any], Sequence[Any]]
    encode: Callable[[list[Service]], Any] = _as_is
    row: Callable[[Any], Sequence[int]] = _as_is
