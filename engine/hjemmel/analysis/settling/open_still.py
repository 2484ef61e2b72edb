"""What no fact of a case can settle: questions of law, and days that have not come."""

from hjemmel.case.observation import Unknown
from hjemmel.explain.missing import Missing
from hjemmel.explain.verdict import Verdict, missing

_NOT_FACTS = (Unknown.INTERPRETATION, Unknown.PENDING)


def open_still(before: Verdict) -> tuple[Missing, ...]:
    """Why a verdict stays open though all is told, where that can be said."""
    return tuple(each for each in missing(before) if each.kind in _NOT_FACTS or not each.path)
