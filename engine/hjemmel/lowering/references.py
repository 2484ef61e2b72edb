"""Norms that refer to norms: «§ 4-3 «x» er oppfylt», «minst ett krav i … er brutt»."""

from hjemmel.check import problems_references, problems_types
from hjemmel.core.nodes import Aspect, Node, Op, Ref
from hjemmel.lowering.context import Context
from hjemmel.source.span import Span
from hjemmel.syntax import tree

HOLDS = frozenset(["oppfylt", "åpen", "innvilget", "varslet", "fulgt", "fullført", "gjeldende"])
FAILS = frozenset(["brutt", "fraveket", "nektet", "avslått"])
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


def lower_outcome(
    ctx: Context, norm: tree.NormName | tree.NormGroup, clause: tree.Is
) -> Node | None:
    """A norm's, or a group's, outcome as a truth."""
    value = clause.values[0]
    word = value.words.casefold() if isinstance(value, tree.Name) else ""
    if len(clause.values) != 1 or word not in HOLDS | FAILS:
        ctx.report(problems_types.wrong_norm_outcome(word or "dette", value.span))
        return None
    one = norm_holds if word in HOLDS else norm_fails
    if isinstance(norm, tree.NormName):
        found = ctx.norm_of(norm)
        return one(ctx, found, clause.span, clause.words) if found else None
    group = ctx.group_of(norm)
    if not group:
        if not ctx.unread:
            ctx.report(
                problems_references.empty_group(clause.words.rsplit(" er ", 1)[0], norm.span)
            )
        return None
    return _group(ctx, norm, group, clause)


def _group(ctx: Context, norm: tree.NormGroup, group: list[str], clause: tree.Is) -> Node:
    """«alle» looks for one that stands and is otherwise; «minst ett» for one that is so."""
    value = clause.values[0]
    holds = isinstance(value, tree.Name) and value.words.casefold() in HOLDS
    same, other = (norm_holds, norm_fails) if holds else (norm_fails, norm_holds)
    if norm.quantity.startswith("minst"):
        return ctx.any_of([same(ctx, each, clause.span) for each in group], clause.span,
                          clause.words)  # fmt: skip
    unwanted = other if norm.quantity == "alle" else same
    none = [ctx.apply(Op.NOT, unwanted(ctx, each, clause.span)) for each in group]
    return ctx.all_of(none, clause.span, clause.words)
