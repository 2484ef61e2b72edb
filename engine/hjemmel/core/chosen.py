"""A day that a rulebook takes where the sources give only a span."""

from datetime import date

from attrs import frozen

from hjemmel.source.moment import Moment


@frozen
class ChosenDay:
    """The day that a rulebook takes for a boundary of which the sources give only a span."""

    day: date
    within: Moment
    why: str
    is_last: bool = False

    def decides(self, day: date) -> bool:
        """Whether it is only by this choice that the day lies on one side of the boundary."""
        if self.is_last:
            return self.within.first < day <= self.within.last
        return self.within.first <= day < self.within.last
