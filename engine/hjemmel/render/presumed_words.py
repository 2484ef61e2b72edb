"""What a verdict rests on that nobody has told, in words."""

from hjemmel.core.program import Conclusion
from hjemmel.explain.presumed import Presumed
from hjemmel.provenance.book import Book
from hjemmel.words.phrases import words


def taken(book: Book, of: Presumed) -> str:
    """«tjenesten er godkjent»."""
    return words(book, of.by.norm.editions[0].requirement, {})


def called(of: Presumed) -> str:
    """«formodning om godkjenning»."""
    kind = "slutning" if isinstance(of.by, Conclusion) else "formodning"
    return f"{kind} {of.by.norm.title}"


def definite(of: Presumed) -> str:
    """«slutningen om avvikling»."""
    return f"slutningen {of.by.norm.title}"
