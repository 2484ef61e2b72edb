"""What the checker finds out about each node of the syntax tree, kept beside the tree."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from attrs import define, field, frozen

from hjemmel.check.references import (
    Constant,
    FactReference,
    ListReference,
    NormReference,
    RecordReference,
    Reference,
)
from hjemmel.core.types import Enumerated, Registered, Type
from hjemmel.source.citation import Citation
from hjemmel.source.span import Span
from hjemmel.syntax.tree import Clause

T = TypeVar("T")


@define
class ByNode(Generic[T]):
    """A table with a row for a node: two that are written alike have each its own.

    The nodes are kept with their rows, so that no other object can come to have their identity.
    """

    _rows: dict[int, tuple[object, T]] = field(factory=dict, init=False)

    def __setitem__(self, node: object, value: T) -> None:
        self._rows[id(node)] = (node, value)

    def __getitem__(self, node: object) -> T:
        return self._rows[id(node)][1]

    def get(self, node: object) -> T | None:
        """The row of a node; None where it has none."""
        row = self._rows.get(id(node))
        return row[1] if row else None

    def values(self) -> Iterator[T]:
        """What stands in the rows, in the order set."""
        return (value for _, value in self._rows.values())


@frozen
class Use:
    """A place in a rule file where a name stands, and what it refers to."""

    span: Span
    reference: Reference


@define
class Tables:
    """By node: types of expressions, references of names, citations with their sentences.

    `variables` are the names that the entries of a list are bound to, by where the list is named.
    `meanings` are what sentences say in full, where the declared words had to tell: another clause.
    `outcomes` say of a clause about norms whether it is that they hold, or that they fail. `uses`
    are the references by place.
    """

    types: ByNode[Type] = field(factory=ByNode)
    references: ByNode[Reference] = field(factory=ByNode)
    variables: ByNode[str] = field(factory=ByNode)
    outcomes: ByNode[bool] = field(factory=ByNode)
    meanings: ByNode[Clause] = field(factory=ByNode)
    citations: ByNode[tuple[Citation, ...]] = field(factory=ByNode)
    uses: list[Use] = field(factory=list)

    def said(self, clause: Clause) -> Clause:
        """What a clause says in full: what it was found to mean, or itself."""
        return self.meanings.get(clause) or clause

    def refer(self, node: object, reference: Reference, *spans: Span) -> None:
        """Keep what a node refers to, and the places where its name stands."""
        self.references[node] = reference
        self.uses += [Use(span, reference) for span in spans]

    def fact(self, node: object) -> FactReference:
        """The fact that a node has been found to refer to."""
        reference = self.references[node]
        assert isinstance(reference, FactReference)
        return reference

    def norms(self, node: object) -> tuple[str, ...]:
        """The ids of the norms that a node has been found to refer to."""
        reference = self.references[node]
        assert isinstance(reference, NormReference)
        return reference.norms

    def closed_list(self, node: object) -> Enumerated | Registered:
        """The list of values that a node has been found to refer to."""
        reference = self.references[node]
        assert isinstance(reference, ListReference)
        return reference.type

    def record(self, node: object) -> str:
        """The key of the record that a node has been found to refer to."""
        reference = self.references[node]
        assert isinstance(reference, RecordReference)
        return reference.record

    def constant(self, node: object) -> Constant | None:
        """The value that a node gives; None where it is known from the case only."""
        reference = self.references.get(node)
        return reference if isinstance(reference, Constant) else None
