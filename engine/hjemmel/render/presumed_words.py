"""What a verdict takes as given, in words."""

from hjemmel.explain.presumed import Presumed, presumed
from hjemmel.explain.verdict import Verdict
from hjemmel.provenance.book import Book
from hjemmel.words.phrases import words

LEAD = "forutsatt"


def taken(book: Book, of: Presumed) -> str:
    """«tjenesten er godkjent»."""
    return words(book, of.by.norm.editions[0].requirement, {})


def in_line(verdict: Verdict) -> tuple[str, ...]:
    """All of it as one part of a line; none where nothing is taken as given."""
    found = [taken(verdict.case.book, each) for each in presumed(verdict)]
    return (f"{LEAD}: {'; '.join(found)}",) if found else ()


def called(of: Presumed) -> str:
    """«formodning om godkjenning»."""
    return f"formodning {of.by.norm.title}"
