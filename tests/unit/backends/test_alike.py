"""Rows that say the same are found by one number each."""

import numpy as np
import pytest

from hjemmel.backends.columns.alike import alike


@pytest.mark.parametrize("most", [2, 300, 1 << 40])
@pytest.mark.parametrize("seed", range(5))
def test_alike(most: int, seed: int) -> None:
    """Each different row stands once, also where the numbers are too wide for one number."""
    drawn = np.random.default_rng(seed)
    few = drawn.integers(-most, most, (3, 4))
    columns = [each[drawn.integers(0, 4, 200)] for each in few]
    first, which = alike(columns)
    rows = [tuple(row) for row in np.stack(columns, axis=1).tolist()]
    assert [rows[first[each]] for each in which] == rows
    assert len({rows[each] for each in first}) == len(first)
