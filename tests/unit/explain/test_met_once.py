"""What decides is told on the way down where no clause is met twice, as it would be marked."""

from collections import Counter

from hjemmel.explain import trace
from hjemmel.explain.norm_plan import plan_of
from hjemmel.explain.trace import MOST_LINKS, reason
from hjemmel.explain.verdict import Verdict
from hjemmel.provenance.decisive import marking_near
from random_programs.pairs import pairs
from support.evaluation import assess, evaluate


def verdicts(seed: int, count: int) -> list[Verdict]:
    """The verdicts of random rulebooks and facts."""
    found: list[Verdict] = []
    for pair in pairs(seed, count):
        seen = pair.situation.observation
        valuation = evaluate(pair.program, seen.view)
        found += assess(pair.program, seen, valuation, pair.situation.day)
    return found


def test_on_the_way_down_the_same_decides_as_is_marked() -> None:
    """Both kinds of norm are there, and of those met once the findings are the same."""
    kinds: Counter[bool] = Counter()
    for verdict in verdicts(31, 500):
        case, norm = verdict.case, verdict.norm
        plan = plan_of(case, norm)
        kinds[plan.is_tree] += 1
        marked = marking_near(case, norm, verdict.stage, MOST_LINKS).nodes
        told = trace._Reach(case, marked).findings(plan, verdict.stage, trace._ALL)
        assert reason(case, norm, verdict.stage) == told
    assert min(kinds[True], kinds[False]) > 100, kinds
