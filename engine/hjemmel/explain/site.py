"""Where a clause stands while its plan is made: what is known of it before any case."""

from collections.abc import Callable, Sequence

from attrs import define, evolve, field, frozen

from hjemmel.backends.staged.row import Row
from hjemmel.backends.staged.valuation import Position
from hjemmel.case.observation import View
from hjemmel.core.nodes import Each, Node
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Interpretation, Norm
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.steps import Asked, Clause, OwnName, Part, Place, Role, Step
from hjemmel.provenance.book import Book
from hjemmel.provenance.causes import Tracing, tracing_of
from hjemmel.provenance.reading import Reading, Truth
from hjemmel.provenance.situation import Here, Pair, Situation
from hjemmel.source.citation import Citation
from hjemmel.words.phrases import Names, entering

PART = Part()
Referenced = Callable[[Norm, Sequence[bool]], tuple[Finding, ...] | None]
"""The reason of a norm that is referred to, by which of its stages decide.

None where it is to be read at that norm.
"""


@define(eq=False)
class Telling:
    """One case while a reason is told: its row, and what other norms tell.

    `marked` are the nodes that decide; None where it can be told on the way, since no clause is
    met twice.

    `is_bare` where nothing is noted of any fact of the case, nor why any is unknown.
    """

    case: Situation
    row: Row
    view: View
    marked: frozenset[tuple[int, Position]] | None
    is_bare: bool
    referenced: Referenced


Tell = Callable[[Telling, Here, bool], Finding]
"""Tells of one clause in one case. All that needs no case was done when it was made.

The last that it is given is whether the clause decides, by what it stands in.
"""

TellMaybe = Callable[[Telling, Here, bool], Finding | None]
Decides = Callable[[Telling, Here, bool], bool]
Marks = Callable[[Telling, Here, bool], Sequence[bool]]
"""Which of the things that a clause is made of decide, given whether it does."""

RESULTS: dict[Pair, Result] = {
    (True, False): Result.HOLDS,
    (False, True): Result.FAILS,
    (False, False): Result.UNDECIDED,
}


@frozen(eq=False)
class Denied:
    """A clause that is denied, once or more: what is said of it, and on what authority.

    `node` is the denial, which has the truth; `turns` whether that is the opposite.
    """

    node: Node
    asked: Asked | None
    citations: tuple[Citation, ...]
    turns: bool = True


@frozen(eq=False)
class Site:
    """A clause's place and role, the names around it, and how what is below it is planned."""

    book: Book
    tracing: Tracing
    place: Place
    planned: Callable[[Node, "Site"], Tell]
    role: Role = PART
    names: Names = field(factory=dict)
    depth: int = 0
    domain: OwnName | None = None
    denied: Denied | None = None
    questions: dict[int, Interpretation] = field(factory=dict)

    @property
    def reading(self) -> Reading:
        """How nodes are read."""
        return self.tracing.reading

    def step(self, node: Node, asked: Asked | None = None) -> Step:
        """The step for a node here, or for what denies it."""
        said, cited = asked or Clause(node, self.names), node.origin.citations
        if self.denied:
            said, cited = self.denied.asked or said, self.denied.citations or cited
        return Step(self.place, self.role, said, cited, self.domain)

    def below(self, number: int, role: Role = PART) -> "Site":
        """The site of a clause right below."""
        return evolve(self, place=self.place.below(number), role=role, domain=None, denied=None)

    def inside(self, each: Each) -> "Site":
        """The site of what is asked of the entries of a list."""
        return evolve(
            self,
            names=entering(self.book, each, self.names),
            depth=self.depth + 1,
            domain=OwnName(each.domain, self.names),
        )

    def truth(self, node: Node) -> Truth:
        """What reads the truth of a node here, or of what denies it."""
        return self.reading.truth(self.denied.node if self.denied else node)

    def decides(self, node: Node) -> Decides:
        """What tells whether a node here is decisive."""
        number = node.origin.id

        def decides(told: Telling, here: Here, given: bool) -> bool:
            marked = told.marked
            return given if marked is None else (number, here.position) in marked

        return decides

    def marks(self, node: Node) -> Marks:
        """What tells which of the things that a node here is made of are decisive."""
        traced = evolve(self.tracing, depth=self.depth).of(node)
        nothing = (False,) * len(traced.below)

        def marks(told: Telling, here: Here, given: bool) -> Sequence[bool]:
            return traced.flags(told.case, told.row, here) if given else nothing

        return marks


def site_of(case: Situation, norm: Norm) -> Site:
    """The site of a clause of a norm, to see what it sees without telling of it."""
    return Site(case.book, tracing_of(case), Place(norm.id, norm.place, Stage.REQUIREMENT), _untold)


def _untold(node: Node, site: Site) -> Tell:
    raise LookupError(node, site)


def telling_of(
    case: Situation, marked: frozenset[tuple[int, Position]] | None, referenced: Referenced
) -> Telling:
    """A case while its reason is told."""
    row, view = case.valuation.nodes.run.row, case.observation.view
    return Telling(case, row, view, marked, is_bare(case), referenced)


def is_bare(case: Situation) -> bool:
    """Whether nothing is noted of any fact of the case, nor why any is unknown."""
    seen = case.observation
    return not (seen.doubts or seen.notes or seen.sources)
