"""A rulebook with what every question of it needs."""

from collections.abc import Iterable

from attrs import frozen

from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.proofs.asker import Asker, Askers
from hjemmel.analysis.proofs.finding import Finding, Undecided
from hjemmel.analysis.proofs.marks import Marks
from hjemmel.analysis.proofs.sought import (
    Found,
    Never,
    Screened,
    Sought,
    Standings,
    Unknown,
)
from hjemmel.analysis.proofs.variants import MARK
from hjemmel.core.nodes import Node
from hjemmel.core.program import Norm, Program
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.provenance.book import Book, new_book
from hjemmel.words.phrases import words


@frozen(eq=False)
class Rules:
    """The program, and how much work may be put into each question."""

    program: Program
    askers: Askers
    marks: Marks
    book: Book

    @classmethod
    def of(cls, program: Program, effort: Effort) -> "Rules":
        """Ready to be asked about."""
        marks = Marks.of(program)
        return cls(program, Askers(program, marks.needs, effort), marks, new_book(program))

    def asker(self, norms: Iterable[str], variants: Iterable[Norm]) -> Asker:
        """Who answers questions of some norms and variants of them."""
        return self.askers.together(norms, variants)

    def said(self, node: Node) -> str:
        """What a node asks, in words."""
        return words(self.book, node, {})

    def shown(self, norms: Iterable[str], variants: Iterable[Norm], sought: Sought) -> Found | None:
        """The smallest case in which something is so, judged; None where nobody found one.

        It is asked for by itself, so that it is the same whatever else was asked.
        """
        match self.askers.alone(norms, variants).shown(sought):
            case Found() as found:
                return Found(found.case, _own(found.standings), found.is_smallest)
            case _:  # there is none, or nobody knows
                return None

    def finding(
        self, told: Diagnostic, norms: tuple[str, ...], rests_on: Never, shown: Found | None,
        detail: object = "",
    ) -> Finding:  # fmt: skip
        """A finding with its fingerprint."""
        return Finding(told, norms, self.marks.of_norms(told.code, norms, detail), rests_on, shown)


def _own(standings: Standings) -> Standings:
    """How the norms of the rulebook stand, without ours."""
    return {norm: each for norm, each in standings.items() if MARK not in norm}


def undecided(code: str, norm: str, answers: Iterable[Screened]) -> Undecided | None:
    """That a question is open, where one of the answers leaves it so."""
    for each in answers:
        if isinstance(each, Unknown):
            return Undecided(code, (norm,), each.doubt, each.tried)
    return None
