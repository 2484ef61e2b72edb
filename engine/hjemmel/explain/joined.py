"""Findings of what joins several claims: all of them, any of them, a rule with exceptions."""

from collections.abc import Sequence

from hjemmel.core.nodes import Apply, Default, Each, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.explain.facts import bare
from hjemmel.explain.finding import Finding, Notice, Result, turned
from hjemmel.explain.seen import Coverage, Known, Tally
from hjemmel.explain.site import RESULTS, Marks, Site, Tell, Telling
from hjemmel.explain.steps import Covers, Exempt, OneValue
from hjemmel.provenance.situation import UNDECIDED, Here, Situation
from hjemmel.words.phrases import is_always

Parts = tuple[tuple[int, Tell], ...]
"""The parts that are told of, each with its number among all of them."""


def each_planned(nodes: Sequence[Node], site: Site) -> Parts:
    """What tells of each of the clauses, but for those that ask nothing; numbered as written."""
    return tuple(
        (number, site.planned(each, site.below(number + 1)))
        for number, each in enumerate(nodes)
        if not is_always(each)
    )


def tell_parts(
    parts: Parts, marks: Marks, told: Telling, here: Here, given: bool
) -> tuple[Finding, ...]:
    """The findings of the parts."""
    decide = marks(told, here, given)
    return tuple([tell(told, here, decide[number]) for number, tell in parts])


def joined(node: Apply, site: Site) -> Tell:
    """«og» or «eller»: how many of the parts hold."""
    return _counted(node, site, each_planned(_flattened(node), site), _flat_marks(node, site))


def _flattened(node: Apply) -> tuple[Node, ...]:
    """The parts, with parts of the same kind that have no words of their own taken apart."""
    found: list[Node] = []
    for part in node.arguments:
        if isinstance(part, Apply) and _is_taken_apart(part, node):
            found += _flattened(part)
        else:
            found.append(part)
    return tuple(found)


def _is_taken_apart(part: Apply, within: Apply) -> bool:
    return part.operator == within.operator and not part.origin.words


def _flat_marks(node: Apply, site: Site) -> Marks:
    """Which of the parts decide, those of parts that are taken apart in the place of each."""
    own = site.marks(node)
    below = [
        _flat_marks(part, site) if isinstance(part, Apply) and _is_taken_apart(part, node) else None
        for part in node.arguments
    ]
    if not any(below):
        return own

    def marks(told: Telling, here: Here, given: bool) -> list[bool]:
        found: list[bool] = []
        for decides, within in zip(own(told, here, given), below, strict=True):
            found += within(told, here, decides) if within else (decides,)
        return found

    return marks


def _counted(node: Apply, site: Site, parts: Parts, marks: Marks) -> Tell:
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    tallies = [Tally(held, held, len(parts)) for held in range(len(parts) + 1)]

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        because = tell_parts(parts, marks, told, here, given)
        held = sum([each.result is Result.HOLDS for each in because])
        return Finding(
            step, RESULTS[truth(told.row)], tallies[held], decides(told, here, given), because
        )

    return tell


def group(node: Apply, site: Site) -> Tell:
    """Norms of a group: of «ingen», each holds that is otherwise."""
    refs = [each for each in node.arguments if isinstance(each, Ref)]
    parts = each_planned(node.arguments, site)
    if sense(node) is Sense.NO_NORM:
        parts = tuple((number, _turned(each)) for number, each in parts)
    counted = _counted(node, site, parts, site.marks(node))

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        found = counted(told, here, given)
        if not all(_does_not_apply(told.case, each.norm) for each in refs):
            return found
        return found._replace(notes=(Notice.NONE_APPLICABLE,))

    return tell


def _turned(tell: Tell) -> Tell:
    def told_of_opposite(told: Telling, here: Here, given: bool) -> Finding:
        found = tell(told, here, given)
        return found._replace(result=turned(found.result))

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
    step, truth, decides = site.step(node, asked), site.truth(node), site.decides(node)
    numbered = enumerate(zip(members, values, strict=True), 1)
    parts = tuple((number - 1, _one_value(each, value, site.below(number)))
                  for number, (each, value) in numbered)  # fmt: skip
    marks = site.marks(node)
    truths = [site.reading.truth(each) for each in members]

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        pairs = [(truth(told.row), value) for truth, value in zip(truths, known, strict=True)]
        lacking = tuple([value for truth, value in pairs if truth[1]])
        unsure = tuple([value for truth, value in pairs if truth == UNDECIDED])
        because = tell_parts(parts, marks, told, here, given)
        seen = Coverage(lacking, unsure)
        return Finding(step, RESULTS[truth(told.row)], seen, decides(told, here, given), because)

    return tell


def _required(member: Each) -> Literal:
    """The value that a member is to have."""
    assert isinstance(member.body, Apply)
    wanted = member.body.arguments[1]
    assert isinstance(wanted, Literal)
    return wanted


def _one_value(node: Node, value: OneValue, site: Site) -> Tell:
    return bare(node, site.step(node, value), site)


def default(node: Default, site: Site) -> Tell:
    """A rule and its exceptions, the conditions first."""
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    conditions = (node.condition, node.consequence)
    exceptions = ((number, site.planned(each, site.below(number + 1, Exempt())))
                  for number, each in enumerate(node.exceptions, len(conditions)))  # fmt: skip
    parts, marks = (*each_planned(conditions, site), *exceptions), site.marks(node)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        because = tell_parts(parts, marks, told, here, given)
        return Finding(step, RESULTS[truth(told.row)], None, decides(told, here, given), because)

    return tell
