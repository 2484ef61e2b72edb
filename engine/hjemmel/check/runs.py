"""A part of a run of words, with the place where it stands."""

import re

from attrs import evolve

from hjemmel.source.span import Span
from hjemmel.syntax.tree import Name

_ARTICLE = re.compile(r"(en|ei|et) (?=\S)", re.IGNORECASE)


def part(run: Name, first: int, last: int | None = None) -> Name:
    """The words of a run from one to before another, by number."""
    words = run.words.split()
    before, said = " ".join(words[:first]), " ".join(words[first:last])
    column = run.span.column + run.quoted + len(before) + (first > 0)
    return Name(said, evolve(run.span, column=column, end=column + len(said)), run.quoted)


def before(span: Span) -> Span:
    """The «eller» before something."""
    return evolve(span, column=max(span.column - 6, 1), end=max(span.column - 1, 2))


def without_article(words: str) -> str:
    """«nasjonal tjeneste» of «en nasjonal tjeneste»."""
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


def has_article(words: str) -> bool:
    """Whether words begin with «en», «ei» or «et»."""
    return _ARTICLE.match(words) is not None
