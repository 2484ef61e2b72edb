"""All engines come to the same, for the same reasons, by all norms of the project's rulebook."""

from collections.abc import Sequence

import numpy as np

from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.case.observation import View
from many_services import compared, services
from support.doors import Answers, in_columns, in_duckdb
from support.golden_run import program_of
from support.real_cases import golden_observations

SERVICES = 500


def test_all_cases_of_the_golden_pages() -> None:
    """They were made to show each outcome of each norm."""
    rulebook, views = program_of({}), [each.view for each in golden_observations()]
    found = compared(rulebook, views, {"duckdb": in_duckdb(rulebook)})
    assert len(views) > 1500
    assert found.differences == []
    assert set(found.counted) == set(STANDINGS)


def test_varied_services() -> None:
    """The same run as `tests/many_services.py`, a short one."""
    rulebook = program_of({})
    views = services(rulebook, SERVICES, 20_240_601)
    found = compared(rulebook, views, {"duckdb": in_duckdb(rulebook)})
    assert found.differences == []
    assert set(found.counted) == set(STANDINGS)


def test_what_differs_is_told() -> None:
    """A norm that stands otherwise, and a reason too few, each in one case."""
    rulebook = program_of({})
    right, keys = in_columns(rulebook)

    def wrong(views: Sequence[View]) -> Answers:
        said = right(views)
        standings, reasons = said.standings.copy(), said.reasons.copy()
        standings[7, 3] = (standings[7, 3] + 1) % len(STANDINGS)
        reasons[np.flatnonzero(reasons[:, 4])[0], 4] = False
        return Answers(standings, reasons)

    found = compared(rulebook, services(rulebook, 6, 1), {"den andre": wrong})
    first, second = found.differences
    assert first.startswith(f"sak 3, {rulebook.norms[7].id}: den andre ")
    assert second.startswith("sak 4, (")
    assert second.endswith("den andre False")
    assert any(str(each) in second for each in keys)
