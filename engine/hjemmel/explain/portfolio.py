"""Many cases at once: a line for each, counts for each norm, and what most often is missing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.doubts import name_of
from hjemmel.explain.effect import Effect
from hjemmel.explain.gist import lacking
from hjemmel.explain.missing import Missing
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.explain.wording import DEPARTED, called

GRAVE = ("brutt", DEPARTED, "ikke oppfylt")
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


@frozen
class CaseLine:
    """One case in a line: how many of each; `first` is the gravest, else what is missing most."""

    id: str
    title: str
    counts: Mapping[str, int]
    first: str


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
class Portfolio:
    """The three views of many cases."""

    cases: tuple[CaseLine, ...]
    norms: tuple[NormCount, ...]
    gaps: tuple[Gap, ...]


def portfolio(cases: Sequence[CaseVerdicts]) -> Portfolio:
    """What the cases come to together."""
    lacks = [{each: missing(each) for each in _undecided(case)} for case in cases]
    lines = [_line(case, found) for case, found in zip(cases, lacks, strict=True)]
    return Portfolio(tuple(lines), tuple(_norms(cases)), _gaps(cases, lacks))


def category(verdict: Verdict) -> str:
    """What a verdict counts as: the word of its kind and level, without what it rests on."""
    return DEPARTED if verdict.effect is Effect.DEPARTURE else verdict.word


Lacks = Mapping[Verdict, tuple[Missing, ...]]


def _undecided(case: CaseVerdicts) -> Iterator[Verdict]:
    return (each for each in case.verdicts if each.outcome is Outcome.UNDECIDED)


def _line(case: CaseVerdicts, lacks: Lacks) -> CaseLine:
    counts = Counter(map(category, case.verdicts))
    shown = {word: counts[word] for word in COUNTED}
    return CaseLine(case.id, case.title, shown, _first(case, lacks))


def _first(case: CaseVerdicts, lacks: Lacks) -> str:
    """The first norm in breach, then departed from; else what most norms wait for."""
    for word in GRAVE:
        found = next((each for each in case.verdicts if category(each) == word), None)
        if found:
            return f"{called(found.norm)}: {found.word}"
    waiting = Counter(lack for found_missing in lacks.values() for lack in found_missing)
    if not waiting:
        return ""
    lack, norms = waiting.most_common(1)[0]
    return lacking(lack) + (f" ({norms} normer)" if norms > 1 else "")


def _norms(cases: Sequence[CaseVerdicts]) -> Iterator[NormCount]:
    columns = zip(*(case.verdicts for case in cases), strict=True)
    for verdicts in columns:
        norm = verdicts[0].norm
        cited = Counter(each.citations[0].short for each in verdicts if each.citations)
        counts = Counter(each.outcome for each in verdicts)
        citation = cited.most_common(1)[0][0] if cited else norm.place
        yield NormCount(norm, citation, {each: counts[each] for each in Outcome})


def _gaps(cases: Sequence[CaseVerdicts], lacks: Sequence[Lacks]) -> tuple[Gap, ...]:
    found: Counter[tuple[str, str, str]] = Counter()
    for case, each in zip(cases, lacks, strict=True):
        schema = case.verdicts[0].case.book.program.schema if case.verdicts else None
        # In order, not as a set: gaps that are equally many stand as the rulebook asks for them.
        wanted = dict.fromkeys(_without_place(one) for many in each.values() for one in many)
        for lack in wanted:
            name = name_of(schema, lack.path) if schema and lack.path else lack.about
            found[name, lack.kind.value, lack.holder] += 1
    return tuple(Gap(*key, count) for key, count in found.most_common())


def _without_place(lack: Missing) -> Missing:
    """The same fact of any entry of a list is the same gap."""
    path = tuple(part for part in lack.path if isinstance(part, str))
    return Missing("" if path else lack.about, lack.kind, lack.holder, path=path)
