"""What a norm asks for, seen from what is told alone.

What is taken as given may make a norm apply, and may help to meet it. That it fails, is held
against somebody only where what is told is enough for it. So of such a norm it is also worked out
what it asks for where nothing is taken as given: it holds if it holds, and fails if it fails then.

A fact as told stands beside the fact, under a name of its own (see `with_told`).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from hjemmel.core.nodes import Fact, Node
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.part import referred
from hjemmel.core.program import Norm, Program
from hjemmel.core.semantics import norm_meaning
from hjemmel.core.walk import nodes_of

Asked = tuple[str, str]
"""A record and one of its fields."""
Enter = Callable[[str, NormMeaning], None]

GIVEN = "\0forutsatt"
"""The field of a record that has the names of those of its facts that are taken as given."""


def told_name(name: str) -> str:
    """The name of a fact, or the id of a norm, as what is told alone has it."""
    return f"\0fortalt {name}"


def shown_name(norm_id: str) -> str:
    """The id of a norm as it is where what is taken as given may tell against it."""
    return f"\0vist {norm_id}"


def presumable(program: Program) -> frozenset[Asked]:
    """The facts that something may be taken as given of."""
    return frozenset(each.path for each in program.presumptions)


def guarded(program: Program) -> frozenset[str]:
    """The norms that ask for something that may be taken as given, themselves or by others."""
    paths, found = presumable(program), set[str]()
    for norm_id in program.order if paths else ():
        if _rests_on(program.by_id[norm_id], paths, found):
            found.add(norm_id)
    return frozenset(found)


def _rests_on(norm: Norm, paths: Collection[Asked], norms: Collection[str]) -> bool:
    """Whether a norm asks for one of some facts, or refers to one of some norms."""
    return any(each in paths for each in _asked(norm)) or any(
        each in norms for each in referred(norm)
    )


def enter_norms(program: Program, alg: Any, enter: Enter, hidden: Enter) -> None:
    """The truths of every norm, each after those it refers to. `hidden` takes what no reference
    means: norms by what is told alone, and norms as they are shown."""
    entering = Entering.of(program, alg, enter, hidden)
    for norm_id in program.order:
        entering.enter(program.by_id[norm_id])


@frozen(eq=False)
class Entering:
    """A program on its way into an algebra, norm by norm."""

    program: Program
    algebra: Any
    by_told: "_ByTold"
    entered: Enter
    hidden: Enter

    @classmethod
    def of(cls, program: Program, alg: Any, enter: Enter, hidden: Enter) -> "Entering":
        """Ready for the norms of a program, and for further ones that refer to them."""
        return cls(program, alg, told_alone(program, alg), enter, hidden)

    def again(self, alg: Any, enter: Enter, hidden: Enter) -> "Entering":
        """The same program on its way into another algebra."""
        return Entering(self.program, alg, evolve(self.by_told, algebra=alg), enter, hidden)

    def enter(self, norm: Norm) -> None:
        """One norm more, when those it refers to are there."""
        found = norm_meaning(norm, self.algebra, self.program.schema)
        if self._is_guarded(norm):
            told = norm_meaning(norm, self.by_told, self.program.schema)
            self.hidden(told_name(norm.id), told)
            self.hidden(shown_name(norm.id), found)
            if norm.kind.is_held_against:
                requirement = (found.requirement[0], told.requirement[1])
                found = evolve(found, requirement=requirement)
        self.entered(norm.id, found)

    def _is_guarded(self, norm: Norm) -> bool:
        if norm.id in self.program.by_id:
            return norm.id in self.by_told.norms
        return _rests_on(norm, self.by_told.paths, self.by_told.norms)


def told_alone(program: Program, alg: Any) -> "_ByTold":
    """The algebra where the facts and the norms are as what is told alone has them."""
    return _ByTold(alg, presumable(program), guarded(program))


def with_told(view: Any, paths: Collection[Asked]) -> Any:
    """The view where each fact that may be taken as given stands as told, too."""
    if not paths:
        return view
    records: dict[str, dict[str, Any]] = {}
    for key, name in paths:
        record = view.get(key)
        if record is not None:
            given = record.get(GIVEN) or ()
            seen = None if name in given else record.get(name)
            records.setdefault(key, dict(record))[told_name(name)] = seen
    made = type(view) if isinstance(view, dict) else dict
    return made({**view, **records})


def as_given(view: Any, paths: Iterable[tuple[Any, ...]]) -> Any:
    """The view where it is noted which facts are taken as given."""
    names: dict[str, set[str]] = {}
    for key, name in paths:
        names.setdefault(key, set()).add(name)
    made = type(view) if isinstance(view, dict) else dict
    noted: Mapping[str, Any] = {
        key: record if record is None else {**_plain(record), GIVEN: frozenset(names.get(key, ()))}
        for key, record in view.items()
        if key in names or (record is not None and GIVEN in record)
    }
    return made({**view, **noted})


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != GIVEN}


def _asked(norm: Norm) -> frozenset[Asked]:
    nodes = (each for clause in (*norm.days, *norm.clauses) for each in nodes_of(clause))
    return frozenset((each.subject, each.name) for each in nodes if isinstance(each, Fact))


@frozen
class _ByTold:
    """An algebra where the facts and the norms are as what is told alone has them."""

    algebra: Any
    paths: Collection[Asked]
    norms: Collection[str]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.algebra, name)

    def truth_of(self, fact: Fact, scope: Any) -> Any:
        """A yes/no fact."""
        return self.algebra.truth_of(self._told(fact, scope), scope)

    def ends_of(self, fact: Fact, scope: Any) -> Any:
        """A fact with an order."""
        return self.algebra.ends_of(self._told(fact, scope), scope)

    def symbol_of(self, fact: Fact, scope: Any) -> Any:
        """A fact without an order."""
        return self.algebra.symbol_of(self._told(fact, scope), scope)

    def norm_of(self, norm_id: str, scope: Any) -> Any:
        """A norm that asks for nothing that may be taken as given, is the same."""
        return self.algebra.norm_of(told_name(norm_id) if norm_id in self.norms else norm_id, scope)

    def keep(self, _node: Node, _scope: Any, meaning: Any) -> Any:
        """Nobody asks what a node means here, so it is noted nowhere."""
        return self.algebra.unnoted(meaning)

    def _told(self, fact: Fact, scope: Any) -> Fact:
        is_given = fact.subject not in scope and (fact.subject, fact.name) in self.paths
        return evolve(fact, name=told_name(fact.name)) if is_given else fact
