"""Objects by which they are, and not by what they hold.

Nodes that are written alike are equal, wherever they stand. What is remembered of a node holds for
that node alone.
"""

from typing import Generic, TypeVar

from attrs import frozen

T = TypeVar("T")


@frozen(eq=False)
class Same(Generic[T]):
    """An object as part of a key: equal to another only where both are of one object.

    It keeps the object, so that no other can come to have its identity.
    """

    of: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.of is self.of

    def __hash__(self) -> int:
        return id(self.of)
