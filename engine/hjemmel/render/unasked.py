"""The norms that a case does not raise, gathered by why: a reason is told once for them all."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.verdict import Verdict
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.render.marks import Numbers
from hjemmel.render.summary import line
from hjemmel.words.outcomes import called

UNASKED = {Outcome.NOT_APPLICABLE: "Ikke aktuelt", Outcome.NO_RULE: "Ingen regel i kraft"}


def unasked(
    verdicts: Sequence[Verdict], provision: Callable[[Norm], str], numbers: Numbers, width: int
) -> Iterator[Line]:
    """A part for each of the two outcomes; in it every reason, and the norms it holds for."""
    for outcome, title in UNASKED.items():
        reasons: dict[str, list[Norm]] = {}
        for each in verdicts:
            if each.outcome is outcome:
                reasons.setdefault(line(each, numbers), []).append(each.norm)
        if reasons:
            yield from ((), (Segment(title, "heading"),))
        for reason, norms in reasons.items():
            yield from _indented(reason, "", 2, width)
            yield from _indented(_named(norms, provision), "muted", 4, width)


def _named(norms: Sequence[Norm], provision: Callable[[Norm], str]) -> str:
    """«§ 4-1: rett mottaker, kopi · § 4-3: dokumentasjon»."""
    groups = groupby(norms, key=provision)
    return " · ".join(f"{place}: {', '.join(map(called, of))}" for place, of in groups)


def _indented(text: str, role: str, indent: int, width: int) -> Iterator[Line]:
    for part in wrapped(text, width - indent):
        yield (Segment(" " * indent), Segment(part, role))
