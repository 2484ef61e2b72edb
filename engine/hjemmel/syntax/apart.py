"""Fields that are no part of a node's identity: where it stands, and how it was written."""

from attrs import field

from hjemmel.source.span import NOWHERE, Span


def placed() -> Span:
    """Where the node stands."""
    found: Span = field(default=NOWHERE, eq=False, repr=False)
    return found


def as_written() -> str:
    """The node as it was written, in one line."""
    found: str = field(default="", eq=False, repr=False)
    return found
