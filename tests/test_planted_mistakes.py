"""A lawyer's mistakes, one at a time: one thing is said, at the right word, with a way out."""

import re

import pytest

from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.pipeline import compile_rules
from hjemmel.source.source import read_text
from mistakes.mistake import Mistake
from mistakes.planted import MISTAKES
from mistakes.rulebook import RULES
from support.golden_run import grammar

_DELETING = re.compile(r"\b(ta (den|det|bort)|tas bort|fjern|slett|stryk)\b")


def told(rules: str) -> tuple[Diagnostic, ...]:
    """All that is told of a rulebook that stands alone."""
    library = {"skyss": read_text("skyss.ntr", rules)}
    return compile_rules(("skyss",), library, grammar(), None).diagnostics


def words(found: Diagnostic, rules: str) -> str:
    """The words that are underlined."""
    line = rules.split("\n")[found.span.line - 1]
    return line[found.span.column - 1 : found.span.end - 1].strip()


def test_there_are_forty_and_the_rulebook_has_none() -> None:
    assert told(RULES) == ()
    assert len(MISTAKES) >= 40
    assert len({each.what for each in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.what)
def test_a_mistake_is_told_once_where_it_is(mistake: Mistake) -> None:
    """One code, under the right word, and nothing that only follows from it."""
    assert mistake.right in RULES
    rules = RULES.replace(mistake.right, mistake.wrong, 1)
    found = told(rules)
    assert [(each.code, words(each, rules)) for each in found] == [(mistake.code, mistake.words)]
    assert found[0].help
    assert not _DELETING.search(found[0].help)
