"""How norms stand in very many cases, as an Arrow table: a column each norm, in few bits."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.core.outcome import Outcome

_OUTCOMES = tuple(Outcome)
_WORDS = pa.array([each.value for each in _OUTCOMES])
_OF = bytes(_OUTCOMES.index(outcome) for outcome, _ in STANDINGS).ljust(256)
"""By the number of how a norm stands. Bytes are translated far faster than an array is indexed."""


def outcomes_table(norms: Sequence[str], standings: npt.NDArray[np.uint8]) -> pa.Table:
    """The outcome of each norm by its id, from the numbers of how it stands."""
    columns = [pa.DictionaryArray.from_arrays(pa.array(_indices(each)), _WORDS, safe=False)
               for each in standings]  # fmt: skip
    # Every norm has an outcome in every case, so nothing need be written of where there is none.
    fields = [pa.field(norm, pa.dictionary(pa.int8(), pa.string()), nullable=False)
              for norm in norms]  # fmt: skip
    return pa.table(columns, schema=pa.schema(fields))


def _indices(numbers: npt.NDArray[np.uint8]) -> npt.NDArray[np.int8]:
    return np.frombuffer(numbers.tobytes().translate(_OF), np.int8)
