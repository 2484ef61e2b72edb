"""A page against the rulebook: does it name norms that are there, and words they can have?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from hjemmel.diagnostics.suggest import nearest
from hjemmel.expectations.expectation import meant
from hjemmel.expectations.page import Expected, Fault, Page
from hjemmel.expectations.unfilled import UNFILLED


def check_page(
    page: Page, words: Mapping[str, Sequence[str]], levels: Sequence[str]
) -> tuple[Fault, ...]:
    """What is wrong, where `words` are those that each norm of the rulebook can have, and
    `levels` the sources that it may rest on."""
    expected = [each for trial in page.trials for each in trial.expected]
    strange = {each.norm: each for each in reversed(expected) if each.norm not in words}
    found = [_strange(page.name, each, expected, words) for each in reversed(strange.values())]
    wrong = (fault for each in expected for fault in _wrong(page.name, each, words))
    level = (fault for each in expected for fault in _no_level(page.name, each, levels))
    return (*found, *wrong, *level)


_UNKNOWN = re.compile(r"regelverket har ingen norm «(?P<norm>[^»]+)»")


def unknown_norm(fault: Fault) -> str:
    """The norm that a fault says is not there; empty where it says something else."""
    found = _UNKNOWN.match(fault.reason)
    return found["norm"] if found else ""


def _strange(
    page: str, first: Expected, expected: Sequence[Expected], words: Mapping[str, Sequence[str]]
) -> Fault:
    """A norm that is not there, told of where the page first names it."""
    near = nearest(first.norm, words)
    advice = f"mente du «{near[0]}»?" if near else "«ntr kontroller --lest» viser normene"
    times = sum(each.norm == first.norm for each in expected)
    often = f" ({times} steder på siden)" if times > 1 else ""
    reason = f"regelverket har ingen norm «{first.norm}»{often}"
    return Fault(page, first.line, reason, advice)


def _no_level(page: str, expected: Expected, levels: Sequence[str]) -> Iterator[Fault]:
    if expected.level is not None and expected.level not in levels:
        reason = f"ukjent nivå «{expected.level}»"
        yield Fault(page, expected.line, reason, meant(expected.level, levels))


def _wrong(page: str, expected: Expected, words: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    known = words.get(expected.norm)
    if expected.word == UNFILLED:
        reason = f"svaret for «{expected.norm}» er ikke fylt ut"
        choices = f"; den kan få {', '.join(known)}" if known else ""
        yield Fault(page, expected.line, reason, f"skriv ordet ut fra kildene{choices}")
    elif known is not None and expected.word not in known:
        reason = f"normen «{expected.norm}» kan ikke få ordet «{expected.word}»"
        yield Fault(page, expected.line, reason, meant(expected.word, known))
