"""Wrong versions of which wording of a norm is in force, and of what several agree on."""

from typing import Any

from attrs import evolve

from hjemmel.core import kleene, outcome, semantics
from hjemmel.source.moment import Moment

SPAN, OUTCOME = semantics._span, outcome.outcome


def every_edition(alg: Any, _in_force: Any, _periods: Any, truths: Any) -> Any:
    """Does not look at which edition is in force."""
    return kleene.disjunction(alg, truths)


def the_only_edition(alg: Any, _: Any, periods: Any, truths: Any) -> Any:
    """Does not ask what the editions that may be in force agree on."""
    both = zip(periods, truths, strict=True)
    return kleene.disjunction(alg, [kleene.conjunction(alg, each) for each in both])


def no_later_one(_alg: Any, periods: Any, at: int) -> Any:
    """Takes each wording by its own day alone, though one that began later is in force too."""
    return periods[at]


def by_the_first_day(norm: Any, by_day: Any) -> Any:
    """Takes the day of the first wording for that of them all."""
    return [(by_day[0], *run) for run in semantics._runs(norm.wordings)]


def no_runs(wordings: Any) -> Any:
    """Takes each wording by itself, as if it might be that none is in force."""
    return [(each.start, each.end) for each in wordings]


def first_of_span(alg: Any, of: Any) -> Any:
    """Takes a boundary in a span for its first day."""
    return SPAN(alg, Moment(of.first, of.first))


def in_force_first(norm: Any) -> Any:
    """Does not see that it matters not whether a wording is in force, where none applies."""
    return OUTCOME(evolve(norm, somewhere=(True, False)))
