"""Which holder of a role a line below it is about."""

from attrs import frozen

from hjemmel.syntax.blocks import Holder, RoleBlock
from hjemmel.syntax.lines import Assumed, ChosenDay


@frozen
class Holding:
    """A holder, with the lines about its period."""

    holder: Holder
    assumed: tuple[Assumed, ...]
    chosen: tuple[ChosenDay, ...]


def of_all(block: RoleBlock) -> tuple[Assumed, ...]:
    """The one «antatt» after the last of several holders: it is about them all."""
    several, lines = len(block.holders) > 1, block.assumed
    is_after = several and all(each.span > block.holders[-1].span for each in lines)
    return lines if len(lines) == 1 and is_after else ()


def holdings(block: RoleBlock) -> list[Holding]:
    """Each holder with what stands below it, and what is about all."""
    shared = of_all(block)
    own = [each for each in block.assumed if each not in shared]
    return [
        Holding(
            holder,
            (*shared, *(each for each in own if _above(block, each) is holder)),
            tuple(each for each in block.chosen if _above(block, each) is holder),
        )
        for holder in block.holders
    ]


def _above(block: RoleBlock, line: Assumed | ChosenDay) -> Holder | None:
    """The holder that a line stands below."""
    above = [each for each in block.holders if each.span < line.span]
    return above[-1] if above else None


def before_all(block: RoleBlock) -> list[Assumed | ChosenDay]:
    """The lines that stand below no holder."""
    lines: list[Assumed | ChosenDay] = [*block.assumed, *block.chosen]
    return [each for each in lines if _above(block, each) is None]
