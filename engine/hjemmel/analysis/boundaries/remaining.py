"""What is left open in a case of the boundary classes.

A fact that only settled conditions ask for makes no difference any more. And two cases in which
the same is settled, and in which what is open asks for the same values, go on alike: of them, one
is gone through.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from attrs import define, field, frozen

from hjemmel.analysis.boundaries.domain import NOT_DONE, Asked
from hjemmel.analysis.boundaries.following import Key
from hjemmel.analysis.skeleton import skeletons
from hjemmel.core.nodes import Apply, Default, Fact, Literal, Node, Ref
from hjemmel.core.operators import OPERATORS
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm, Program
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.walk import children_of, nodes_of
from hjemmel.provenance.decisive import edition_in_force
from hjemmel.provenance.situation import TOP, UNDECIDED, Situation

_DAY: Key = (CASE, "vurderingsdato")
_NOTHING: frozenset[Key] = frozenset()


@frozen
class Rest:
    """What is left open: the facts that can still make a difference, and what sets the case apart
    from others, as far as anything that may yet be told goes."""

    open: frozenset[Key]
    mark: Hashable


@frozen(eq=False)
class Remaining:
    """A norm, what it needs and what follows beside it, ready to be asked what is left open."""

    program: Program
    norm: Norm
    conditions: Mapping[Edition, tuple[Node, ...]]
    acts: frozenset[Key]
    """What may be told as not done, which says nothing before it is known on which day."""
    asked: dict[int, frozenset[Key]] = field(factory=dict, repr=False)
    by_norm: dict[str, frozenset[Key]] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, program: Program, norm: Norm, domain: tuple[Asked, ...]) -> "Remaining":
        """What may be left open of a norm, in the cases of a domain."""
        conditions: dict[Edition, tuple[Node, ...]] = {}
        for each in skeletons(norm):
            known = conditions.get(each.edition, ())
            conditions[each.edition] = (*known, *each.conditions.values())
        acts = frozenset((e.record, e.key) for e in domain if NOT_DONE in e.values)
        return cls(program, norm, conditions, acts)

    def rest(self, case: Situation, known: Mapping[Key, Any], unsaid: frozenset[Key]) -> Rest:
        """What is left open in a case, where nothing but what is unsaid is going to be said."""
        walk = _Walk(self, case, unsaid)
        walk.norm(self.norm, self.conditions)
        view = case.observation.view
        found = frozenset(key for key in walk.open & unsaid if view.get(key[0], {}) is not None)
        for each in self.program.conclusions:  # what it asks for need not be told on its account
            walk.norm(each.norm, {e: (e.applies,) for e in each.norm.editions})
            if each.path not in unsaid:
                walk.marks.append(repr(known.get(each.path)))
        walk.marks += [value for key, value in known.items() if key[1] == PRESENCE]
        told = tuple(repr(known.get(key)) for key in sorted(walk.open - unsaid))
        return Rest(found, (tuple(walk.marks), frozenset(walk.open), told))

    def facts(self, node: Node) -> frozenset[Key]:
        """The facts that a node asks for, also by way of norms."""
        number = node.origin.id
        if number < 0 or number not in self.asked:
            found = set(_NOTHING)
            for each in nodes_of(node):
                if isinstance(each, Fact):
                    found.add((each.subject, each.name))
                elif isinstance(each, Ref):
                    found |= self._of_norm(each.norm)
            if found & self.acts:
                found.add(_DAY)
            self.asked[number] = frozenset(found)
        return self.asked[number]

    def _of_norm(self, norm_id: str) -> frozenset[Key]:
        if norm_id not in self.by_norm:
            norm = self.program.by_id[norm_id]
            parts = (self.facts(each) for each in (*norm.days, *norm.clauses))
            self.by_norm[norm_id] = _NOTHING.union(*parts)
        return self.by_norm[norm_id]


@define
class _Walk:
    """From the conditions down to what is not settled, and the truths met on the way."""

    of: Remaining
    case: Situation
    unsaid: frozenset[Key]
    marks: list[Hashable] = field(factory=list)
    open: set[Key] = field(factory=set)
    met: set[str] = field(factory=set)

    def norm(self, norm: Norm, conditions: Mapping[Edition, tuple[Node, ...]]) -> None:
        """What is open of a norm: which edition is in force, and the conditions of that one."""
        if norm.id in self.met:
            return
        self.met.add(norm.id)
        self.marks.append(self.case.valuation.norms.bits(norm.id))
        edition = edition_in_force(self.case, norm)
        if edition is None:
            if not self.case.norm_truth(norm.id, Stage.IN_FORCE)[1]:
                for day in norm.days:
                    self.open |= self.of.facts(day)
            for each in norm.editions:
                self._all(conditions[each])
            return
        self.marks.append(norm.editions.index(edition))
        self._all(conditions[edition])

    def _all(self, nodes: Iterable[Node]) -> None:
        for each in nodes:
            self._node(each)

    def _node(self, node: Node) -> None:
        if isinstance(node, Literal):
            return
        truth = self.case.truth(node, TOP)
        self.marks.append(truth)
        if truth != UNDECIDED:
            return
        match node:
            case Ref(norm=norm_id):
                norm = self.of.program.by_id[norm_id]
                self.norm(norm, {e: e.clauses for e in norm.editions})
            case Default():
                self._all(children_of(node))
            case Apply() if OPERATORS[node.operator].joins:
                self._all(children_of(node))
            case _:  # a fact, a comparison or a list: it is known as a whole, or not yet
                facts = self.of.facts(node)
                if facts & self.unsaid:
                    self.open |= facts
