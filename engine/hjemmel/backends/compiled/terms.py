"""Pieces of Python text, each made once, from which a program's source is put together."""

from enum import Enum
from typing import Any

from attrs import field, frozen

from hjemmel.backends.compiled.constants import constant_text


class Kind(Enum):
    """What a term is when it is written down."""

    __hash__ = object.__hash__  # members are single, and every term is looked up by its kind

    CONSTANT = "constant"
    RECORD = "record"  # a record of the case, fetched at the top
    FACT = "fact"  # a field of a record, or of a list entry
    VARIABLE = "variable"  # the entry a loop is at
    VALUE = "value"  # an expression that may only be run where its guards hold
    ATOM = "atom"  # a comparison, false where its guards are
    ALL = "and"
    ANY = "or"
    LOOP = "loop"  # statements that work out something about a list
    FOUND = "found"  # what a loop found


class Sort(Enum):
    """What a fact may hold, so that its shape is looked at once, where it is read."""

    PLAIN = "plain"
    ORDERED = "ordered"
    LIST = "list"


NONE: frozenset["Term"] = frozenset()


@frozen(eq=False)
class Term:
    """A piece of text with places for its parts; equal pieces are one and the same object.

    `guards` are bits that must hold before the text may be run; `implied` are
    bits that hold where this one does; `free` are the loop variables in it.
    """

    number: int
    kind: Kind
    text: str
    parts: tuple["Term", ...] = ()
    guards: tuple["Term", ...] = ()
    implied: tuple["Term", ...] = ()
    free: frozenset["Term"] = NONE
    value: Any = None
    sort: Sort = Sort.PLAIN
    depth: int = 0

    @property
    def home(self) -> "Term | None":
        """The variable of the innermost loop the term must stand in."""
        return max(self.free, key=lambda each: each.depth, default=None)

    @property
    def needs(self) -> tuple["Term", ...]:
        """All terms its text mentions."""
        return self.parts + self.guards


@frozen
class Terms:
    """All terms of one program, made once each and numbered as they were made."""

    made: dict[tuple[Any, ...], Term] = field(factory=dict)
    true: Term = field(init=False)
    """The bit that always holds."""
    false: Term = field(init=False)
    """The bit that never holds."""

    @true.default
    def _true(self) -> Term:
        return self.constant(True)

    @false.default
    def _false(self) -> Term:
        return self.constant(False)

    def make(
        self,
        kind: Kind,
        text: str,
        parts: tuple[Term, ...] = (),
        guards: tuple[Term, ...] = (),
        **more: Any,
    ) -> Term:
        """The one term of this content."""
        guards = tuple(each for each in dict.fromkeys(guards) if each is not self.true)
        key = (kind, text, parts, guards)
        found = self.made.get(key)
        if found is None:
            free = NONE.union(*(each.free for each in parts + guards))
            more = {"free": free} | more
            found = Term(len(self.made), kind, text, parts, guards, **more)
            self.made[key] = found
        return found

    def constant(self, value: Any) -> Term:
        """A constant; its text tells apart values that Python holds to be equal."""
        text = constant_text(value)
        key = (Kind.CONSTANT, text)
        if key not in self.made:
            self.made[key] = Term(len(self.made), Kind.CONSTANT, text, value=value)
        return self.made[key]

    def variable(self, items: Term, depth: int) -> Term:
        """The entry of `items` that a loop is at, `depth` loops in."""
        key = (Kind.VARIABLE, depth, items)
        if key not in self.made:
            term = Term(len(self.made), Kind.VARIABLE, "", (items,), depth=depth)
            # A variable is free in itself, which only the finished term can say.
            object.__setattr__(term, "free", items.free | {term})
            self.made[key] = term
        return self.made[key]

    def known(self, value: Term, guards: tuple[Term, ...] = ()) -> Term:
        """The bit that says that a value that may be None is not."""
        return self.make(Kind.ATOM, "{0} is not None", (value,), guards)

    def absent(self, value: Term) -> Term:
        """The bit that says that a value is None."""
        return self.make(Kind.ATOM, "{0} is None", (value,))
