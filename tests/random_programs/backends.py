"""The backends that must agree, each behind the same door."""

from collections.abc import Callable, Mapping
from importlib import import_module

from attrs import field, frozen

from hjemmel.backends.staged.valuation import stage
from hjemmel.case.observation import View
from hjemmel.core.outcome import NormMeaning, Outcome
from hjemmel.core.program import Program

COMPILED = "hjemmel.backends.compiled"

Meanings = Mapping[str, NormMeaning]


@frozen
class Answers:
    """What a backend that has read a rulebook gives: four truths, and outcomes, if it has
    quicker ways to them, by the name of each way."""

    meanings: Callable[[View], Meanings]
    decisions: Mapping[str, Callable[[View], Mapping[str, Outcome]]] = field(factory=dict)


Backend = Callable[[Program], Answers]


def staged(program: Program) -> Answers:
    """The evaluator of commands and façade."""
    ready = stage(program)
    return Answers(lambda view: ready.valuation(view).norms)


def compiled(program: Program) -> Answers:
    """The compiled single-case evaluator, with all its forms of answer."""
    module = import_module(COMPILED)
    ready = module.compile_program(program)

    def by_codes(view: View) -> Mapping[str, Outcome]:
        numbers = zip(ready.norms, ready.codes(view), strict=True)
        return {norm: module.CODES[number] for norm, number in numbers}

    return Answers(ready.meanings, {"decide": ready.decide, "codes": by_codes})


def present() -> dict[str, Backend]:
    """The backends that there are, by name."""
    backends: dict[str, Backend] = {"trinnvis": staged}
    try:
        if hasattr(import_module(COMPILED), "compile_program"):
            backends["kompilert"] = compiled
    except ImportError:
        pass
    return backends
