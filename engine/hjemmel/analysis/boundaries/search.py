"""Going through the cases of a domain.

A case starts with nothing known. More becomes known one fact at a time, and each fact
may also stay unknown. What is settled in a case stays settled in every case that knows more, so
where the question is settled too, the cases that know more need not be looked at.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, assert_never

from attrs import define, evolve, frozen

from hjemmel.analysis.boundaries.domain import NOT_DONE, Asked
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


def search(
    domain: tuple[Asked, ...], records: tuple[str, ...], question: Question, most: int
) -> Result:
    """The first case of the domain that answers the question, of at most so many looked at.

    `records` are there in every case.
    """
    return _Looking(domain, records, question, most, _always_known(domain)).result()


def search_settled(
    domain: tuple[Asked, ...], records: tuple[str, ...], question: Question, most: int
) -> Result:
    """The same for a question that only what is settled can answer.

    If a case answers it, so does any that knows more: so no fact need stay unknown.
    """
    everything = frozenset((each.record, each.key) for each in domain)
    known = tuple(evolve(e, values=tuple(filter(_is_known, e.values))) for e in domain)
    return _Looking(known, records, question, most, everything).result()


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


def _always_known(domain: tuple[Asked, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((each.record, each.key) for each in domain if each.certain)


class _TooManyCasesError(Exception):
    """The end of patience."""


@define
class _Looking:
    domain: tuple[Asked, ...]
    records: tuple[str, ...]
    question: Question
    most: int
    known_in_all: frozenset[tuple[str, str]]
    looked: int = 0
    is_cut_short: bool = False

    def result(self) -> Result:
        """What came of looking."""
        try:
            found = self.further({}, 0)
            return found or (Unsearched(Limit.LISTS) if self.is_cut_short else Exhausted())
        except _TooManyCasesError:
            return Unsearched(Limit.CASES)

    def further(self, known: dict[tuple[str, str], Any], at: int) -> Witness | None:
        """The cases that know what is known, and more of the facts from `at` on."""
        if at == len(self.domain):
            return None
        asked = self.domain[at]
        self.is_cut_short |= asked.too_few
        for value in asked.values:
            found = self._look({**known, (asked.record, asked.key): value}, at + 1)
            if found is not None:
                return found
        return (
            None if (asked.record, asked.key) in self.known_in_all else self.further(known, at + 1)
        )

    def _look(self, known: dict[tuple[str, str], Any], at: int) -> Witness | None:
        self.looked += 1
        if self.looked > self.most:
            raise _TooManyCasesError
        seen = view(known, self.records)
        match self.question(seen, at):
            case Answer.FOUND if self._is_case(at):
                return Witness(seen)
            case Answer.FOUND:
                return self.further(known, at)
            case Answer.SETTLED:
                return None
            case Answer.OPEN:
                return self.further(known, at)
            case odd:
                assert_never(odd)

    def _is_case(self, at: int) -> bool:
        """Whether all that a case always says has been said."""
        return not any(each.certain for each in self.domain[at:])


def view(known: Mapping[tuple[str, str], Any], records: tuple[str, ...]) -> View:
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
