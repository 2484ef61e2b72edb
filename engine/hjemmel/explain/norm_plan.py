"""How a norm is told of, stage by stage: found out the first time a case asks, and kept."""

from collections.abc import Sequence

from attrs import field, frozen

from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Node
from hjemmel.core.outcome import Stage
from hjemmel.core.part import referred
from hjemmel.core.program import Edition, Norm
from hjemmel.core.walk import height
from hjemmel.explain.clauses import planned
from hjemmel.explain.finding import Finding, Under
from hjemmel.explain.in_force import in_force
from hjemmel.explain.met_once import is_tree
from hjemmel.explain.site import RESULTS, Site, Tell, Telling, TellMaybe
from hjemmel.explain.standing import lowest
from hjemmel.explain.steps import Breach, OfWording, Part, Place, Requirement, Role, Scope, Step
from hjemmel.explain.subject import subject
from hjemmel.provenance.book import Book
from hjemmel.provenance.causes import Tracing, tracing_of
from hjemmel.provenance.decisive import asked_editions, asked_stages
from hjemmel.provenance.situation import TOP, Here, Situation
from hjemmel.source.citation import Level
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
        found: list[Finding] = []
        for stage in asked_stages(told.case, self.norm, last):
            at = _STAGES.index(stage)
            tell = self.stages[at]
            finding = tell(told, TOP, decide[at]) if tell else None
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
        _by_edition(norm, clauses, Stage.APPLIES),
        _by_edition(norm, clauses, Stage.REQUIREMENT),
    )
    deepest = max(map(height, norm.clauses), default=0)
    return NormPlan(norm, deepest, is_tree(norm, book.norms), not referred(norm), stages)


def _by_edition(norm: Norm, clauses: "_Clauses", stage: Stage) -> TellMaybe | None:
    """What tells of a stage of the edition in force, or of each that may be."""
    if len(norm.editions) == 1:
        return clauses.planned(norm.editions[0], stage)
    either = _Either(norm, clauses, stage)

    def tell(told: Telling, here: Here, given: bool) -> Finding | None:
        editions = asked_editions(told.case, norm, stage)
        different = {id(each.clause(stage)): each for each in editions}
        if len(different) > 1:
            return either.tell(told, here, given, editions)
        asked = clauses.planned(editions[0], stage) if editions else None
        return asked(told, here, given) if asked else None

    return tell


@frozen(eq=False)
class _Either:
    """What tells of a stage where it is not known which of several editions is in force."""

    norm: Norm
    clauses: "_Clauses"
    stage: Stage
    steps: dict[Role, Step] = field(factory=dict)

    def tell(self, told: Telling, here: Here, given: bool, editions: Sequence[Edition]) -> Finding:
        """What the editions say together, and each below it."""
        norm, stage = self.norm, self.stage
        truth = told.case.norm_truth(norm.id, stage)
        asked = [(norm.editions.index(each) + 1, each) for each in editions]
        below = tuple(self._one(told, here, given, any(truth), *each) for each in asked)
        forbids = stage is Stage.REQUIREMENT and norm.kind.forbids
        result = RESULTS[negation(truth) if forbids else truth]
        wordings = tuple(each.wording for each in editions)
        role = self.clauses.role(stage, lowest(wordings))
        return Finding(self._step(role), result, None, given, below)

    def _step(self, role: Role) -> Step:
        if role not in self.steps:
            place = Place(self.norm.id, self.norm.place, self.stage)
            self.steps[role] = Step(place, role, OfWording())
        return self.steps[role]

    def _one(
        self, told: Telling, here: Here, given: bool, is_settled: bool, number: int, of: Edition
    ) -> Finding:
        """What one of them says; where the whole is open, what is settled decides nothing."""
        node = of.clause(self.stage)
        counts = is_settled or not told.case.settled(node, here)
        found = self.clauses.below(of, self.stage, number)(told, here, given and counts)
        return found._replace(notes=(Under(of.wording), *found.notes))


@frozen(eq=False)
class _Clauses:
    """What tells of the clauses of a norm; a clause is planned when a case first asks it."""

    norm: Norm
    book: Book
    tracing: Tracing
    known: dict[tuple[int, Role, int], Tell] = field(factory=dict)

    def planned(self, edition: Edition, stage: Stage) -> Tell | None:
        """What tells of a stage; None where it always applies."""
        if stage is Stage.APPLIES and is_always(edition.applies):
            return None
        return self._asked(edition.clause(stage), stage, self.role(stage, edition.wording.level))

    def below(self, edition: Edition, stage: Stage, number: int) -> Tell:
        """What tells of a stage of one edition, below what several say together."""
        return self._asked(edition.clause(stage), stage, Part(), number)

    def role(self, stage: Stage, level: Level) -> Role:
        """What is asked; a prohibition is told by what breaks it, as its author wrote."""
        kind = self.norm.kind
        if stage is Stage.APPLIES:
            return Scope()
        return Breach(kind, level) if kind.forbids else Requirement(kind)

    def _asked(self, node: Node, stage: Stage, role: Role, number: int = 0) -> Tell:
        key = (node.origin.id, role, number)
        found = self.known.get(key)
        if found is None:
            place = Place(self.norm.id, self.norm.place, stage)
            site = Site(self.book, self.tracing, place, planned, role)
            at = site.below(number, role) if number else site
            found = self.known[key] = planned(node, at)
        return found
