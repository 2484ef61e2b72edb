"""What kind of thing can be wrong with facts."""

from attrs import frozen


@frozen
class Problem:
    """A kind of fault: its code, its name, and the page that explains it."""

    code: str
    title: str
    explanation: str
