"""What the function gives back."""

from collections.abc import Iterable, Mapping

from hjemmel.backends.compiled.terms import Term
from hjemmel.backends.compiled.writing import Writing
from hjemmel.core.outcome import FAILED, NormMeaning, Outcome, Stage

Norms = Mapping[str, NormMeaning]


def returned(norms: Norms, writing: Writing) -> list[str]:
    """The outcome of each norm by its id."""
    lines = (f"    {norm_id!r}: {outcome_text(norm, writing)}," for norm_id, norm in norms.items())
    return ["return {", *lines, "}"]


def roots(norms: Norms) -> Iterable[Term]:
    """All bits that a result is made of.

    With one wording, whether the norm applies at all is what it asks anyway.
    """
    bits = [bit for norm in norms.values() for _, truth in norm.stages for bit in truth]
    several = (norm for norm in norms.values() if norm.somewhere is not norm.applies)
    return [*bits, *(norm.somewhere[1] for norm in several)]


def outcome_text(norm: NormMeaning, writing: Writing) -> str:
    """The stages of `core.outcome.outcome` as one expression.

    A truth never both holds and fails, so it is asked first whether it holds:
    that mostly settles it.
    """
    text, undecided = Outcome.MET.name, Outcome.UNDECIDED.name
    for stage, (holds, fails) in reversed(norm.stages):
        if holds.value is True:
            continue
        failed = FAILED[stage].name
        if fails.value is True or _is_opposite(holds, fails):
            otherwise = failed
        else:
            otherwise = f"{failed} if {writing.bit(fails)} else {undecided}"
        if stage is Stage.IN_FORCE:
            otherwise = _unless(norm.somewhere[1], otherwise, writing)
        text = otherwise if fails.value is True else (
            f"({text} if {writing.bit(holds)} else {otherwise})")  # fmt: skip
    return text


def _unless(nowhere: Term, otherwise: str, writing: Writing) -> str:
    """What it is where no wording is in force, unless the norm applies under none of them."""
    if nowhere.value is False:
        return otherwise
    not_applicable = Outcome.NOT_APPLICABLE.name
    if nowhere.value is True:
        return not_applicable
    return f"{not_applicable} if {writing.bit(nowhere)} else {otherwise}"


def _is_opposite(holds: Term, fails: Term) -> bool:
    """One of the two always holds, as with the presence of a record."""
    absent = holds.text.replace(" is not None", " is None")
    return fails.text == absent != holds.text and holds.parts == fails.parts
