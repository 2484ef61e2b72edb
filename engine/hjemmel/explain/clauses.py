"""How each clause is told of: one way for each kind of node, found out once a program."""

from typing import assert_never

from attrs import evolve

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.operators import Sense, joint
from hjemmel.core.schema import PRESENCE
from hjemmel.explain import facts, members, questions, references
from hjemmel.explain.comparisons import comparison
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.joined import covering, default, group, joined
from hjemmel.explain.site import Denied, Site, Tell
from hjemmel.explain.steps import Always, Asked, OfNorm, Opposite
from hjemmel.provenance.decisive import is_comparison


def planned(node: Node, site: Site) -> Tell:
    """What tells of a clause that has a truth, in any case."""
    match node:
        case Literal():
            return _literal(node, site)
        case Fact():
            return facts.fact(node, site)
        case Ref():
            return references.reference(node, site)
        case Default():
            return default(node, site)
        case Each():
            return members.quantifier(node, site)
        case Apply():
            return _apply(node, site)
        case _:
            assert_never(node)


def _literal(node: Literal, site: Site) -> Tell:
    holds = bool(node.value)
    step = evolve(site.step(node, Always(holds)), citations=())
    came_out = holds != bool(site.denied and site.denied.turns)
    result = Result.HOLDS if came_out else Result.FAILS
    finding = Finding(step, result, None, decisive=False)
    return lambda _told, _here, _given: finding


def _apply(node: Apply, site: Site) -> Tell:
    if is_comparison(node):
        return comparison(node, site)
    said = joint(node)
    match said:
        case Sense.NOT:
            return _denial(node, site)
        case Sense.READ_AS:
            return questions.interpreted(node, site)
        case Sense.AGREED:
            return questions.readings(node, site)
        case Sense.COVERS:
            return covering(node, site)
        case Sense.SOME_NORM | Sense.NO_NORM:
            return group(node, site)
        case Sense.ALL | Sense.ANY:
            return joined(node, site)
        case _:
            assert_never(said)


def _denial(node: Apply, site: Site) -> Tell:
    """What is denied; a fact is told as it is, so that its «ja» or «nei» is of what is said."""
    if site.denied:  # the outermost says it
        around = site.denied
        cited = around.citations or node.origin.citations
        denied = evolve(around, citations=cited, turns=not around.turns)
        return planned(node.arguments[0], evolve(site, denied=denied))
    (inner,) = node.arguments
    denied = Denied(node, _said(node, inner, site), node.origin.citations)
    return planned(inner, evolve(site, denied=denied))


def _said(node: Apply, inner: Node, site: Site) -> Asked | None:
    """What is said of a denial; None where it is what is said of what it denies."""
    match inner:
        case Fact() if inner.name != PRESENCE:
            return None
        case Ref():
            return OfNorm(site.book.norms[inner.norm], node.origin.words or inner.origin.words)
        case _:
            return Opposite(node, inner, site.names)
