"""What a section is made of, whatever it is shown as."""

from attrs import field, frozen

from hjemmel.analysis.comparison.texts import Piece
from hjemmel.explain.verdict import Verdict


@frozen
class Say:
    """A paragraph; `role` is how it is meant: `strong`, `warning`, `muted` or nothing."""

    text: str
    role: str = ""


@frozen
class Points:
    """Short texts that stand below one another."""

    texts: tuple[str, ...]


@frozen
class Facts:
    """What is told in a case, each by its name, and the case as data to copy."""

    told: tuple[tuple[str, str], ...]
    case: str


@frozen(eq=False)
class Sides:
    """Two verdicts of a norm in one case, side by side, each under what it is called."""

    labels: tuple[str, str]
    before: Verdict
    after: Verdict


@frozen
class Marked:
    """A line that is gone (`-`), one that has come (`+`), or one where words differ (`~`)."""

    sign: str
    pieces: tuple[Piece, ...]


@frozen
class Lines:
    """Lines of a text that differ."""

    lines: tuple[Marked, ...]


@frozen
class Excerpt:
    """A line of a file in three parts, the one in the middle pointed at, and what is said of it."""

    before: str
    marked: str
    after: str
    label: str = ""


@frozen
class Rows:
    """A table; the first column names the rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen(eq=False)
class Fold:
    """What only some want to see: on a page it is opened, elsewhere it stands below its title.

    Where its `role` is `derived`, it is much that follows from what has been told, and is shut on a
    page until somebody opens it.
    """

    title: str
    blocks: tuple["Block", ...]
    role: str = ""


@frozen(eq=False)
class Part:
    """A part of a section under a heading of its own."""

    title: str
    blocks: tuple["Block", ...]
    role: str = ""


Block = Say | Points | Facts | Sides | Lines | Excerpt | Rows | Fold | Part


@frozen(eq=False)
class Section:
    """A part of the whole, with a place of its own on the page."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@frozen(eq=False)
class Page:
    """The whole: what it is called, what it is about, and its sections."""

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...] = field(factory=tuple)
