"""Findings of other norms that a clause refers to: how each stands, and why where it decides."""

from hjemmel.core.nodes import Ref
from hjemmel.explain.finding import Finding
from hjemmel.explain.seen import Stands
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.standing import standing
from hjemmel.explain.steps import OfNorm
from hjemmel.provenance.situation import Here, Pair


def reference(node: Ref, site: Site) -> Tell:
    """How another norm stands, and its own reason where that is decisive."""
    norm, said = site.book.norms[node.norm], node.origin.words
    step = site.step(node, OfNorm(norm, said))
    truth, decides = site.truth(node), site.decides(node)
    deciding = site.reading.deciding(node)

    # A standing is one of few, made once a program: it is known by which object it is.
    made: dict[tuple[int, Pair], Finding] = {}

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        stands, came_out = standing(told.case, norm), truth(told.row)
        result = RESULTS[came_out]
        if decides(told, here, given):
            reason = told.referenced(norm, deciding(told.row))
            seen = Stands(norm, stands.outcome, stands.effect, said, reason is None)
            return Finding(step, result, seen, True, reason or ())
        found = made.get((id(stands), came_out))
        if found is None:
            seen = Stands(norm, stands.outcome, stands.effect, said, False)
            found = made[id(stands), came_out] = Finding(step, result, seen, False)
        return found

    return tell
