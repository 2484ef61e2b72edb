"""Etterprøving: forget every fact that is not decisive, evaluate again, and compare.

What is compared is the outcome, the deciding stage, and the decisive facts that
have a value. It holds for every rulebook and case: forgetting never settles or
flips anything, each marked part keeps the meaning it had, so it is marked
again; and a fact that still has a value was marked before.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from attrs import evolve, frozen

from hjemmel.backends.concluding import working as following
from hjemmel.backends.presuming import without, working
from hjemmel.backends.staged.valuation import Valuation
from hjemmel.case.observation import PartialList, Path, View
from hjemmel.core.outcome import Outcome, Stage, outcome
from hjemmel.core.program import Conclusion, Norm, Presumption, Program
from hjemmel.core.schema import CASE, ELEMENT
from hjemmel.core.told import as_given
from hjemmel.provenance.decisive import Marking, marking
from hjemmel.provenance.situation import Situation, value_at

Evaluate = Callable[[Program, View], Valuation]


@frozen
class Stand:
    """How a norm stands, and on which known facts."""

    outcome: Outcome
    stage: Stage
    facts: tuple[Path, ...]


@frozen
class Replayed:
    """A norm as it stood, and as it stands when only the decisive facts are known."""

    before: Stand
    after: Stand

    @property
    def agrees(self) -> bool:
        """Whether the decisive facts did decide."""
        return self.before == self.after


def replay(case: Situation, norm: Norm, evaluate: Evaluate) -> Replayed:
    """Evaluate one norm again from its decisive facts alone."""
    before, marked = _stand(case, norm)
    view = masked(case.observation.view, marked.places)
    found = evaluate(case.book.program, view)
    concluded = _still_following(case, view, found)
    if case.observation.concluded:
        view = without(view, set(case.observation.concluded) - set(concluded))
        found = evaluate(case.book.program, view)
    given = _still_given(case, view, found, marked.places)
    if case.observation.presumed:
        view = as_given(without(view, set(case.observation.presumed) - set(given)), given)
        found = evaluate(case.book.program, view)
    seen = evolve(case.observation, view=view, presumed=given, concluded=concluded)
    again = Situation(case.book, found, seen, case.day)
    return Replayed(before, _stand(again, norm)[0])


def _still_given(
    case: Situation, view: View, found: Valuation, marked: Collection[Path]
) -> dict[Path, Presumption]:
    """What decides and is still taken as given where less is known.

    What is forgotten was told: nothing is taken as given in its place.
    """
    paths = [path for path in case.observation.presumed if path in marked]
    asked = [each for each in case.book.program.presumptions if each.path in paths]
    return working(asked, view, found.norms) if asked else {}


def _still_following(
    case: Situation, view: View, found: Valuation
) -> dict[Path, tuple[Conclusion, ...]]:
    """What still follows where less is known: all that said something of the fact must work."""
    return {
        path: several
        for path, several in case.observation.concluded.items()
        if following(several, view, found.norms) == several
    }


def masked(view: View, paths: Collection[Path]) -> View:
    """The view with every other fact unknown.

    A list whose extent is not among the paths is absent. Which records the case
    has stays known, and so does the day.
    """
    return {
        key: record if record is None or key == CASE else _record(record, (key,), paths)
        for key, record in view.items()
    }


def _record(record: Mapping[str, Any], at: Path, paths: Collection[Path]) -> dict[str, Any]:
    return {key: _fact(value, (*at, key), paths) for key, value in record.items()}


def _fact(value: Any, at: Path, paths: Collection[Path]) -> Any:
    if at not in paths:
        return None
    if not isinstance(value, list):
        return value
    kept = [
        _record(item, (*at, index), paths)
        if isinstance(item, Mapping)
        else _fact(item, (*at, index, ELEMENT), paths)
        for index, item in enumerate(value)
    ]
    return PartialList(kept, value.further) if isinstance(value, PartialList) else kept


def _stand(case: Situation, norm: Norm) -> tuple[Stand, Marking]:
    found, stage = outcome(case.valuation.norms[norm.id])
    marked = marking(case, norm, stage)
    view = case.observation.view
    known = (path for path in marked.facts if is_forgettable(path) and _is_known(view, path))
    return Stand(found, stage, tuple(known)), marked


def is_forgettable(path: Path) -> bool:
    """False for the day and for which records the case has: they are given, never forgotten."""
    return len(path) > 1 and path[0] != CASE


def _is_known(view: View, path: Path) -> bool:
    return value_at(view, path) is not None
