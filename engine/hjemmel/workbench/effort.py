"""How much work the bench puts into an answer, while somebody waits for it."""

from hjemmel.analysis.differences.effort import Effort

EFFORT = Effort(cases=60, dependants=2)
"""Less than a command: what is near a change is looked at first, and is mostly enough."""
