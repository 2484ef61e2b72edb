"""What a verdict rests on that nobody has told, in words."""

from hjemmel.core.program import Conclusion
from hjemmel.explain.presumed import Presumed, concluded, presumed
from hjemmel.explain.verdict import Verdict
from hjemmel.provenance.book import Book
from hjemmel.words.phrases import words

LEAD = "forutsatt"


def taken(book: Book, of: Presumed) -> str:
    """«tjenesten er godkjent»."""
    return words(book, of.by.norm.editions[0].requirement, {})


def in_line(verdict: Verdict) -> tuple[str, ...]:
    """All of it, each kind as one part of a line; none where nothing is taken as given."""
    book = verdict.case.book
    given = [taken(book, each) for each in presumed(verdict)]
    doubts = verdict.case.observation.doubts  # what is told otherwise says both itself
    followed = [
        f"følger av {definite(each)}: {taken(book, each)}"
        for each in concluded(verdict)
        if each.path not in doubts
    ]
    return (*followed, *((f"{LEAD}: {'; '.join(given)}",) if given else ()))


def called(of: Presumed) -> str:
    """«formodning om godkjenning»."""
    kind = "slutning" if isinstance(of.by, Conclusion) else "formodning"
    return f"{kind} {of.by.norm.title}"


def definite(of: Presumed) -> str:
    """«slutningen om avvikling»."""
    return f"slutningen {of.by.norm.title}"
