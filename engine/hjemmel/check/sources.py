"""The sources of a rulebook: what each is called, and which goes before which."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import evolve, frozen

from hjemmel.check import problems_sources
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.citation import UNDECLARED, Level
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import SourceHead
from hjemmel.syntax.tree import Cite

BINDING = (
    "grunnlov", "traktat", "lov", "EU-forordning", "EU-direktiv", "forskrift", "lokal forskrift",
    "vedtekt", "reglement", "instruks", "avtale",
)  # fmt: skip
ADVISING = ("rundskriv", "retningslinje", "veileder", "standard", "nettside")
KINDS = (*BINDING, *ADVISING)
"""The kinds of sources, the highest first. What rests on one that binds can be breached."""

BREACH, DEPARTURE = "brutt", "fraveket"
_GENERAL = {"forskrift": "forskriften", "veileder": "veilederen", "nettside": "nettsiden"}
"""The definite forms of the sources that need not be declared."""

_ANYWHERE = ("kapittel", "vedlegg")
"""What every source may be cited by, whatever its provisions are otherwise called."""


@frozen(eq=False)
class Sources:
    """The sources, the highest first; what they were declared by, and all that they are called."""

    levels: tuple[Level, ...]
    heads: Mapping[str, SourceHead]
    names: Mapping[str, Level]

    def level(self, name: str) -> Level | None:
        """The source that is called this."""
        return self.names.get(name.casefold())

    def head(self, of: Level) -> SourceHead | None:
        """Where a source is declared, if it is."""
        return self.heads.get(of.value)

    def highest(self, cited: Sequence[Cite]) -> Level | None:
        """The highest source among some citations; None where none of them is known."""
        found = [level for each in cited if (level := self.level(each.source))]
        return min(found, key=lambda level: level.rank, default=None)

    def unknown(self, cite: Cite) -> tuple[str, tuple[str, ...]]:
        """What an unknown source was meant for, if that can be told; and what there is."""
        near = nearest(cite.source, self.names)
        declared = [level for level in self.levels if level.value in self.heads]
        return "".join(near), tuple(level.name for level in declared or self.levels)


def sources_of(heads: Sequence[SourceHead]) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """The sources declared, and those that need not be; what is wrong with them."""
    problems = [found for head in heads for found in _kind_problems(head)]
    first: dict[str, SourceHead] = {}
    for head in heads:
        first.setdefault(head.name, head)
    levels = [_level(head) for head in first.values()]
    levels += [each for each in UNDECLARED if each.value not in first]
    names = {form.casefold(): each for each in levels for form in _forms(each)}
    order = _ordered(levels, first, names)
    if order is None:
        order, ring = levels, _ring(levels, first, names)
        problems.append(problems_sources.circular_sources(*ring))
    ranked = {each.value: evolve(each, rank=rank) for rank, each in enumerate(order)}
    problems += _precedence_problems(heads, names)
    by_name = {form: ranked[each.value] for form, each in names.items()}
    return Sources(tuple(ranked.values()), first, by_name), tuple(problems)


def citation_problem(sources: Sources, cite: Cite, level: Level) -> SourceHead | None:
    """The source, where it is not cited as it says that it is."""
    head = sources.head(level)
    if head is None or head.example is None:
        return None
    fitting = (_sign(head.example), *_ANYWHERE)
    return None if _sign(cite) in fitting else head


def _sign(cite: Cite) -> str:
    return cite.provision.split(" ", 1)[0]


def _level(head: SourceHead) -> Level:
    """A source by its kind; those of the three that need not be declared are of their names."""
    kind = head.kind.words.casefold() if head.kind else head.name
    binds = kind not in ADVISING
    failure = head.failure.words if head.failure else BREACH if binds else DEPARTURE
    return Level(head.name, 0, failure, _binds(failure, binds), head.definite)


def _binds(failure: str, by_kind: bool) -> bool:
    """The two words that say it go before the kind: what is departed from does not bind."""
    return failure == BREACH or (by_kind and failure != DEPARTURE)


def _forms(level: Level) -> Iterator[str]:
    yield level.value
    if level.cited:
        yield level.cited
    if level.value in _GENERAL:
        yield _GENERAL[level.value]


def _kind_problems(head: SourceHead) -> Iterator[Diagnostic]:
    if head.kind is None and head.name not in _GENERAL:
        yield problems_sources.no_kind(head.name, head.span, KINDS)
    elif head.kind is not None and _kind_of(head.kind.words) is None:
        near = "".join(nearest(head.kind.words, KINDS))
        yield problems_sources.unknown_kind(head.kind.words, head.kind.span, near, KINDS)


def _kind_of(word: str) -> str | None:
    return next((each for each in KINDS if each.casefold() == word.casefold()), None)


def _precedence_problems(
    heads: Sequence[SourceHead], names: Mapping[str, Level]
) -> Iterator[Diagnostic]:
    for head in heads:
        for lower in head.precedes:
            if lower.words.casefold() not in names:
                near = "".join(nearest(lower.words, names))
                known = tuple(each.definite or each.name for each in heads)
                yield problems_sources.unknown_source(lower.words, lower.span, near, known)


def _graph(
    levels: Sequence[Level], heads: Mapping[str, SourceHead], names: Mapping[str, Level]
) -> dict[str, set[str]]:
    """For each source those that go before it, as far as it is said."""
    graph: dict[str, set[str]] = {each.value: set() for each in levels}
    for head in heads.values():
        for lower in head.precedes:
            if below := names.get(lower.words.casefold()):
                graph[below.value].add(head.name)
    return graph


def _ordered(
    levels: Sequence[Level], heads: Mapping[str, SourceHead], names: Mapping[str, Level]
) -> list[Level] | None:
    """By what goes before what, then by kind, then as they were declared; None where they ring."""
    by_name = {each.value: each for each in levels}
    places = {each.value: at for at, each in enumerate(levels)}

    def by_kind(name: str) -> tuple[int, int]:
        head = heads.get(name)
        kind = _kind_of(head.kind.words) if head and head.kind else name
        return KINDS.index(kind) if kind in KINDS else len(KINDS), places[name]

    sorter = TopologicalSorter(_graph(levels, heads, names))
    try:
        sorter.prepare()
    except CycleError:
        return None
    order: list[str] = []
    ready: list[str] = []
    while sorter.is_active():
        ready = sorted([*ready, *sorter.get_ready()], key=by_kind)
        order.append(ready.pop(0))
        sorter.done(order[-1])
    return [by_name[each] for each in order]


def _ring(
    levels: Sequence[Level], heads: Mapping[str, SourceHead], names: Mapping[str, Level]
) -> tuple[str, Span]:
    """The sources of a ring, and where one of them says that it goes before another."""
    try:
        TopologicalSorter(_graph(levels, heads, names)).prepare()
    except CycleError as found:
        ring: list[str] = found.args[1][:-1]
        first = min(range(len(ring)), key=lambda at: heads[ring[at]].span)
        ring = [*ring[first:], *ring[: first + 1]]
        below = next(each for each in heads[ring[0]].precedes
                     if names.get(each.words.casefold()) == names[ring[1].casefold()])  # fmt: skip
        return " → ".join(ring), below.span
    raise AssertionError("no ring")
