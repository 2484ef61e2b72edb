"""How much work may be put into an answer. It is counted, not timed: so answers do not depend on
the machine."""

from attrs import frozen


@frozen
class Effort:
    """For each norm: the solver's own count of work, and how many cases to try without it.

    `dependants` is of how many norms that rest on one change a difference is shown; of the rest
    only the terms are looked at.
    """

    work: int = 50_000_000
    cases: int = 2_000
    dependants: int = 5


ORDINARY = Effort()
