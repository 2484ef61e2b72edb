"""The same functions by way of the evaluator, for a program too deep for Python's compiler."""

from collections.abc import Callable
from typing import Any

from hjemmel.backends.compiled.functions import CODES
from hjemmel.backends.staged.valuation import stage
from hjemmel.case.observation import View
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program


def interpreted(program: Program, form: str) -> Callable[[View], Any]:
    """The function that gives results in this form."""

    staged = stage(program)

    def meanings(view: View) -> dict[str, Any]:
        found = staged.valuation(view).norms
        return {norm.id: found[norm.id] for norm in program.norms}

    def outcomes(view: View) -> dict[str, Any]:
        return {norm_id: outcome(norm)[0] for norm_id, norm in meanings(view).items()}

    def codes(view: View) -> tuple[int, ...]:
        return tuple(CODES.index(each) for each in outcomes(view).values())

    return {"codes": codes, "outcomes": outcomes, "meanings": meanings}[form]
