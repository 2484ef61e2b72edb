"""Questions to a list: looked up at once where that is possible, else by one loop."""

from attrs import frozen

from hjemmel.backends.compiled.logic import AMONG, APART, NOT_AMONG, SAME, Logic
from hjemmel.backends.compiled.terms import Kind, Sort, Term, Terms

EVERY, COUNT, DISTINCT, SPREAD = "every", "count", "distinct", "spread"
CONTAINS, LACKS = "{0} in {1}", "{0} not in {1}"
SIZE = "len({0} or ())"


@frozen
class Lists:
    """Makes the terms that ask something of a list's members."""

    terms: Terms
    logic: Logic

    def every(self, variable: Term, well: Term, ill: Term) -> tuple[Term, Term]:
        """Whether all members are `well`, and whether any is `ill`."""
        at_once = self.all(variable, well), self.any(variable, ill)
        if at_once[0] is not None and at_once[1] is not None:
            return at_once[0], at_once[1]
        least, most = self._loop(EVERY, variable, (well, ill))
        return least, most

    def count(self, variable: Term, sure: Term, never: Term) -> tuple[Term, Term]:
        """How many members are surely counted, and how many are not surely left out."""
        items = variable.parts[0]
        if sure is self.terms.true:
            size = self.terms.make(Kind.VALUE, SIZE, (items,))
            return size, size
        return self._loop(COUNT, variable, (sure, never))

    def distinct(self, variable: Term, where: tuple[Term, Term], value: Term) -> tuple[Term, Term]:
        """How many different values there surely are, and how many there can be."""
        column = self._column(variable, value)
        if where[0] is self.terms.true and column is not None:
            return self._found(self.terms.make(Kind.LOOP, SPREAD, (column,)))
        return self._loop(DISTINCT, variable, (*where, value))

    def all(self, variable: Term, bit: Term) -> Term | None:
        """All members, without a loop; None where it takes one."""
        if variable not in bit.free:
            return self.logic.disj([self._none(variable.parts[0]), bit])
        if bit.kind is Kind.ALL:
            parts = [self.all(variable, each) for each in bit.parts]
            return self.logic.conj([each for each in parts if each]) if all(parts) else None
        if bit.kind is Kind.ATOM and bit.text in (APART, NOT_AMONG):
            # They are known and different: so neither None nor any of these is in the list.
            constants = (self.terms.constant(None), *bit.parts[1:])
            return self._looked_up(LACKS, variable, bit, constants)
        return None

    def any(self, variable: Term, bit: Term) -> Term | None:
        """Any member, without a loop; None where it takes one."""
        if variable not in bit.free:
            return self.logic.conj([self._some(variable.parts[0]), bit])
        if bit.kind is Kind.ANY:
            parts = [self.any(variable, each) for each in bit.parts]
            return self.logic.disj([each for each in parts if each]) if all(parts) else None
        if bit.kind is Kind.ATOM and bit.text in (SAME, AMONG):
            return self._looked_up(CONTAINS, variable, bit, bit.parts[1:])
        return None

    def _looked_up(
        self, text: str, variable: Term, bit: Term, constants: tuple[Term, ...]
    ) -> Term | None:
        column = self._column(variable, bit.parts[0])
        if column is None or any(each.kind is not Kind.CONSTANT for each in constants):
            return None
        known = self.terms.known(variable.parts[0])
        found = [self.terms.make(Kind.ATOM, text, (each, column), (known,)) for each in constants]
        return self.logic.conj(found) if text == LACKS else self.logic.disj(found)

    def _column(self, variable: Term, value: Term) -> Term | None:
        """The value of each member as one list; None where it is not a plain field of it."""
        items = variable.parts[0]
        if value is variable:
            return items
        # An ordered field may be an interval, which only a loop would look for.
        if value.kind is Kind.FACT and value.parts[0] is variable and value.sort is Sort.PLAIN:
            known = (self.terms.known(items),)
            text = "[each.get({1}) for each in {0}]"
            return self.terms.make(Kind.VALUE, text, (items, value.parts[1]), known)
        return None

    def _none(self, items: Term) -> Term:
        return self.terms.make(Kind.ATOM, SIZE + " == 0", (items,))

    def _some(self, items: Term) -> Term:
        return self.terms.make(Kind.ATOM, SIZE + " > 0", (items,))

    def _loop(self, text: str, variable: Term, asked: tuple[Term, ...]) -> tuple[Term, Term]:
        free = variable.parts[0].free.union(*(each.free for each in asked)) - {variable}
        return self._found(self.terms.make(Kind.LOOP, text, (variable, *asked), free=free))

    def _found(self, loop: Term) -> tuple[Term, Term]:
        first = self.terms.make(Kind.FOUND, "0", (loop,), free=loop.free)
        return first, self.terms.make(Kind.FOUND, "1", (loop,), free=loop.free)
