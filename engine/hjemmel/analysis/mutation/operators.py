"""The small changes that one node can have: those that a slip of the pen could make of a rule."""

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

from attrs import evolve

from hjemmel.analysis.mutation.mutant import Change, Edit
from hjemmel.analysis.mutation.other_facts import other_facts
from hjemmel.core.making import any_of, days_later, denial, exactly
from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Origin,
    Quantifier,
    Ref,
)
from hjemmel.core.operators import OPERATORS, Sense, Slip, joint, sense
from hjemmel.core.schema import Schema
from hjemmel.core.types import (
    Date,
    Enumerated,
    Months,
    Registered,
    Scalar,
    Truth,
    is_ordered,
    is_truth,
)
from hjemmel.provenance.decisive import is_comparison
from hjemmel.words.values import shown

_DAYS_OF = (Sense.DAY_IN_YEAR, Sense.END_OF)
"""What gives a day of something that is none."""
_GROUPS = (Sense.SOME_NORM, Sense.NO_NORM)
_STEPS = (-1, 1)
_NEW = 10**9
"""The number of the one node that a change may add, far from those of the program."""


def edits(node: Node, schema: Schema) -> Iterator[Edit]:
    """All changes of a node by itself; those of its parts are the parts' own."""
    match node:
        case Apply():
            yield from _of_apply(node, schema)
        case Each():
            yield from _of_quantifier(node)
        case Default():
            yield from _of_default(node)
        case Literal():
            yield from _of_bound(node)
        case Fact():
            yield from other_facts(node, schema)
        case Ref():
            return
        case _:
            assert_never(node)


def is_condition(node: Node) -> bool:
    """Whether a node is what an author writes as one condition."""
    match node:
        case Fact():
            return is_truth(node.type)
        case Each():
            return node.quantifier in (Quantifier.ALL, Quantifier.SOME)
        case Apply():
            return is_comparison(node) or sense(node) in (*_GROUPS, Sense.COVERS)
        case Ref():
            return True
        case Literal() | Default():
            return False
        case _:
            assert_never(node)


def is_group(node: Node) -> bool:
    """Whether a node asks of one norm, or of several norms and nothing else."""
    return isinstance(node, Ref) or (isinstance(node, Apply) and sense(node) in _GROUPS)


def negated(node: Node) -> Edit:
    """The opposite of a condition."""
    return Edit(Change.NEGATION, "det motsatte", denial(node, _added(node)))


def exactly_one(node: Node) -> Iterator[Edit]:
    """One and no more of a list, for at least one: what «det finnes nøyaktig 1» would say."""
    if isinstance(node, Each) and node.quantifier is Quantifier.SOME:
        counted = evolve(node, quantifier=Quantifier.COUNT)
        one = exactly(counted, 1, _added(node))
        yield Edit(Change.QUANTIFIER, "«nøyaktig 1» for «minst 1»", one)


def _added(node: Node) -> Origin:
    """Where a node comes from that is put around another."""
    return Origin(_NEW, node.origin.span)


def _of_apply(node: Apply, schema: Schema) -> Iterator[Edit]:
    if OPERATORS[node.operator].joins:
        yield from _of_joint(node)
        return
    match sense(node):
        case Sense.IS:
            yield from _of_value(node, schema)
        case Sense.IS_AMONG:
            yield from _of_values(node, schema)
        case Sense.ORDER:
            yield from _of_order(node)
        case Sense.MOVED | Sense.WORKING_DAYS | Sense.DAY_IN_YEAR | Sense.END_OF:
            yield from _of_order(node)
            yield from _of_day(node)
        case _:  # the changes are those of what it is worked out from
            return


def _of_joint(node: Apply) -> Iterator[Edit]:
    said = joint(node)
    match said:
        case Sense.ALL | Sense.ANY | Sense.COVERS | Sense.SOME_NORM:
            yield from _of_junction(node)
        case Sense.NO_NORM:
            yield from _of_no_norm(node)
        case Sense.NOT:
            yield Edit(Change.NEGATION, "«ikke» er tatt bort", node.arguments[0])
        case Sense.READ_AS:
            yield Edit(Change.QUESTION, "spørsmålet er tatt bort", node.arguments[2])
        case Sense.AGREED:
            yield from _of_readings(node)
        case _:
            assert_never(said)


def _of_junction(node: Apply) -> Iterator[Edit]:
    if len(node.arguments) < 2:
        return
    for _, other in OPERATORS[node.operator].slips:
        told = f"«{other}» for «{node.operator}»"
        yield Edit(Change.JUNCTION, told, evolve(node, operator=other))
    yield from _dropped(node)


def _of_no_norm(node: Apply) -> Iterator[Edit]:
    """«minst én ikke» for «ingen»; and each norm taken out of the group."""
    some = [denial(ref, _added(ref)) for ref in node.arguments]
    told = "«minst én er det ikke» for «ingen er det»"
    yield Edit(Change.JUNCTION, told, any_of(some, node.origin))
    yield from _dropped(node)


def _dropped(node: Apply) -> Iterator[Edit]:
    for index in range(len(node.arguments)):
        told = f"ledd {index + 1} av {len(node.arguments)} er tatt bort"
        yield Edit(Change.DROPPED, told, _without(node, index))


