"""Discretion that lies with another: by the day the assessment was made, else by today."""

from datetime import date

import pytest

from hjemmel.case.statements import Assessment, Case, Content, Statement
from hjemmel.compare.role_changes import handovers
from hjemmel.core.nodes import Fact
from hjemmel.core.schema import Role, Schema, Tenure
from hjemmel.core.types import Assessed

ROLE = Role("myndigheten", (
    Tenure(date(2011, 1, 1), date(2021, 12, 31), "departementet"),
    Tenure(date(2022, 1, 1), date(2023, 12, 31), "direktoratet", "dagen er antatt"),
    Tenure(date(2024, 1, 1), None, "departementet"),
))  # fmt: skip
SCHEMA = Schema(roles=(ROLE,))
ASKED = Fact("vurderinger", "gevinst", Assessed("myndigheten"))
EARLY, BEFORE, AFTER = date(2020, 6, 1), date(2023, 6, 1), date(2024, 6, 1)


def holders(
    *made: Content, days: tuple[date, date] = (BEFORE, AFTER), asked: Fact = ASKED
) -> list[tuple[str | None, str | None]]:
    """Who had the discretion on each day, where that differs."""
    records = {"vurderinger": {"gevinst": tuple(Statement(each) for each in made)}}
    found = handovers(Case("S-1", None, records), SCHEMA, days, ((asked,), (asked,)))
    return [
        (each.before.holder if each.before else None, each.after.holder if each.after else None)
        for each in found
    ]


MOVED = [("direktoratet", "departementet")]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ((), MOVED),
        ((True,), MOVED),
        ((Assessment(True, "direktoratet"),), MOVED),
        ((Assessment(True, "direktoratet", date(2023, 5, 1)),), []),
        ((Assessment(True, "departementet", date(2024, 5, 1)),), MOVED),
        ((Assessment(True, "direktoratet", date(2023, 11, 1)),), []),
        ((Assessment(True, "departementet", date(2024, 7, 1)),), MOVED),
    ],
)
def test_by_the_day_it_was_made(made: tuple[Content, ...], expected: list[tuple[str, str]]) -> None:
    """What is done stays done; what is not, or has no day, follows the role."""
    assert holders(*made) == expected


def test_the_same_body_again_is_no_handover() -> None:
    """The ministry in 2020 and in 2024, whoever had it meanwhile."""
    assert holders(days=(EARLY, AFTER)) == []


def test_a_role_that_nobody_held() -> None:
    """Before the first holder there is none."""
    assert holders(days=(date(2010, 1, 1), EARLY)) == [(None, "departementet")]


def test_a_body_is_no_role() -> None:
    """Discretion that the rules give to a body by name stays there."""
    assert holders(asked=Fact("vurderinger", "gevinst", Assessed("direktoratet"))) == []
