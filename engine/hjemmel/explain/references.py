"""Findings of other norms that a clause refers to: how each stands, and why where it decides."""

from hjemmel.core.nodes import Ref
from hjemmel.explain.finding import Finding, Result, pruned
from hjemmel.explain.seen import Stands
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.standing import Standing, standing
from hjemmel.explain.steps import OfNorm
from hjemmel.provenance.situation import Here


def reference(node: Ref, site: Site) -> Tell:
    """How another norm stands, and its own reason where that is decisive."""
    norm, said = site.book.norms[node.norm], node.origin.words
    step = site.step(node, OfNorm(norm, said))
    truth, decides = site.truth(node), site.decides(node)
    deciding = site.reading.deciding(node)

    made: dict[tuple[Standing, Result], Finding] = {}

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        stands, result = standing(told.case, norm), RESULTS[truth(told.row)]
        if decides(told, here, given):
            reason = told.referenced(norm, deciding(told.row))
            seen = Stands(norm, stands.outcome, stands.effect, said, reason is None)
            because = tuple([pruned(each) for each in reason or ()])
            return Finding(step, result, seen, True, because)
        found = made.get((stands, result))
        if found is None:
            seen = Stands(norm, stands.outcome, stands.effect, said, False)
            found = made[stands, result] = Finding(step, result, seen, False)
        return found

    return tell
