"""How a norm is told of, stage by stage: found out the first time a case asks, and kept."""

from collections.abc import Callable, Sequence

from attrs import field, frozen

from hjemmel.core.nodes import Node
from hjemmel.core.outcome import Stage
from hjemmel.core.part import referred
from hjemmel.core.program import Edition, Norm
from hjemmel.core.walk import height
from hjemmel.explain.clauses import planned
from hjemmel.explain.finding import Finding
from hjemmel.explain.in_force import in_force
from hjemmel.explain.met_once import is_tree
from hjemmel.explain.site import Site, Tell, Telling, TellMaybe
from hjemmel.explain.steps import Breach, Place, Requirement, Role, Scope
from hjemmel.explain.subject import subject
from hjemmel.provenance.book import Book
from hjemmel.provenance.causes import Tracing, tracing_of
from hjemmel.provenance.decisive import edition_in_force
from hjemmel.provenance.situation import TOP, Here, Situation
from hjemmel.words.phrases import is_always

_STAGES = tuple(Stage)


@frozen(eq=False)
class NormPlan:
    """A norm with what tells of each of its stages, None of one that is never told of.

    `is_tree` says that no clause is met twice on the way down, in it and the norms it refers to;
    `is_leaf` that it refers to none.
    `height` is how many nodes stand below one another in it, at the most.
    """

    norm: Norm
    height: int
    is_tree: bool
    is_leaf: bool
    stages: tuple[TellMaybe | None, ...]

    def findings(self, told: Telling, last: Stage, decide: Sequence[bool]) -> tuple[Finding, ...]:
        """The findings of the stages up to and with `last`, of which those that decide."""
        found = []
        asked = self.stages[: _STAGES.index(last) + 1]
        for tell, given in zip(asked, decide, strict=False):
            finding = tell(told, TOP, given) if tell else None
            if finding:
                found.append(finding)
        return tuple(found)


def plan_of(case: Situation, norm: Norm) -> NormPlan:
    """The plan of a norm, in the program of the case."""
    found: NormPlan | None = case.book.plans.get(norm.id)
    if found is None:
        found = case.book.plans[norm.id] = _plan(norm, case.book, tracing_of(case))
    return found


def _plan(norm: Norm, book: Book, tracing: Tracing) -> NormPlan:
    clauses = _Clauses(norm, book, tracing)
    stages = (
        subject(norm, book.program.schema, tracing.reading),
        in_force(norm, tracing.reading),
        _by_edition(norm, clauses.scope),
        _by_edition(norm, clauses.requirement),
    )
    deepest = max(map(height, norm.clauses), default=0)
    return NormPlan(norm, deepest, is_tree(norm, book.norms), not referred(norm), stages)


def _by_edition(norm: Norm, planned: Callable[[Edition], Tell | None]) -> TellMaybe | None:
    """What tells of a stage of the edition in force."""
    if len(norm.editions) == 1:
        return planned(norm.editions[0])

    def tell(told: Telling, here: Here, given: bool) -> Finding | None:
        edition = edition_in_force(told.case, norm)
        asked = planned(edition) if edition else None
        return asked(told, here, given) if asked else None

    return tell


@frozen(eq=False)
class _Clauses:
    """What tells of the clauses of a norm; a clause is planned when a case first asks it."""

    norm: Norm
    book: Book
    tracing: Tracing
    planned: dict[tuple[int, Role], Tell] = field(factory=dict)

    def scope(self, edition: Edition) -> Tell | None:
        """When it applies; None where it always does."""
        if is_always(edition.applies):
            return None
        return self._asked(edition.applies, Stage.APPLIES, Scope())

    def requirement(self, edition: Edition) -> Tell:
        """What it asks for; a prohibition is told by what breaks it, as its author wrote."""
        kind = self.norm.kind
        role = Breach(kind, edition.wording.level) if kind.forbids else Requirement(kind)
        return self._asked(edition.requirement, Stage.REQUIREMENT, role)

    def _asked(self, node: Node, stage: Stage, role: Role) -> Tell:
        key = (node.origin.id, role)
        found = self.planned.get(key)
        if found is None:
            place = Place(self.norm.id, self.norm.place, stage)
            site = Site(self.book, self.tracing, place, planned, role)
            found = self.planned[key] = planned(node, site)
        return found
