"""Terms as Python expressions."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from hjemmel.backends.compiled.constants import is_direct
from hjemmel.backends.compiled.logic import AMONG, NOT_AMONG
from hjemmel.backends.compiled.terms import Kind, Term


@frozen
class Writing:
    """Expressions of one function, given the names that terms have so far."""

    names: Mapping[Term, str]

    def bit(self, term: Term) -> str:
        """A bit, fit to stand where a condition may."""
        return " and ".join(self._conjuncts(term, set())) or "True"

    def value(self, term: Term) -> str:
        """A value, fit to stand inside a comparison or a call."""
        if term in self.names:
            return self.names[term]
        if term.kind is Kind.CONSTANT:
            assert is_direct(term.value)
            return term.text
        if term.kind in (Kind.ATOM, Kind.ALL, Kind.ANY):
            return self.bit(term)
        return self._filled(term)

    def guarded(self, term: Term) -> str:
        """A value to be kept under a name: None where it is not known."""
        known = " and ".join(self._all(term.guards, set()))
        return f"{self._filled(term)} if {known} else None" if known else self._filled(term)

    def unnamed(self, term: Term) -> str:
        """A bit written out, though it is about to get a name."""
        return " and ".join(self._written(term, set())) or "True"

    def _conjuncts(self, term: Term, held: set[Term]) -> list[str]:
        """What must be asked for `term`, where the bits in `held` are already found to hold."""
        if term in held:
            return []
        found = [self.names[term]] if term in self.names else self._written(term, held)
        held.add(term)
        held.update(term.implied)
        return found

    def _written(self, term: Term, held: set[Term]) -> list[str]:
        match term.kind:
            case Kind.CONSTANT:
                return [] if term.value is True else [term.text]
            case Kind.ALL:
                return self._all(term.parts, held)
            case Kind.ANY:
                return [f"({self._any(term.parts, held)})"]
            case _:
                return [*self._all(term.guards, held), self._filled(term)]

    def _all(self, terms: Iterable[Term], held: set[Term]) -> list[str]:
        return [text for each in terms for text in self._conjuncts(each, held)]

    def _any(self, terms: Iterable[Term], held: set[Term]) -> str:
        choices = (" and ".join(self._conjuncts(each, set(held))) for each in terms)
        return " or ".join(each or "True" for each in choices)

    def _filled(self, term: Term) -> str:
        parts = [self.value(each) for each in term.parts]
        if term.text in (AMONG, NOT_AMONG):
            parts = [parts[0], ", ".join(parts[1:])]
        return term.text.format(*parts)
