"""A program as Python functions: what is needed to run them, and nothing that emits them."""

from collections.abc import Callable
from types import CodeType
from typing import Any

from attrs import field, frozen

from hjemmel.backends.compiled.runtime import namespace
from hjemmel.case.observation import View
from hjemmel.core.outcome import NormMeaning, Outcome

Function = Callable[[View], Any]

CODES = tuple(Outcome)
"""What the numbers of `codes` stand for."""

CODES_FORM, OUTCOMES_FORM, MEANINGS_FORM = "codes", "outcomes", "meanings"
GENERAL = "_general"
"""What is added to a form's name for the function that takes whatever a view may hold."""

NAMES = tuple(
    form + ending for form in (CODES_FORM, OUTCOMES_FORM, MEANINGS_FORM) for ending in ("", GENERAL)
)
"""The functions that a program has."""


class TooDeepError(Exception):
    """More loops inside one another than Python takes."""


@frozen
class Origin:
    """Where functions come from when they are first wanted."""

    write: Callable[[str], str]
    """The source of the function of a name."""

    interpret: Callable[[str], Function]
    """The same function without source, for a program that Python cannot compile."""


@frozen(eq=False)
class Compiled:
    """The functions of one program. Each is written and compiled when it is first called.

    `norms` is the order of the codes, and `CODES` what they stand for.
    """

    fingerprint: str
    norms: tuple[str, ...]
    origin: Callable[[], Origin] = field(repr=False)
    code: dict[str, CodeType] = field(factory=dict, repr=False)
    functions: dict[str, Function] = field(factory=dict, repr=False)

    @property
    def source(self) -> str:
        """The source of all functions, to be read."""
        return "\n\n".join(map(self.origin().write, NAMES))

    def codes(self, view: View) -> tuple[int, ...]:
        """The outcome of each norm as its place in `CODES`: the fastest form."""
        return self.function(CODES_FORM)(view)  # type: ignore[no-any-return]

    def decide(self, view: View) -> dict[str, Outcome]:
        """The outcome of each norm."""
        return self.function(OUTCOMES_FORM)(view)  # type: ignore[no-any-return]

    def meanings(self, view: View) -> dict[str, NormMeaning]:
        """The truths of each norm."""
        return self.function(MEANINGS_FORM)(view)  # type: ignore[no-any-return]

    def function(self, name: str) -> Function:
        """The function of this name, to be called many times."""
        if name not in self.functions:
            try:
                self.functions[name] = self._made(name)
            except TooDeepError:
                self.functions[name] = self.origin().interpret(name.removesuffix(GENERAL))
        return self.functions[name]

    def compiled(self, name: str) -> CodeType:
        """The code that makes the function of this name."""
        if name not in self.code:
            source = self.origin().write(name)
            self.code[name] = compile(source, f"<{name}>", "exec", dont_inherit=True)
        return self.code[name]

    def _made(self, name: str) -> Function:
        def in_general(view: View) -> Any:
            """Few cases need it, so it is not compiled before one does."""
            return self.function(name + GENERAL)(view)

        world = namespace() | {name + GENERAL: in_general}
        exec(self.compiled(name), world)  # noqa: S102 - our own text, see `constants`
        return world[name]  # type: ignore[no-any-return]
