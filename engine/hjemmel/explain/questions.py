"""Findings of clauses that the sources leave open: the reading taken, or all of them."""

from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.program import Interpretation
from hjemmel.explain.finding import Finding, Interpreted, Note
from hjemmel.explain.site import Site, Tell, Telling
from hjemmel.explain.steps import Agreed, ReadAs, Role
from hjemmel.provenance.situation import Here, Pair
from hjemmel.words.phrases import is_always


def interpreted(node: Apply, site: Site) -> Tell:
    """Whether the question arises, and the clause that counts: the one read, or as written."""
    arises, then, _ = node.arguments
    question = _question(node, site) or site.book.interpretations.get(then.origin.id)
    if question:
        site.questions[then.origin.id] = question
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    asked = site.reading.truth(arises)
    clauses = {each: site.planned(clause, site.below(number))
               for number, (each, clause) in enumerate(zip("ATW", node.arguments, strict=True), 1)
               if not is_always(clause)}  # fmt: skip
    notes: tuple[Note, ...] = (Interpreted(question),) if question else ()

    def tell(told: Telling, here: Here) -> Finding:
        truth = asked(told.row)
        because = [clauses[each](told, here) for each in _taken(truth) if each in clauses]
        noted = () if truth[1] else notes
        decisive = decides(told, here)
        return Finding(step, result(told.row), None, decisive, tuple(because), noted)

    return tell


def _taken(arises: Pair) -> str:
    """Which of «arises», «then» and «written» are told of."""
    return "AT" if arises[0] else "AW" if arises[1] else "ATW"


def readings(node: Apply, site: Site) -> Tell:
    """Each reading of a question nobody has settled."""
    question = site.questions.get(node.origin.id) or _question(node, site)
    labels = [each.words for each in question.readings] if question else []
    labels = labels if len(labels) == len(node.arguments) else []
    step = site.step(node, Agreed(node.origin.words))
    result, decides = site.result(node), site.decides(node)
    parts = [
        site.planned(each, site.below(number, _role(number, each, labels)))
        for number, each in enumerate(node.arguments, 1)
    ]

    def tell(told: Telling, here: Here) -> Finding:
        because = tuple([part(told, here) for part in parts])
        return Finding(step, result(told.row), None, decides(told, here), because)

    return tell


def _role(number: int, node: Node, labels: list[str]) -> Role:
    words = labels[number - 1] if labels else ""
    return ReadAs(number, words, isinstance(node, Literal))


def _question(node: Apply, site: Site) -> Interpretation | None:
    return site.book.interpretations.get(node.origin.id)
