"""Why a norm may stand otherwise: itself, a norm it refers to, what is presumed, or a declaration.

What a norm asks about is followed through the norms that it refers to and through what follows and
is presumed of the facts it asks for, in either version. Declarations are followed by name: so a
cause may be named that did not matter, but none that did is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache

from attrs import field, frozen

from hjemmel.analysis.comparison.asking import asked
from hjemmel.analysis.comparison.declarations import Redeclared, Sort
from hjemmel.analysis.comparison.defined import by_definitions
from hjemmel.core.identity import Same
from hjemmel.core.nodes import Fact, Literal, Node, Ref
from hjemmel.core.part import Needs, needs_of
from hjemmel.core.program import Conclusion, Norm, Presumption, Program
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Type
from hjemmel.core.walk import nodes_of

Path = tuple[str, str]
Beside = Presumption | Conclusion


class By(Enum):
    """What is written otherwise."""

    NORM = "normen"
    BESIDE = "formodning eller slutning"
    DECLARED = "erklæring"


@frozen
class Cause:
    """Something that is written otherwise: a norm or a presumption by its id, or a declaration."""

    by: By
    id: str


@frozen
class Asked:
    """The facts that something asks for, the names it uses, and the norms it refers to."""

    facts: frozenset[Path]
    names: frozenset[str]
    norms: frozenset[str]


@frozen(eq=False)
class Causes:
    """Two versions, the new one with the ids that norms had before, and what is redeclared."""

    old: Program
    new: Program
    declared: tuple[Redeclared, ...]
    needs: tuple[Needs, Needs] = field(init=False)
    beside: frozenset[str] = field(init=False)
    defined: Mapping[str, tuple[str, ...]] = field(init=False)
    """The norms that differ only by definitions that they use, each with these."""
    own: frozenset[str] = field(init=False)
    memory: dict[tuple[int, str], Asked] = field(factory=dict)

    @needs.default
    def _needs(self) -> tuple[Needs, Needs]:
        return needs_of(self.old), needs_of(self.new)

    @defined.default
    def _defined(self) -> Mapping[str, tuple[str, ...]]:
        return by_definitions(self.old, self.new, self._other())

    @own.default
    def _own(self) -> frozenset[str]:
        return self._other() - frozenset(self.defined)

    def _other(self) -> frozenset[str]:
        ids = {*self.old.by_id, *self.new.by_id}
        return frozenset(each for each in ids if _is_other(each, self.old.by_id, self.new.by_id))

    @beside.default
    def _beside(self) -> frozenset[str]:
        before, after = (beside_by_id(each) for each in (self.old, self.new))
        return frozenset(each for each in {*before, *after}
                         if _said(before.get(each)) != _said(after.get(each)))  # fmt: skip

    @property
    def is_anything(self) -> bool:
        """Whether anything at all can have made a norm stand otherwise."""
        return bool(self.own or self.beside or any(each.may_turn for each in self.declared))

    def of(self, norm: str) -> tuple[Cause, ...]:
        """What may have made a norm stand otherwise; itself first."""
        reached = [self._reached(at, norm) for at in (0, 1)]
        norms = frozenset[str]().union(*(each[0] for each in reached))
        beside = frozenset[str]().union(*(each[1] for each in reached))
        names = frozenset[str]().union(*(each[2] for each in reached))
        found = [Cause(By.NORM, each) for each in sorted(norms & self.own, key=lambda e: e != norm)]
        found += [Cause(By.BESIDE, each) for each in sorted(beside & self.beside)]
        found += [
            Cause(By.DECLARED, f"{each.sort.value} {each.name}")
            for each in self.declared
            if each.may_turn and (each.sort is Sort.CALENDAR or each.names & names)
        ]
        return tuple(found)

    def _reached(self, at: int, norm: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The norms, presumptions and names that a norm comes to ask of, in one version."""
        program = (self.old, self.new)[at]
        if norm not in program.by_id:
            return frozenset(), frozenset(), frozenset()
        norms = set(self.needs[at][norm])
        norms |= {word for each in norms for word in self.defined.get(each, ())}
        beside: dict[str, None] = {}
        waiting = [self._asked(at, program.by_id[each]) for each in norms]
        facts: set[Path] = set()
        names: set[str] = set()
        while waiting:
            asks = waiting.pop()
            names |= asks.names
            more = asks.norms - norms
            norms |= more
            waiting += [self._asked(at, program.by_id[each]) for each in more]
            for each in _giving(program, asks.facts - facts):
                if each.norm.id not in beside:
                    beside[each.norm.id] = None
                    waiting.append(self._asked(at, each.norm))
            facts |= asks.facts
        return frozenset(norms), frozenset(beside), frozenset(names)

    def _asked(self, at: int, of: Norm) -> Asked:
        key = (at, of.id)
        if key not in self.memory:
            self.memory[key] = _asked_by(Same(of))
        return self.memory[key]


def _is_other(norm: str, before: Mapping[str, Norm], after: Mapping[str, Norm]) -> bool:
    was, now = before.get(norm), after.get(norm)
    return was is None or now is None or (was is not now and asked(was) != asked(now))


def beside_by_id(of: Program) -> dict[str, Beside]:
    """What follows and what is presumed, by its id."""
    beside: tuple[Beside, ...] = (*of.conclusions, *of.presumptions)
    return {each.norm.id: each for each in beside}


def _said(of: Beside | None) -> object:
    return of and (type(of), of.path, of.value, asked(of.norm))


def _giving(program: Program, facts: Iterable[Path]) -> Iterator[Beside]:
    wanted = frozenset(facts)
    beside: tuple[Beside, ...] = (*program.conclusions, *program.presumptions)
    yield from (each for each in beside if each.path in wanted)


@lru_cache(maxsize=8192)
def _asked_by(of: Same[Norm]) -> Asked:
    return asked_by(of.of)


def asked_by(of: Norm) -> Asked:
    """What a norm asks for itself."""
    readings = (one.replacement for each in of.questions for one in each.readings)
    arises = (each.arises for each in of.questions)
    clauses: tuple[Node, ...] = (*of.days, *of.clauses, *arises, *readings)
    nodes = [each for clause in clauses for each in nodes_of(clause)]
    facts = frozenset((each.subject, each.name) for each in nodes if isinstance(each, Fact))
    names = {of.subject, *(name for each in nodes for name in _names(each))}
    norms = frozenset(each.norm for each in nodes if isinstance(each, Ref))
    return Asked(facts, frozenset(names), norms)


def _names(of: Node) -> Iterator[str]:
    match of:
        case Fact():
            yield from (of.subject, of.name)
            yield from _names_of(of.type)
        case Literal():
            yield str(of.value)
            yield from _names_of(of.type)
        case _:  # what it names stands below it
            return


def _names_of(of: Type | Row) -> Iterator[str]:
    match of:
        case Enumerated(name) | Registered(name) | Row(name):
            yield name
        case Assessed(owner):
            yield owner
        case Listed(element):
            yield from _names_of(element)
        case _:  # a type without a name
            return
