"""Wrong versions of the evaluator's parts: folding into steps, functions of the row, lists."""

from typing import Any

from attrs import evolve

from hjemmel.backends.staged import loops, row
from hjemmel.backends.staged.loops import entries
from hjemmel.backends.staged.row import FALSE, TRUE
from hjemmel.backends.staged.stager import Stager
from hjemmel.case.one_of import OneOf
from hjemmel.core.schema import PRESENCE

EVERY, DISTINCT, PARTING = loops.every, loops.distinct, row.parting
TRUTH_OF, NORM_OF = Stager.truth_of, Stager.norm_of
WITHIN = row.within
ENTRIES = loops.entries
TERM, PAIR = Stager._term, Stager._pair


def every_whatever_where(loop: Any, members: int, _: Any, *rest: Any) -> Any:
    """Takes all that is in the list for members."""
    return EVERY(loop, members, (TRUE, FALSE), *rest)


def count_of_possible(loop: Any, members: int, where: Any, body: Any, result: int) -> Any:
    """Counts what it does not know as sure."""

    def step(at: Any) -> None:
        sure = possible = 0
        for _ in entries(at, loop, members):
            so = not at[body[1]]
            sure += at[where[0]] and so
            possible += not at[where[1]] and so
        at[result] = sure
        at[result + 1] = possible if loops.is_complete(at[members]) else None

    return step


def _in(loop: Any, *slots: int) -> bool:
    return all(loop.entry <= each < loop.end for each in slots)


def count_of_sure(loop: Any, members: int, where: Any, body: Any, result: int) -> Any:
    """Leaves out what it does not know."""

    def step(at: Any) -> None:
        sure = sum(at[where[0]] and at[body[0]] for _ in entries(at, loop, members))
        at[result], at[result + 1] = sure, sure

    return step


def distinct_without_limit(*arguments: Any) -> Any:
    """Forgets that an enumeration has only so many values."""
    return DISTINCT(*arguments[:-1], None)


def distinct_of_surely_known(
    loop: Any, members: int, where: Any, symbol: int, result: int, limit: Any
) -> Any:
    """Does not count a sure member whose value is unknown as at least one value."""
    found = DISTINCT(loop, members, where, symbol, result, limit)

    def step(at: Any) -> None:
        found(at)
        if all(each is None for each in _values(at, loop, symbol)):
            at[result] = 0

    return step


def _values(at: Any, loop: Any, symbol: int) -> list[Any]:
    if not _in(loop, symbol):
        return [at[symbol]]
    return [entry[symbol - loop.entry] for entry in at[loop.kept]]


def distinct_of_all_unknown(
    loop: Any, members: int, where: Any, symbol: int, result: int, limit: Any
) -> Any:
    """Counts every unknown value as one more that is known."""
    found = DISTINCT(loop, members, where, symbol, result, limit)

    def step(at: Any) -> None:
        found(at)
        at[result] += sum(each is None for each in _values(at, loop, symbol))

    return step


def presence_inverted(self: Stager, fact: Any, scope: Any) -> Any:
    """Says that the case has what it lacks."""
    holds, fails = TRUTH_OF(self, fact, scope)
    return (fails, holds) if fact.name == PRESENCE else (holds, fails)


def not_done_is_today(slot: int, value: int) -> Any:
    """Takes an act that is not done for one done on the day of evaluation."""
    parts = PARTING(slot, value)

    def step(at: Any) -> None:
        parts(at)
        if at[slot + 1] is None:
            at[slot + 1] = at[slot]

    return step


def silence_is_no(slot: int, value: object) -> Any:
    """Takes a yes/no fact that nobody has told for «no»."""
    return lambda at: at[slot] is not True if value is False else at[slot] is value


def wrong_truth_of_norm(self: Stager, norm_id: str, scope: Any) -> Any:
    """Gives the requirement where it is asked whether the norm applies."""
    found = NORM_OF(self, norm_id, scope)
    return evolve(found, applies=found.requirement)


def innermost(self: Stager, step: Any, _: int) -> None:
    """Does every step in the list at hand, so that it is not done where the list is empty."""
    (self.loops[-1].steps if self.loops else self.steps).append(step)


def known_by_parts(self: Stager, key: Any, parts: Any, make: Any) -> Any:
    """Takes a comparison for the same one turned."""
    return TERM(self, (key[0], *sorted(map(hash, key[1:]))), parts, make)


def unturned(self: Stager, first: Any, second: Any) -> Any:
    """Takes a truth for its denial."""
    turned = self.terms.get(("pair", second, first))
    return PAIR(self, first, second) if turned is None else (turned, turned + 1)


def members_alone(at: Any, loop: Any, members: int) -> Any:
    """Looks at the members alone, and not at what any further one may be."""
    return (is_member for is_member in ENTRIES(at, loop, members) if is_member)


def any_name_is_enough(value: int, allowed: Any) -> Any:
    """A name that may be one of those allowed is one."""
    right = WITHIN(value, allowed)

    def run(at: Any) -> bool:
        some = isinstance(at[value], OneOf) and any(at[each] in at[value] for each in allowed)
        return some or bool(right(at))

    return run


def not_the_same_set(left: int, right: int) -> Any:
    """Does not look at which names each may be."""
    return lambda at: None not in (at[left], at[right]) and at[left] != at[right]
