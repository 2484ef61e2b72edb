"""«A er B eller C» and «A er minst B»: two sides of one type, and a value that can be met."""

from hjemmel.check import problems_logic, problems_types
from hjemmel.check.checking import Checking
from hjemmel.check.infer_values import infer_value, is_of_type
from hjemmel.check.left_out import check_named
from hjemmel.check.role_values import refer_to_role
from hjemmel.check.types import shown
from hjemmel.core.types import (
    Date,
    Enumerated,
    Listed,
    Registered,
    Truth,
    Type,
    is_ordered,
    is_symbolic,
)
from hjemmel.source.span import Span
from hjemmel.syntax import tree

_OF_DAYS = ("senest", "tidligst", "før", "etter")
_OF_AMOUNTS = ("minst", "høyst", "inntil", "mer enn", "mindre enn")
_EQUAL = "lik"
_NOT_LESS = (_EQUAL, "minst", "mer enn")
"""The relations that a number too high never has."""


def is_sound_equality(
    ctx: Checking, left: tree.Expression, wanted: tuple[tree.Expression, ...], of: tree.Is
) -> bool:
    """«A er B eller C», for a left side whose type is known."""
    kind = ctx.tables.types[left]
    roles = {id(value): refer_to_role(ctx, value, kind) for value in wanted}
    if False in roles.values():
        return False
    wanted = tuple(value for value in wanted if roles[id(value)] is None)
    if not wanted:
        return True
    kinds = [infer_value(ctx, value, kind) for value in wanted]
    if None in kinds:
        return False
    for other, value in zip(kinds, wanted, strict=True):
        if other is not None and (other != kind or isinstance(kind, Listed)):
            ctx.report(problems_types.wrong_type(shown(other), _single(kind), value.span))
            return False
    if isinstance(kind, Truth):
        return _is_one_truth(ctx, wanted, of.span)
    if is_symbolic(kind):
        return len(wanted) == 1 or _is_some_symbol(ctx, kind, wanted, of)
    return not any(_is_unreachable(ctx, left, _EQUAL, value) for value in wanted)


def is_sound_bound(
    ctx: Checking, left: tree.Expression, relation: str, right: tree.Expression, span: Span
) -> bool:
    """«A er minst B», for a left side whose type is known."""
    kind = ctx.tables.types[left]
    relations = _OF_DAYS if isinstance(kind, Date) else _OF_AMOUNTS
    if not is_ordered(kind) or relation not in relations:
        options = ", ".join(f"«er {name}»" for name in relations)
        help = f"bruk {options}" if is_ordered(kind) else "bruk «er» eller «er ikke»"
        ctx.report(problems_types.wrong_relation(f"er {relation}", shown(kind), span, help))
        return False
    return is_of_type(ctx, right, kind) and not _is_unreachable(ctx, left, relation, right)


def _single(kind: Type) -> str:
    return "en enkelt verdi" if isinstance(kind, Listed) else shown(kind)


def _is_one_truth(ctx: Checking, wanted: tuple[tree.Expression, ...], span: Span) -> bool:
    if len(wanted) == 1 and ctx.tables.constant(wanted[0]):
        return True
    ctx.report(problems_types.wrong_type("flere verdier", "ja eller nei", span))
    return False


def _is_some_symbol(
    ctx: Checking, kind: Type, wanted: tuple[tree.Expression, ...], of: tree.Is
) -> bool:
    constants = [constant for value in wanted if (constant := ctx.tables.constant(value))]
    if len(constants) < len(wanted):
        return True
    named: set[object] = {constant.value for constant in constants}
    if isinstance(kind, Enumerated):
        term = ctx.schema.enumeration(kind.name)
        if set(term.values) == named:
            ctx.report(problems_logic.always_true(term.name, of.span))
            return False
    is_row = not of.words  # what one row of a table leaves out, another may hold
    if isinstance(kind, (Enumerated, Registered)) and not is_row:
        check_named(ctx, kind, named, of.span)
    return True


def _is_unreachable(
    ctx: Checking, left: tree.Expression, relation: str, right: tree.Expression
) -> bool:
    """Report a number of different values that a closed enumeration does not have."""
    number = ctx.tables.constant(right)
    if not isinstance(left, tree.CountDistinct) or number is None or relation not in _NOT_LESS:
        return False
    kind = ctx.tables.types[left.column]
    if not isinstance(kind, Enumerated):
        return False
    size = len(ctx.schema.enumeration(kind.name).values)
    least = int(str(number.value)) + (relation == "mer enn")
    if least <= size:
        return False
    ctx.report(problems_logic.never_true(str(number.value), str(size), right.span))
    return True
