"""What the function gives back."""

from collections.abc import Iterable, Mapping

from hjemmel.backends.compiled.terms import Term
from hjemmel.backends.compiled.writing import Writing
from hjemmel.core.outcome import FAILED, NormMeaning, Outcome

Norms = Mapping[str, NormMeaning]


def returned(norms: Norms, writing: Writing) -> list[str]:
    """The outcome of each norm by its id."""
    lines = (f"    {norm_id!r}: {outcome_text(norm, writing)}," for norm_id, norm in norms.items())
    return ["return {", *lines, "}"]


def roots(norms: Norms) -> Iterable[Term]:
    """All bits that a result is made of."""
    return [bit for norm in norms.values() for _, truth in norm.stages for bit in truth]


def outcome_text(norm: NormMeaning, writing: Writing) -> str:
    """The stages of `core.outcome.outcome` as one expression.

    A truth never both holds and fails, so it is asked first whether it holds:
    that mostly settles it.
    """
    text, undecided = Outcome.MET.name, Outcome.UNDECIDED.name
    for stage, (holds, fails) in reversed(norm.stages):
        failed = FAILED[stage].name
        if fails.value is True:
            text = failed
        elif holds.value is not True:
            otherwise = failed if _is_opposite(holds, fails) else (
                f"{failed} if {writing.bit(fails)} else {undecided}")  # fmt: skip
            text = f"({text} if {writing.bit(holds)} else {otherwise})"
    return text


def _is_opposite(holds: Term, fails: Term) -> bool:
    """One of the two always holds, as with the presence of a record."""
    absent = holds.text.replace(" is not None", " is None")
    return fails.text == absent != holds.text and holds.parts == fails.parts
