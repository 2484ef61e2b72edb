"""How facts are read: as most are, or as any may be."""

from typing import Protocol

from attrs import frozen

from hjemmel.backends.compiled.terms import Kind, Term, Terms


@frozen
class End:
    """A value, and the bits that must hold for it to be known; it is open where they do not."""

    value: Term
    known: tuple[Term, ...]


@frozen
class Members:
    """A list, and whether it is whole."""

    items: Term
    complete: Term


class Reading(Protocol):
    """How much is taken to be possible of a fact as it is read."""

    def ends(self, terms: Terms, fact: Term) -> tuple[End, End]:
        """The ends of an ordered fact."""

    def complete(self, terms: Terms, items: Term) -> Term:
        """Whether a list is whole."""


@frozen
class Plainly:
    """No fact is an interval and no list partial; the source looks, and gives up where one is."""

    def ends(self, terms: Terms, fact: Term) -> tuple[End, End]:
        """Both ends are the value."""
        end = End(fact, (terms.known(fact),))
        return end, end

    def complete(self, terms: Terms, items: Term) -> Term:
        """A list that is there is whole."""
        return terms.known(items)


@frozen
class Generally:
    """All that the view may hold."""

    def ends(self, terms: Terms, fact: Term) -> tuple[End, End]:
        """The two halves of the fact, which the source splits where it is read."""
        low = terms.make(Kind.LOW, "{0}", (fact,))
        high = terms.make(Kind.HIGH, "{0}", (fact,))
        return End(low, (terms.known(low),)), End(high, (terms.known(high),))

    def complete(self, terms: Terms, items: Term) -> Term:
        """There, and not marked as known in part."""
        whole = "not isinstance({0}, PartialList)"
        return terms.make(Kind.ATOM, whole, (items,), (terms.known(items),))
