"""What a verdict leads to, or may lead to, in words."""

from collections.abc import Iterator

from hjemmel.core.effect import is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.explain.consequences import Consequence, consequences
from hjemmel.explain.verdict import Verdict
from hjemmel.words.outcomes import called

MOST = 8
"""So many are named where a person reads it."""
_ANSWERS = (Outcome.MET, Outcome.BROKEN)


def in_words(of: Consequence) -> str:
    """«adgang til avvikling (§ 4-1): åpen»."""
    word = f": {of.stands.word}" if of.is_settled else ""
    return f"{called(of.norm)} ({of.norm.place}){word}"


def in_line(verdict: Verdict) -> Iterator[str]:
    """What a failure in fact decides, where that is an answer to anybody: «fører til: …»."""
    if is_finding(verdict.effect):
        for each in consequences(verdict):
            if each.stands.outcome in _ANSWERS:
                yield f"fører til: {in_words(each)}"


def listed_below(verdict: Verdict) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings, and what stands under each; no more than a person reads."""
    found = consequences(verdict)
    parts = {
        "Dette fører til": [each for each in found if each.is_settled],
        "Dette kan få betydning for": [each for each in found if not each.is_settled],
    }
    for heading, several in parts.items():
        if several:
            rest = len(several) - MOST
            more = (f"… og {rest} til",) if rest > 0 else ()
            yield heading, (*map(in_words, several[:MOST]), *more)
