"""A difference near what is changed: the norm alone exchanged, and its boundaries gone through."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.boundaries.search import Witness
from hjemmel.analysis.differences.replaying import NoCaseError, Replay
from hjemmel.analysis.mutation.equivalence import told_apart
from hjemmel.analysis.mutation.mutant import Change, NormMutant
from hjemmel.core.schema import CASE

Raw = dict[str, Any]


def near(replay: Replay, norm: str) -> Raw | None:
    """A case in which the two versions were seen to differ; None where nothing near tells.

    It looks at one version with the norm of the other in its place, where both ask for the same
    facts. What else is changed is not heeded there, so what is found is judged by both.
    """
    for raw in _found(replay, norm):
        try:
            before, after = replay.standings(norm, raw)
        except NoCaseError:
            continue
        if before != after:
            return raw
    return None


def _found(replay: Replay, norm: str) -> Iterator[Raw]:
    old, new = replay.old.program, replay.new.program
    was, now = old.by_id[norm], new.by_id[norm]
    if old.schema != new.schema or was == now:
        return
    for of, other in ((replay.old, now), (replay.new, was)):
        mutant = NormMutant(Change.BOUND, "", other.span, other)
        found = told_apart(of.program, of.needs, mutant)
        if isinstance(found, Witness):
            raw: Raw = json.loads(written(found.view, of.program.schema), parse_float=Decimal)
            yield {key: value for key, value in raw.items() if key not in (CASE, "sak")}
