"""What a term is in SQL, from what its parts are.

A bit of a fact that is not known is not set, on either side of it. An end that is not known is
NULL, and so is one that a function has no answer for.
"""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from hjemmel.backends.columns.functions import placed
from hjemmel.backends.columns.names import Names
from hjemmel.backends.sql.dialect import Dialect
from hjemmel.backends.sql.expressions import Bit, Expression, Expressions
from hjemmel.backends.sql.functions import Functions
from hjemmel.backends.sql.leaves import Leaves, What
from hjemmel.backends.terms.term import Do, Frame, Path, Sort, Term
from hjemmel.core.operators import OPERATORS, Sense


@frozen(eq=False)
class Name:
    """A name by its number; and the numbers it is one of, or none of, where it may be so told."""

    code: Expression
    among: Expression | None = None
    barred: Expression | None = None


@frozen(eq=False)
class Printing:
    """Terms as SQL, each once."""

    dialect: Dialect
    leaves: Leaves
    names: Names
    functions: Functions
    made: Expressions = field(factory=Expressions)

    # --- what is read --------------------------------------------------------------------

    def leaf(self, what: What, path: Path, term: Term) -> Expression:
        """A column, or a field of an entry."""
        around = path if what is What.MEMBER else path[:-1]
        return self.column(what, path, _at(around, term.frames))

    def column(self, what: What, path: Path, within: Frame | None) -> Expression:
        """The same, within an entry of a frame."""
        name = self.leaves.name(what, path)
        is_total = what in (What.PRESENT, What.LIST, What.MEMBER, What.BOUNDED)
        if within is None:
            return self.made.column(name, is_total)
        return self.made.make(f"e{within.depth}.{name}", entry=within.depth, total=is_total)

    def entries(self, frame: Frame) -> Expression:
        """The list that a frame goes through."""
        return self.column(What.LIST, frame.path, _at(frame.path[:-1], frame.around))

    def over(self, text: str, frame: Frame, *parts: Expression, total: bool) -> Expression:
        """What is asked of the entries of a list."""
        name = f"e{frame.depth}"
        text = text.replace("ENTRIES", self.dialect.entries(name, self._fields(frame.path)))
        text = text.replace("ENTRY", name)
        return self.made.make(text, self.entries(frame), *parts, within=frame.depth, total=total)

    def _fields(self, path: Path) -> list[tuple[str, What, Sort]]:
        """What stands in the entries of a list, with the sort of a size."""
        leaves = self.leaves
        return [(name, what, leaves.sorts.get(of, Sort.BIT))
                for (what, of), name in leaves.inside(path)]  # fmt: skip


def _at(path: Path, frames: frozenset[Frame]) -> Frame | None:
    """The frame whose entries stand at a path."""
    return next((each for each in frames if each.path == path), None)


# --- bits ------------------------------------------------------------------------------------


def _constant(to: Printing, term: Term) -> Bit:
    return to.made.constant(term.data)


def _not(to: Printing, term: Term, bit: Bit) -> Bit:
    """What two ends are to each other is neither so nor not so where one of them is NULL."""
    if term.parts[0].do is Do.AT_MOST:
        return Bit(bit.of, not bit.holds)
    return to.made.negation(bit)


def _all(to: Printing, _term: Term, *bits: Bit) -> Bit:
    return to.made.conj(bits)


def _any(to: Printing, _term: Term, *bits: Bit) -> Bit:
    return to.made.disj(bits)


def _present(to: Printing, term: Term) -> Bit:
    return Bit(to.column(What.PRESENT, (term.data,), None))


def _yes(to: Printing, term: Term) -> Bit:
    return Bit(to.leaf(What.TRUTH, term.data, term))


def _no(to: Printing, term: Term) -> Bit:
    return Bit(to.leaf(What.TRUTH, term.data, term), holds=False)


def _is_known(to: Printing, _term: Term, end: Expression) -> Bit:
    return Bit(to.made.make("({0} IS NOT NULL)", end, total=True))


def _bounded(to: Printing, term: Term) -> Bit:
    return Bit(to.leaf(What.BOUNDED, term.data, term))


def _exists(to: Printing, _term: Term) -> Bit:
    """No more entries are gone through than there are."""
    return to.made.constant(True)


