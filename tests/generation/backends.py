"""The backends that must agree, each behind the same door."""

from collections.abc import Callable, Mapping
from importlib import import_module

from attrs import frozen

from hjemmel.backends import interpreter
from hjemmel.core.observation import View
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.core.semantics import NormMeaning

COMPILED = "hjemmel.backends.compiled"

Meanings = Mapping[str, NormMeaning]


@frozen
class Answers:
    """What a backend that has read a rulebook gives: four truths, and outcomes if it has them."""

    meanings: Callable[[View], Meanings]
    decide: Callable[[View], Mapping[str, Outcome]] | None = None


Backend = Callable[[Program], Answers]


def interpreted(program: Program) -> Answers:
    """The explaining interpreter."""
    return Answers(lambda view: interpreter.evaluate(program, view).norms)


def compiled(program: Program) -> Answers:
    """The compiled single-case evaluator."""
    ready = import_module(COMPILED).compile_program(program)
    return Answers(ready.meanings, ready.decide)


def present() -> dict[str, Backend]:
    """The backends that there are, by name."""
    backends: dict[str, Backend] = {"tolk": interpreted}
    try:
        if hasattr(import_module(COMPILED), "compile_program"):
            backends["kompilert"] = compiled
    except ImportError:
        pass
    return backends
