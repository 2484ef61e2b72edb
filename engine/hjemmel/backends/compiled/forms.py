"""The forms in which a function gives back what it found."""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from hjemmel.backends.compiled.functions import CODES, CODES_FORM, MEANINGS_FORM, OUTCOMES_FORM
from hjemmel.backends.compiled.terms import Term
from hjemmel.backends.compiled.writing import Writing
from hjemmel.core.outcome import NormMeaning, Outcome

Norms = Mapping[str, NormMeaning]


@frozen
class Form:
    """One shape of result: its name, what it needs of a norm, and how it is written."""

    name: str
    result: Callable[[Norms, Writing], list[str]]


def _codes(norms: Norms, writing: Writing) -> list[str]:
    words = {each: str(number) for number, each in enumerate(CODES)}
    lines = (f"    {_outcome(norm, words, writing)},  # {norm_id!r}"
             for norm_id, norm in norms.items())  # fmt: skip
    return ["return (", *lines, ")"]


def _outcomes(norms: Norms, writing: Writing) -> list[str]:
    words = {each: each.name for each in CODES}
    lines = (f"    {norm_id!r}: {_outcome(norm, words, writing)},"
             for norm_id, norm in norms.items())  # fmt: skip
    return ["return {", *lines, "}"]


def _meanings(norms: Norms, writing: Writing) -> list[str]:
    lines = (f"    {norm_id!r}: NormMeaning({', '.join(_truths(norm, writing))}),"
             for norm_id, norm in norms.items())  # fmt: skip
    return ["return {", *lines, "}"]


FORMS = tuple(
    Form(*row)
    for row in ((CODES_FORM, _codes), (OUTCOMES_FORM, _outcomes), (MEANINGS_FORM, _meanings))
)


def roots(norms: Norms) -> Iterable[Term]:
    """All bits that a result is made of."""
    return [bit for norm in norms.values() for truth in _stages(norm) for bit in truth]


def _stages(norm: NormMeaning) -> tuple[tuple[Term, Term], ...]:
    return norm.subject, norm.in_force, norm.applies, norm.requirement


def _truths(norm: NormMeaning, writing: Writing) -> Iterable[str]:
    return (f"({writing.bit(holds)}, {writing.bit(fails)})" for holds, fails in _stages(norm))


def _outcome(norm: NormMeaning, words: Mapping[Outcome, str], writing: Writing) -> str:
    """The stages of `core.outcome.outcome` as one expression.

    A truth never both holds and fails, so it is asked first whether it holds:
    that mostly settles it.
    """
    text, undecided = words[Outcome.MET], words[Outcome.UNDECIDED]
    for (holds, fails), failed in (
        (norm.requirement, words[Outcome.BROKEN]),
        (norm.applies, words[Outcome.NOT_APPLICABLE]),
        (norm.in_force, words[Outcome.NO_RULE]),
        (norm.subject, words[Outcome.NOT_APPLICABLE]),
    ):
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
