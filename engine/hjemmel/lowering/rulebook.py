"""A checked rulebook to a program."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from hjemmel.check.dated import source_days
from hjemmel.check.norms import CheckedNorm
from hjemmel.check.periods import Lasting, ends
from hjemmel.check.rulebook import CheckedRulebook
from hjemmel.check.sources import Sources
from hjemmel.check.symbols import Symbols
from hjemmel.core.identity import Same
from hjemmel.core.program import Norm, Program
from hjemmel.lowering.clauses import lower_clause
from hjemmel.lowering.context import Context
from hjemmel.lowering.definitions import Lowered, with_definitions
from hjemmel.lowering.norms import lower_norm
from hjemmel.lowering.outline import outline
from hjemmel.lowering.presumptions import conclusion_of, presumption_of
from hjemmel.source.citation import Citation
from hjemmel.source.legal_source import LegalSource, SourceEdition

_APART = 1000
"""The nodes of each norm are numbered from a round number on, so that a norm seldom gets other
numbers because one before it has changed, or has no meaning for now."""


def lower_rulebook(name: str, fingerprint: str, checked: CheckedRulebook) -> Program:
    """The program of the norms that are sound."""
    lowered: list[Lowered] = []
    sound = set(map(Same, checked.sound))
    last = 0
    for each in map(Same, checked.norms):
        first = (last // _APART + 1) * _APART
        last = first
        if each in sound:
            lowered.append(_lowered(each, Same(checked.symbols), first))
            last = lowered[-1].last
    made = [
        _citing(norm, checked.likewise.get(norm.id, ()))
        for norm in with_definitions(lowered, _known(checked.order, lowered))
    ]
    presumed = {each.head.id for each in checked.sound if each.head.is_presumption}
    concluded = {each.head.id for each in checked.sound if each.head.is_conclusion}
    beside = presumed | concluded
    norms = tuple(each for each in made if each.id not in beside)
    presumptions = tuple(presumption_of(each) for each in made if each.id in presumed)
    conclusions = tuple(conclusion_of(each) for each in made if each.id in concluded)
    order = tuple(name for name in _known(checked.order, lowered) if name not in beside)
    remarks = outline(checked.files)
    schema, sources = checked.symbols.schema, tuple(_sources(checked.symbols.sources))
    return Program(
        name, fingerprint, schema, norms, order, remarks, presumptions, sources, conclusions
    )


def _sources(declared: Sources) -> Iterator[LegalSource]:
    """The sources that are declared, the highest first."""
    heads = ((level, declared.head(level)) for level in declared.levels)
    for level, head in heads:
        if head is not None:
            last = ends(Lasting(each.start, each.end, each.span) for each in head.editions)
            editions = (SourceEdition(e.start, last[e.span], e.is_read) for e in head.editions)
            kind = head.kind.words if head.kind else ""
            first, _ = source_days(head)
            yield LegalSource(level, kind, head.title, first, tuple(editions))


def _known(order: Sequence[str], lowered: Sequence[Lowered]) -> tuple[str, ...]:
    known = {each.norm.id for each in lowered}
    return tuple(name for name in order if name in known)


@lru_cache(maxsize=8192)
def _lowered(of: Same[CheckedNorm], symbols: Same[Symbols], first: int) -> Lowered:
    """A norm whose nodes are numbered after `first`."""
    ctx = Context(symbols.of, lower_clause, of.of.tables, count=first)
    norm = lower_norm(ctx, of.of.head)
    return Lowered(norm, ctx.count, frozenset(ctx.words_used))


def _citing(norm: Norm, citations: tuple[Citation, ...]) -> Norm:
    """The norm with what refers to it («gjelder tilsvarende»), in every wording."""
    if not citations:
        return norm
    wordings = [evolve(each, likewise=each.likewise + citations) for each in norm.wordings]
    return norm.with_wordings(wordings)
