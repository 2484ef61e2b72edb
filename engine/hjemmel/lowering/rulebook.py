"""A checked rulebook to a program."""

from attrs import evolve

from hjemmel.check.rulebook import CheckedRulebook
from hjemmel.core.program import Norm, Program
from hjemmel.lowering.clauses import lower_clause
from hjemmel.lowering.context import Context
from hjemmel.lowering.norms import lower_norm
from hjemmel.lowering.outline import outline
from hjemmel.source.citation import Citation


def lower_rulebook(name: str, fingerprint: str, checked: CheckedRulebook) -> Program:
    """The program of the norms that are sound."""
    ctx = Context(checked.symbols, lower_clause)
    norms = []
    for checked_norm in checked.sound:
        ctx.tables = checked_norm.tables
        norm = lower_norm(ctx, checked_norm.head)
        norms.append(_citing(norm, checked.likewise.get(norm.id, ())))
    known = {norm.id for norm in norms}
    order = tuple(name for name in checked.order if name in known)
    remarks = outline(checked.files)
    return Program(name, fingerprint, checked.symbols.schema, tuple(norms), order, remarks)


def _citing(norm: Norm, citations: tuple[Citation, ...]) -> Norm:
    """The norm with what refers to it («gjelder tilsvarende»), in every wording."""
    if not citations:
        return norm
    wordings = (evolve(each, likewise=each.likewise + citations) for each in norm.wordings)
    return evolve(norm, wordings=tuple(wordings))
