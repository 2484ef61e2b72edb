"""The agreement run finds every fault planted, in what backends share and in each of them."""

import pytest

from faults import FAULTS, Fault, by_answer, caught


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_planted_fault_is_caught(fault: Fault) -> None:
    """A backend with the fault gives some norm another answer than the oracle does."""
    failure = caught(fault).failure
    assert failure is not None
    assert by_answer(failure.found)


def test_there_are_enough_faults() -> None:
    """Twenty at least, and no two the same."""
    assert len({str(each) for each in FAULTS}) == len(FAULTS) >= 20