def _member(to: Printing, term: Term) -> Bit:
    path = term.data.path
    if path not in to.leaves.shape.further:
        return to.made.constant(True)
    return Bit(to.leaf(What.MEMBER, path, term))


def _every(to: Printing, term: Term, bit: Bit) -> Bit:
    decided = to.made.decided(bit)
    return Bit(to.over(to.dialect.every, term.data, decided, total=True))


def _some(to: Printing, term: Term, bit: Bit) -> Bit:
    return Bit(to.over(to.dialect.some, term.data, to.made.true_where(bit), total=True))


def _at_most(to: Printing, _term: Term, left: Expression, right: Expression) -> Bit:
    return Bit(to.made.make("({0} <= {1})", left, right, total=False))


def _alike(to: Printing, _term: Term, left: Name, right: Name) -> Bit:
    return Bit(to.made.make("({0} = {1})", left.code, right.code, total=False))


def _unlike(to: Printing, _term: Term, left: Name, right: Name, alike: Bit) -> Bit:
    if left.among is None and right.among is None:
        return Bit(alike.of, holds=False)
    either, other = _told(to, left), _told(to, right)
    text = f"WHEN {{0}} IS NULL AND {{2}} IS NULL THEN {to.dialect.is_apart.format('{1}', '{3}')}"
    text += f" WHEN {{2}} IS NULL THEN {to.dialect.is_within.format('{3}', '{0}')}"
    text += f" WHEN {{0}} IS NULL THEN {to.dialect.is_within.format('{1}', '{2}')}"
    return Bit(to.made.make(f"(CASE {text} ELSE FALSE END)", *either, *other, total=False))


def _told(to: Printing, name: Name) -> tuple[Expression, Expression]:
    """What a name surely is not, and what it is one of."""
    if name.among is not None and name.barred is not None:
        return name.barred, name.among
    one = to.dialect.numbers(["{0}"])
    among = to.made.make(f"(CASE WHEN {{0}} IS NOT NULL THEN {one} END)", name.code, total=False)
    return to.made.make("NULL", total=False), among


def _within(to: Printing, _term: Term, value: Name, alike: Bit, *allowed: Name) -> Bit:
    if value.among is None:
        return alike
    some = to.dialect.numbers([f"{{{at}}}" for at in range(3, 3 + len(allowed))])
    test = to.dialect.is_within.format("{1}", some)
    text = f"(CASE WHEN {{0}} IS NULL THEN {test} ELSE {{2}} END)"
    codes = (each.code for each in allowed)
    parts = (value.code, value.among, to.made.true_where(alike), *codes)
    return Bit(to.made.make(text, *parts, total=False))


def _several(to: Printing, _term: Term, name: Name) -> Bit:
    if name.among is None or name.barred is None:
        return to.made.constant(False)
    parts = (name.code, name.among, name.barred)
    text = "({0} IS NULL AND ({1} IS NOT NULL OR {2} IS NOT NULL))"
    return Bit(to.made.make(text, *parts, total=True))


def _answered(to: Printing, term: Term, value: Expression) -> Bit:
    return Bit(to.made.make("({0} IS NOT NULL)", _asked(to, term, value), total=True))


# --- ends ------------------------------------------------------------------------------------


def _value(to: Printing, term: Term) -> Expression:
    return to.made.make(str(placed(term.data)), total=True)


def _low(to: Printing, term: Term) -> Expression:
    return to.leaf(What.LOW, term.data, term)


def _high(to: Printing, term: Term) -> Expression:
    return to.leaf(What.HIGH, term.data, term)


def _mapped(to: Printing, term: Term, value: Expression) -> Expression:
    """What is added or multiplied is so here too; all else stands in a table."""
    function, argument = term.data
    match OPERATORS[function].sense:
        case Sense.YEARS_LATER:
            return to.made.make("({0} + ({1}))", value, _written(to, argument))
        case Sense.TIMES:
            return to.made.make(to.dialect.times, value, _written(to, argument))
        case _:  # one that looks at the calendar
            return _asked(to, term, value)


def _written(to: Printing, number: int) -> Expression:
    return to.made.make(str(number), total=True)


