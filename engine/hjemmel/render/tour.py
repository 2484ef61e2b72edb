"""A tour on one screen: a rule read aloud, a case and what changes it, and a portfolio in short."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.presumed import presumed
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.render import portfolio
from hjemmel.render.lines import Line, Segment, paragraph, wrapped
from hjemmel.render.missing_words import lacking
from hjemmel.render.summary import brief
from hjemmel.render.verdict_text import citation, role_of
from hjemmel.words.emphasis import emphasised
from hjemmel.words.outcomes import called

_INDENT = 2
_HANGING = 10


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

    failures: portfolio.Tally = field(factory=lambda: portfolio.tally_of((), 0))
    verdicts: int = 0
    settled: int = 0
    open: int = 0
    presumed: int = 0
    alone: Counter[str] = field(factory=Counter)
    """How many verdicts wait for this answer and no other."""

    def add(self, case: portfolio.CaseVerdicts) -> None:
        """Count a case more."""
        self.failures.add(case)
        for each in case.verdicts:
            self._count(each)

    def _count(self, found: Verdict) -> None:
        self.verdicts += 1
        self.settled += found.outcome in (Outcome.MET, Outcome.BROKEN)
        self.presumed += bool(presumed(found))
        if found.outcome is Outcome.UNDECIDED:
            self.open += 1
            lacks = missing(found)
            if len(lacks) == 1:
                self.alone[lacking(lacks[0])] += 1


def in_short(found: Tally) -> Iterator[str]:
    """A portfolio in a few lines: how many, what fails and who is bound, what settles most."""
    whole = found.failures.whole()
    yield (
        f"{whole.count} saker, {found.verdicts} svar: {found.settled} avgjort, {found.open} "
        f"uavklart; {found.presumed} hviler på noe som er forutsatt"
    )
    yield from map(portfolio.bearers_in_words, whole.bound)
    if not whole.bound:
        yield ", ".join(f"{word}: {whole.totals[word] or 'ingen'}" for word in portfolio.GRAVE)
    if found.alone:
        answer, times = min(found.alone.items(), key=lambda each: (-each[1], each[0]))
        yield f"avgjør mest: {answer} ({times} svar venter bare på det)"
