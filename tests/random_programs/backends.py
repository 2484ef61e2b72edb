"""The backends that must agree, each behind the same door."""

from collections.abc import Callable, Mapping

from attrs import frozen

from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.backends.staged.valuation import stage
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


def present() -> dict[str, Backend]:
    """The backends by name."""
    return {"trinnvis": staged, "kompilert": compiled, "kompilert hver for seg": compiled_alone}
