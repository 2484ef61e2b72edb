"""A rulebook: its declarations and norms checked, and in which order norms depend on norms."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import frozen

from hjemmel.check import problems_declarations, problems_logic
from hjemmel.check.checking import Checking, Surroundings
from hjemmel.check.citations import check_citations
from hjemmel.check.clauses import is_sound_clause
from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head, declared_twice, heads
from hjemmel.check.norms import CheckedNorm
from hjemmel.check.outcomes import find_norm
from hjemmel.check.references import FactReference
from hjemmel.check.symbols import Symbols, declare
from hjemmel.check.tables import Tables
from hjemmel.check.unchanged import check_if_changed
from hjemmel.core.schema import ASSESSMENTS, Schema
from hjemmel.core.types import Listed, Registered, Text
from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import LikewiseBlock, RuleFile
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
    symbols, diagnostics = declare([each.file for each in files])
    found: list[Head] = []
    for each in files:
        more, problems_found = heads(each.file, tuple(each.damaged))
        found += more
        diagnostics += problems_found
    diagnostics += declared_twice(found)
    around = Surroundings(symbols, Directory(tuple(found)), sentences, _lost(files))
    norms = tuple(check_if_changed(around, head) for head in found)
    of_all = Checking(around, "", "", is_sound_clause)
    likewise = _likewise(of_all, files)
    told = [*(d for norm in norms for d in norm.diagnostics), *of_all.diagnostics]
    diagnostics += dict.fromkeys(told)  # norms of one block share lines, and what is said of them
    order, cycle = _order([each for each in norms if each.is_complete])
    diagnostics += cycle
    whole = not any(each.unread or each.damaged for each in files)
    if whole and not any(each.is_error for each in diagnostics):
        diagnostics += _unused(symbols.schema, norms)
    sound = tuple(_sound(norms, files, diagnostics))
    read = tuple(each.file for each in files)
    checked = CheckedRulebook(read, symbols, norms, sound, of_all.tables, likewise, order)
    return Checked(checked, tuple(diagnostics))


def _lost(files: Sequence[Parsed]) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for each in files for text in each.unread)


def _likewise(ctx: Checking, files: Sequence[Parsed]) -> dict[str, tuple[Citation, ...]]:
    """The citations that «gjelder tilsvarende» adds to the norms it names."""
    added: dict[str, tuple[Citation, ...]] = {}
    for file in files:
        for block in file.file.blocks:
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


def _unused(schema: Schema, norms: Sequence[CheckedNorm]) -> list[Diagnostic]:
    """Facts and terms that no rule refers to."""
    references = (each for norm in norms for each in norm.tables.references.values())
    used = {(e.record, e.name) for e in references if isinstance(e, FactReference)}
    facts = [
        problems_declarations.unused(
            "vurderingen" if record.key == ASSESSMENTS else "opplysningen", each.name, each.span
        )
        for record in schema.records
        for each in record.fields
        if (record.key, each.key) not in used
        and not (record.entry and isinstance(each.type, (Registered, Text)))  # tells entries apart
    ]
    kinds = [each.type for record in schema.records for each in record.fields]
    elements = [kind.element if isinstance(kind, Listed) else kind for kind in kinds]
    named = {getattr(kind, "name", "") for kind in elements}
    return facts + [
        problems_declarations.unused("begrepet", term.name, term.span)
        for term in schema.enumerations
        if term.name not in named
    ]


def _sound(
    norms: Sequence[CheckedNorm], files: Sequence[Parsed], diagnostics: Sequence[Diagnostic]
) -> Iterator[CheckedNorm]:
    """The norms of the blocks in which no error stands."""
    starts: dict[str, list[int]] = {}
    for block in (block for each in files for block in each.file.blocks):
        starts.setdefault(block.span.file, []).append(block.span.line)

    def block_of(span: Span) -> tuple[str, int]:
        lines = starts.get(span.file, [])
        return span.file, bisect_right(lines, span.line)

    faulty = {block_of(each.span) for each in diagnostics if each.is_error}
    damaged = {
        block_of(block.span)
        for each in files
        for block in each.file.blocks
        if block.span.line in each.damaged
    }
    for norm in norms:
        if norm.is_complete and block_of(norm.head.span) not in faulty | damaged:
            yield norm