def _asked(to: Printing, term: Term, value: Expression) -> Expression:
    """What stands in the table of a function."""
    number = str(to.functions.number(term))
    return to.made.make(to.dialect.answer.replace("FUNCTION", number), value, total=False)


# `greatest` and `least` leave out what is NULL; of two ends, one of which is, nothing is known.
_GREATER = "(CASE WHEN {0} >= {1} THEN {0} WHEN {0} < {1} THEN {1} END)"
_LESSER = "(CASE WHEN {0} <= {1} THEN {0} WHEN {0} > {1} THEN {1} END)"


def _greater(to: Printing, _term: Term, left: Expression, right: Expression) -> Expression:
    return to.made.make(_GREATER, left, right)


def _lesser(to: Printing, _term: Term, left: Expression, right: Expression) -> Expression:
    return to.made.make(_LESSER, left, right)


def _if_known(
    to: Printing, _term: Term, left: Expression, right: Expression, known: Bit
) -> Expression:
    text = f"(CASE WHEN {{2}} THEN {_LESSER} ELSE {{1}} END)"
    return to.made.make(text, left, right, to.made.true_where(known))


def _between(to: Printing, _term: Term, first: Expression, last: Expression) -> Expression:
    text = "(CASE WHEN {1} >= {0} THEN {1} - {0} + 1 WHEN {1} < {0} THEN 0 END)"
    return to.made.make(text, first, last)


def _count(to: Printing, term: Term, bit: Bit) -> Expression:
    return to.over(to.dialect.count, term.data, to.made.true_where(bit), total=True)


def _least(to: Printing, term: Term, where: Bit, name: Name) -> Expression:
    return _different(to, term, where, name, (to.dialect.least, to.dialect.least_of_several))


def _most(to: Printing, term: Term, where: Bit, name: Name) -> Expression:
    return _different(to, term, where, name, (to.dialect.most, to.dialect.most_of_several))


def _different(
    to: Printing, term: Term, where: Bit, name: Name, texts: tuple[str, str]
) -> Expression:
    parts, (plain, several) = (to.made.true_where(where), name.code), texts
    if name.among is None:
        return to.over(plain, term.data, *parts, total=True)
    return to.over(several, term.data, *parts, name.among, total=True)


# --- names -----------------------------------------------------------------------------------


def _name(to: Printing, term: Term) -> Name:
    return Name(to.made.make(str(to.names.number(term.data)), total=True))


def _named(to: Printing, term: Term) -> Name:
    code = to.leaf(What.NAME, term.data, term)
    if term.data not in to.leaves.shape.several:
        return Name(code)
    among, barred = (to.leaf(each, term.data, term) for each in (What.AMONG, What.BARRED))
    return Name(code, among, barred)


def _single(to: Printing, _term: Term, value: Expression, known: Bit) -> Name:
    text = "(CASE WHEN {1} THEN {0} END)"
    return Name(to.made.make(text, value, to.made.true_where(known), total=False))


Printer = Callable[..., Any]
"""From the printing, the term, and what each of its parts is."""

PRINTERS: dict[Do, Printer] = {
    Do.CONSTANT: _constant,
    Do.NOT: _not,
    Do.ALL: _all,
    Do.ANY: _any,
    Do.PRESENT: _present,
    Do.YES: _yes,
    Do.NO: _no,
    Do.LOW_KNOWN: _is_known,
    Do.HIGH_KNOWN: _is_known,
    Do.BOUNDED: _bounded,
    Do.EXISTS: _exists,
    Do.MEMBER: _member,
    Do.EVERY: _every,
    Do.SOME: _some,
    Do.AT_MOST: _at_most,
    Do.ALIKE: _alike,
    Do.UNLIKE: _unlike,
    Do.WITHIN: _within,
    Do.SEVERAL: _several,
    Do.ANSWERED: _answered,
    Do.VALUE: _value,
    Do.LOW: _low,
    Do.HIGH: _high,
    Do.MAPPED: _mapped,
    Do.GREATER: _greater,
    Do.LESSER: _lesser,
    Do.IF_KNOWN: _if_known,
    Do.BETWEEN: _between,
    Do.COUNT: _count,
    Do.LEAST: _least,
    Do.MOST: _most,
    Do.NAME: _name,
    Do.NAMED: _named,
    Do.SINGLE: _single,
}
