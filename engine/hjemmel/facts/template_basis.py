"""What a template is made from, and what it says of it."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from hjemmel.core.program import Program

Predicate = Callable[[str], str]
"""A yes/no fact as something said: «har plan» as it stands, «godkjent» as «er godkjent»."""


@frozen
class TemplateBasis:
    """A rulebook, the version of the engine, and how its facts are said."""

    program: Program
    engine: str
    predicate: Predicate

    @property
    def newest(self) -> date | None:
        """The first day of the newest wording: how far the rulebook is kept up."""
        norms = self.program.norms
        days = [each.start.first for norm in norms for each in norm.wordings if each.start]
        return max(days, default=None)
