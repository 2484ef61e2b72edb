"""One mistake of a lawyer's hand."""

from attrs import frozen


@frozen
class Mistake:
    """What was slipped, the line as it stands and as written, the code, and the words told of."""

    what: str
    right: str
    wrong: str
    code: str
    words: str
