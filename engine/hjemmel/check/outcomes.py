"""What is said of other norms: «§ 4-3 «x» er oppfylt», «minst ett krav i … er brutt»."""

from hjemmel.check import problems_names, problems_references, problems_types
from hjemmel.check.checking import Checking
from hjemmel.check.references import NormReference
from hjemmel.syntax import tree

_HOLDS = frozenset(["oppfylt", "åpen", "innvilget", "varslet", "fulgt", "fullført", "gjeldende"])
_FAILS = frozenset(["brutt", "fraveket", "nektet", "avslått"])


def is_sound_outcome(ctx: Checking, norm: tree.NormName | tree.NormGroup, clause: tree.Is) -> bool:
    """A norm's outcome, or that of a group."""
    value = clause.values[0]
    word = value.words.casefold() if isinstance(value, tree.Name) else ""
    if len(clause.values) != 1 or word not in _HOLDS | _FAILS:
        ctx.report(problems_types.wrong_norm_outcome(word or "dette", value.span))
        return False
    ctx.tables.outcomes[clause] = word in _HOLDS
    if isinstance(norm, tree.NormName):
        return find_norm(ctx, norm) is not None
    return _is_group(ctx, norm, clause)


def find_norm(ctx: Checking, name: tree.NormName) -> str | None:
    """The id of the norm that is named; None where there is none, or more than one."""
    directory = ctx.around.directory
    norms = directory.meant(name, ctx.norm)
    if not norms and not ctx.was_lost(name.title):
        ctx.report(directory.unknown(name))
    if len(norms) > 1:
        options = ", ".join(f"«{norm}»" for norm in norms)
        ctx.report(problems_names.ambiguous(name.title, options, name.span))
    if len(norms) != 1:
        return None
    _refer(ctx, name, norms)
    return norms[0]


def _is_group(ctx: Checking, group: tree.NormGroup, clause: tree.Is) -> bool:
    """Whether there are norms of a group besides the one that speaks of it."""
    norms = ctx.around.directory.meant(group, ctx.norm)
    if not norms:
        if not ctx.around.lost:
            named = clause.words.rsplit(" er ", 1)[0]
            ctx.report(problems_references.empty_group(named, group.span))
        return False
    _refer(ctx, group, norms)
    return True


def _refer(ctx: Checking, name: tree.NormName | tree.NormGroup, norms: tuple[str, ...]) -> None:
    ctx.tables.refer(name, NormReference(norms), name.span)
    ctx.refers_to |= set(norms)
