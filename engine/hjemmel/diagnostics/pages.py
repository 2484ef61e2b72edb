"""The catalogue of problems as Markdown: a page for each code, and an index of them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, runtime_checkable

_GROUPS = {
    "NTR1": "Formen",
    "NTR2": "Navn",
    "NTR3": "Typer",
    "NTR4": "Logikk",
    "NTR5": "Opplysninger og prøver",
    "NTR6": "Bevist om regelverket",
}


class _Titled(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...


@runtime_checkable
class WithPage(_Titled, Protocol):
    """A problem with its rule file: the text is its page."""

    @property
    def page(self) -> str:
        """What is said about it."""


@runtime_checkable
class WithExplanation(_Titled, Protocol):
    """A problem with facts: the text is its explanation."""

    @property
    def explanation(self) -> str:
        """What is said about it."""


Explained = WithPage | WithExplanation


def explanation(of: Explained) -> str:
    """What is said about a problem."""
    return of.page if isinstance(of, WithPage) else of.explanation


def page(of: Explained) -> str:
    """The page of one code."""
    return f"# {of.code} {of.title}\n\n{explanation(of).strip()}\n"


def index(entries: Iterable[Explained]) -> str:
    """All codes by group, each with a link to its page."""
    in_order = sorted(entries, key=lambda each: each.code)
    groups = groupby(in_order, key=lambda each: each.code[:4])
    return "# Feil og advarsler\n" + "".join(_group(key, list(run)) for key, run in groups)


def _group(key: str, entries: list[Explained]) -> str:
    rows = "".join(f"- [{each.code}]({each.code}.md) {each.title}\n" for each in entries)
    return f"\n## {_GROUPS.get(key, key)}\n\n{rows}"
