"""Which outcomes a norm can have at all, seen from how it is written."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from itertools import product

from hjemmel.backends.plain import Plain, Truth
from hjemmel.core.kleene import conjunction, disjunction, negation
from hjemmel.core.nodes import Apply, Default, Fact, Literal, Node, Ref
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.outcome import FAILED, NormMeaning, Outcome, Stage, outcome
from hjemmel.core.program import Edition, Norm
from hjemmel.core.schema import CASE, Schema
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.decisive import is_comparison

Truths = frozenset[Truth]
SETTLED: Truths = frozenset({(True, False), (False, True)})
ANY: Truths = SETTLED | {(False, False)}
_BITS = Plain()


def outcomes(norm: Norm, schema: Schema) -> tuple[Outcome, ...]:
    """The outcomes that some case could give the norm, in their order.

    Conditions count as free of each other, so an outcome may be named that no case can give;
    none that a case can give is left out.
    """
    subject = SETTLED if schema.may_lack(norm.subject) else frozenset({(True, False)})
    found = {
        outcome(NormMeaning(*each))[0]
        for edition in norm.editions
        for each in product(subject, _dating(norm), truths(edition.applies), _asked(norm, edition))
    }
    return tuple(each for each in Outcome if each in found)


def _dating(norm: Norm) -> Truths:
    """Whether an edition is in force."""
    if any(each.start is each.end is None for each in norm.wordings):
        return frozenset({(True, False)})
    return SETTLED if all(map(_is_always_known, norm.days)) else ANY


def _asked(norm: Norm, edition: Edition) -> Truths:
    asked = truths(edition.requirement)
    return frozenset(map(negation, asked)) if norm.kind.forbids else asked


def still_possible(meaning: NormMeaning) -> tuple[Outcome, ...]:
    """The outcomes of the cases that know no less than one in which a norm has these truths.

    What is settled stays so, and what is open may come out any way: also where no wording is in
    force it may turn out that the norm would apply under none.
    """
    found = []
    for stage, (holds, fails) in meaning.stages:
        if stage is Stage.IN_FORCE and not holds and not meaning.somewhere[0]:
            found.append(Outcome.NOT_APPLICABLE)
            if meaning.somewhere[1]:
                return tuple(found)
        if not holds:
            found.append(FAILED[stage])
        if fails:
            return tuple(found)
        if not holds:
            found.append(Outcome.UNDECIDED)
    return (*found, Outcome.MET)


Worlds = frozenset[tuple[Truth, ...]]
"""The truths that a clause can have at once in some worlds, in which most conditions are alike."""


def truths(node: Node) -> Truths:
    """The truths that a clause can have."""
    return frozenset(truth for (truth,) in worlds(node, {}, 1))


def worlds(node: Node, given: Mapping[str, Worlds], count: int) -> Worlds:
    """The truths in so many worlds, alike but for the conditions of which it is given."""
    match node:
        case Fact(name=name) if name in given:
            return given[name]
        case Literal():
            return _alike({(bool(node.value), not node.value)}, count)
        case Default():
            denied = [_denied(worlds(each, given, count)) for each in node.exceptions]
            parts = [worlds(each, given, count) for each in (node.condition, node.consequence)]
            return _folded(_all, [*parts, *denied])
        case Apply() if sense(node) is Sense.LAST_DAY:
            return _alike(ANY - {(True, False)}, count)
        case Apply() if sense(node) is Sense.NO_NORM:
            return _denied(_folded(_any, [worlds(e, given, count) for e in node.arguments]))
        case Apply() if not is_comparison(node):
            parts = [worlds(each, given, count) for each in node.arguments]
            row = OPERATORS[node.operator]
            return (_folded if row.variadic else _joined)(row.meaning, parts)
        case _:
            return _alike(SETTLED if _is_always_known(node) else ANY, count)


def _alike(truths: Iterable[Truth], count: int) -> Worlds:
    return frozenset((each,) * count for each in truths)


def _is_always_known(node: Node) -> bool:
    """A question of nothing but the day of evaluation, which every case has."""
    below = tuple(nodes_of(node))
    facts = [each for each in below if isinstance(each, Fact)]
    return not any(isinstance(each, Ref) for each in below) and all(
        each.subject == CASE for each in facts
    )


Meaning = Callable[..., Truth]


def _folded(joins: Meaning, parts: Iterable[Worlds]) -> Worlds:
    """«og», «eller» and «samstemt» of many are those of two at a time."""
    return reduce(lambda left, right: _joined(joins, [left, right]), parts)


def _joined(joins: Meaning, parts: Iterable[Worlds]) -> Worlds:
    return frozenset(
        tuple(joins(_BITS, *each) for each in zip(*together, strict=True))
        for together in product(*parts)
    )


def _all(bits: Plain, *truths: Truth) -> Truth:
    return conjunction(bits, truths)


def _any(bits: Plain, *truths: Truth) -> Truth:
    return disjunction(bits, truths)


def _denied(found: Worlds) -> Worlds:
    return frozenset(tuple(map(negation, each)) for each in found)
