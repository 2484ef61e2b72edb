"""Norms that cannot both be met, though both may apply in one case.

Note: why not all pairs are asked about. Two norms can only stand in each other's way where one
asks for a fact that the other asks for, or applies by. A case in which many norms are met settles
each two of them: such cases are sought first. Of those that are left, the ones that apply in just
the same cases are asked about together: where all can be met at once, so can each two of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import field, frozen

from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.asker import Asker
from hjemmel.analysis.proofs.coupled import Coupled, coupled
from hjemmel.analysis.proofs.finding import Result
from hjemmel.analysis.proofs.rules import Rules, undecided
from hjemmel.analysis.proofs.sought import APPLIES, MET, Never, Possible, Screened, Sought, Stands
from hjemmel.core.program import Kind, Norm

_BINDING = frozenset({
    Kind.DUTY, Kind.PROHIBITION, Kind.CONDITION, Kind.DEADLINE, Kind.ADVICE, Kind.STEP,
})  # fmt: skip
"""What asks something of somebody: these can be at odds."""
Pair = tuple[str, str]


def contradictory(rules: Rules, wanted: Collection[str], idle: Collection[str]) -> Iterator[Result]:
    """Pairs of norms, at least one of them wanted, that can never both be met. Those that can never
    be met by themselves are `idle`, and nobody asks what they are at odds with."""
    norms = [e for e in rules.program.norms if e.kind in _BINDING and e.id not in idle]
    looking = _Looking(rules, coupled(rules, norms))
    pairs: dict[str, list[Norm]] = {}
    for at, norm in enumerate(norms):
        others = [other for other in norms[at + 1 :] if norm.id in wanted or other.id in wanted]
        pairs[norm.id] = [each for each in others if looking.coupled.are(norm, each)]
    met = _met_at_once(rules, pairs)
    for norm in norms:
        left = [each for each in pairs[norm.id] if each.id not in met[norm.id]]
        yield from looking.of_norm(norm, left)


def _met_at_once(rules: Rules, pairs: Mapping[str, Sequence[Norm]]) -> Mapping[str, set[str]]:
    """For each norm, others that are met together with it in some case that was found."""
    found: dict[str, set[str]] = {each: set() for each in pairs}
    paired = {norm: None for one, others in pairs.items() if others
              for norm in (one, *(each.id for each in others))}  # fmt: skip
    if not paired:
        return found
    at_once = rules.askers.at_once(paired)
    for norm, others in pairs.items():
        while left := [each.id for each in others if each.id not in found[norm]]:
            met = at_once.met_with(norm, left)
            if not met:
                break
            for each in (norm, *met):
                found[each] |= {norm, *met}
    return found


@frozen(eq=False)
class _Looking:
    rules: Rules
    coupled: Coupled
    apart: dict[tuple[object, object], Screened] = field(factory=dict)
    """Whether what applies by two scopes may apply at once."""

    def of_norm(self, norm: Norm, others: Sequence[Norm]) -> Iterator[Result]:
        if not others:
            return
        asker = self.rules.asker([norm.id, *(each.id for each in others)], ())
        for scope, some in self._by_scope(others).items():
            if isinstance(self._meet(asker, norm, some[0], scope), Never):
                continue
            together = tuple(Stands(each.id, MET) for each in (norm, *some))
            if len(some) < 2 or not isinstance(asker.screened(together), Possible):
                for other in some:
                    yield from self._pair(asker, norm, other)

    def _by_scope(self, norms: Sequence[Norm]) -> Mapping[object, list[Norm]]:
        found: dict[object, list[Norm]] = defaultdict(list)
        for each in norms:
            found[self.coupled.scopes[each.id]].append(each)
        return found

    def _meet(self, asker: Asker, norm: Norm, other: Norm, scope: object) -> Screened:
        key = (self.coupled.scopes[norm.id], scope)
        if key not in self.apart:
            both = (Stands(norm.id, APPLIES), Stands(other.id, APPLIES))
            self.apart[key] = asker.screened(both)
        return self.apart[key]

    def _pair(self, asker: Asker, norm: Norm, other: Norm) -> Iterator[Result]:
        pair = (norm.id, other.id)
        answer = asker.screened(tuple(Stands(each, MET) for each in pair))
        if (doubt := undecided("NTR601", norm.id, [answer])) is not None:
            yield doubt
        if isinstance(answer, Never) and self._can_be_met(asker, pair):
            both: Sought = tuple(Stands(each, APPLIES) for each in pair)
            shown = self.rules.shown(pair, (), both)
            if shown is not None:
                told = problems.contradictory(norm, other)
                yield self.rules.finding(told, pair, answer, shown)

    @staticmethod
    def _can_be_met(asker: Asker, norms: Pair) -> bool:
        """Whether each may be met by itself: what never is, is told of without others."""
        return all(isinstance(asker.screened((Stands(e, MET),)), Possible) for e in norms)
