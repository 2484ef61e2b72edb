"""A program as Python functions."""

from collections.abc import Callable
from types import CodeType
from typing import Any

from attrs import field, frozen

from hjemmel.backends.compiled.runtime import namespace
from hjemmel.backends.compiled.source import GENERAL, NAMES, Sources
from hjemmel.core.observation import View
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.core.semantics import NormMeaning

Function = Callable[[View], Any]


@frozen(eq=False)
class Compiled:
    """The functions of one program. Each is written and compiled when it is first called.

    `norms` is the order of the codes, and `CODES` what they stand for.
    """

    fingerprint: str
    norms: tuple[str, ...]
    write: Callable[[str], str] = field(repr=False)
    code: dict[str, CodeType] = field(factory=dict, repr=False)
    functions: dict[str, Function] = field(factory=dict, repr=False)

    @property
    def source(self) -> str:
        """The source of all functions, to be read."""
        return "\n\n".join(self.write(name) for name in NAMES)

    def codes(self, view: View) -> tuple[int, ...]:
        """The outcome of each norm as its place in `CODES`: the fastest form."""
        return self.function("codes")(view)  # type: ignore[no-any-return]

    def decide(self, view: View) -> dict[str, Outcome]:
        """The outcome of each norm."""
        return self.function("outcomes")(view)  # type: ignore[no-any-return]

    def meanings(self, view: View) -> dict[str, NormMeaning]:
        """The truths of each norm."""
        return self.function("meanings")(view)  # type: ignore[no-any-return]

    def function(self, name: str) -> Function:
        """The function of this name, to be called many times."""
        if name not in self.functions:
            self.functions[name] = self._made(name)
        return self.functions[name]

    def compiled(self, name: str) -> CodeType:
        """The code that makes the function of this name."""
        if name not in self.code:
            self.code[name] = compile(self.write(name), f"<{name}>", "exec", dont_inherit=True)
        return self.code[name]

    def _made(self, name: str) -> Function:
        def in_general(view: View) -> Any:
            """Few cases need it, so it is not compiled before one does."""
            return self.function(name + GENERAL)(view)

        world = namespace() | {name + GENERAL: in_general}
        exec(self.compiled(name), world)  # noqa: S102 - our own text, see `constants`
        return world[name]  # type: ignore[no-any-return]


def compile_program(program: Program) -> Compiled:
    """The program as functions."""
    norms = tuple(norm.id for norm in program.norms)
    return Compiled(program.fingerprint, norms, Sources(program).source)
