"""Norms that refer to norms: «§ 4-3 «x» er oppfylt», «minst ett krav i … er brutt»."""

from hjemmel.check.outcomes import says_it_holds
from hjemmel.core.nodes import Aspect, Node, Op, Ref
from hjemmel.lowering.context import Context
from hjemmel.source.span import Span
from hjemmel.syntax import tree

_STANDS = (Aspect.SUBJECT, Aspect.IN_FORCE, Aspect.APPLIES)


def norm_holds(ctx: Context, norm: str, span: Span, words: str = "") -> Node:
    """The norm is in force, applies and is met."""
    refs: list[Node] = [Ref(norm, aspect, ctx.origin(span)) for aspect in _STANDS]
    return ctx.all_of([*refs, Ref(norm, Aspect.REQUIREMENT, ctx.origin(span))], span, words)


def norm_fails(ctx: Context, norm: str, span: Span, words: str = "") -> Node:
    """The norm is in force, applies and is not met."""
    refs: list[Node] = [Ref(norm, aspect, ctx.origin(span)) for aspect in _STANDS]
    unmet = ctx.apply(Op.NOT, Ref(norm, Aspect.REQUIREMENT, ctx.origin(span)))
    return ctx.all_of([*refs, unmet], span, words)


def lower_outcome(ctx: Context, norm: tree.NormName | tree.NormGroup, clause: tree.Is) -> Node:
    """A norm's, or a group's, outcome as a truth."""
    if isinstance(norm, tree.NormName):
        one = norm_holds if says_it_holds(clause) else norm_fails
        return one(ctx, ctx.norm_of(norm), clause.span, clause.words)
    return _group(ctx, norm, ctx.group_of(norm), clause)


def _group(ctx: Context, norm: tree.NormGroup, group: tuple[str, ...], clause: tree.Is) -> Node:
    """«alle» looks for one that stands and is otherwise; «minst ett» for one that is so."""
    holds = says_it_holds(clause)
    same, other = (norm_holds, norm_fails) if holds else (norm_fails, norm_holds)
    if norm.quantity.startswith("minst"):
        return ctx.any_of([same(ctx, each, clause.span) for each in group], clause.span,
                          clause.words)  # fmt: skip
    unwanted = other if norm.quantity == "alle" else same
    none = [ctx.apply(Op.NOT, unwanted(ctx, each, clause.span)) for each in group]
    return ctx.all_of(none, clause.span, clause.words)
