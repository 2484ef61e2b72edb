"""Wrong versions of what prints terms as SQL, and of the table that the query reads."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from attrs import evolve

from hjemmel.backends.sql import evaluator, observed
from hjemmel.backends.sql.dialect import DUCKDB
from hjemmel.backends.sql.expressions import Bit, Expressions
from hjemmel.backends.sql.functions import Function, Functions
from hjemmel.backends.sql.leaves import Shape
from hjemmel.backends.sql.observed import _Making
from hjemmel.backends.sql.printing import PRINTERS
from hjemmel.backends.terms.term import Do
from planted.fault import Fault

SQL = "sql"


def _printing(do: Do, replacement: Callable[..., Any]) -> Callable[[], Any]:
    """One kind of term printed otherwise."""
    return lambda: patch.dict(PRINTERS, {do: replacement})


def _speaking(**texts: str) -> Callable[[], Any]:
    """Another dialect."""
    return lambda: patch.object(evaluator, "DUCKDB", evolve(DUCKDB, **texts))


_OR_NOT = "coalesce(list_bool_{}(list_transform({{0}}, lambda ENTRY: {{1}})), {})"

_KNOWN = "list_unique(list_transform(list_filter({0}, lambda ENTRY: {1}), lambda ENTRY: {2}))"


def _expressions(method: str, replacement: Callable[..., Any]) -> Callable[[], Any]:
    return lambda: patch.object(Expressions, method, replacement)


def unknown_as_other(self: Expressions, bit: Bit) -> Bit:
    """«Not» of what is not known is not known."""
    return Bit(bit.of, not bit.holds)


def side_forgotten(self: Expressions, bit: Bit) -> Any:
    """Takes «fails» for «holds»."""
    return bit.of


def fails_joined_alike(self: Expressions, bits: Any, word: str, _other: str, *ends: Any) -> Any:
    """«And» of what fails is «and»."""
    return JOINED(self, bits, word, word, *ends)


JOINED = Expressions._joined


def undecided_everywhere(self: Expressions, bit: Bit) -> Any:
    """Lets an entry of which it is not known pass."""
    return self.true_where(bit)


def low_for_high(to: Any, term: Any) -> Any:
    """The least for the greatest."""
    return PRINTERS[Do.LOW](to, term)


def members_all(to: Any, _term: Any) -> Bit:
    """Takes what is known of a further entry for an entry."""
    return to.made.constant(True)


def always_known(to: Any, _term: Any, _end: Any) -> Bit:
    """Takes an end to be known."""
    return to.made.constant(True)


def always_answered(self: Function, value: Any) -> Any:
    """Takes every day to be in the calendar."""
    found = ANSWER(self, value)
    return value if found is None else found


ANSWER = Function.answer


def within_alike(_to: Any, _term: Any, _value: Any, alike: Bit, *_allowed: Any) -> Bit:
    """One of several is none of those allowed."""
    return alike


def unlike_turned(to: Any, _term: Any, left: Any, right: Any, alike: Bit) -> Bit:
    """Whatever is not alike is different."""
    return to.made.negation(alike)


def unlike_single(_to: Any, _term: Any, _left: Any, _right: Any, alike: Bit) -> Bit:
    """One of several is different from nothing."""
    return Bit(alike.of, holds=False)


def never_several(to: Any, _term: Any, _name: Any) -> Bit:
    """No name is one of several."""
    return to.made.constant(False)


def known_or_not(to: Any, _term: Any, left: Any, right: Any, _known: Bit) -> Any:
    """The lesser, known or not."""
    return to.made.make("least({0}, {1})", left, right)


def without_the_last(to: Any, _term: Any, first: Any, last: Any) -> Any:
    """From one to another, the last not counted."""
    return to.made.make("greatest(0, {1} - {0})", first, last, total=False)


def one_function(self: Functions, term: Any) -> int:
    """Whatever the constant, the function is the first of its kind."""
    NUMBER(self, term)
    kinds = {each: key[0] for key, each in self.made.items()}
    kind = kinds[self.function(term)]
    return next(at for at, each in enumerate(self.all) if kinds[each] is kind)


NUMBER = Functions.number


def never_spans(*_: Any) -> bool:
    """Every size is one."""
    return False


def nothing_further(batch: Any, terms: Any) -> Shape:
    """Every entry is a member."""
    found = SHAPE(batch, terms)
    return evolve(found, further=frozenset())


SHAPE = observed.shape_of


def silence_is_no(self: _Making, path: Any, there: Any) -> Any:
    """What is not told is not so."""
    return observed.pa.array(self._bits(self.batch.truths(path).yes, there))


def none_of_as_unknown(_self: _Making, _name: Any) -> None:
    """Forgets what a name surely is not."""


FAULTS = (
    Fault(SQL, "«ikke» of the unknown is unknown", _expressions("negation", unknown_as_other)),
    Fault(SQL, "fails is holds", _expressions("true_where", side_forgotten)),
    Fault(SQL, "what fails is joined as what holds", _expressions("_joined", fails_joined_alike)),
    Fault(SQL, "an unknown entry meets «alle»", _expressions("decided", undecided_everywhere)),
    Fault(SQL, "an empty list meets no «alle»", _speaking(every=_OR_NOT.format("and", "FALSE"))),
    Fault(SQL, "an empty list meets any «noen»", _speaking(some=_OR_NOT.format("or", "TRUE"))),
    Fault(SQL, "antall counts all", _speaking(count="len({0})")),
    Fault(SQL, "an unknown name may be no other", _speaking(least=DUCKDB.most)),
    Fault(SQL, "of unknown names there may be none", _speaking(least=_KNOWN)),
    Fault(SQL, "antall ulike leaves out the unknown", _speaking(most=_KNOWN)),
    Fault(SQL, "one of those that are known is another",
          _speaking(most_of_several=DUCKDB.most_of_several.replace("o IS NULL OR", "TRUE OR"))),
    Fault(SQL, "one of several is another", _speaking(most_of_several=DUCKDB.most)),
    Fault(SQL, "one of several is surely none", _speaking(least_of_several=DUCKDB.least)),
    Fault(SQL, "names meet where they differ", _speaking(is_apart=DUCKDB.is_within)),
    Fault(SQL, "one in common is within", _speaking(is_within="list_has_any({0}, {1})")),
    Fault(SQL, "an answer is that to the day before",
          _speaking(answer=DUCKDB.answer.replace("+ 1", ""))),
    Fault(SQL, "the least for the greatest", _printing(Do.HIGH, low_for_high)),
    Fault(SQL, "a further entry is a member", _printing(Do.MEMBER, members_all)),
    Fault(SQL, "an end is always known", _printing(Do.HIGH_KNOWN, always_known)),
    Fault(SQL, "every day is in the calendar",
          lambda: patch.object(Function, "answer", always_answered)),
    Fault(SQL, "one of several is among none", _printing(Do.WITHIN, within_alike)),
    Fault(SQL, "an unknown name is another", _printing(Do.UNLIKE, unlike_turned)),
    Fault(SQL, "one of several is like all", _printing(Do.UNLIKE, unlike_single)),
    Fault(SQL, "the limit where it is open", _printing(Do.IF_KNOWN, known_or_not)),
    Fault(SQL, "the last is not counted", _printing(Do.BETWEEN, without_the_last)),
    Fault(SQL, "functions of a kind are one",
          lambda: patch.object(Functions, "number", one_function)),
    Fault(SQL, "every size is one", lambda: patch.object(observed, "_is_span", never_spans)),
    Fault(SQL, "every entry is a member",
          lambda: patch.object(evaluator, "shape_of", nothing_further)),
    Fault(SQL, "silence is no", lambda: patch.object(_Making, "_truth", silence_is_no)),
    Fault(SQL, "none of some is unknown",
          lambda: patch.object(_Making, "_barred", none_of_as_unknown)),
)  # fmt: skip
"""Each is caught by the answers of the query."""
