"""The outcome of a norm, in the order of the stages."""

from itertools import product

import pytest

from hjemmel.core.outcome import NormMeaning, Outcome, Stage, outcome

VALUE = {"+": (True, False), "-": (False, True), "?": (False, False)}

# subject, in force, applies, requirement, applies under any wording (* is any): outcome, and the
# stage that decides it
ROWS = [
    ("- * * * *", Outcome.NOT_APPLICABLE, Stage.SUBJECT),
    ("+ - * * +", Outcome.NO_RULE, Stage.IN_FORCE),
    ("+ - * * ?", Outcome.NO_RULE, Stage.IN_FORCE),
    ("+ - * * -", Outcome.NOT_APPLICABLE, Stage.APPLIES),
    ("+ ? * * +", Outcome.UNDECIDED, Stage.IN_FORCE),
    ("+ ? * * ?", Outcome.UNDECIDED, Stage.IN_FORCE),
    ("+ ? * * -", Outcome.NOT_APPLICABLE, Stage.APPLIES),
    ("+ + - * *", Outcome.NOT_APPLICABLE, Stage.APPLIES),
    ("+ + ? * *", Outcome.UNDECIDED, Stage.APPLIES),
    ("+ + + + *", Outcome.MET, Stage.REQUIREMENT),
    ("+ + + - *", Outcome.BROKEN, Stage.REQUIREMENT),
    ("+ + + ? *", Outcome.UNDECIDED, Stage.REQUIREMENT),
]


@pytest.mark.parametrize(("truths", "expected", "stage"), ROWS)
def test_the_first_stage_that_does_not_hold_decides(
    truths: str, expected: Outcome, stage: Stage
) -> None:
    """Whatever the later stages say."""
    options = ["+-?" if each == "*" else each for each in truths.split()]
    for each in product(*options):
        assert outcome(NormMeaning(*(VALUE[one] for one in each))) == (expected, stage)


def test_the_rows_are_all_there_are() -> None:
    """Every combination falls under one row; a case always knows whether it has its subject."""
    covered = sum(3 ** row.count("*") for row, _, _ in ROWS)
    assert covered == 2 * 3**4


def test_with_one_wording_it_applies_under_any_if_it_applies() -> None:
    """So nothing more needs to be said of it."""
    meaning = NormMeaning(*(VALUE[each] for each in "+?-+"))
    assert meaning.somewhere == VALUE["-"]


def test_unknown_whether_it_applies_is_undecided_though_the_requirement_is_settled() -> None:
    """A norm that may not apply is neither met nor broken."""
    for requirement in "+-":
        meaning = NormMeaning(*(VALUE[each] for each in "++?" + requirement))
        assert outcome(meaning) == (Outcome.UNDECIDED, Stage.APPLIES)
