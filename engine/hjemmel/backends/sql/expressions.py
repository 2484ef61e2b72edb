"""SQL expressions, each made once; and bits, which are one side of a three-valued expression.

A truth of the core has two bits: it holds, and it fails. In SQL they are the two sides of one
expression that may be NULL, so `a AND b` serves both for «holds» and for «fails».
"""

from collections.abc import Sequence

from attrs import field, frozen

TRUE, FALSE = "TRUE", "FALSE"


@frozen(eq=False)
class Expression:
    """A piece of SQL, with a place for each of its parts.

    `entries` are the lists whose entries it reads, by how many quantifiers in they stand.
    """

    number: int
    text: str
    parts: tuple["Expression", ...]
    entries: frozenset[int]
    is_total: bool
    """Whether it is never NULL."""
    is_column: bool = False
    """Whether it is a column of the table."""


@frozen(eq=False)
class Bit:
    """An expression, and whether the bit is set where it is true, or where it is false."""

    of: Expression
    holds: bool = True


@frozen(eq=False)
class Expressions:
    """All that were made so far."""

    made: dict[tuple[str, tuple[int, ...]], Expression] = field(factory=dict)

    def make(
        self,
        text: str,
        *parts: Expression,
        entry: int | None = None,
        within: int | None = None,
        total: bool | None = None,
    ) -> Expression:
        """The one expression of this text and these parts.

        It reads an entry so many quantifiers in, or goes through the entries of its parts.
        """
        key = (text, tuple(each.number for each in parts))
        if key not in self.made:
            entries = frozenset(() if entry is None else (entry,))
            entries = entries.union(*(each.entries for each in parts)) - {within}
            is_total = bool(parts) and all(p.is_total for p in parts) if total is None else total
            self.made[key] = Expression(len(self.made), text, parts, entries, is_total)
        return self.made[key]

    def column(self, name: str, is_total: bool) -> Expression:
        """A column of the table."""
        nothing = frozenset[int]()
        made = Expression(len(self.made), name, (), nothing, is_total, is_column=True)
        return self.made.setdefault((name, ()), made)

    # --- bits ----------------------------------------------------------------------------

    def constant(self, value: bool) -> Bit:
        """One of two."""
        return Bit(self.make(TRUE if value else FALSE, total=True))

    def conj(self, bits: Sequence[Bit]) -> Bit:
        """All of them."""
        return self._joined(bits, " AND ", " OR ", TRUE, FALSE)

    def disj(self, bits: Sequence[Bit]) -> Bit:
        """Any of them."""
        return self._joined(bits, " OR ", " AND ", FALSE, TRUE)

    def negation(self, bit: Bit) -> Bit:
        """It is not set."""
        if bit.of.is_total:
            return Bit(bit.of, not bit.holds)
        test = "({0} IS NOT TRUE)" if bit.holds else "({0} IS NOT FALSE)"
        return Bit(self.make(test, bit.of, total=True))

    def true_where(self, bit: Bit) -> Expression:
        """An expression that is true where the bit is set, and false or NULL where it is not."""
        if bit.holds:
            return bit.of
        of = bit.of
        if of.text == "(NOT {0})":
            return of.parts[0]
        return self._inverse(of)

    def decided(self, bit: Bit) -> Expression:
        """An expression that is true where the bit is set, and false where it is not."""
        if bit.of.is_total:
            return self.true_where(bit)
        return self.make("({0} IS TRUE)" if bit.holds else "({0} IS FALSE)", bit.of, total=True)

    def _inverse(self, of: Expression) -> Expression:
        if of.text in (TRUE, FALSE):
            return self.constant(of.text == FALSE).of
        return self.make("(NOT {0})", of)

    def _joined(self, bits: Sequence[Bit], word: str, other: str, none: str, all_: str) -> Bit:
        left: dict[tuple[int, bool], Bit] = {}
        for each in bits:
            what = self.true_where(each).text if each.of.text in (TRUE, FALSE) else None
            if what == all_:
                return self.constant(all_ == TRUE)
            if what is None:
                left[each.of.number, each.holds] = each
        if not left:
            return self.constant(none == TRUE)
        kept = list(left.values())
        if len(kept) == 1:
            return kept[0]
        if any(each.holds for each in kept):
            return Bit(self._between([self.true_where(each) for each in kept], word))
        return Bit(self._between([each.of for each in kept], other), holds=False)

    def _between(self, parts: Sequence[Expression], word: str) -> Expression:
        parts = sorted(dict.fromkeys(parts), key=lambda each: each.number)
        if len(parts) == 1:
            return parts[0]
        return self.make("(" + word.join(f"{{{at}}}" for at in range(len(parts))) + ")", *parts)
