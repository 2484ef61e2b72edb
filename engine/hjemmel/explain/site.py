"""Where a clause stands while its plan is made: what is known of it before any case."""

from collections.abc import Callable

from attrs import evolve, field, frozen

from hjemmel.backends.staged.row import Row
from hjemmel.case.observation import View
from hjemmel.core.nodes import Each, Node
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Interpretation, Norm
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.steps import Asked, Clause, OwnName, Part, Place, Role, Step
from hjemmel.provenance.book import Book
from hjemmel.provenance.decisive import Marking
from hjemmel.provenance.reading import Reading
from hjemmel.provenance.situation import Here, Pair, Situation
from hjemmel.source.citation import Citation
from hjemmel.words.phrases import Names, entering

PART = Part()
Referenced = Callable[[str], tuple[Finding, ...] | None]
"""The reason of a norm that is referred to; None where it is to be read at that norm."""


@frozen(eq=False)
class Telling:
    """One case while a reason is told: its row, which nodes decide, what other norms tell.

    `is_bare` where nothing is noted of any fact of the case, nor why any is unknown.
    """

    case: Situation
    row: Row
    view: View
    decisive: frozenset[tuple[int, tuple[tuple[str, int], ...]]]
    is_bare: bool
    referenced: Referenced


Tell = Callable[[Telling, Here], Finding]
"""Tells of one clause in one case. All that needs no case was done when it was made."""

TellMaybe = Callable[[Telling, Here], Finding | None]

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
    reading: Reading
    place: Place
    planned: Callable[[Node, "Site"], Tell]
    role: Role = PART
    names: Names = field(factory=dict)
    depth: int = 0
    domain: OwnName | None = None
    denied: Denied | None = None
    questions: dict[int, Interpretation] = field(factory=dict)

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

    def result(self, node: Node) -> Callable[[Row], Result]:
        """What reads how a node here came out, or what denies it."""
        truth = self.reading.truth(self.denied.node if self.denied else node)
        return lambda row: RESULTS[truth(row)]

    def decides(self, node: Node) -> Callable[[Telling, Here], bool]:
        """What tells whether a node here is decisive."""
        number = node.origin.id
        if self.depth:
            return lambda told, here: (number, here.position) in told.decisive
        key = (number, ())
        return lambda told, _: key in told.decisive


def site_of(case: Situation, norm: Norm) -> Site:
    """The site of a clause of a norm, to see what it sees without telling of it."""
    reading = Reading(case.valuation.nodes.run.stager)
    return Site(case.book, reading, Place(norm.id, norm.place, Stage.REQUIREMENT), _untold)


def _untold(node: Node, site: Site) -> Tell:
    raise LookupError(node, site)


def telling_of(case: Situation, marked: Marking) -> Telling:
    """A case while its reason is told, other norms left out."""
    row, view = case.valuation.nodes.run.row, case.observation.view
    return Telling(case, row, view, marked.nodes, is_bare(case), lambda _: None)


def is_bare(case: Situation) -> bool:
    """Whether nothing is noted of any fact of the case, nor why any is unknown."""
    seen = case.observation
    return not (seen.doubts or seen.notes or seen.sources)
