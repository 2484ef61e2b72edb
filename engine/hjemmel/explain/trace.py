"""The reason of a norm: what was asked at each stage up to the deciding one, and what was found.

A reason that rests on other norms tells theirs too, but not without end. After some
references, or where the clauses on the way are deep, it says where to read on («se 9-1/x»);
and once it is long it tells no norm a second time. So it is never longer than the norms it
tells of, and the reasons of a chain of norms never hold all of the chain each.
"""

from collections.abc import Sequence

from attrs import define, field

from hjemmel.backends.staged.valuation import Position
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm
from hjemmel.explain.finding import Finding, pruned
from hjemmel.explain.norm_plan import NormPlan, plan_of
from hjemmel.explain.site import telling_of
from hjemmel.explain.standing import standing
from hjemmel.provenance.decisive import marking_near
from hjemmel.provenance.situation import Situation

MOST_LINKS = 10
"""So many references after one another are told where they stand."""

_ROOM = 60
"""So many nodes below one another, in the norms referred to, are told where they stand."""

_ALL = (True,) * len(Stage)
_LONG = 100
"""A reason that has told of so many norms tells no norm again."""


def reason(case: Situation, norm: Norm, last: Stage) -> tuple[Finding, ...]:
    """The findings of the norm's stages up to and with the stage `last`."""
    plan = plan_of(case, norm)
    marked = None if plan.is_tree else marking_near(case, norm, last, MOST_LINKS).nodes
    return _Reach(case, marked).findings(plan, last, _ALL)


@define(eq=False)
class _Reach:
    """How far in a reason has come, and how many times it has told of which norms."""

    case: Situation
    marked: frozenset[tuple[int, Position]] | None
    links: int = MOST_LINKS
    room: int = _ROOM
    told: list[str] = field(factory=list)
    known: set[str] = field(factory=set)

    def findings(self, plan: NormPlan, last: Stage, decide: Sequence[bool]) -> tuple[Finding, ...]:
        """The findings of a norm, of whose stages those that decide."""
        return plan.findings(telling_of(self.case, self.marked, self.referenced), last, decide)

    def referenced(self, norm: Norm, decide: Sequence[bool]) -> tuple[Finding, ...] | None:
        """What decides of a norm that is referred to; None where that is to be read there."""
        plan = plan_of(self.case, norm)
        room = self.room - plan.height
        again = norm.id in self.known and len(self.told) > _LONG
        if again or room < 0 or not self.links:
            return None
        self.told.append(norm.id)
        self.known.add(norm.id)
        further = _Reach(self.case, self.marked, self.links - 1, room, self.told, self.known)
        if self.marked is None and plan.is_leaf:  # the same, whoever refers to it
            told = ("henvist", tuple(decide))
            return self.case.remembered(norm.id, told, lambda: further.decisive(plan, decide))
        return further.decisive(plan, decide)

    def decisive(self, plan: NormPlan, decide: Sequence[bool]) -> tuple[Finding, ...]:
        """The findings of a norm, with only what decides below them."""
        last = standing(self.case, plan.norm).stage
        return tuple(map(pruned, self.findings(plan, last, decide)))
