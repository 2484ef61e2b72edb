"""Finding rulebooks is the work of `hjemmel.rulebooks`; this is its old place."""

from hjemmel.rulebooks.shelf import shelf

__all__ = ["shelf"]
