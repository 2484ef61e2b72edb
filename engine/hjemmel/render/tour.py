"""A tour on one screen: a rule read aloud, a case and what changes it, and a portfolio in short."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from hjemmel.core.effect import Effect, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.binding import Side, bound_by
from hjemmel.explain.presumed import presumed
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.render.lines import Line, Segment, paragraph, wrapped
from hjemmel.render.missing_words import lacking
from hjemmel.render.summary import brief
from hjemmel.render.verdict_text import citation, role_of
from hjemmel.words.emphasis import emphasised
from hjemmel.words.outcomes import called

_INDENT = 2
_HANGING = 10
_FINDINGS = {
    Effect.BREACH: "brutt",
    Effect.DEPARTURE: "fraveket",
    Effect.UNMET: "vilkår ikke oppfylt",
}


def heading(text: str) -> list[Line]:
    """The name of a part of the tour, with an empty line before it."""
    return [(), title(text)]


def title(text: str) -> Line:
    """What a case of the tour is called."""
    return (Segment(text, "heading"),)


def told(text: str, width: int) -> list[Line]:
    """A text, indented."""
    return [_in(line) for line in paragraph(Segment(text, "value"), width - _INDENT, 0)]


def called_in_full(norm: Norm) -> str:
    """«forskriften § 4-2 første ledd: krav om ett helseforetak.»"""
    return f"{norm.wordings[-1].citations[0]}: {called(norm)}."


def verdicts(found: Sequence[Verdict], width: int) -> Iterator[Line]:
    """Each verdict with the name of its norm, in as few lines as its reason needs."""
    for each in found:
        yield from _verdict(each, f"{citation(each)}, {called(each.norm)}", width)


def otherwise(found: Sequence[Verdict], width: int) -> Iterator[Line]:
    """The verdicts of norms that have been named before."""
    for each in found:
        yield from _verdict(each, citation(each), width)


def _verdict(found: Verdict, name: str, width: int) -> Iterator[Line]:
    word = emphasised(found.word, found.effect)
    hanging = max(_HANGING, len(word) + 1)
    lines = wrapped(f"{name}: {brief(found)}", width - _INDENT - hanging)
    yield _in((Segment(f"{word:{hanging}}", role_of(found)), Segment(lines[0], "value")))
    for each in lines[1:]:
        yield _in((Segment(" " * hanging), Segment(each, "value")))


def _in(line: Line) -> Line:
    return (Segment(" " * _INDENT), *line)


@define
class Tally:
    """What the verdicts of many cases come to, counted as they come."""

    cases: int = 0
    verdicts: int = 0
    settled: int = 0
    open: int = 0
    presumed: int = 0
    findings: Counter[tuple[Effect, str]] = field(factory=Counter)
    alone: Counter[str] = field(factory=Counter)
    """How many verdicts wait for this answer and no other."""

    def add(self, found: Iterable[Verdict]) -> None:
        """Count the verdicts of a case more."""
        self.cases += 1
        for each in found:
            self._count(each)

    def _count(self, found: Verdict) -> None:
        self.verdicts += 1
        self.settled += found.outcome in (Outcome.MET, Outcome.BROKEN)
        self.presumed += bool(presumed(found))
        if is_finding(found.effect):
            duty = [each.who for each in bound_by(found) if each.side is Side.DUTY]
            self.findings[found.effect, " og ".join(duty) or "ingen nevnt"] += 1
        if found.outcome is Outcome.UNDECIDED:
            self.open += 1
            lacks = missing(found)
            if len(lacks) == 1:
                self.alone[lacking(lacks[0])] += 1


def portfolio(found: Tally) -> Iterator[str]:
    """The portfolio in five lines."""
    yield (
        f"{found.cases} saker, {found.verdicts} svar: {found.settled} avgjort, {found.open} "
        f"uavklart; {found.presumed} hviler på noe som er forutsatt"
    )
    for effect, word in _FINDINGS.items():
        if effect is not Effect.UNMET or _count(found, effect):
            yield f"{word}: {_by_whom(found, effect)}"
    if found.alone:
        answer, times = min(found.alone.items(), key=lambda each: (-each[1], each[0]))
        yield f"avgjør mest: {answer} ({times} svar venter bare på det)"


def _count(found: Tally, effect: Effect) -> int:
    return sum(count for (each, _), count in found.findings.items() if each is effect)


def _by_whom(found: Tally, effect: Effect) -> str:
    mine = [(who, count) for (each, who), count in found.findings.items() if each is effect]
    if not mine:
        return "ingen"
    parts = ", ".join(f"{who} {count}" for who, count in sorted(mine, key=lambda of: -of[1]))
    return f"{_count(found, effect)} – plikten ligger på {parts}"
