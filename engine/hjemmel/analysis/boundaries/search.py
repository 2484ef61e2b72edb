"""Going through the cases of a domain.

A case starts with nothing known. More becomes known one fact at a time, and each fact
may also stay unknown. What is settled in a case stays settled in every case that knows more, so
where the question is settled too, the cases that know more need not be looked at. Nor need those
that tell more of what makes no difference, nor more than one of those that go on alike.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from enum import Enum
from typing import Any, assert_never

from attrs import define, evolve, field, frozen

from hjemmel.analysis.boundaries.domain import NOT_DONE, Asked
from hjemmel.analysis.boundaries.following import Key
from hjemmel.analysis.boundaries.remaining import Rest
from hjemmel.case.observation import PartialList
from hjemmel.core.calendar import EARLIEST
from hjemmel.core.schema import CASE, PRESENCE

View = Mapping[str, Mapping[str, Any] | None]
_MOST, _LEAST = 24_000, 500


def patience(norms: int) -> int:
    """How many cases to look at before giving up, where each is judged by so many norms."""
    return max(_MOST // max(norms, 1), _LEAST)


class Answer(Enum):
    """What a case says of the question, and of all cases that know more."""

    FOUND = "funnet"
    SETTLED = "avgjort"
    OPEN = "åpent"


@frozen
class Witness:
    """A case that answers the question."""

    view: View


@frozen
class Exhausted:
    """No case does."""


class Limit(Enum):
    """Why not all cases were looked at."""

    CASES = "for mange saker"
    LISTS = "lengre lister enn tre"


@frozen
class Unsearched:
    """None was found, and there are more cases than were looked at."""

    limit: Limit


Result = Witness | Exhausted | Unsearched
Question = Callable[[View, int], Answer]
"""Asked of a case, and of how many facts of the domain nothing more is going to be said in it."""
Known = Mapping[Key, Any]
Left = Callable[[View, Known, frozenset[Key]], Rest]
"""What is left open in a case in which so much is known, and so much is not yet said."""


@frozen(eq=False)
class Search:
    """A domain to go through, and what it takes to do so.

    `records` are there in every case. `loose` are facts that may have to stay unknown, even where
    only what is settled is asked for. `left` says what is left open, where that is worth asking.
    """

    domain: tuple[Asked, ...]
    records: tuple[str, ...]
    most: int
    loose: frozenset[Key] = frozenset()
    left: Left | None = None

    def first(self, question: Question) -> Result:
        """The first case that answers the question, of at most so many looked at."""
        certain = frozenset((each.record, each.key) for each in self.domain if each.certain)
        return _Looking(self, question, certain).result()

    def first_settled(self, question: Question) -> Result:
        """The same for a question that only what is settled can answer.

        If a case answers it, so does any that knows more: so no fact need stay unknown, but for
        those of which more told could say that another is otherwise.
        """
        everything = frozenset((each.record, each.key) for each in self.domain) - self.loose
        known = tuple(
            evolve(each, values=tuple(filter(_is_known, each.values)))
            if (each.record, each.key) in everything else each
            for each in self.domain
        )  # fmt: skip
        return _Looking(evolve(self, domain=known), question, everything).result()


def _is_known(value: Any) -> bool:
    """Whether a value leaves nothing open; there is no telling how a list known in part goes on."""
    match value:
        case PartialList() | None:
            return False
        case list():
            return all(map(_is_known, value))
        case dict():
            return all(map(_is_known, value.values()))
        case _:
            return True


class _TooManyCasesError(Exception):
    """The end of patience."""


@define
class _Looking:
    through: Search
    question: Question
    known_in_all: frozenset[Key]
    looked: int = 0
    is_cut_short: bool = False
    gone_through: set[Hashable] = field(factory=set)

    @property
    def domain(self) -> tuple[Asked, ...]:
        """The facts, in the order in which they become known."""
        return self.through.domain

    def result(self) -> Result:
        """What came of looking."""
        try:
            found = self.further({}, 0, None)
            return found or (Unsearched(Limit.LISTS) if self.is_cut_short else Exhausted())
        except _TooManyCasesError:
            return Unsearched(Limit.CASES)

    def further(self, known: dict[Key, Any], at: int, left: Rest | None) -> Witness | None:
        """The cases that know what is known, and more of the facts from `at` on."""
        while at < len(self.domain) and not self._matters(self.domain[at], left):
            at += 1
        if at == len(self.domain) or self._is_gone_through(at, left):
            return None
        asked = self.domain[at]
        self.is_cut_short |= asked.too_few
        key = (asked.record, asked.key)
        for value in asked.values:
            found = self._look({**known, key: value}, at + 1)
            if found is not None:
                return found
        return None if key in self.known_in_all else self.further(known, at + 1, left)

    def _look(self, known: dict[Key, Any], at: int) -> Witness | None:
        self.looked += 1
        if self.looked > self.through.most:
            raise _TooManyCasesError
        seen = view(known, self.through.records)
        match self.question(seen, at):
            case Answer.FOUND if self._is_case(at):
                return Witness(seen)
            case Answer.SETTLED:
                return None
            case Answer.FOUND | Answer.OPEN:
                return self.further(known, at, self._left(seen, known, at))
            case odd:
                assert_never(odd)

    def _left(self, seen: View, known: dict[Key, Any], at: int) -> Rest | None:
        if self.through.left is None:
            return None
        unsaid = frozenset((each.record, each.key) for each in self.domain[at:])
        return self.through.left(seen, known, unsaid)

    def _matters(self, asked: Asked, left: Rest | None) -> bool:
        """Whether it is worth telling; what every case tells, is."""
        return left is None or asked.certain or (asked.record, asked.key) in left.open

    def _is_gone_through(self, at: int, left: Rest | None) -> bool:
        if left is None:
            return False
        mark = (at, left.mark)
        before = mark in self.gone_through
        self.gone_through.add(mark)
        return before

    def _is_case(self, at: int) -> bool:
        """Whether all that a case always says has been said."""
        return not any(each.certain for each in self.domain[at:])


def view(known: Known, records: tuple[str, ...]) -> View:
    """What is known, as a backend sees it."""
    found: dict[str, dict[str, Any] | None] = {each: {} for each in records}
    found.setdefault(CASE, {})
    day = known.get((CASE, "vurderingsdato"))
    for (record, key), value in known.items():
        if key != PRESENCE:
            place = found.setdefault(record, {})
            assert place is not None
            place[key] = _not_done(day) if value is NOT_DONE else value
    absent = [rec for (rec, key), value in known.items() if key == PRESENCE and not value]
    return {**found, **dict.fromkeys(absent)}


def day_of(view: View) -> date:
    """The day of evaluation, or, as long as it is not known, the first of all."""
    found = (view[CASE] or {}).get("vurderingsdato")
    return found if isinstance(found, date) else EARLIEST


def _not_done(day: Any) -> Any:
    """Some day after the day of evaluation; unknown as long as that is."""
    return None if day is None else (day, None)
