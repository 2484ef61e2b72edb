"""Each fault planted in what prints SQL, or in the table that it reads, is found."""

import pytest

from hjemmel.case.observation import View
from hjemmel.core.program import Program
from planted.fault import Fault
from planted.in_sql import FAULTS
from support.several_names import about_names, cases, plain_cases
from support.sql_and_columns import both, random_cases

RULEBOOKS, CASES = 120, 30


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_planted_fault_is_caught(fault: Fault) -> None:
    """Some rulebook comes out otherwise in a query than in columns."""
    names = (caught(fault, about_names(), views) for views in (cases(), plain_cases()))
    assert any(names) or any(
        caught(fault, *random_cases(f"feil {number}", CASES)) for number in range(RULEBOOKS)
    )


def caught(fault: Fault, rulebook: Program, views: list[View]) -> bool:
    """By what it answers: a query that cannot be run would be an exception here."""
    with fault.plant():
        return both(rulebook).differences(views) != []
