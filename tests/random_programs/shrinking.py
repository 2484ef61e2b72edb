"""A pair cut down to the part that still shows a fault."""

from collections.abc import Callable, Iterator
from typing import Any, assert_never

from attrs import evolve

from hjemmel.case.observation import PartialList, View, members_in
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import OPERATORS, Shape
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date, Truth
from random_programs.changes import like
from random_programs.contested import marked
from random_programs.walking import nodes_of

Shows = Callable[[Program, View], bool]

BOTH_ALIKE = ("seneste", "tidligste", "kommet_ellers")
FIRST_ALIKE = (
    "måneder_etter_ned",
    "måneder_etter_opp",
    "dager_etter",
    "virkedager_etter",
    "virkedager_fra",
    "år_senere",
    "ganger",
)
"""Operators that give what they take; the rest of the arguments may be constants."""


def shrunk(program: Program, view: View, shows: Shows) -> tuple[Program, View]:
    """The smallest pair found by taking away one thing at a time."""
    while True:
        smaller = next((each for each in simpler_programs(program) if shows(each, view)), None)
        if smaller is not None:
            program = smaller
            continue
        less = next((each for each in simpler_facts(view) if shows(program, each)), None)
        if less is None:
            return program, view
        view = less


# --- rulebooks -------------------------------------------------------------------------------


def simpler_programs(program: Program) -> Iterator[Program]:
    """The rulebook without a norm, or with a simpler clause."""
    referred = {node.norm for node in nodes_of(program) if isinstance(node, Ref)}
    for norm in program.norms:
        if norm.id not in referred and len(program.norms) > 1:
            rest = tuple(each for each in program.norms if each is not norm)
            order = tuple(each for each in program.order if each != norm.id)
            yield evolve(program, norms=rest, order=order)
    for place, norm in enumerate(program.norms):
        for simpler in _simpler_norms(norm):
            norms = (*program.norms[:place], simpler, *program.norms[place + 1 :])
            yield evolve(program, norms=norms)


def _simpler_norms(norm: Norm) -> Iterator[Norm]:
    for place, edition in enumerate(norm.editions):
        before, after = norm.editions[:place], norm.editions[place + 1 :]
        if before or after:
            yield evolve(norm, editions=(*before, *after))
        if edition.deciding is not None:
            yield evolve(norm, editions=(*before, evolve(edition, deciding=None), *after))
        for applies in simpler_truths(edition.applies):
            yield evolve(norm, editions=(*before, evolve(edition, applies=applies), *after))
        for asked in simpler_truths(edition.requirement):
            yield evolve(norm, editions=(*before, evolve(edition, requirement=asked), *after))


def simpler_truths(node: Node) -> Iterator[Node]:
    """A constant, a condition inside this one, or this one with something simpler inside."""
    if not isinstance(node, Literal):
        yield Literal(True, Truth(), node.origin)
        yield Literal(False, Truth(), node.origin)
    match node:
        case Literal() | Fact() | Ref():
            return
        case Apply():
            yield from _simpler_operators(node)
        case Default():
            yield from (*node.exceptions, node.condition, node.consequence)
            yield from _simpler_defaults(node)
        case Each():
            yield from _simpler_lists(node)
        case _:
            assert_never(node)


def _simpler_operators(node: Apply) -> Iterator[Node]:
    operator = OPERATORS[node.operator]
    for place, argument in enumerate(node.arguments):
        before, after = node.arguments[:place], node.arguments[place + 1 :]
        shape = operator.parameters[min(place, len(operator.parameters) - 1)]
        if shape is Shape.TRUTH:
            yield argument
        if operator.variadic and len(node.arguments) > len(operator.parameters):
            yield evolve(node, arguments=before + after)
        for simpler in _simpler_arguments(argument, shape):
            yield evolve(node, arguments=(*before, simpler, *after))


def _simpler_arguments(argument: Node, shape: Shape) -> Iterator[Node]:
    if shape is Shape.TRUTH:
        yield from simpler_truths(argument)
    elif isinstance(argument, Each):
        yield from _simpler_lists(argument)
    elif isinstance(argument, Apply):
        if argument.operator in BOTH_ALIKE:
            yield from argument.arguments
        elif argument.operator in FIRST_ALIKE:
            yield argument.arguments[0]
        yield from _simpler_operators(argument)
    elif isinstance(argument, Fact) and argument.type == Date() and argument.subject != CASE:
        yield Fact(CASE, "vurderingsdato", Date(), argument.origin)


def _simpler_defaults(node: Default) -> Iterator[Node]:
    for place, exception in enumerate(node.exceptions):
        before, after = node.exceptions[:place], node.exceptions[place + 1 :]
        yield evolve(node, exceptions=before + after)
        for simpler in simpler_truths(exception):
            yield evolve(node, exceptions=(*before, simpler, *after))
    for simpler in simpler_truths(node.condition):
        yield evolve(node, condition=simpler)
    for simpler in simpler_truths(node.consequence):
        yield evolve(node, consequence=simpler)


def _simpler_lists(node: Each) -> Iterator[Node]:
    for simpler in simpler_truths(node.where):
        yield evolve(node, where=simpler)
    if node.quantifier is not Quantifier.DISTINCT:
        for simpler in simpler_truths(node.body):
            yield evolve(node, body=simpler)


# --- facts -----------------------------------------------------------------------------------


def simpler_facts(view: View) -> Iterator[View]:
    """The view without one record, fact or list member."""
    for key, record in view.items():
        if key != CASE:
            for simpler in _simpler_values(record):
                yield marked({**view, key: simpler})
            yield marked({each: view[each] for each in view if each != key})


def _simpler_values(value: Any) -> Iterator[Any]:
    match value:
        case dict():
            for key, inner in value.items():
                yield {each: value[each] for each in value if each != key}
                yield from ({**value, key: simpler} for simpler in _simpler_values(inner))
        case PartialList() | list():
            told = members_in(value)
            members, further = value[:told], value[told:]
            if isinstance(value, PartialList):
                yield PartialList(members) if further else list(value)
            for place, member in enumerate(members):
                rest = [*members[place + 1 :], *further]
                yield like(value, [*members[:place], *rest])
                for simpler in _simpler_values(member):
                    yield like(value, [*members[:place], simpler, *rest])
        case _:
            return
