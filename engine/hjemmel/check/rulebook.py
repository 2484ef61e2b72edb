"""A rulebook: its declarations and norms checked, and in which order norms depend on norms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import frozen

from hjemmel.check import problems_logic, problems_sources
from hjemmel.check.bodies import bound_problems
from hjemmel.check.checking import Checking, Surroundings
from hjemmel.check.citations import check_citations
from hjemmel.check.clauses import is_sound_clause
from hjemmel.check.consequences import own_faults
from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head, declared_twice, heads
from hjemmel.check.norms import CheckedNorm
from hjemmel.check.outcomes import find_norm
from hjemmel.check.presumptions import presumption_problems
from hjemmel.check.soundness import sound_norms
from hjemmel.check.sources import Sources
from hjemmel.check.symbols import Symbols, declare
from hjemmel.check.tables import Tables
from hjemmel.check.unchanged import check_if_changed
from hjemmel.check.unused import unused_problems
from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.syntax.blocks import LikewiseBlock, Place, RuleFile
from hjemmel.syntax.parse import Parsed


@frozen(eq=False)
class CheckedRulebook:
    """The files of a rulebook with what has been found of them.

    `norms` are all that could be read, and `sound` those without errors, which have a meaning.
    `outside` is about what stands in no norm. `likewise` are the provisions that refer to a norm
    («gjelder tilsvarende»), by its id. `order` is one in which every norm comes after those it
    refers to; empty where they go in a ring.
    """

    files: tuple[RuleFile, ...]
    symbols: Symbols
    norms: tuple[CheckedNorm, ...]
    sound: tuple[CheckedNorm, ...]
    outside: Tables
    likewise: Mapping[str, tuple[Citation, ...]]
    order: tuple[str, ...]


def check_rulebook(
    files: Sequence[Parsed], sentences: Sentences | None
) -> Checked[CheckedRulebook]:
    """Check a rulebook and all that it builds on; `files` has the latter first."""
    read = tuple(each.file for each in files)
    symbols, diagnostics = declare(read)
    norms_to_be, problems = _heads(files, symbols.sources)
    judging = tuple(each for each in norms_to_be if each.judges)
    around = Surroundings(symbols, Directory(judging, symbols.sources), sentences, _lost(files))
    norms = tuple(check_if_changed(around, head) for head in norms_to_be)
    outside = Checking(around, "", "", is_sound_clause)
    likewise = _likewise(outside, read)
    order, ring = _order([norm for norm in norms if norm.is_complete])
    presumed = [each.presumed for each in norms if each.presumed]
    diagnostics += [*problems, *_once(norms, outside), *ring, *presumption_problems(presumed)]
    diagnostics += bound_problems([block for file in read for block in file.blocks])
    whole = not any(each.unread or each.damaged for each in files)
    if whole and norms and not any(each.is_error for each in diagnostics):
        diagnostics += unused_problems(symbols.schema, norms)
    diagnostics = list(own_faults(diagnostics, files))
    sound = tuple(sound_norms(norms, files, diagnostics))
    checked = CheckedRulebook(read, symbols, norms, sound, outside.tables, likewise, order)
    return Checked(checked, tuple(diagnostics))


def _heads(files: Sequence[Parsed], sources: Sources) -> tuple[tuple[Head, ...], list[Diagnostic]]:
    found: list[Head] = []
    diagnostics: list[Diagnostic] = []
    for file in files:
        more, problems = heads(file.file, tuple(file.damaged), sources)
        found += more
        diagnostics += problems
    diagnostics += _places(files, sources)
    return tuple(found), [*diagnostics, *declared_twice(found)]


def _places(files: Sequence[Parsed], sources: Sources) -> Iterator[Diagnostic]:
    """Headings that name a source there is not."""
    lost = _lost(files)
    for place in (each for file in files for each in file.file.blocks if isinstance(each, Place)):
        named = place.at.source
        is_lost = any(named.casefold() in text for text in lost)
        if named and sources.level(named) is None and not is_lost:
            unknown = sources.unknown(place.at)
            yield problems_sources.unknown_source(named, place.span, *unknown)


def _once(norms: Sequence[CheckedNorm], outside: Checking) -> Iterable[Diagnostic]:
    """What is found of the norms and beside them. Norms of one block share lines: what is found of
    such a line is told once."""
    found = (each for norm in norms for each in norm.diagnostics)
    return dict.fromkeys((*found, *outside.diagnostics))


def _lost(files: Sequence[Parsed]) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for each in files for text in each.unread)


def _likewise(ctx: Checking, files: Sequence[RuleFile]) -> dict[str, tuple[Citation, ...]]:
    """The citations that «gjelder tilsvarende» adds to the norms it names."""
    added: dict[str, tuple[Citation, ...]] = {}
    for file in files:
        for block in file.blocks:
            if isinstance(block, LikewiseBlock):
                check_citations(ctx, block.cited)
                citations = ctx.tables.citations[block.cited]
                for name in block.norms:
                    target = find_norm(ctx, name)
                    if target is not None:
                        added[target] = added.get(target, ()) + citations
    return added


def _order(norms: list[CheckedNorm]) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """An order in which every norm comes after those it refers to."""
    known = {each.head.id: each for each in norms}
    graph = {name: sorted(each.refers_to & set(known)) for name, each in known.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order()), []
    except CycleError as error:
        chain = error.args[1]
        first = known[chain[0]].head
        return (), [problems_logic.circular_norms(" → ".join(chain), first.span)]
