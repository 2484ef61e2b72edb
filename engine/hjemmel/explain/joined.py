"""Findings of what joins several claims: all of them, any of them, a rule with exceptions."""

from collections.abc import Sequence

from attrs import evolve

from hjemmel.core.nodes import Apply, Default, Each, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.explain.finding import Finding, Notice, Result, turned
from hjemmel.explain.seen import Coverage, Known, Tally
from hjemmel.explain.site import Site, Tell, Telling
from hjemmel.explain.steps import Covers, Exempt, OneValue
from hjemmel.provenance.situation import UNDECIDED, Here, Situation
from hjemmel.words.phrases import is_always


def each_planned(nodes: Sequence[Node], site: Site) -> tuple[Tell, ...]:
    """What tells of each of the clauses, but for those that ask nothing; numbered as written."""
    return tuple(
        site.planned(each, site.below(number))
        for number, each in enumerate(nodes, 1)
        if not is_always(each)
    )


def joined(node: Apply, site: Site) -> Tell:
    """«og» or «eller»: how many of the parts hold."""
    return _counted(node, site, each_planned(_flattened(node), site))


def _flattened(node: Apply) -> tuple[Node, ...]:
    """The parts, with parts of the same kind that have no words of their own taken apart."""
    found: list[Node] = []
    for part in node.arguments:
        if isinstance(part, Apply) and part.operator == node.operator and not part.origin.words:
            found += _flattened(part)
        else:
            found.append(part)
    return tuple(found)


def _counted(node: Apply, site: Site, parts: tuple[Tell, ...]) -> Tell:
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    tallies = [Tally(held, held, len(parts)) for held in range(len(parts) + 1)]

    def tell(told: Telling, here: Here) -> Finding:
        because = tuple([part(told, here) for part in parts])
        held = sum([each.result is Result.HOLDS for each in because])
        return Finding(step, result(told.row), tallies[held], decides(told, here), because)

    return tell


def group(node: Apply, site: Site) -> Tell:
    """Norms of a group: of «ingen», each holds that is otherwise."""
    refs = [each for each in node.arguments if isinstance(each, Ref)]
    parts = each_planned(node.arguments, site)
    if sense(node) is Sense.NO_NORM:
        parts = tuple(map(_turned, parts))
    counted = _counted(node, site, parts)

    def tell(told: Telling, here: Here) -> Finding:
        found = counted(told, here)
        if not all(_does_not_apply(told.case, each.norm) for each in refs):
            return found
        return evolve(found, notes=(Notice.NONE_APPLICABLE,))

    return tell


def _turned(tell: Tell) -> Tell:
    def told_of_opposite(told: Telling, here: Here) -> Finding:
        found = tell(told, here)
        return evolve(found, result=turned(found.result))

    return told_of_opposite


def _does_not_apply(case: Situation, norm: str) -> bool:
    *before, _ = case.valuation.norms[norm].stages
    return any(fails for _, (_, fails) in before)


def covering(node: Apply, site: Site) -> Tell:
    """«omfatter»: which of the required values are there."""
    members = [each for each in node.arguments if isinstance(each, Each)]
    required = tuple(map(_required, members))
    values = tuple(OneValue(each.value, each.type) for each in required)
    known = [Known(each.value, each.type) for each in required]
    asked = Covers(members[0].domain, values, site.names, node.origin.words)
    step, result, decides = site.step(node, asked), site.result(node), site.decides(node)
    numbered = enumerate(zip(members, values, strict=True), 1)
    parts = [_value(each, value, site.below(number)) for number, (each, value) in numbered]
    truths = [site.reading.truth(each) for each in members]

    def tell(told: Telling, here: Here) -> Finding:
        pairs = [(truth(told.row), value) for truth, value in zip(truths, known, strict=True)]
        lacking = tuple([value for truth, value in pairs if truth[1]])
        unsure = tuple([value for truth, value in pairs if truth == UNDECIDED])
        because = tuple([part(told, here) for part in parts])
        seen = Coverage(lacking, unsure)
        return Finding(step, result(told.row), seen, decides(told, here), because)

    return tell


def _required(member: Each) -> Literal:
    """The value that a member is to have."""
    assert isinstance(member.body, Apply)
    wanted = member.body.arguments[1]
    assert isinstance(wanted, Literal)
    return wanted


def _value(node: Node, value: OneValue, site: Site) -> Tell:
    step, result, decides = site.step(node, value), site.result(node), site.decides(node)
    return lambda told, here: Finding(step, result(told.row), None, decides(told, here))


def default(node: Default, site: Site) -> Tell:
    """A rule and its exceptions, the conditions first."""
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    conditions = (node.condition, node.consequence)
    exceptions = [site.planned(each, site.below(number, Exempt()))
                  for number, each in enumerate(node.exceptions, len(conditions) + 1)]  # fmt: skip
    parts = (*each_planned(conditions, site), *exceptions)

    def tell(told: Telling, here: Here) -> Finding:
        because = tuple([part(told, here) for part in parts])
        return Finding(step, result(told.row), None, decides(told, here), because)

    return tell
