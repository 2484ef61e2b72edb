"""What is asked of a comparison in tests, and the edit that most of them are about."""

from hjemmel.analysis.comparison.aspects import Aspect
from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.render_comparison.sections import page
from hjemmel.analysis.render_comparison.text import text
from hjemmel.render.lines import plain

P, F = "parkering", "forskrift_kap4"
VEHICLE, CARD = "3/om-kjøretøyet", "12/beboerkort"
BOUND = (P, "vekt er høyst 3500", "vekt er høyst 3499")


def norm(of: Comparison, name: str) -> NormDifference:
    """A norm that is told of, by the id it has now or had."""
    found = of.by_id(name)
    assert found is not None, [each.id for each in of.norms]
    return found


def told(of: NormDifference) -> dict[Aspect, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What is another of a norm besides its effect."""
    return {each.aspect: (each.before, each.after) for each in of.aspects}


def read(of: Comparison) -> str:
    """The comparison as it is read."""
    return plain(text(page(of), 1_000_000))
