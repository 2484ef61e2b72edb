"""A rulebook: files to a program."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import evolve

from hjemmel.check import problems_declarations, problems_logic, problems_names
from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head, declared_twice, heads
from hjemmel.check.symbols import Symbols, declare
from hjemmel.core.nodes import Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import ASSESSMENTS
from hjemmel.core.types import Listed, Registered, Text
from hjemmel.core.walk import nodes_of
from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.lowering.citations import lower_citations
from hjemmel.lowering.context import Context
from hjemmel.lowering.norms import lower_norm
from hjemmel.lowering.outline import outline
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.syntax.blocks import LikewiseBlock
from hjemmel.syntax.parse import Parsed
from hjemmel.syntax.tree import NormGroup, NormName


def lower_rulebook(
    name: str, fingerprint: str, files: Sequence[Parsed], sentences: Sentences | None
) -> Checked[Program]:
    """The program of a rulebook and all that it builds on; `files` has the latter first."""
    symbols, diagnostics = declare([each.file for each in files])
    found: list[Head] = []
    for each in files:
        more, problems_found = heads(each.file, tuple(each.damaged))
        found += more
        diagnostics += problems_found
    diagnostics += declared_twice(found)
    directory = Directory(tuple(found))
    ctx = _context(symbols, sentences, directory, files)
    norms = [each for each in (lower_norm(ctx, head) for head in found) if each]
    ctx.place = ""
    norms = _likewise(ctx, norms, files)
    order, cycle = _order(norms)
    diagnostics += [*ctx.diagnostics, *cycle]
    whole = not any(each.unread or each.damaged for each in files)
    if whole and not any(each.is_error for each in diagnostics):
        diagnostics += _unused(symbols, ctx.used)
    told = outline([each.file for each in files])
    program = Program(name, fingerprint, symbols.schema, tuple(norms), order, told)
    return Checked(program, tuple(diagnostics))


def _context(
    symbols: Symbols, sentences: Sentences | None, directory: Directory, files: Sequence[Parsed]
) -> Context:
    unread = tuple(text for each in files for text in each.unread)

    def norm_of(wanted: NormName) -> str | None:
        found = tuple(dict.fromkeys(directory.find(wanted)))
        if not found and not ctx.was_lost(wanted.title):
            ctx.report(directory.unknown(wanted))
        if len(found) > 1:
            options = ", ".join(f"«{each}»" for each in found)
            ctx.report(problems_names.ambiguous(wanted.title, options, wanted.span))
        return found[0] if len(found) == 1 else None

    def group_of(wanted: NormGroup) -> list[str]:
        return [each for each in directory.group(wanted) if each != ctx.norm]

    ctx = Context(symbols, sentences, norm_of, group_of, unread)
    return ctx


def _likewise(ctx: Context, norms: list[Norm], files: Sequence[Parsed]) -> list[Norm]:
    """«gjelder tilsvarende» adds its citations to every wording of the norms it names."""
    added: dict[str, tuple[Citation, ...]] = {}
    for file in files:
        for block in file.file.blocks:
            if isinstance(block, LikewiseBlock):
                citations = lower_citations(ctx, block.cited)
                for name in block.norms:
                    target = ctx.norm_of(name)
                    if target is not None:
                        added[target] = added.get(target, ()) + citations
    return [_citing(each, added.get(each.id, ())) for each in norms]


def _citing(norm: Norm, citations: tuple[Citation, ...]) -> Norm:
    if not citations:
        return norm
    wordings = tuple(evolve(each, likewise=each.likewise + citations) for each in norm.wordings)
    return evolve(norm, wordings=wordings)


def _order(norms: list[Norm]) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """An order in which every norm comes after those it refers to."""
    known = {each.id: each for each in norms}
    graph = {each.id: sorted(_references(each) & set(known)) for each in norms}
    try:
        return tuple(TopologicalSorter(graph).static_order()), []
    except CycleError as error:
        chain = error.args[1]
        first = known[chain[0]]
        return (), [problems_logic.circular_norms(" → ".join(chain), first.span)]


def _references(norm: Norm) -> set[str]:
    roots: tuple[Node, ...] = (norm.deciding, norm.in_force, norm.applies, norm.requirement)
    return {node.norm for root in roots for node in nodes_of(root) if isinstance(node, Ref)}


def _unused(symbols: Symbols, used: set[tuple[str, str]]) -> list[Diagnostic]:
    """Facts and terms that no rule refers to."""
    schema = symbols.schema
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
