"""From a program to one function of a case that gives outcomes."""

from collections.abc import Callable, Iterable

from hjemmel.backends.compiled.blocks import OTHERWISE, Blocks, TooDeepError
from hjemmel.backends.compiled.emitter import Emitter
from hjemmel.backends.compiled.results import returned, roots
from hjemmel.backends.compiled.runtime import namespace
from hjemmel.backends.compiled.uses import uses_of
from hjemmel.backends.compiled.writing import Writing
from hjemmel.case.observation import View
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.core.told import enter_norms, presumable, with_told

Decide = Callable[[View], dict[str, Outcome]]
"""The outcome of norms in a case, by their ids."""
NAME = "outcomes"


def compile_outcomes(program: Program, norms: Iterable[str], otherwise: Decide) -> Decide:
    """The outcomes of the norms of these ids, in that order.

    `otherwise` decides the cases in which a fact is known as an interval, a name as one of several
    or a list in part, and
    all cases where the program is too deep for Python's compiler.
    """
    try:
        source = source_of(program, norms)
    except TooDeepError:
        return otherwise
    world = namespace(program.schema.calendar) | {OTHERWISE: otherwise}
    exec(compile(source, f"<{NAME}>", "exec", dont_inherit=True), world)  # noqa: S102 - our own text, see `constants`
    decide: Decide = world[NAME]
    paths = presumable(program)
    return (lambda view: decide(with_told(view, paths))) if paths else decide


def source_of(program: Program, norms: Iterable[str]) -> str:
    """The function as Python text; TooDeepError where Python could not compile it."""
    emitter = Emitter()
    enter_norms(program, emitter, emitter.norms.__setitem__, emitter.norms.__setitem__)
    wanted = {norm_id: emitter.norms[norm_id] for norm_id in norms}
    blocks = Blocks(uses_of(roots(wanted)), emitter.rivals)
    constants = blocks.constants()
    body = [*blocks.body(), *returned(wanted, Writing(blocks.names))]
    contested = ["if isinstance(view, ContestedView):", f"    return {OTHERWISE}(view)"]
    lines = [*constants, f"def {NAME}(view):", *("    " + each for each in (*contested, *body))]
    return "\n".join(lines) + "\n"
