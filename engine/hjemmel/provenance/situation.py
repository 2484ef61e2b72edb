"""One case under one program: what every node means, and where every fact stands."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from attrs import field, frozen

from hjemmel.backends.plain import Plain
from hjemmel.backends.staged.valuation import Position, Valuation
from hjemmel.case.observation import Doubt, Observation, PartialList, Path, View
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.nodes import Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.outcome import Stage, standing
from hjemmel.core.schema import ELEMENT, PRESENCE
from hjemmel.core.told import shown_name
from hjemmel.core.types import Listed, Truth, is_truth
from hjemmel.provenance.book import Book
from hjemmel.provenance.memory import Asked, Told, seen_facts

T = TypeVar("T")
Pair = tuple[bool, bool]
UNDECIDED: Pair = (False, False)
_BITS = Plain()
_STAGES = tuple(Stage)


class Here(NamedTuple):
    """Which list entries the variables around a node stand for, and where those are."""

    position: Position
    paths: Mapping[str, Path]

    def entering(self, variable: str, index: int, path: Path) -> "Here":
        """Here, with one more variable bound: to entry `index` of the list at `path`."""
        at = (*path, index)
        if not self.position:
            return Here(((variable, index),), {variable: at})
        # The same variable within itself takes over its place.
        position = tuple({**dict(self.position), variable: index}.items())
        return Here(position, {**self.paths, variable: at})


TOP = Here((), {})


@frozen(eq=False)
class Situation:
    """A case as seen on a day, and what the program means in it.

    `standings` and `lacks` fill up as norms are asked for (see `editions.standing` and
    `missing.missing`), so that norms that refer to one another share what is found;
    and `columns` as values are looked up in lists (see `lookup`).
    """

    book: Book
    valuation: Valuation
    observation: Observation
    day: date
    standings: dict[str, Any] = field(factory=dict)
    lacks: dict[tuple[str, Stage], Any] = field(factory=dict)
    columns: dict[Path, Any] = field(factory=dict)
    seen: list[Mapping[Asked, Hashable]] = field(factory=list)
    told: dict[str, Told | None] = field(factory=dict)

    def remembered(self, norm_id: str, what: Hashable, make: Callable[[], T]) -> T:
        """What was told of the norm in a case that showed it the same; else what is made now."""
        told = self._told(norm_id)
        if told is None:
            return make()
        if what not in told:
            told[what] = make()
        found: T = told[what]
        return found

    def _told(self, norm_id: str) -> Told | None:
        if not self.book.memory:
            return None
        if norm_id not in self.told:
            memory = self.book.memory[0]
            key = self._sight(norm_id, memory.facts_of(norm_id))
            self.told[norm_id] = None if key is None else memory.told_under(key)
        return self.told[norm_id]

    def _sight(self, norm_id: str, asked: tuple[Asked, ...] | None) -> Hashable:
        """All that the norm can see of the case; None where that is too much to keep."""
        if asked is None:
            return None
        if not self.seen:
            self.seen.append(seen_facts(self.observation))
        return (norm_id, self.day, *map(self.seen[0].get, asked))

    def truth(self, node: Node, here: Here) -> Pair:
        """The truth of a node that has one."""
        match node:
            case Literal():
                return bool(node.value), not node.value
            case Fact():
                value = self.value(node, here)
                return value is True, value is False
            case Ref():
                found: Pair = standing(_BITS, self.valuation.norms[node.norm], node.standing)
                return found
            case _:
                kept: Pair = self.valuation.nodes[node.origin.id, here.position]
                return kept

    def norm_truth(self, norm: str, stage: Stage) -> Pair:
        """The truth of a norm at a stage."""
        bits, at = self.valuation.norms.bits(norm), 2 * _STAGES.index(stage)
        return bits[at], bits[at + 1]

    def shown_truth(self, norm: str, stage: Stage) -> Pair:
        """The same, where what is taken as given may tell against it."""
        shown = shown_name(norm)
        return self.norm_truth(shown if self.valuation.norms.has(shown) else norm, stage)

    def withheld(self, norm: str) -> bool:
        """Whether a norm fails only by what is taken as given, which is not held against it."""
        if not self.observation.presumed:
            return False
        fails = self.shown_truth(norm, Stage.REQUIREMENT)[1]
        return fails and not self.norm_truth(norm, Stage.REQUIREMENT)[1]

    def applies_nowhere(self, norm: str) -> bool:
        """Whether the norm applies under no wording, and it matters not which is in force."""
        *_, in_force, _, _, _, _, _, _, nowhere = self.valuation.norms.bits(norm)
        return nowhere and not in_force

    def value(self, node: Node, here: Here) -> Any:
        """The value of a node that is no truth of several parts: None where unknown."""
        if isinstance(node, Literal):
            return node.value
        if isinstance(node, Fact):
            found = value_at(self.observation.view, path_of(node, here))
            return (found is not None) if node.name == PRESENCE else found
        return self.valuation.nodes[node.origin.id, here.position]

    def settled(self, node: Node, here: Here) -> bool:
        """Whether a node's meaning leaves nothing open."""
        if isinstance(node, Literal):
            return True
        if isinstance(node, (Ref, Default)) or (isinstance(node, Fact) and is_truth(node.type)):
            return self.truth(node, here) != UNDECIDED
        return closed(self.value(node, here))

    def doubt(self, path: Path) -> Doubt | None:
        """Why the fact at the path is unknown, as it was observed."""
        return self.observation.doubts.get(path)

    def entries(self, each: Each, here: Here) -> list[Here]:
        """Here, once for each entry of a quantifier's list as far as it is known."""
        path = path_of(each.domain, here)
        items = value_at(self.observation.view, path) or ()
        return [here.entering(each.variable, index, path) for index in range(len(items))]

    def complete(self, domain: Fact, here: Here) -> bool:
        """Whether a list is given in full."""
        return closed(self.value(domain, here))


def closed(value: Any) -> bool:
    """Whether nothing is open: a settled truth, one number, one name, a full list."""
    if not isinstance(value, tuple):
        return value is not None and not isinstance(value, (PartialList, OneOf, NoneOf))
    first, second = value
    if isinstance(first, bool):
        return first or bool(second)
    return first is not None and bool(first == second)


def path_of(fact: Fact, here: Here) -> Path:
    """Where a fact stands in the case; a record's presence stands where the record does."""
    start = here.paths.get(fact.subject, (fact.subject,))
    return start if fact.name == PRESENCE else (*start, fact.name)


def value_at(view: View, path: Path) -> Any:
    """What is seen at a path: None where nothing is known."""
    found: Any = view
    for part in path:
        if part == ELEMENT or found is None:
            return found
        found = found[part] if isinstance(part, int) else found.get(part)
    return found


def presence(record: str) -> Fact:
    """The question whether the case has a record."""
    return Fact(record, PRESENCE, Truth())


def is_list(fact: Fact) -> bool:
    """True where the fact is a list."""
    return isinstance(fact.type, Listed)


def is_always(node: Node) -> bool:
    """True for a condition that is no condition."""
    return isinstance(node, Literal) and node.value is True
