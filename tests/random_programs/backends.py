"""The backends that must agree, each behind the same door."""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from attrs import frozen

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.case.observation import View
from hjemmel.core import outcome
from hjemmel.core.outcome import NormMeaning, Outcome
from hjemmel.core.program import Program

Meanings = Mapping[str, NormMeaning]


@frozen
class Answers:
    """What a backend that has read a rulebook gives: the outcome of each norm; and the truths
    that it follows from, if the backend tells of them."""

    outcomes: Callable[[View], Mapping[str, Outcome]]
    meanings: Callable[[View], Meanings] | None = None


Backend = Callable[[Program], Answers]


def staged(program: Program) -> Answers:
    """The evaluator of commands and façade."""
    ready = stage(program)

    def outcomes(view: View) -> dict[str, Outcome]:
        found = ready.valuation(view).norms
        return {norm: outcome.outcome(found[norm])[0] for norm in found}

    return Answers(outcomes, lambda view: ready.valuation(view).norms)


def compiled(program: Program) -> Answers:
    """The function that gives outcomes; what it leaves to another is left to the evaluator."""
    names = [norm.id for norm in program.norms]
    return Answers(compile_outcomes(program, names, staged(program).outcomes))


def compiled_alone(program: Program) -> Answers:
    """A function for each norm: what is known in part leaves to another only who asks for it."""
    otherwise = staged(program).outcomes
    alone = {each.id: compile_outcomes(program, [each.id], otherwise) for each in program.norms}

    def outcomes(view: View) -> dict[str, Outcome]:
        return {norm: decide(view)[norm] for norm, decide in alone.items()}

    return Answers(outcomes)


def columnar(program: Program) -> Answers:
    """Bitmaps for very many cases, here a batch of one."""
    ready = columns(program, [norm.id for norm in program.norms])
    truths = [truth for each in ready.norms for truth in _truths(ready.folding.norms[each])]
    where = ready.where([bit for truth in truths for bit in truth])

    def outcomes(view: View) -> dict[str, Outcome]:
        found = ready.standings(ready.batch([view]))[:, 0]
        return {norm: STANDINGS[at][0] for norm, at in zip(ready.norms, found, strict=True)}

    def meanings(view: View) -> Meanings:
        bits = iter(where.rows(ready.batch([view]))[:, 0].tolist())
        pairs = zip(bits, bits, strict=True)
        return {norm: NormMeaning(*islice(pairs, 5)) for norm in ready.norms}

    return Answers(outcomes, meanings)


def _truths(of: NormMeaning) -> tuple[Any, ...]:
    return of.subject, of.in_force, of.applies, of.requirement, of.somewhere


def present() -> dict[str, Backend]:
    """The backends by name."""
    return {
        "trinnvis": staged,
        "kompilert": compiled,
        "kompilert hver for seg": compiled_alone,
        "kolonner": columnar,
    }
