"""A file that has been read into memory."""

from attrs import frozen


@frozen
class SourceFile:
    """Its name as it was given, what a case without a name is called after, and its bytes."""

    name: str
    stem: str
    data: bytes
