"""All that is asked of a rulebook, or of some of its norms."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from hjemmel.analysis.differences.effort import ORDINARY, Effort
from hjemmel.analysis.heeded import ASKED, Along, unseen
from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.finding import Finding, Result
from hjemmel.analysis.proofs.idle import Idle
from hjemmel.analysis.proofs.of_kinds import left_out
from hjemmel.analysis.proofs.of_norm import Looked, looked
from hjemmel.analysis.proofs.of_pairs import contradictory
from hjemmel.analysis.proofs.questions import idle_questions
from hjemmel.analysis.proofs.rules import Rules
from hjemmel.analysis.proofs.sought import APPLIES, ASIDE, BROKEN, MET, Stands, StandsNot
from hjemmel.analysis.proofs.units import Role, each_of, units
from hjemmel.analysis.proofs.variants import asking
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm, Program
from hjemmel.core.walk import nodes_of
from hjemmel.source.span import Span

WITHOUT_PROVER = Effort(cases=200)
"""Where there is no solver, there are many questions, and each is tried by itself."""
_STUCK = ("NTR602", "NTR604", "NTR611")
"""What makes a norm one that no other can be at odds with."""


def findings(
    program: Program, norms: Collection[str] | None = None, effort: Effort = ORDINARY,
    along: Along = unseen,
) -> Iterator[Result]:  # fmt: skip
    """What may be wrong with a rulebook, norm by norm in the order of the law, as it is found.

    `norms` are the ids of those that are wanted, where not all are. What several norms are about
    comes last. `along` is how the work is followed.
    """
    wanted = frozenset(program.by_id if norms is None else norms)
    looking = _Looking(Rules.of(program, effort))
    among = [each for each in program.norms if each.id in wanted]
    for norm in along(among, len(among), ASKED):
        yield from looking.of_norm(norm, wanted)
    yield from left_out(looking.rules, wanted)
    yield from contradictory(looking.rules, wanted, looking.stuck)


@frozen(eq=False)
class _Looking:
    rules: Rules
    by_norm: dict[str, Looked] = field(factory=dict)

    def of_norm(self, norm: Norm, wanted: Collection[str]) -> Iterator[Result]:
        """What is odd about one norm."""
        looked = self._looked(norm)
        yield from looked.found
        if not any(isinstance(e, Finding) and e.code == "NTR604" for e in looked.found):
            yield from idle_questions(self.rules, norm)
        for each in looked.idle:
            if self._is_idle_everywhere(norm, each, wanted):
                yield self._told(norm, each)

    @property
    def stuck(self) -> frozenset[str]:
        """The norms that can never be met, among those that were looked at."""
        found = (each for looked in self.by_norm.values() for each in looked.found)
        return frozenset(
            each.norms[0] for each in found if isinstance(each, Finding) and each.code in _STUCK
        )

    def _looked(self, norm: Norm) -> Looked:
        if norm.id not in self.by_norm:
            self.by_norm[norm.id] = looked(self.rules, norm)
        return self.by_norm[norm.id]

    # --- what is idle --------------------------------------------------------------------

    @cached_property
    def _places(self) -> Mapping[Span, list[Norm]]:
        """The norms that have a part written at a place: in a definition, there may be several."""
        found: dict[Span, dict[str, Norm]] = {}
        for norm in self.rules.program.norms:
            for node in (node for clause in norm.clauses for node in nodes_of(clause)):
                found.setdefault(node.origin.span, {})[norm.id] = norm
        return {span: list(norms.values()) for span, norms in found.items()}

    def _is_idle_everywhere(self, norm: Norm, idle: Idle, wanted: Collection[str]) -> bool:
        """Whether a part is idle in every norm that it is a part of, and this is the first."""
        span = idle.unit.node.origin.span
        norms = self._places[span]
        if next(each for each in norms if each.id in wanted and self._has(each, span)) is not norm:
            return False
        return all(self._is_idle_in(each, span) for each in norms if each is not norm)

    @staticmethod
    def _has(norm: Norm, span: Span) -> bool:
        """Whether it is a part of a norm that could be left out."""
        return any(each.node.origin.span == span for each in each_of(units(norm)))

    def _is_idle_in(self, norm: Norm, span: Span) -> bool:
        looked = self._looked(norm)
        if any(span in each.spans for each in looked.idle):
            return True
        there = [e.id for e in each_of(units(norm)) if e.node.origin.span == span]
        return bool(there) and all(each in looked.silent for each in there)

    def _told(self, norm: Norm, idle: Idle) -> Finding:
        unit, said = idle.unit, self.rules.said(idle.unit.node)
        part = asking(norm, "ledd", unit.node)
        so = BROKEN if idle.value else MET
        is_asked = unit.stage is Stage.REQUIREMENT
        there = Stands(norm.id, APPLIES) if is_asked else StandsNot(norm.id, ASIDE)
        shown = self.rules.shown([norm.id], [part], (Stands(part.id, so), there))
        follows = _follows(idle, is_shown=shown is not None)
        word = problems.idle if unit.role is Role.CONDITION else problems.idle_exception
        told = word(norm, unit.node, said, follows)
        return self.rules.finding(told, (norm.id,), idle.never, shown, (unit.node, idle.value))


def _follows(idle: Idle, is_shown: bool) -> str:
    """Why a part may be left out, and what a case shows of it."""
    match idle.value, idle.is_bound, is_shown:
        case True, True, _:
            return "det kan aldri svikte"
        case False, True, _:
            return "det kan aldri holde"
        case True, _, True:
            return "svikter det, er svaret avgjort av noe annet"
        case True, _, _:
            return "det holder alltid der det blir spurt om det"
        case _, _, True:
            return "holder det, er svaret avgjort av noe annet"
        case _:
            return "det holder aldri der det blir spurt om det"
