"""Norms that refer to norms: «§ 4-3 «x» er oppfylt», «minst ett krav i … er brutt»."""

from hjemmel.core.nodes import Node, Op, Ref, Standing
from hjemmel.lowering.context import Context
from hjemmel.syntax import tree


def lower_outcome(ctx: Context, norm: tree.NormName | tree.NormGroup, clause: tree.Is) -> Node:
    """A norm's, or a group's, outcome as a truth."""
    if isinstance(norm, tree.NormName):
        asked = _standing(ctx.tables.outcomes[clause])
        return Ref(ctx.norm_of(norm), asked, ctx.origin(clause.span, clause.words))
    return _group(ctx, norm, ctx.group_of(norm), clause)


def _group(ctx: Context, norm: tree.NormGroup, group: tuple[str, ...], clause: tree.Is) -> Node:
    """«alle» looks for one that stands and is otherwise; «minst ett» for one that is so."""
    asked = _standing(ctx.tables.outcomes[clause] is not (norm.quantity == "alle"))
    refs = [Ref(each, asked, ctx.origin(clause.span)) for each in group]
    some = norm.quantity.startswith("minst")
    if len(refs) == 1:
        return refs[0] if some else ctx.apply(Op.NOT, refs[0])
    operator = Op.SOME_NORM if some else Op.NO_NORM
    return ctx.apply(operator, *refs, span=clause.span, words=clause.words)


def _standing(holds: bool) -> Standing:
    return Standing.MET if holds else Standing.BROKEN
