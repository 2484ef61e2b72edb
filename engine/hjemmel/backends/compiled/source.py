"""From a program to the source of its functions."""

from functools import partial

from attrs import field, frozen

from hjemmel.backends.compiled.blocks import Blocks
from hjemmel.backends.compiled.emitter import Emitter
from hjemmel.backends.compiled.forms import FORMS, Form, Norms, roots
from hjemmel.backends.compiled.functions import GENERAL, Compiled, Origin
from hjemmel.backends.compiled.interpreted import interpreted
from hjemmel.backends.compiled.reading import Generally, Plainly, Reading
from hjemmel.backends.compiled.uses import Uses, uses_of
from hjemmel.backends.compiled.writing import Writing
from hjemmel.core.program import Program
from hjemmel.core.semantics import norm_meaning


@frozen
class _Folded:
    """A program's meaning as terms, under one reading of facts."""

    norms: Norms
    emitter: Emitter
    uses: Uses


@frozen(eq=False)
class Sources:
    """Writes the functions of a program, folding it once for each reading that is asked for."""

    program: Program
    folded: dict[str, _Folded] = field(factory=dict)

    def source(self, name: str) -> str:
        """The source of one function."""
        form = next(each for each in FORMS if each.name == name.removesuffix(GENERAL))
        if name.endswith(GENERAL):
            return _function(form, name, self._folded(GENERAL, Generally()), None)
        return _function(form, name, self._folded("", Plainly()), name + GENERAL)

    def _folded(self, name: str, reading: Reading) -> _Folded:
        if name not in self.folded:
            self.folded[name] = _fold(self.program, Emitter(reading))
        return self.folded[name]


def _fold(program: Program, emitter: Emitter) -> _Folded:
    by_id = {norm.id: norm for norm in program.norms}
    for norm_id in program.order:
        emitter.norms[norm_id] = norm_meaning(by_id[norm_id], emitter, program.schema)
    norms = {norm.id: emitter.norms[norm.id] for norm in program.norms}
    return _Folded(norms, emitter, uses_of(roots(norms)))


def _function(form: Form, name: str, folded: _Folded, general: str | None) -> str:
    blocks = Blocks(folded.uses, folded.emitter.rivals, general)
    constants = blocks.constants()
    body = [*blocks.body(), *form.result(folded.norms, Writing(blocks.names))]
    lines = [*constants, f"def {name}(view):", *("    " + line for line in body)]
    return "\n".join(lines) + "\n"


def origin_of(program: Program) -> Origin:
    """Where the functions of a program come from."""
    return Origin(Sources(program).source, partial(interpreted, program))


def compile_program(program: Program) -> Compiled:
    """The program as functions."""
    origin = origin_of(program)
    return Compiled(program.fingerprint, tuple(norm.id for norm in program.norms), lambda: origin)
