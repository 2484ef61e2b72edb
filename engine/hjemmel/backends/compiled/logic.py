"""«And» and «or» of bits, made smaller where that is certain."""

from collections.abc import Callable, Sequence

from attrs import frozen

from hjemmel.backends.compiled.terms import Kind, Term, Terms

AT_MOST, BELOW = "{0} <= {1}", "{0} < {1}"
SAME, APART = "{0} == {1}", "{0} != {1}"
AMONG, NOT_AMONG = "{0} in {{{1}}}", "{0} not in {{{1}}}"


@frozen
class Logic:
    """Joins bits and compares values."""

    terms: Terms

    def conj(self, bits: Sequence[Term]) -> Term:
        """All of the bits."""
        kept = self._kept(bits, self.terms.true)
        kept = _merged(kept, AT_MOST, self._same)
        kept = self._gathered(kept, APART, NOT_AMONG)
        return self._joined(kept, Kind.ALL, self.terms.true, self.terms.false)

    def disj(self, bits: Sequence[Term]) -> Term:
        """Any of the bits."""
        kept = self._kept(bits, self.terms.false)
        kept = _merged(kept, BELOW, self._apart)
        kept = self._gathered(kept, SAME, AMONG)
        return self._joined(kept, Kind.ANY, self.terms.false, self.terms.true)

    def compared(self, text: str, left: Term, right: Term, guards: Sequence[Term]) -> Term:
        """A comparison of two values, each known where the guards hold."""
        if self.terms.false in guards:
            return self.terms.false
        return self.terms.make(Kind.ATOM, text, (left, right), tuple(guards))

    def equals(self, value: Term, constant: Term) -> Term:
        """A value that may be None is a constant; that alone says that it is known."""
        return self.terms.make(
            Kind.ATOM, SAME, (value, constant), implied=(self.terms.known(value),)
        )

    def _kept(self, bits: Sequence[Term], neutral: Term) -> list[Term]:
        return [each for each in dict.fromkeys(bits) if each is not neutral]

    def _joined(self, bits: list[Term], kind: Kind, none: Term, decided: Term) -> Term:
        if decided in bits:
            return decided
        if len(bits) < 2:
            return bits[0] if bits else none
        return self.terms.make(kind, kind.value, tuple(bits))

    def _same(self, one: Term, other: Term) -> Term:
        return self.compared(SAME, one.parts[0], one.parts[1], one.guards + other.guards)

    def _apart(self, one: Term, other: Term) -> Term | None:
        if set(one.guards) != set(other.guards):
            return None
        return self.compared(APART, one.parts[0], one.parts[1], one.guards)

    def _gathered(self, bits: list[Term], single: str, many: str) -> list[Term]:
        """Comparisons of one value with several constants, as one look-up."""
        by_value: dict[Term, list[Term]] = {}
        for each in bits:
            if _with_constant(each, single):
                by_value.setdefault(each.parts[0], []).append(each)
        for value, found in by_value.items():
            if len(found) > 1:
                # A set display takes its constants as one argument of the text.
                choices = tuple(each.parts[1] for each in found)
                first = found[0]
                gathered = self.terms.make(
                    Kind.ATOM, many, (value, *choices), first.guards, implied=first.implied
                )
                at = bits.index(first)
                bits = [each for each in bits if each not in found]
                bits.insert(at, gathered)
        return bits


def _merged(bits: list[Term], text: str, merge: Callable[[Term, Term], Term | None]) -> list[Term]:
    """a ≤ b and b ≤ a is a = b; a < b or b < a is a ≠ b."""
    for one in bits:
        if one.kind is Kind.ATOM and one.text == text:
            for other in bits:
                if other.text == text and other.parts == one.parts[::-1] and other is not one:
                    merged = merge(one, other)
                    if merged is not None:
                        return [merged if each is one else each for each in bits
                                if each is not other]  # fmt: skip
    return bits


def _with_constant(bit: Term, text: str) -> bool:
    """A comparison of a symbol with a constant, whose value is known or guarded to be."""
    return bit.kind is Kind.ATOM and bit.text == text and bit.parts[1].kind is Kind.CONSTANT and (
        bool(bit.implied) or type(bit.parts[1].value) is str
    )  # fmt: skip
