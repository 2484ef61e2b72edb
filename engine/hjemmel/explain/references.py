"""Findings of other norms that a clause refers to: how each stands, and why where it decides."""

from hjemmel.core.nodes import Ref
from hjemmel.explain.finding import Finding, pruned
from hjemmel.explain.seen import Stands
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.standing import standing
from hjemmel.explain.steps import OfNorm
from hjemmel.provenance.situation import Here


def reference(node: Ref, site: Site) -> Tell:
    """How another norm stands, and its own reason where that is decisive."""
    norm, said = site.book.norms[node.norm], node.origin.words
    step = site.step(node, OfNorm(norm, said))
    truth, decides = site.truth(node), site.decides(node)
    deciding = site.reading.deciding(node)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        stands, decisive = standing(told.case, norm), decides(told, here, given)
        reason = told.referenced(norm, deciding(told.row)) if decisive else ()
        seen = Stands(norm, stands.outcome, stands.effect, said, reason is None)
        because = tuple([pruned(each) for each in reason or ()])
        return Finding(step, RESULTS[truth(told.row)], seen, decisive, because)

    return tell
