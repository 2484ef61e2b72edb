"""Who holds a role, by which days, and what is assumed or chosen of them."""

from collections.abc import Iterator

from hjemmel.check import problems_declarations
from hjemmel.check.dated import odd_choices, taken_of, with_chosen
from hjemmel.check.periods import Lasting, check_periods, ends
from hjemmel.core.chosen import ChosenDay
from hjemmel.core.schema import Joint, Role, Tenure
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.moment import Moment
from hjemmel.syntax.blocks import RoleBlock
from hjemmel.syntax.holding import Holding, before_all, holdings

_FIRST, _LAST = ("første dag", "begge dager"), ("siste dag", "begge dager")


def role_problems(block: RoleBlock) -> Iterator[Diagnostic]:
    """Holes and overlaps, days that were chosen elsewhere, and lines below no holder."""
    for line in before_all(block):
        yield problems_declarations.below_no_holder(line.span)
    found = holdings(block)
    for each in found:
        yield from odd_choices(each.holder.start, each.holder.end, each.chosen)
    yield from check_periods([*map(_lasting, found)])


def role_of(block: RoleBlock) -> Role:
    """The role, with its holders in the order written."""
    found = holdings(block)
    last = ends([*map(_lasting, found)])
    in_order = sorted(found, key=lambda each: each.holder.start.first)
    tenures = {
        each.holder.span: _tenure(each, last[each.holder.span], before, after)
        for before, each, after in _between_neighbours(in_order)
    }
    return Role(block.name.words, tuple(tenures[each.holder.span] for each in found), block.span)


def _between_neighbours(
    found: list[Holding],
) -> Iterator[tuple[Holding | None, Holding, Holding | None]]:
    around: list[Holding | None] = [None, *found, None]
    return zip(around[:-2], found, around[2:], strict=True)


def _tenure(
    of: Holding, end: Moment | None, before: Holding | None, after: Holding | None
) -> Tenure:
    """One holder; a day is assumed also where the one before or after says so."""
    return Tenure(
        _lasting(of).start, end, tuple(who.words for who in of.holder.holders),
        "; ".join(f"{each.which}: {each.text}" for each in of.assumed),
        Joint(of.holder.joint),
        _assumes(of, _FIRST) or _assumes(before, _LAST),
        _assumes(of, _LAST) or _assumes(after, _FIRST),
        tuple(_chosen(of)),
    )  # fmt: skip


def _assumes(of: Holding | None, which: tuple[str, ...]) -> bool:
    return of is not None and any(each.which in which for each in of.assumed)


def _chosen(of: Holding) -> Iterator[ChosenDay]:
    for each in taken_of(of.holder.start, of.holder.end, of.chosen):
        yield ChosenDay(each.line.day, each.within, each.line.text, each.is_last)


def _lasting(of: Holding) -> Lasting:
    holder = of.holder
    return with_chosen(Lasting(holder.start, holder.end, holder.span), of.chosen)
