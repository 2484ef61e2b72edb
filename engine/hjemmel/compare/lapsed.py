"""Deadlines on two days: has the last day gone by in the meantime, or was it kept?"""

from collections.abc import Iterator
from datetime import date

from hjemmel.compare.step_changes import Kept, Lapsed, Otherwise
from hjemmel.core.nodes import Apply
from hjemmel.core.operators import last_day_of
from hjemmel.explain.seen import Seen
from hjemmel.provenance.situation import Here, Situation


def deadline_step(
    before: Situation, after: Situation, node: Apply, here: Here, seen: Seen | None
) -> Iterator[Lapsed | Kept | Otherwise]:
    """That it has gone by, or that it was kept, where it was not so before."""
    last = last_day(after, node, here)
    truth = after.truth(node, here)
    same = truth == before.truth(node, here)
    if truth[0] and not same:
        yield Kept(seen)
    elif last is not None and before.day <= last < after.day and not truth[0]:
        yield Lapsed(last)
    elif not same:
        yield Otherwise(seen)


def last_day(case: Situation, node: Apply, here: Here) -> date | None:
    """The last day of a deadline, where it is known."""
    asked = last_day_of(node)
    found = case.value(asked, here) if case.settled(asked, here) else None
    found = found[0] if isinstance(found, tuple) else found
    return found if isinstance(found, date) else None
