"""What ordered values and lists are made of."""

from attrs import frozen

from hjemmel.backends.compiled.terms import Term


@frozen
class End:
    """A value, and the bits that must hold for it to be known; it is open where they do not."""

    value: Term
    known: tuple[Term, ...]


@frozen
class Members:
    """A list, and whether it is there."""

    items: Term
    complete: Term
