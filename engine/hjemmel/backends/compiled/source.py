"""From a program to the source of its functions."""

from attrs import frozen

from hjemmel.backends.compiled.blocks import Blocks
from hjemmel.backends.compiled.emitter import Emitter, Generally, Plainly
from hjemmel.backends.compiled.forms import FORMS, Form, Norms, roots
from hjemmel.backends.compiled.uses import Uses, uses_of
from hjemmel.backends.compiled.writing import Writing
from hjemmel.core.program import Program
from hjemmel.core.semantics import norm_meaning

GENERAL = "_general"


@frozen
class _Folded:
    """A program's meaning as terms."""

    norms: Norms
    emitter: Emitter
    uses: Uses


def sources(program: Program) -> dict[str, str]:
    """The source of each function by its name: every form, plainly and in general."""
    plain, general = _folded(program, Emitter(Plainly())), _folded(program, Emitter(Generally()))
    found = {}
    for form in FORMS:
        found[form.name] = _function(form, form.name, plain, form.name + GENERAL)
        found[form.name + GENERAL] = _function(form, form.name + GENERAL, general, None)
    return found


def _folded(program: Program, emitter: Emitter) -> _Folded:
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
