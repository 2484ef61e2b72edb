"""Many cases at once: a line for each, counts for each norm, and what most often is missing."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import define, field, frozen

from hjemmel.core.effect import FINDINGS, Effect, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.missing import Missing
from hjemmel.explain.unknown_facts import name_of
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.render.binding_words import duty_bearers
from hjemmel.render.missing_words import lacking
from hjemmel.source.citation import Level
from hjemmel.words.outcomes import called
from hjemmel.words.values import listed

_CATEGORIES = {Effect.BREACH: "brutt", Effect.DEPARTURE: "fraveket", Effect.UNMET: "ikke oppfylt"}
GRAVE = tuple(_CATEGORIES[each] for each in FINDINGS)
COUNTED = (*GRAVE, "uavklart", "nektet")
"""What the line of a case counts, gravest first; a refused permission is no breach."""
FIRST = "alvorligst, ellers det flest normer venter på"
"""The head of the column that tells of `CaseLine.first`."""


@frozen
class CaseVerdicts:
    """One case of a portfolio with its verdicts."""

    id: str
    title: str
    verdicts: tuple[Verdict, ...]

    @property
    def day(self) -> date | None:
        """The day it was judged by, where there is any verdict."""
        return self.verdicts[0].case.day if self.verdicts else None


@frozen
class CaseLine:
    """One case in a line: how many of each; `first` is the gravest, else what is missing most."""

    id: str
    title: str
    counts: Mapping[str, int]
    first: str
    day: date | None = None


@frozen
class NormCount:
    """One norm over all cases. `citation` is that of the wording most cases fall under."""

    norm: Norm
    citation: str
    counts: Mapping[Outcome, int]


@frozen
class Gap:
    """Something that is missing in a number of cases."""

    name: str
    kind: str
    holder: str
    cases: int


@frozen
class BoundCount:
    """Failures of one word at one level, by those on whom the duty lay; "" where no rule says."""

    word: str
    level: str
    bearers: Mapping[str, int]


@frozen
class Portfolio:
    """The views of many cases.

    `cases` are all of them in their order, or the gravest first where there are more than a page
    shows; `count` and `totals` are of all.
    """

    cases: tuple[CaseLine, ...]
    norms: tuple[NormCount, ...]
    gaps: tuple[Gap, ...]
    count: int
    totals: Mapping[str, int]
    only: str = ""
    """What was asked for, where it is not all of the verdicts."""
    bound: tuple[BoundCount, ...] = ()
    """Failures by whom they bind, where any rule says whom."""
    days: tuple[date, ...] = ()
    """The days that cases were judged by, in the order met."""

    @property
    def is_of_one_day(self) -> bool:
        """Whether the verdicts can be held together under one day."""
        return len(self.days) < 2


def portfolio(cases: Iterable[CaseVerdicts]) -> Portfolio:
    """What the cases come to together, each in a line."""
    tally = tally_of((), sys.maxsize)
    for each in cases:
        tally.add(each)
    return tally.whole()


@define(eq=False)
class Tally:
    """What cases come to, one by one: of a case no more is kept than its line, if it is grave."""

    most: int
    count: int = 0
    lines: list[CaseLine] = field(factory=list)
    totals: Counter[str] = field(factory=Counter)
    norms: dict[str, "NormTally"] = field(factory=dict)
    gaps: Counter[tuple[str, str, str]] = field(factory=Counter)
    days: dict[date, None] = field(factory=dict)
    bound: Counter[tuple[str, Level, str]] = field(factory=Counter)

    def add(self, case: CaseVerdicts) -> None:
        """One case more."""
        lacks = {each: missing(each) for each in _undecided(case)}
        self.count += 1
        line = _line(case, lacks)
        self.totals.update(line.counts)
        self._keep(line)
        if case.day:
            self.days[case.day] = None
        for each in case.verdicts:
            self.norms.setdefault(each.norm.id, NormTally(each.norm)).add(each)
        self.gaps.update(_gaps(case, lacks))
        self.bound.update(_failures(case))

    def _keep(self, line: CaseLine) -> None:
        """Sorted only now and then, so that each costs little; then as many as are wanted stay."""
        self.lines.append(line)
        if len(self.lines) >= 2 * self.most:
            self._sort()

    def _sort(self) -> None:
        if len(self.lines) > self.most:
            self.lines = sorted(self.lines, key=gravity)[: self.most]

    def whole(self) -> Portfolio:
        """All of it, so far; norms that have stood in no case are not in it."""
        if self.count > self.most:
            self._sort()
        return Portfolio(
            tuple(self.lines),
            tuple(each.whole() for each in self.norms.values() if each.outcomes),
            tuple(Gap(*key, count) for key, count in self.gaps.most_common()),
            self.count,
            {word: self.totals[word] for word in COUNTED},
            days=tuple(self.days),
            bound=tuple(_bound_counts(self.bound)),
        )


def tally_of(norms: Iterable[Norm], most: int) -> Tally:
    """An empty tally: norms in this order, others as they come, and lines for so many cases."""
    return Tally(most, norms={each.id: NormTally(each) for each in norms})


@frozen
class NormTally:
    """One norm over the cases so far."""

    norm: Norm
    outcomes: Counter[Outcome] = field(factory=Counter)
    cited: Counter[str] = field(factory=Counter)

    def add(self, verdict: Verdict) -> None:
        """How it stands in one case more."""
        self.outcomes[verdict.outcome] += 1
        if citations := verdict.citations:
            self.cited[citations[0].within(self.norm.place)] += 1

    def whole(self) -> NormCount:
        """All of it, so far."""
        citation = self.cited.most_common(1)[0][0] if self.cited else self.norm.place
        return NormCount(self.norm, citation, {each: self.outcomes[each] for each in Outcome})


def gravity(case: CaseLine) -> tuple[tuple[int, ...], str]:
    """By the counts; those that are equally grave stand together by what is told of them."""
    return tuple(-case.counts[word] for word in COUNTED), case.first


def category(verdict: Verdict) -> str:
    """What a verdict counts as: the word of its kind, whatever its source calls a failure."""
    return _CATEGORIES.get(verdict.effect, verdict.word)  # the others have one word each


def bearers_in_words(of: BoundCount) -> str:
    """«brutt 2 (forskrift): 1 tjenesten, 1 ansvarlig regionalt helseforetak»."""
    told = ", ".join(f"{count} {who or 'ikke sagt'}" for who, count in of.bearers.items())
    return f"{of.word} {sum(of.bearers.values())} ({of.level}): {told}"


Lacks = Mapping[Verdict, tuple[Missing, ...]]


def _undecided(case: CaseVerdicts) -> Iterator[Verdict]:
    return (each for each in case.verdicts if each.outcome is Outcome.UNDECIDED)


def _line(case: CaseVerdicts, lacks: Lacks) -> CaseLine:
    counts = Counter(map(category, case.verdicts))
    shown = {word: counts[word] for word in COUNTED}
    return CaseLine(case.id, case.title, shown, _first(case, lacks), case.day)


def _failures(case: CaseVerdicts) -> Iterator[tuple[str, Level, str]]:
    """Each failure: its word, its level, and on whom the duty lay."""
    for each in case.verdicts:
        if is_finding(each.effect):
            bearers = listed([*duty_bearers(each)]) if duty_bearers(each) else ""
            yield category(each), each.level, bearers


def _bound_counts(found: Counter[tuple[str, Level, str]]) -> Iterator[BoundCount]:
    """The gravest word and the highest level first; nothing where no rule says whom it binds."""
    if not any(who for _, _, who in found):
        return
    keys = dict.fromkeys((word, level) for word, level, _ in found)
    for word, level in sorted(keys, key=lambda key: (GRAVE.index(key[0]), key[1].rank)):
        of = {who: count for (*key, who), count in found.most_common() if key == [word, level]}
        yield BoundCount(word, level.value, of)


def first(case: CaseVerdicts) -> str:
    """What is told first of a case; what is missing is only looked for where nothing is grave."""
    return _gravest(case) or _awaited({each: missing(each) for each in _undecided(case)})


def _first(case: CaseVerdicts, lacks: Lacks) -> str:
    """The first norm in breach, then departed from; else what most norms wait for."""
    return _gravest(case) or _awaited(lacks)


def _gravest(case: CaseVerdicts) -> str:
    for word in GRAVE:
        found = next((each for each in case.verdicts if category(each) == word), None)
        if found:
            return f"{called(found.norm)}: {found.word}"
    return ""


def _awaited(lacks: Lacks) -> str:
    waiting = Counter(lack for found_missing in lacks.values() for lack in found_missing)
    if not waiting:
        return ""
    lack, norms = waiting.most_common(1)[0]
    return lacking(lack) + (f" ({norms} normer)" if norms > 1 else "")


def _gaps(case: CaseVerdicts, lacks: Lacks) -> Iterator[tuple[str, str, str]]:
    schema = case.verdicts[0].case.book.program.schema if case.verdicts else None
    # In order, not as a set: gaps that are equally many stand as the rulebook asks for them.
    wanted = dict.fromkeys(_without_place(one) for many in lacks.values() for one in many)
    for lack in wanted:
        name = name_of(schema, lack.path) if schema and lack.path else lack.about
        yield name, lack.kind.value, lack.holder


def _without_place(lack: Missing) -> Missing:
    """The same fact of any entry of a list is the same gap."""
    path = tuple(part for part in lack.path if isinstance(part, str))
    return Missing("" if path else lack.about, lack.kind, lack.holder, path=path)
