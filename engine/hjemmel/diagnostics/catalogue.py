"""The catalogue of problems: every code, its title and its page."""

from collections.abc import Callable
from inspect import cleandoc
from typing import ParamSpec

from attrs import field, frozen

from hjemmel.diagnostics.diagnostic import Diagnostic

P = ParamSpec("P")


@frozen
class Entry:
    """A code, what it is called, the page that explains it (Norwegian Markdown), and whose
    docstring the page is."""

    code: str
    title: str
    page: str
    function: str = field(default="", eq=False)


CATALOGUE: dict[str, Entry] = {}


def problem(code: str, title: str) -> Callable[[Callable[P, Diagnostic]], Callable[P, Diagnostic]]:
    """Enter a problem in the catalogue. Its page is the docstring of the function
    that words it, so that the two cannot drift apart."""

    def enter(function: Callable[P, Diagnostic]) -> Callable[P, Diagnostic]:
        CATALOGUE[code] = Entry(code, title, cleandoc(function.__doc__ or ""), function.__name__)
        return function

    return enter
