"""How norms stand in very many cases, as an Arrow table: a column each norm, in few bits."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.core.outcome import Outcome

_OUTCOMES = tuple(Outcome)
_WORDS = pa.array([each.value for each in _OUTCOMES])
_OF = np.array([_OUTCOMES.index(outcome) for outcome, _ in STANDINGS], np.int8)


def outcomes_table(norms: Sequence[str], standings: npt.NDArray[np.uint8]) -> pa.Table:
    """The outcome of each norm by its id, from the numbers of how it stands."""
    columns = {
        norm: pa.DictionaryArray.from_arrays(pa.array(_OF[numbers]), _WORDS)
        for norm, numbers in zip(norms, standings, strict=True)
    }
    return pa.table(columns)
