"""Which norms have another edition on one day than on another, in a case.

An edition is the wording in force and who has the discretion it gives. It is measured as the
engine measures it: a norm that is counted by the day of an application keeps its wording,
whatever the day of evaluation. A norm that only refers to others has what changed in those.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.case.statements import Case
from hjemmel.compare.role_changes import Handover, handovers
from hjemmel.core.nodes import Node, Ref
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Norm, Wording
from hjemmel.core.walk import nodes_of
from hjemmel.explain.standing import standing, wordings_in_force
from hjemmel.provenance.decisive import deciding_days, possible_editions
from hjemmel.provenance.situation import Situation


@frozen
class Shift:
    """The wording in force on each of the days, or those that may be; none where was no rule."""

    before: tuple[Wording, ...]
    after: tuple[Wording, ...]


@frozen
class Amendment:
    """How the edition of a norm is another: its wording, its discretion, what it refers to."""

    shift: Shift | None = None
    handovers: tuple[Handover, ...] = ()
    through: tuple["Inherited", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the edition is the same after all."""
        return not (self.shift or self.handovers or self.through)


@frozen
class Inherited:
    """A norm that another refers to, and how its edition is another."""

    norm: Norm
    amendment: Amendment


def amendments(case: Case, before: Situation, after: Situation) -> dict[str, Amendment]:
    """The amended norms by id."""
    found: dict[str, Amendment] = {}
    for norm_id in after.book.program.order:
        norm = after.book.norms[norm_id]
        made = _own(case, before, after, norm) or _inherited(before, after, norm, found)
        if made:
            found[norm_id] = made
    return found


def is_raised(before: Situation, after: Situation, norm: Norm) -> bool:
    """Whether the norm says anything of the case on one of the days."""
    found = (standing(each, norm).outcome for each in (before, after))
    return any(each not in (Outcome.NOT_APPLICABLE, Outcome.NO_RULE) for each in found)


def _own(case: Case, before: Situation, after: Situation, norm: Norm) -> Amendment | None:
    days = (before.day, after.day)
    clauses = [_clauses(each, norm) for each in (before, after)]
    handed = handovers(case, after.book.program.schema, days, clauses)
    shift = _shift(before, after, norm)
    return Amendment(shift, handed) if shift or handed else None


def _shift(before: Situation, after: Situation, norm: Norm) -> Shift | None:
    """None also where the day that decides is unknown: then no other wording is known of."""
    if not (_is_settled(before, norm) and _is_settled(after, norm)):
        return None
    found = Shift(wordings_in_force(before, norm), wordings_in_force(after, norm))
    return found if found.before != found.after else None


def _is_settled(case: Situation, norm: Norm) -> bool:
    """Whether the days are known well enough to say which wording is in force, or that none is."""
    days = [norm.day_of(each) for each in possible_editions(case, norm)]
    if any(deciding_days(case, each) == (None, None) for each in days):
        return False
    return any(case.norm_truth(norm.id, Stage.IN_FORCE))


def _inherited(
    before: Situation, after: Situation, norm: Norm, found: Mapping[str, Amendment]
) -> Amendment | None:
    """What changed in the norms it refers to.

    To a norm that the case raises, those that it does not raise count for nothing.
    """
    raised = is_raised(before, after, norm)
    asked = [after.book.norms[each] for each in _references(before, after, norm) if each in found]
    counted = (each for each in asked if not raised or is_raised(before, after, each))
    through = tuple(Inherited(each, found[each.id]) for each in counted)
    return Amendment(through=through) if through else None


def _references(before: Situation, after: Situation, norm: Norm) -> Iterator[str]:
    clauses = (*_clauses(before, norm), *_clauses(after, norm))
    nodes = (node for clause in clauses for node in nodes_of(clause))
    yield from dict.fromkeys(each.norm for each in nodes if isinstance(each, Ref))


def _clauses(case: Situation, norm: Norm) -> tuple[Node, ...]:
    """What the norm asks on the day: nothing where there is no rule."""
    if case.norm_truth(norm.id, Stage.IN_FORCE)[1]:
        return ()
    return tuple(dict.fromkeys(
        clause for each in possible_editions(case, norm) for clause in each.clauses
    ))  # fmt: skip
