"""Which norms have anything to do with each other: by the facts they ask for, and apply by."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from hjemmel.analysis.proofs.rules import Rules
from hjemmel.core.nodes import Fact, Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.walk import nodes_of

Facts = frozenset[tuple[str, str]]


@frozen(eq=False)
class Coupled:
    """The facts that each norm asks for, those that it applies by, and what scope it has."""

    asked: Mapping[str, Facts]
    bounds: Mapping[str, Facts]
    scopes: Mapping[str, object]

    def are(self, one: Norm, other: Norm) -> bool:
        """Whether the one asks for what the other asks for or applies by."""
        first, second = self.asked[one.id], self.asked[other.id]
        return bool(first & second or first & self.bounds[other.id] or second & self.bounds[one.id])


def coupled(rules: Rules, norms: Iterable[Norm]) -> Coupled:
    """What can be said of some norms."""
    facts = _Facts(rules.program)
    found = list(norms)
    return Coupled(
        {each.id: facts.of(e.requirement for e in each.editions) for each in found},
        {each.id: facts.of(e.applies for e in each.editions) for each in found},
        {each.id: scope_of(each) for each in found},
    )


def scope_of(norm: Norm) -> object:
    """What decides whether it is in force and applies; norms with the same do so together."""
    editions = tuple(
        (each.wording.start, each.wording.end, each.deciding, each.applies)
        for each in norm.editions
    )
    return norm.subject, norm.deciding, editions


@frozen(eq=False)
class _Facts:
    program: Program

    def of(self, clauses: Iterable[Node]) -> Facts:
        """The facts of clauses and of what they refer to, and of what follows to them."""
        found: set[tuple[str, str]] = set()
        waiting, met = list(clauses), set[str]()
        while waiting:
            for node in nodes_of(waiting.pop()):
                match node:
                    case Fact(subject, name) if subject != CASE and name != PRESENCE:
                        found.add((subject, name))
                    case Ref(norm) if norm not in met:
                        met.add(norm)
                        waiting += self.program.by_id[norm].clauses
                    case _:  # names no fact of the case
                        continue
        return frozenset(found | self._behind(found))

    def _behind(self, paths: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """What some facts surely follow from."""
        nodes = (
            node
            for each in self.program.conclusions
            if each.path in paths
            for edition in each.norm.editions
            for node in nodes_of(edition.applies)
        )
        return {(e.subject, e.name) for e in nodes if isinstance(e, Fact) and e.subject != CASE}
