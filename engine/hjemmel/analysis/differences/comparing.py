"""Two versions of a rulebook, norm by norm: the same in every case, or a case that tells."""

from collections.abc import Callable, Collection, Iterator

from hjemmel.analysis.differences.answers import Added, Answer, Removed
from hjemmel.analysis.differences.effort import ORDINARY, Effort
from hjemmel.analysis.differences.means import Means, means
from hjemmel.core.program import Program


def differences(
    old: Program,
    new: Program,
    norms: Collection[str] | None = None,
    effort: Effort = ORDINARY,
    is_enough: Callable[[str], bool] = lambda _: False,
) -> Iterator[Answer]:
    """One answer for each norm that either version has, in the order of the old, then the new.

    `norms` are the ids of those that are wanted, where not all are. Answers come as they are found.
    `is_enough` is asked of each norm in its turn: where it says so, only the terms are looked at,
    and a norm that they do not settle is `Unasked`.
    A norm is known by its id. What counts is how it stands: the outcome, and the stage that decides
    it; not words, citations or which wording it is. All cases count that somebody could tell, with
    what registers know, what follows and what is presumed by each version; but not those where it
    is told that a list has «ingen flere» of a kind.

    Every case that is given has been written as JSON, read again and judged by both versions;
    `DoesNotReplayError` is raised where it comes to something else there than the solver said, and
    is a fault in the program, to be told of. Where z3 is not installed, or its work is spent, cases
    at the boundaries are tried, and the answer says so (`Basis.TRIED`, with a `Reason`).
    """
    by: Means = means(old, new, effort)
    wanted = None if norms is None else frozenset(norms)
    for norm in (*old.norms, *(each for each in new.norms if each.id not in old.by_id)):
        if wanted is not None and norm.id not in wanted:
            continue
        if norm.id not in new.by_id:
            yield Removed(norm.id)
        elif norm.id not in old.by_id:
            yield Added(norm.id)
        else:
            yield by.glance(norm.id) if is_enough(norm.id) else by.answer(norm.id)
