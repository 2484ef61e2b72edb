"""Values of a fact that no norm of a provision applies to.

Note: what is told of. A provision is divided by a fact of a fixed set of values where its norms
apply to different ones of them. Then a value that none of them applies to is told of, if a norm of
another provision does apply to it: a value that nothing in the rulebook is about, is no kind that
was forgotten. Norms of something else than what the fact is of, say nothing of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import field, frozen

from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.coupled import scope_of
from hjemmel.analysis.proofs.finding import Finding, Result
from hjemmel.analysis.proofs.marks import mark
from hjemmel.analysis.proofs.rules import Rules
from hjemmel.analysis.proofs.sought import APPLIES, MET, PROVED, Never, Stands, StandsNot
from hjemmel.analysis.proofs.variants import asking
from hjemmel.core.making import is_name
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Kind, Norm
from hjemmel.core.types import Enumerated
from hjemmel.core.walk import nodes_of
from hjemmel.source.citation import highest, resting

Values = frozenset[str]


def left_out(rules: Rules, wanted: Collection[str]) -> Iterator[Result]:
    """The values that the provisions of some norms leave without a rule."""
    looking = _Looking(rules)
    for provision, norms in _by_provision(rules.program.norms).items():
        if any(each.id in wanted for each in norms):
            for fact in looking.facts(norms):
                yield from looking.of_provision(provision, norms, fact)


def _by_provision(norms: Sequence[Norm]) -> Mapping[str, list[Norm]]:
    """The norms by the provision that they rest on: «forskriften § 4-2»."""
    found: dict[str, list[Norm]] = defaultdict(list)
    for norm in norms:
        if norm.kind is not Kind.DEFINITION:
            found[_provision(norm)].append(norm)
    return found


def _provision(norm: Norm) -> str:
    citations = resting(norm.wordings[0].citations)
    level = highest(citations)
    first = next(each for each in citations if each.level == level)
    return f"{level.name} {first.provision}"


@frozen(eq=False)
class _Looking:
    rules: Rules
    found: dict[object, Values] = field(factory=dict)

    def facts(self, norms: Sequence[Norm]) -> list[Fact]:
        """The facts of a fixed set of values that some norms apply by."""
        found: dict[tuple[str, str], Fact] = {}
        for norm in norms:
            for fact in self._of_scope(norm):
                found.setdefault((fact.subject, fact.name), fact)
        return list(found.values())

    def _of_scope(self, norm: Norm) -> Iterator[Fact]:
        for edition in norm.editions:
            for node in nodes_of(edition.applies):
                match node:
                    case Fact(subject, _, Enumerated()) if self.rules.program.schema.record(
                        subject
                    ):
                        yield node
                    case _:  # something else
                        continue

    def of_provision(self, provision: str, norms: Sequence[Norm], fact: Fact) -> Iterator[Finding]:
        """The values that a provision leaves out."""
        values = self._values(fact)
        ours = [each for each in norms if each.subject == fact.subject or self._is_by(each, fact)]
        by_norm = {each.id: self._of_norm(each, fact) for each in ours}
        left = frozenset(values).difference(*by_norm.values())
        if not left or len({each for each in by_norm.values() if each}) < 2:
            return
        missing = tuple(each for each in values if each in left & self._anywhere(fact))
        if missing:
            yield self._told(provision, ours, fact, missing, by_norm)

    def _told(
        self, provision: str, norms: Sequence[Norm], fact: Fact, missing: tuple[str, ...],
        by_norm: Mapping[str, Values],
    ) -> Finding:  # fmt: skip
        told = problems.left_out(tuple(norms), provision, self.rules.said(fact), missing)
        is_it = asking(norms[0], "slag", is_name(fact, missing[0]))
        names = tuple(each.id for each in norms)
        none = (StandsNot(each, APPLIES) for each in names)
        shown = self.rules.shown(names, [is_it], (Stands(is_it.id, MET), *none))
        covered = [(name, sorted(by_norm[name])) for name in names]
        about = (provision, fact.subject, fact.name, self._values(fact), missing, covered)
        return Finding(told, names, mark(told.code, about), PROVED, shown)

    def _anywhere(self, fact: Fact) -> Values:
        """The values that some norm of the rulebook applies to, and tells from others."""
        norms = (e for e in self.rules.program.norms if e.kind is not Kind.DEFINITION)
        by = [self._of_norm(each, fact) for each in norms if self._is_by(each, fact)]
        return frozenset[str]().union(*by)

    def _is_by(self, norm: Norm, fact: Fact) -> bool:
        own = {(each.subject, each.name) for each in self._of_scope(norm)}
        return (fact.subject, fact.name) in own

    def _of_norm(self, norm: Norm, fact: Fact) -> Values:
        """The values that a norm may apply to, as far as is known: what is not, it may."""
        values = self._values(fact)
        if not self._is_by(norm, fact):
            return frozenset(values)
        key = (scope_of(norm), fact.subject, fact.name)
        if key not in self.found:
            kinds = [asking(norm, f"slag {each}", is_name(fact, each)) for each in values]
            asker = self.rules.asker([norm.id], kinds)
            self.found[key] = frozenset(
                value
                for value, kind in zip(values, kinds, strict=True)
                if not isinstance(
                    asker.screened((Stands(norm.id, APPLIES), Stands(kind.id, MET))), Never
                )
            )
        return self.found[key]

    def _values(self, fact: Fact) -> tuple[str, ...]:
        assert isinstance(fact.type, Enumerated)
        return self.rules.program.schema.enumeration(fact.type.name).values
