"""Mutants held against what is expected: who, if anybody, notices that the rule is another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.analysis.expectations import unmet
from hjemmel.analysis.mutation.holders import with_role
from hjemmel.analysis.mutation.mutant import Mutant, NormMutant, RoleMutant
from hjemmel.analysis.norm_list import unlisted
from hjemmel.analysis.trials import Tried
from hjemmel.case.observation import Observation
from hjemmel.core.outcome import outcome
from hjemmel.core.part import Needs, depending, exchanged, needs_of, part
from hjemmel.core.program import Program
from hjemmel.expectations.page import Expected, Listed
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import verdict


@frozen(eq=False)
class _Asked:
    """One expectation of a case, as it stands and holds before anything is changed."""

    where: str
    tried: Tried
    expected: Expected


@frozen(eq=False)
class Bench:
    """A program and all that is expected of it, by norm."""

    program: Program
    needs: Needs
    expected: dict[str, list[_Asked]] = field(repr=False)
    listed: tuple[Listed, ...] = field(repr=False)


def bench(
    program: Program, cases: Iterable[tuple[str, Tried]], listed: tuple[Listed, ...]
) -> Bench:
    """The bench for cases, each with the name of its page, that all hold."""
    expected: dict[str, list[_Asked]] = defaultdict(list)
    for page, tried in cases:
        for each in tried.trial.expected:
            expected[each.norm].append(_Asked(f"{page}:{each.line}", tried, each))
    return Bench(program, needs_of(program), expected, listed)


def killer(at: Bench, mutant: Mutant) -> str | None:
    """Where the expectation stands that a mutant does not meet; None where there is none."""
    match mutant:
        case NormMutant():
            return _killer_of_norm(at, mutant)
        case RoleMutant():
            return _killer_of_role(at, mutant)
        case _:
            assert_never(mutant)


def _killer_of_norm(at: Bench, mutant: NormMutant) -> str | None:
    if at.listed and mutant.norm.wordings != at.program.by_id[mutant.norm.id].wordings:
        line = next(unlisted((mutant.norm,), at.listed), None)
        if line is not None:
            return f"{line.page}:{line.line}"
    near = Judge.of(exchanged(part(at.program, [mutant.norm.id], at.needs), mutant.norm))
    found = _outcome_told(at, near, (mutant.norm.id,)) or _told(at, near, (mutant.norm.id,))
    others = depending(at.needs, mutant.norm.id)
    if found or not others:
        return found
    far = Judge.of(exchanged(part(at.program, others, at.needs), mutant.norm))
    return _outcome_told(at, far, others) or _told(at, far, others)


def _killer_of_role(at: Bench, mutant: RoleMutant) -> str | None:
    """Who holds a role decides what is observed, so every case is looked at anew."""
    schema = with_role(at.program.schema, mutant.role)
    for norm in mutant.norms:
        judge = Judge.of(evolve(part(at.program, [norm], at.needs), schema=schema))
        for each in at.expected.get(norm, ()):
            seen = judge.presuming.observe(each.tried.case, _day(each))
            if _is_unmet(judge, each, seen):
                return each.where
    return None


def _outcome_told(at: Bench, judge: Judge, norms: Sequence[str]) -> str | None:
    """The first expectation of another outcome: a word of its own, whatever else is said."""
    for each in _expected(at, norms):
        found = judge.staged.valuation(_seen(each).view).norms[each.expected.norm]
        if outcome(found)[0] is not each.tried.verdicts[each.expected.norm].outcome:
            return each.where
    return None


def _told(at: Bench, judge: Judge, norms: Sequence[str]) -> str | None:
    """The first expectation of which anything at all is not as it was."""
    for each in _expected(at, norms):
        if _is_unmet(judge, each, _seen(each)):
            return each.where
    return None


def _is_unmet(judge: Judge, asked: _Asked, seen: Observation) -> bool:
    norm = judge.book.norms[asked.expected.norm]
    return bool(unmet(asked.expected, verdict(judge.seeing(seen, _day(asked)), norm)))


def _expected(at: Bench, norms: Sequence[str]) -> Iterator[_Asked]:
    for norm in norms:
        yield from at.expected.get(norm, ())


def _seen(asked: _Asked) -> Observation:
    return asked.tried.verdicts[asked.expected.norm].case.observation


def _day(asked: _Asked) -> date:
    return asked.tried.verdicts[asked.expected.norm].case.day
