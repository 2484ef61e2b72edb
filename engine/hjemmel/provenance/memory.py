"""What was told of a norm, for the next case that shows it the same facts.

Note: why this is sound. What is told of a norm rests on the program, the day, and what was
seen of the facts that the norm, and those it refers to, can ask for: values, doubts, notes and
sources. Two cases that agree on all of these get the same reason, word for word. Most services
differ in few facts, and most norms ask for few.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from hjemmel.case.observation import Doubt, Observation, PartialList, Path, Unknown
from hjemmel.case.registered import institutions
from hjemmel.core.nodes import Fact, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import PRESENCE
from hjemmel.core.walk import nodes_of

Told = dict[Hashable, Any]
"""What was told of a norm, by what kind of telling it is."""
Asked = tuple[str, str]
"""A fact of the case: its record and its field."""

MOST_TOLD = 10_000
"""For so many different sights it is kept what was told; then all is forgotten."""
MOST_ASKED = 16
"""Of a norm that asks for more facts than this, directly or through others, nothing is kept: hardly
any two cases show it the same."""
_UNTOLD = (Unknown.MISSING, Unknown.DISCRETION)


@frozen(eq=False)
class Memory:
    """The facts that each norm of a program can ask for, and what was told before."""

    program: Program
    asked: dict[str, tuple[Asked, ...] | None] = field(factory=dict)
    told: dict[Hashable, Told] = field(factory=dict)
    most: int = MOST_TOLD

    def told_under(self, key: Hashable) -> Told:
        """What was told before where a norm saw this; nothing yet where none has."""
        if len(self.told) >= self.most and key not in self.told:
            self.told.clear()
        return self.told.setdefault(key, {})

    def facts_of(self, norm_id: str) -> tuple[Asked, ...] | None:
        """The facts of the case that the norm can ask for; None where they are too many."""
        if not self.asked:
            self._look()
        return self.asked[norm_id]

    def _look(self) -> None:
        """Each norm after those it refers to; all at once, for there may be others looking."""
        records = {each.key for each in self.program.schema.records if not each.entry}
        given = _Given.of(self.program, records)
        asked: dict[str, tuple[Asked, ...] | None] = {}
        for norm_id in self.program.order:
            norm = self.program.norm(norm_id)
            found = dict.fromkeys(given.all_of(_own(norm, records)))
            for other in _referred(norm):
                theirs = asked[other]
                found.update(dict.fromkeys(theirs or ()))
                if theirs is None or len(found) > MOST_ASKED:
                    found = {}
                    asked[norm_id] = None
                    break
            asked.setdefault(norm_id, tuple(found))
        self.asked.update(asked)


@frozen(eq=False)
class _Given:
    """What says whether something follows, or is taken as given, of each fact; looked up once."""

    follows: Mapping[Asked, tuple[Asked, ...]]
    presumed: Mapping[Asked, tuple[Asked, ...]]
    there: Mapping[str, tuple[Asked, ...]]

    @classmethod
    def of(cls, program: Program, records: set[str]) -> "_Given":
        """By the facts that it is said of."""
        follows: dict[Asked, tuple[Asked, ...]] = {}
        for each in program.conclusions:
            own = tuple(_own(each.norm, records))
            follows[each.path] = (*follows.get(each.path, ()), *own)
        presumed: dict[Asked, tuple[Asked, ...]] = {}
        for one in program.presumptions:
            own = tuple(_followed(_own(one.norm, records), follows))
            presumed[one.path] = (*presumed.get(one.path, ()), *own)
        there = {
            each.key: tuple((each.key, key) for key, _ in institutions(each))
            for each in program.schema.records
        }
        return cls(follows, presumed, there)

    def all_of(self, asked: Iterable[Asked]) -> Iterator[Asked]:
        """The facts, and those that say whether something follows, or is taken as given, of one."""
        for each in dict.fromkeys(asked):
            yield each
            yield from self.presumed.get(each, ())
            yield from self.follows.get(each, ())
            yield from self.there.get(each[0], ())


def _followed(
    asked: Iterable[Asked], follows: Mapping[Asked, tuple[Asked, ...]]
) -> Iterator[Asked]:
    for each in asked:
        yield each
        yield from follows.get(each, ())


def _own(norm: Norm, records: set[str]) -> Iterable[Asked]:
    yield norm.subject, PRESENCE
    if norm.asked_with:
        yield norm.asked_with, PRESENCE
    for clause in (*norm.days, *norm.clauses):
        for node in nodes_of(clause):
            if isinstance(node, Fact) and node.subject in records:
                yield node.subject, PRESENCE
                yield node.subject, node.name


def _referred(norm: Norm) -> Iterable[str]:
    for clause in (*norm.days, *norm.clauses):
        yield from (node.norm for node in nodes_of(clause) if isinstance(node, Ref))


# --- what is seen of a case ------------------------------------------------------------------


def seen_facts(of: Observation) -> Mapping[Asked, Hashable]:
    """What is seen of each record and fact that anything is told of; nobody told of the others."""
    seen: dict[Asked, Hashable] = {}
    for record, fields in of.view.items():
        if fields is not None:
            seen[record, PRESENCE] = True
            for name, value in fields.items():
                if value is not None:
                    seen[record, name] = _plain(value)
    return seen | {asked: (seen.get(asked), *parts) for asked, parts in _noted(of).items()}


def _noted(of: Observation) -> Mapping[Asked, list[Hashable]]:
    """What is noted of facts besides: doubts, grounds, sources, numbers of entries."""
    found: dict[Asked, list[Hashable]] = {}
    for path, doubt in of.doubts.items():
        if doubt.words or doubt.kind not in _UNTOLD:
            _note(found, path, doubt)
    for path, presumption in of.presumed.items():
        _note(found, path, presumption.norm.id)
    for path, by in of.registered.items():
        _note(found, path, str(by))
    for path, several in of.concluded.items():
        for conclusion in several:
            _note(found, path, conclusion.norm.id)
    for notes in (of.notes, of.sources, of.numbers):
        for path, text in notes.items():
            _note(found, path, text)
    return found


def _note(
    found: dict[Asked, list[Hashable]], path: Path, what: Doubt | str | tuple[int, ...]
) -> None:
    found.setdefault((str(path[0]), str(path[1])), []).append((path[2:], what))


def _plain(value: Any) -> Hashable:
    """A value as it is told: 0,3 is not 0,30, and a list known in part is not the whole of it."""
    match value:
        case list():
            further = value.further if isinstance(value, PartialList) else None
            return further, tuple(map(_plain, value))
        case dict():
            return tuple(map(_plain, value.values()))
        case Decimal():
            return str(value)
        case _:
            return type(value), value
