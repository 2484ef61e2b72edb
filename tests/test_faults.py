"""The agreement run finds every fault planted, in what backends share and in each of them."""

import pytest

from faults import FAULTS, Fault, by_answer, caught
from planted.deciding import OVERSIGHTS, Oversight
from planted.deciding import caught as caught_by_replay

EVERY = 7
"""One in so many is tried each time; the rest take minutes."""
SOME = [pytest.param(each, marks=() if at % EVERY == 0 else pytest.mark.grundig)
        for at, each in enumerate(FAULTS)]  # fmt: skip


@pytest.mark.parametrize("fault", SOME, ids=str)
def test_a_planted_fault_is_caught(fault: Fault) -> None:
    """A backend with the fault gives some norm another answer than the oracle does."""
    failure = caught(fault).failure
    assert failure is not None
    assert by_answer(failure.found)


@pytest.mark.parametrize("fault", OVERSIGHTS, ids=str)
def test_an_oversight_in_what_decides_is_caught(fault: Oversight) -> None:
    """A replay of some random case comes out otherwise."""
    assert caught_by_replay(fault) is not None


def test_there_are_enough_faults() -> None:
    """Twenty at least, and no two the same."""
    assert len({str(each) for each in FAULTS}) == len(FAULTS) >= 20
