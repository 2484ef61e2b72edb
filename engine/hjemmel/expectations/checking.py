"""A page against the rulebook: does it name norms that are there, and words they can have?"""

from collections.abc import Iterator, Mapping, Sequence

from hjemmel.diagnostics.suggest import nearest
from hjemmel.expectations.expectation import meant
from hjemmel.expectations.page import Expected, Fault, Page


def check_page(page: Page, words: Mapping[str, Sequence[str]]) -> tuple[Fault, ...]:
    """What is wrong, where `words` are those that each norm of the rulebook can have."""
    return tuple(
        fault
        for trial in page.trials
        for each in trial.expected
        for fault in _wrong(page.name, each, words)
    )


def _wrong(page: str, expected: Expected, words: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    known = words.get(expected.norm)
    if known is None:
        near = nearest(expected.norm, words)
        advice = f"mente du «{near[0]}»?" if near else "«ntr kontroller --lest» viser normene"
        yield Fault(page, expected.line, f"regelverket har ingen norm «{expected.norm}»", advice)
    elif expected.word not in known:
        reason = f"normen «{expected.norm}» kan ikke få ordet «{expected.word}»"
        yield Fault(page, expected.line, reason, meant(expected.word, known))
