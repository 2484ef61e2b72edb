"""Bits and sizes: plain Python values as long as nothing is open, formulas of a solver from there.

Note: `==` on two formulas is a formula, and so true to Python. Nothing here is compared but by
`same`, which asks whether two are one and the same.
"""

from collections.abc import Callable, Iterable
from typing import Any

import z3

Bit = Any
"""A Python truth, or a formula."""
Size = Any
"""A Python number, or a formula."""


def negation(bit: Bit) -> Bit:
    """The bit is not set."""
    if isinstance(bit, bool):
        return not bit
    return z3.BoolRef(z3.Z3_mk_not(bit.ctx.ref(), bit.as_ast()), bit.ctx)


def conj(bits: Iterable[Bit]) -> Bit:
    """All of them."""
    found = _apart(bits, False)
    if found is None:
        return False
    return _joined(z3.Z3_mk_and, found) if len(found) > 1 else found[0] if found else True


def disj(bits: Iterable[Bit]) -> Bit:
    """Any of them."""
    found = _apart(bits, True)
    if found is None:
        return True
    return _joined(z3.Z3_mk_or, found) if len(found) > 1 else found[0] if found else False


def _joined(make: Callable[..., Any], bits: list[Any]) -> Bit:
    """Made right away: z3 otherwise looks for the kind of every bit, which takes longest of all."""
    context = bits[0].ctx
    parts = (z3.Ast * len(bits))(*(each.as_ast() for each in bits))
    return z3.BoolRef(make(context.ref(), len(bits), parts), context)


def _apart(bits: Iterable[Bit], decided: bool) -> list[Any] | None:
    """Those that are open, each once; None where one decides."""
    found: dict[int, Any] = {}
    for each in bits:
        if isinstance(each, bool):
            if each is decided:
                return None
        else:
            found[each.get_id()] = each
    return list(found.values())


def implied(bit: Bit, other: Bit) -> Bit:
    """Where the first is set, so is the other."""
    return disj([negation(bit), other])


def alike(bit: Bit, other: Bit) -> Bit:
    """Both are set, or neither is."""
    match bit, other:
        case bool(), _:
            return other if bit else negation(other)
        case _, bool():
            return bit if other else negation(bit)
        case _:  # both are open
            return True if bit.eq(other) else bit == other


def same(one: Size, other: Size) -> bool:
    """Whether two sizes are one and the same."""
    if _is_plain(one) and _is_plain(other):
        return bool(one == other)
    return not _is_plain(one) and not _is_plain(other) and bool(one.eq(other))


def at_most(left: Size, right: Size) -> Bit:
    """`left` ≤ `right`."""
    return True if same(left, right) else left <= right


def equal(left: Size, right: Size) -> Bit:
    """They are the same size."""
    return True if same(left, right) else left == right


def either(bit: Bit, then: Size, otherwise: Size) -> Size:
    """The first where the bit is set, else the other."""
    if isinstance(bit, bool):
        return then if bit else otherwise
    return then if same(then, otherwise) else z3.If(bit, then, otherwise)


def total(bits: Iterable[Bit]) -> Size:
    """How many of the bits are set."""
    found = list(bits)
    sure = sum(each is True for each in found)
    open_ones = [z3.If(each, 1, 0) for each in found if not isinstance(each, bool)]
    return sure + z3.Sum(open_ones) if open_ones else sure


def at_most_set(bits: Iterable[Bit], count: int) -> Bit:
    """No more than so many of the bits are set."""
    found = list(bits)
    left = count - sum(each is True for each in found)
    open_ones = [each for each in found if not isinstance(each, bool)]
    if left < 0 or len(open_ones) <= left:
        return left >= 0
    return z3.AtMost(*open_ones, left) if left else negation(disj(open_ones))


def weigh_at_most(weighed: Iterable[tuple[Bit, int]], most: int) -> Bit:
    """The bits that are set weigh no more than so much together."""
    found = list(weighed)
    left = most - sum(weight for bit, weight in found if bit is True)
    open_ones = [(bit, weight) for bit, weight in found if not isinstance(bit, bool)]
    if left < 0 or sum(weight for _, weight in open_ones) <= left:
        return left >= 0
    return z3.PbLe(open_ones, left)


def _is_plain(size: Size) -> bool:
    return not isinstance(size, z3.ExprRef)