def _without(node: Apply, index: int) -> Apply:
    rest = node.arguments[:index] + node.arguments[index + 1 :]
    return evolve(node, arguments=rest)


def _of_readings(node: Apply) -> Iterator[Edit]:
    for index, each in enumerate(node.arguments):
        if isinstance(each, Literal):
            turned = evolve(each, value=not each.value)
            arguments = (*node.arguments[:index], turned, *node.arguments[index + 1 :])
            yield Edit(Change.QUESTION, f"lesemåte {index + 1} er snudd",
                       evolve(node, arguments=arguments))  # fmt: skip
        yield Edit(Change.QUESTION, f"lesemåte {index + 1} er tatt bort", _without(node, index))


def _of_value(node: Apply, schema: Schema) -> Iterator[Edit]:
    left, right = node.arguments
    if not isinstance(right, Literal):
        return
    for value in _others(right, schema):
        new = evolve(node, arguments=(left, evolve(right, value=value)))
        yield Edit(Change.VALUE, f"«{value}» for «{right.value}»", new)


def _of_values(node: Apply, schema: Schema) -> Iterator[Edit]:
    asked, *allowed = node.arguments
    written = [each for each in allowed if isinstance(each, Literal)]
    for index, each in enumerate(written, 1):
        yield Edit(Change.VALUE, f"«{each.value}» er tatt bort", _without(node, index))
    named = {each.value for each in written}
    for value in _others(written[0], schema):
        if value not in named:
            added = (asked, *allowed, evolve(written[0], value=value))
            yield Edit(Change.VALUE, f"«{value}» er lagt til", evolve(node, arguments=added))


def _others(literal: Literal, schema: Schema) -> tuple[str, ...]:
    """The values to write in another's place: all of an enumeration, the next of a register."""
    match literal.type:
        case Enumerated(name):
            values = schema.enumeration(name).values
            return tuple(each for each in values if each != literal.value)
        case Registered(name):
            names = [each.name for each in schema.register(name).entries]
            after = names[names.index(str(literal.value)) + 1 :] if literal.value in names else []
            return tuple((after or names)[:1])
        case _:  # text has no others to choose from, and the rest are numbers
            return ()


def _of_order(node: Apply) -> Iterator[Edit]:
    counts = sense(node) is Sense.WORKING_DAYS
    by_number = not counts and any(isinstance(each, Literal) for each in node.arguments)
    for slip, other in OPERATORS[node.operator].slips:
        new = evolve(node, operator=other)
        match slip:
            case Slip.STRICTNESS if by_number:
                pass  # moving the number says the same
            case Slip.STRICTNESS:
                yield Edit(Change.BOUND, "grensen selv er flyttet over", new)
            case Slip.EQUALITY:
                yield Edit(Change.BOUND, f"«er» for «{node.operator}»", new)
            case Slip.OPENNESS:
                yield Edit(Change.BOUND, f"«{other}» for «er»", new)
            case Slip.ROUNDING:
                yield Edit(Change.ROUNDING, "rundet den andre veien", new)
            case Slip.JUNCTION:  # joins truths, and is no order
                pass
            case _:
                assert_never(slip)


def _of_day(node: Apply) -> Iterator[Edit]:
    """Moving the day is moving what a function gives, where that is no plain count of days."""
    if OPERATORS[node.operator].unit != Months() and sense(node) not in _DAYS_OF:
        return
    for step in _STEPS:
        moved = days_later(node, step, _added(node))
        yield Edit(Change.DAY, _moved(step), moved)


def _moved(step: int) -> str:
    return "dagen etter" if step > 0 else "dagen før"


def _of_bound(node: Literal) -> Iterator[Edit]:
    if not is_ordered(node.type):
        return
    for step in _STEPS:
        if isinstance(node.type, Date):
            day = node.value + timedelta(days=step)  # type: ignore[operator]
            yield Edit(Change.DAY, _moved(step), evolve(node, value=day))
        else:
            value = node.value + step  # type: ignore[operator]
            told = f"{_number(value, node.type)} for {_number(node.value, node.type)}"
            yield Edit(Change.BOUND, told, evolve(node, value=value))


def _number(value: object, kind: Scalar) -> str:
    return shown(value, kind)


def _of_quantifier(node: Each) -> Iterator[Edit]:
    turned = {Quantifier.ALL: Quantifier.SOME, Quantifier.SOME: Quantifier.ALL}
    if node.quantifier in turned:
        other = turned[node.quantifier]
        yield Edit(Change.QUANTIFIER, f"«{other.value}» for «{node.quantifier.value}»",
                   evolve(node, quantifier=other))  # fmt: skip
    if node.quantifier is Quantifier.DISTINCT:
        counted = evolve(node, quantifier=Quantifier.COUNT, body=Literal(True, Truth()))
        yield Edit(Change.QUANTIFIER, "«antall» for «antall ulike»", counted)
    if not isinstance(node.where, Literal):
        everyone = evolve(node, where=Literal(True, Truth()))
        yield Edit(Change.DROPPED, "utvalget i listen er tatt bort", everyone)


def _of_default(node: Default) -> Iterator[Edit]:
    for index in range(len(node.exceptions)):
        rest = node.exceptions[:index] + node.exceptions[index + 1 :]
        yield Edit(Change.EXCEPTION, f"unntak {index + 1} er tatt bort",
                   evolve(node, exceptions=rest))  # fmt: skip
