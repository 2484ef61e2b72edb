"""A faulty edit of the project's rulebooks, and what is to be said of it."""

from attrs import frozen

K, E = "forskrift_kap4", "erne"


@frozen
class Fault:
    """An edit: the file, what stands in it once, and what is put there instead."""

    name: str
    file: str
    old: str
    new: str
    norm: str
    code: str | None
    other: str = ""
    """The norm that it is at odds with."""
