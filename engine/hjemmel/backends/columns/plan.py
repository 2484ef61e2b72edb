"""Terms in an order to be worked out in, each let go of when nobody needs it more."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from hjemmel.backends.columns.operations import OPERATIONS, Operation, Running
from hjemmel.backends.terms.term import Term


@frozen(eq=False)
class _Step:
    """One term, where its parts stand, and the terms that are needed no more after it."""

    term: Term
    operation: Operation
    parts: tuple[int, ...]
    done: tuple[int, ...]


@frozen(eq=False)
class Plan:
    """All that some terms need, in order."""

    steps: tuple[_Step, ...]
    terms: tuple[Term, ...]

    def run(self, running: Running) -> list[Any]:
        """What each of the terms comes to in a batch, in the order in which they were given."""
        found: dict[int, Any] = {}
        for step in self.steps:
            parts = [found[each] for each in step.parts]
            found[step.term.number] = step.operation(running, step.term, *parts)
            for each in step.done:
                del found[each]
        return [found[each.number] for each in self.terms]


def plan_of(wanted: Sequence[Term]) -> Plan:
    """The plan for some terms."""
    every = needed(wanted)
    last = {part.number: term.number for term in every for part in term.parts}
    kept = {each.number for each in wanted}
    done: dict[int, list[int]] = {}
    for part, user in last.items():
        if part not in kept:
            done.setdefault(user, []).append(part)
    steps = (
        _Step(
            each,
            OPERATIONS[each.do],
            tuple(part.number for part in each.parts),
            tuple(done.get(each.number, ())),
        )
        for each in every
    )
    return Plan(tuple(steps), tuple(wanted))


def needed(wanted: Iterable[Term]) -> list[Term]:
    """A term has a greater number than its parts."""
    found: dict[int, Term] = {}
    waiting = list(wanted)
    while waiting:
        term = waiting.pop()
        if term.number not in found:
            found[term.number] = term
            waiting += term.parts
    return [found[each] for each in sorted(found)]
