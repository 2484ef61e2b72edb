"""A page of cases: Markdown with fences for the rules, the facts and what is expected."""

from attrs import field, frozen


@frozen
class Fault:
    """What is wrong with a page, on which line of it, and what to do."""

    page: str
    line: int
    reason: str
    help: str = ""


@frozen
class Fence:
    """One fence of a page: its kind, the name in its title, its text and its first line."""

    kind: str
    title: str
    text: str
    line: int

    @property
    def placed(self) -> str:
        """The text with as many empty lines before it as there are in the page.

        Whoever reads it then tells of lines as they are in the page.
        """
        return "\n" * self.line + self.text


@frozen
class Expected:
    """What a page says of one norm: the word, and what it wants of the rest of the verdict.

    `lacks` are the kinds of unknown, each with the names it must have, if it gives any.
    `said` is what the page says, as it is written.
    """

    norm: str
    word: str
    lacks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    citations: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    assumed: str | None = None
    level: str | None = None
    line: int = 0
    said: str = ""


@frozen
class Listed:
    """What a list of norms says of one wording of a norm. A norm has a line for each wording.

    `period` are its days, where the list says them.
    """

    page: str
    line: int
    norm: str
    kind: str
    level: str
    citations: tuple[str, ...]
    period: str = ""


@frozen
class Trial:
    """One case of a page, the heading it stands under, and what is expected of it."""

    sak: Fence = field(repr=False)
    expected: tuple[Expected, ...]
    text: Fence | None
    heading: str = ""

    @property
    def facts(self) -> str:
        """The facts of the case, as JSON."""
        return self.sak.text

    @property
    def line(self) -> int:
        """Where the case begins."""
        return self.sak.line


@frozen
class Page:
    """A page by the name that people know it by: its cases, and its list of all norms, if any."""

    name: str
    fences: tuple[Fence, ...] = field(repr=False)
    trials: tuple[Trial, ...] = ()
    listed: tuple[Listed, ...] = ()

    @property
    def rules(self) -> tuple[Fence, ...]:
        """The rule files of the page's own; the first is the rulebook that it tries."""
        return tuple(each for each in self.fences if each.kind == "regler")


@frozen
class Parsed:
    """What came of a page. With faults it is only good for finding more of them."""

    page: Page
    faults: tuple[Fault, ...]
