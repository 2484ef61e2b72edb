"""«Mottakeren er myndigheten»: a role as what a name is held against."""

from hjemmel.check import problems_names
from hjemmel.check.checking import Checking
from hjemmel.check.infer_names import is_value
from hjemmel.check.references import RoleReference
from hjemmel.core.schema import Role
from hjemmel.core.types import Enumerated, Registered, Text, Type
from hjemmel.syntax import tree


def refer_to_role(ctx: Checking, value: tree.Expression, kind: Type) -> bool | None:
    """Whether the holders of the role can be values of the type; None where no role is named."""
    if not isinstance(value, tree.Name) or value.quoted:
        return None
    if not isinstance(kind, (Text, Enumerated, Registered)):
        return None
    if is_value(ctx, value, kind) or ctx.path(value.words):
        return None
    folded = value.words.casefold()
    role = next((each for each in ctx.schema.roles if each.name.casefold() == folded), None)
    if role is None:
        return None
    strange = _strange(ctx, role, kind)
    if strange:
        ctx.report(problems_names.holder_is_no_value(role.name, strange, value.span, role.span))
        return False
    ctx.tables.refer(value, RoleReference(role.name, kind), value.span)
    ctx.typed(value, kind)
    return True


def _strange(ctx: Checking, role: Role, kind: Type) -> str:
    """A holder that the list of the type does not have; nothing where it has them all."""
    if not isinstance(kind, (Enumerated, Registered)):
        return ""
    holders = (name for each in role.tenures for name in each.holders)
    return next((each for each in holders if not _is_listed(ctx, each, kind)), "")


def _is_listed(ctx: Checking, holder: str, kind: Enumerated | Registered) -> bool:
    if isinstance(kind, Enumerated):
        return holder in ctx.schema.enumeration(kind.name).values
    entries = ctx.schema.register(kind.name).entries
    return ctx.schema.canonical(holder) in [each.name for each in entries]
