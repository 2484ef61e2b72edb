"""What a verdict leads to, or may lead to, in words."""

from collections.abc import Iterator

from hjemmel.core.effect import is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.explain.consequences import Consequence, consequences
from hjemmel.explain.verdict import Verdict
from hjemmel.words.outcomes import called

MOST = 8
"""So many are named in the whole reason."""
MOST_IN_LINE = 2
"""So many are named in a line."""
_ANSWERS = (Outcome.MET, Outcome.BROKEN)


def in_words(of: Consequence) -> str:
    """«adgang til avvikling (§ 4-1): åpen»."""
    word = f": {of.stands.word}" if of.is_settled else ""
    return f"{called(of.norm)} ({of.norm.place}){word}"


def in_line(verdict: Verdict) -> tuple[str, ...]:
    """What a failure in fact decides, where that is an answer to anybody: «fører til: …»."""
    if not is_finding(verdict.effect):
        return ()
    found = [each for each in consequences(verdict) if each.stands.outcome in _ANSWERS]
    rest = len(found) - MOST_IN_LINE
    more = f" og {rest} til" if rest > 0 else ""
    told = ", ".join(map(in_words, found[:MOST_IN_LINE]))
    return (f"fører til: {told}{more}",) if found else ()


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
