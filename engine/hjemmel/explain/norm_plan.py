"""How a norm is told of, stage by stage: found out the first time a case asks, and kept."""

from attrs import field, frozen

from hjemmel.core.nodes import Apply, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Kind, Norm
from hjemmel.core.walk import height
from hjemmel.explain.clauses import planned
from hjemmel.explain.dated import is_dated, selected
from hjemmel.explain.finding import Finding
from hjemmel.explain.in_force import in_force
from hjemmel.explain.site import Site, Tell, Telling, TellMaybe
from hjemmel.explain.standing import standing
from hjemmel.explain.steps import Breach, Place, Requirement, Role, Scope
from hjemmel.explain.subject import subject
from hjemmel.provenance.book import Book
from hjemmel.provenance.reading import Reading
from hjemmel.provenance.situation import TOP, Here, Situation
from hjemmel.words.phrases import is_always

_STAGES = tuple(Stage)


@frozen(eq=False)
class NormPlan:
    """A norm with what tells of each of its stages, None of one that is never told of.

    `height` is how many nodes stand below one another in it, at the most.
    """

    norm: Norm
    height: int
    stages: tuple[TellMaybe | None, ...]

    def findings(self, told: Telling, last: Stage) -> tuple[Finding, ...]:
        """The findings of the stages up to and with `last`."""
        asked = self.stages[: _STAGES.index(last) + 1]
        found = [tell(told, TOP) for tell in asked if tell]
        return tuple([each for each in found if each])


def plan_of(case: Situation, norm: Norm) -> NormPlan:
    """The plan of a norm, in the program of the case."""
    found: NormPlan | None = case.book.plans.get(norm.id)
    if found is None:
        reading = Reading(case.valuation.nodes.run.stager)
        found = case.book.plans[norm.id] = _plan(norm, case.book, reading)
    return found


def _plan(norm: Norm, book: Book, reading: Reading) -> NormPlan:
    clauses = _Clauses(norm, book, reading)
    stages = (
        subject(norm, book.program.schema),
        in_force(norm),
        None if is_always(norm.applies) else _scope(clauses),
        _requirement(clauses),
    )
    return NormPlan(norm, max(map(height, (norm.applies, norm.requirement))), stages)


@frozen(eq=False)
class _Clauses:
    """What tells of the clauses of a norm; a clause is planned when a case first asks it."""

    norm: Norm
    book: Book
    reading: Reading
    planned: dict[tuple[int, Role], Tell] = field(factory=dict)

    def asked(self, node: Node, stage: Stage, role: Role) -> Tell:
        """What tells of a clause that is asked at a stage."""
        key = (node.origin.id, role)
        found = self.planned.get(key)
        if found is None:
            place = Place(self.norm.id, self.norm.place, stage)
            site = Site(self.book, self.reading, place, planned, role)
            found = self.planned[key] = planned(node, site)
        return found


def _scope(clauses: _Clauses) -> Tell:
    norm = clauses.norm
    if not is_dated(norm, norm.applies):
        return clauses.asked(norm.applies, Stage.APPLIES, Scope())

    def tell(told: Telling, here: Here) -> Finding:
        node = selected(told.case, norm, norm.applies)
        return clauses.asked(node, Stage.APPLIES, Scope())(told, here)

    return tell


def _requirement(clauses: _Clauses) -> Tell:
    """What the norm asks for; a prohibition is told by what breaks it, as its author wrote."""
    norm = clauses.norm
    if not is_dated(norm, norm.requirement) and _forbidden(norm, norm.requirement) is None:
        return clauses.asked(norm.requirement, Stage.REQUIREMENT, Requirement(norm.kind))

    def tell(told: Telling, here: Here) -> Finding:
        node = selected(told.case, norm, norm.requirement)
        breach = _forbidden(norm, node)
        if breach is None:
            return clauses.asked(node, Stage.REQUIREMENT, Requirement(norm.kind))(told, here)
        role = Breach(norm.kind, standing(told.case, norm).level)
        return clauses.asked(breach, Stage.REQUIREMENT, role)(told, here)

    return tell


def _forbidden(norm: Norm, requirement: Node) -> Node | None:
    """What a prohibition forbids, as its author wrote it."""
    if norm.kind is not Kind.PROHIBITION or not isinstance(requirement, Apply):
        return None
    return requirement.arguments[0] if sense(requirement) is Sense.NOT else None
