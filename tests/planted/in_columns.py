"""Wrong versions of the terms, and of what runs them over columns."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import numpy as np

from hjemmel.backends.columns import distinct, operations
from hjemmel.backends.columns.bits import unpacked
from hjemmel.backends.columns.functions import Table
from hjemmel.backends.columns.names import Names
from hjemmel.backends.columns.operations import OPERATIONS
from hjemmel.backends.columns.views import Views
from hjemmel.backends.terms.folding import End, Folding
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Do
from planted.fault import Fault

KOLONNER = "kolonner"
DIFFERENT = distinct._different


def _doing(do: Do, replacement: Callable[..., Any]) -> Callable[[], Any]:
    """One operation replaced."""
    return lambda: patch.dict(OPERATIONS, {do: replacement})


def _folding(method: str, replacement: Callable[..., Any]) -> Callable[[], Any]:
    return lambda: patch.object(Folding, method, replacement)


def every_padded(self: Any, members: Any, member: Any) -> Any:
    """Takes rows with fewer entries than others to have them all."""
    frame, (where, body) = self._within(members, member)
    _, is_member = self.entry(frame)
    holds = self.graph.every(frame, self.disj([where[1], body[0]]))
    ill = self.conj([is_member, where[0], body[1]])
    return self.conj([self._bounded(members), holds]), self.graph.some(frame, ill)


def always_bounded(self: Any, _members: Any) -> Any:
    """Takes a list that is known in part, or not told of, for the whole of it."""
    return self.graph.true


def open_as_known(self: Any, left: Any, right: Any) -> Any:
    """Holds the values against each other without asking whether both are known."""
    return self.conj([left.known, self._ordered(left.value, right.value)])


def low_for_high(run: Any, term: Any) -> Any:
    """The least for the greatest."""
    return OPERATIONS[Do.LOW](run, term)


def unlike_unknown(_run: Any, _term: Any, _left: Any, _right: Any, alike: Any) -> Any:
    """Whatever is not alike is different."""
    return ~alike


def one_of_as_unknown(_self: Any, _holds: Any, truths: Any, *_columns: Any) -> Any:
    """Nothing holds of one of several names."""
    return truths


def unknown_as_nothing(where: Any, of: Any, _names: Any) -> Any:
    """Does not count what is not known."""
    return DIFFERENT(where, of)


def count_of_all_rows(run: Any, term: Any, bit: Any) -> Any:
    """Counts the bits of the entry that stands first twice."""
    found = unpacked(bit, run.rows)
    return operations.within(found.sum(axis=0) + found[:1].sum(axis=0), term.frames)


def any_answer(self: Table, values: Any) -> Any:
    """Takes every day to be in the calendar."""
    found, known = ASKED(self, values)
    return found, np.ones_like(known)


ASKED = Table.__call__


def further_as_told(self: Views, path: Any) -> Any:
    """Counts what is known of a further entry."""
    found = ENTRIES(self, path)
    return type(found)(found.exists, found.exists)


ENTRIES = Views.entries


def reading_one(self: Any, most: End, limit: End) -> End:
    """The limit whether or not there are fewer."""
    return End(limit.value, self.conj([limit.known])) if most else most


def absorbed_both_ways(self: Graph, bits: Any, do: Do, other: Do, *ends: Any) -> Any:
    """Takes «a and (b or c)» for a."""
    kept = [each for each in bits if each.do is not other]
    return JOINED(self, kept or bits, do, other, *ends)


JOINED = Graph._joined


FAULTS = (
    Fault(KOLONNER, "rows with few entries have them all", _folding("every", every_padded)),
    Fault(KOLONNER, "every list is whole", _folding("_bounded", always_bounded)),
    Fault(KOLONNER, "an open end is compared", _folding("at_most", open_as_known)),
    Fault(KOLONNER, "the least for the greatest", _doing(Do.HIGH, low_for_high)),
    Fault(KOLONNER, "an unknown name is another", _doing(Do.UNLIKE, unlike_unknown)),
    Fault(KOLONNER, "one of several names is unknown",
          lambda: patch.object(Names, "asked", one_of_as_unknown)),
    Fault(KOLONNER, "antall ulike leaves out the unknown",
          lambda: patch.object(distinct, "most", unknown_as_nothing)),
    Fault(KOLONNER, "the first entry counts twice", _doing(Do.COUNT, count_of_all_rows)),
    Fault(KOLONNER, "every day is in the calendar",
          lambda: patch.object(Table, "__call__", any_answer)),
    Fault(KOLONNER, "a further entry is a member",
          lambda: patch.object(Views, "entries", further_as_told)),
    Fault(KOLONNER, "the limit is how many there are", _folding("lesser_if_known", reading_one)),
    Fault(KOLONNER, "what is joined is absorbed too soon",
          lambda: patch.object(Graph, "_joined", absorbed_both_ways)),
)  # fmt: skip
"""Each is caught by the answers of the columns."""
