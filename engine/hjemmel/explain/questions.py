"""Findings of clauses that the sources leave open: the reading taken, or all of them."""

from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.program import Interpretation
from hjemmel.explain.finding import Finding, Interpreted, Note
from hjemmel.explain.joined import each_planned, tell_parts
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.steps import Agreed, ReadAs, Role
from hjemmel.provenance.situation import Here, Pair


def interpreted(node: Apply, site: Site) -> Tell:
    """Whether the question arises, and the clause that counts: the one read, or as written."""
    arises, then, _ = node.arguments
    question = _question(node, site) or site.book.interpretations.get(then.origin.id)
    if question:
        site.questions[then.origin.id] = question
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    asked = site.reading.truth(arises)
    parts, marks = each_planned(node.arguments, site), site.marks(node)
    notes: tuple[Note, ...] = (Interpreted(question),) if question else ()

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        arisen = asked(told.row)
        taken = tuple([part for part in parts if part[0] in _taken(arisen)])
        because = tell_parts(taken, marks, told, here, given)
        noted = () if arisen[1] else notes
        decisive = decides(told, here, given)
        return Finding(step, RESULTS[truth(told.row)], None, decisive, because, noted)

    return tell


def _taken(arises: Pair) -> tuple[int, ...]:
    """Which are told of: whether it arises, the clause as it is read then, and as written."""
    return (0, 1) if arises[0] else (0, 2) if arises[1] else (0, 1, 2)


def readings(node: Apply, site: Site) -> Tell:
    """Each reading of a question nobody has settled."""
    question = site.questions.get(node.origin.id) or _question(node, site)
    labels = [each.words for each in question.readings] if question else []
    labels = labels if len(labels) == len(node.arguments) else []
    step = site.step(node, Agreed(node.origin.words))
    truth, decides = site.truth(node), site.decides(node)
    parts = tuple(
        (number, site.planned(each, site.below(number + 1, _role(number + 1, each, labels))))
        for number, each in enumerate(node.arguments)
    )
    marks = site.marks(node)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        because = tell_parts(parts, marks, told, here, given)
        return Finding(step, RESULTS[truth(told.row)], None, decides(told, here, given), because)

    return tell


def _role(number: int, node: Node, labels: list[str]) -> Role:
    words = labels[number - 1] if labels else ""
    return ReadAs(number, words, isinstance(node, Literal))


def _question(node: Apply, site: Site) -> Interpretation | None:
    return site.book.interpretations.get(node.origin.id)
