"""The meaning of the core: one fold over an algebra.

A node means a truth (a pair of bits), an ordered value (a pair of ends), a
symbol or a list. A norm means four truths, and they give its outcome.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, assert_never

from hjemmel.core import kleene
from hjemmel.core.algebra import Algebra, Scope
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import OPERATORS, Sense, Shape, among, at_least, at_most
from hjemmel.core.outcome import NormMeaning, standing
from hjemmel.core.program import Norm, Wording
from hjemmel.core.schema import PRESENCE, Joint, Schema, Tenure
from hjemmel.core.sought import sought
from hjemmel.core.types import (
    Date,
    Enumerated,
    Listed,
    Registered,
    Scalar,
    Truth,
    is_ordered,
    is_truth,
)
from hjemmel.source.moment import Moment

Alg = Algebra[Any, Any, Any, Any, Any]
Bounds = tuple[Moment | None, Moment | None]
"""The first and the last day of a period; None is open."""


def norm_meaning(norm: Norm, alg: Alg, schema: Schema) -> NormMeaning:
    """The truths of a norm."""
    days = [meaning(each, alg, schema, {}) for each in norm.days]
    by_day = [days[norm.days.index(norm.day_of(each))] for each in norm.editions]
    in_force = kleene.disjunction(alg, [within(*run, alg) for run in _runs_by_day(norm, by_day)])
    asked = [meaning(each.requirement, alg, schema, {}) for each in norm.editions]
    applies = [meaning(each.applies, alg, schema, {}) for each in norm.editions]
    if norm.kind.forbids:
        asked = [negation(each) for each in asked]
    present = alg.truth_of(Fact(norm.subject, PRESENCE, Truth()), {})
    if len(norm.editions) == 1:
        return NormMeaning(present, in_force, applies[0], asked[0])
    dated = zip(by_day, norm.wordings, strict=True)
    periods = [within(day, each.start, each.end, alg) for day, each in dated]
    if len(days) > 1:
        periods = [_unless_later(alg, periods, at) for at in range(len(periods))]
    scope, claim = (_agreed(alg, in_force, periods, each) for each in (applies, asked))
    return NormMeaning(present, in_force, scope, claim, kleene.disjunction(alg, applies))


def _runs_by_day(norm: Norm, by_day: list[Any]) -> list[tuple[Any, Moment | None, Moment | None]]:
    """The days, each with the runs of the wordings next to one another that it decides."""
    pairs = list(zip(map(norm.day_of, norm.editions), by_day, norm.wordings, strict=True))
    found = []
    for _, group in groupby(pairs, key=itemgetter(0)):
        _, days, wordings = zip(*group, strict=True)
        found += [(days[0], *run) for run in _runs(wordings)]
    return found


def _unless_later(alg: Alg, periods: list[Any], at: int) -> Any:
    """An edition is in force, and none that begins later is so by a day of its own."""
    later = [negation(each) for each in periods[at + 1 :]]
    return kleene.conjunction(alg, [periods[at], *later])


def _runs(wordings: Sequence[Wording | Tenure]) -> list[Bounds]:
    """The first and last days of the runs of wordings that follow right upon one another."""
    found: list[Bounds] = []
    for each in wordings:
        first, last = found[-1] if found else (None, None)
        if last is not None and last.day_after == each.start:
            found[-1] = (first, each.end)
        else:
            found.append((each.start, each.end))
    return found


def within(day: Any, start: Moment | None, end: Moment | None, alg: Alg) -> Any:
    """The day lies in a period, both ends included."""
    bounds = []
    if start is not None:
        bounds.append(at_least(alg, day, _span(alg, start)))
    if end is not None:
        bounds.append(at_most(alg, day, _span(alg, end)))
    return kleene.conjunction(alg, bounds)


def _span(alg: Alg, of: Moment) -> Any:
    return alg.end(Literal(of.first, Date())), alg.end(Literal(of.last, Date()))


def _agreed(alg: Alg, in_force: Any, periods: list[Any], truths: list[Any]) -> Any:
    """What the editions that may be in force agree on."""
    told = list(zip(periods, truths, strict=True))
    holds = [alg.disj([period[1], truth[0]]) for period, truth in told]
    fails = [alg.disj([period[1], truth[1]]) for period, truth in told]
    return alg.conj([in_force[0], *holds]), alg.conj(fails)


def meaning(node: Node, alg: Alg, schema: Schema, scope: Scope[Any]) -> Any:
    """The meaning of a node where `scope` binds the entries of the lists around it."""
    return alg.keep(node, scope, _meaning(node, alg, schema, scope))


def _meaning(node: Node, alg: Alg, schema: Schema, scope: Scope[Any]) -> Any:
    match node:
        case Literal():
            return _literal(node, alg)
        case Fact():
            return _fact(node, alg, scope)
        case Ref():
            return standing(alg, alg.norm_of(node.norm, scope), node.standing)
        case Apply():
            return _apply(node, alg, schema, scope)
        case Default():
            exceptions = [meaning(each, alg, schema, scope) for each in node.exceptions]
            guarded = [meaning(node.condition, alg, schema, scope)]
            guarded.append(meaning(node.consequence, alg, schema, scope))
            guarded += [negation(each) for each in exceptions]
            return kleene.conjunction(alg, guarded)
        case Each():
            return _each(node, alg, schema, scope)
        case _:
            assert_never(node)


def _literal(node: Literal, alg: Alg) -> Any:
    if is_truth(node.type):
        return kleene.known(alg, bool(node.value))
    if is_ordered(node.type):
        return _ends(alg, node)
    return alg.symbol(node)


def _ends(alg: Alg, written: Literal) -> Any:
    return alg.end(written), alg.end(written)


def _fact(node: Fact, alg: Alg, scope: Scope[Any]) -> Any:
    if isinstance(node.type, Listed):
        return alg.members_of(node, scope)
    if is_truth(node.type):
        return alg.truth_of(node, scope)
    return alg.ends_of(node, scope) if is_ordered(node.type) else alg.symbol_of(node, scope)


def _apply(node: Apply, alg: Alg, schema: Schema, scope: Scope[Any]) -> Any:
    operator = OPERATORS[node.operator]
    if operator.sense is Sense.IS_AMONG and _names_all(node, schema):
        return kleene.known(alg, True)
    if operator.sense is Sense.HOLDS_ROLE:
        return operator.meaning(alg, _holds_role(node, alg, schema, scope))
    arguments: list[Any] = []
    for index, argument in enumerate(node.arguments):
        shape = operator.parameters[min(index, len(operator.parameters) - 1)]
        if shape is Shape.CONSTANT and isinstance(argument, Literal):
            arguments.append(argument.value)
        else:
            arguments.append(meaning(argument, alg, schema, scope))
    if operator.by_calendar:
        assert schema.calendar is not None  # no rule may ask for working days without one
        arguments.append(schema.calendar)
    return operator.meaning(alg, *arguments)


def _holds_role(node: Apply, alg: Alg, schema: Schema, scope: Scope[Any]) -> Any:
    """A name is the holder of a role on a day: what those who may hold it then agree on."""
    value, day = (meaning(each, alg, schema, scope) for each in node.arguments[:2])
    named = node.arguments[2]
    assert isinstance(named, Literal)
    role = schema.role(str(named.value))
    tenures = role.tenures if role else ()
    held = kleene.disjunction(alg, [within(day, *run, alg) for run in _runs(tenures)])
    periods = [within(day, each.start, each.end, alg) for each in tenures]
    truths = [_is_alone(alg, value, each, named.type, schema) for each in tenures]
    return _agreed(alg, held, periods, truths)


def _is_alone(alg: Alg, value: Any, tenure: Tenure, kind: Scalar, schema: Schema) -> Any:
    """A name is one of those who hold a role each by itself."""
    if len(tenure.holders) > 1 and tenure.joint is Joint.TOGETHER:
        return kleene.known(alg, False)
    official = schema.canonical if isinstance(kind, Registered) else str
    names = [alg.symbol(Literal(official(each), kind)) for each in tenure.holders]
    return among(alg, value, *names)


def _names_all(node: Apply, schema: Schema) -> bool:
    """True where every value of a closed enumeration is allowed: then even a missing one is."""
    value, *allowed = node.arguments
    kind = value.type if isinstance(value, (Fact, Literal)) else None
    if not isinstance(kind, Enumerated):
        return False
    named = {each.value for each in allowed if isinstance(each, Literal)}
    return named >= set(schema.enumeration(kind.name).values)


def _each(node: Each, alg: Alg, schema: Schema, scope: Scope[Any]) -> Any:
    members = meaning(node.domain, alg, schema, scope)

    def member(entry: Any) -> tuple[Any, Any]:
        inner = {**scope, node.variable: entry}
        where = meaning(node.where, alg, schema, inner)
        body = meaning(node.body, alg, schema, inner)
        return where, alg.single(*body) if _tells_apart_sizes(node) else body

    def denied(entry: Any) -> tuple[Any, Any]:
        where, body = member(entry)
        return where, negation(body)

    match node.quantifier:
        case Quantifier.ALL:
            return alg.every(members, member)
        case Quantifier.SOME:
            wanted = sought(node)
            if wanted is None:
                return negation(alg.every(members, denied))
            value = meaning(wanted.value, alg, schema, scope)
            return negation(alg.none_is(members, denied, wanted.column, value))
        case Quantifier.COUNT:
            return alg.count(members, member)
        case Quantifier.DISTINCT:
            return alg.distinct(members, member, _limit(node.body, schema))
        case _:
            assert_never(node.quantifier)


def _tells_apart_sizes(node: Each) -> bool:
    """Whether the values that are told apart have an order: then each is seen as an interval."""
    of_body = node.body.type if isinstance(node.body, (Fact, Literal)) else None
    return node.quantifier is Quantifier.DISTINCT and of_body is not None and is_ordered(of_body)


def _limit(value: Node, schema: Schema) -> int | None:
    """How many different values there can be."""
    kind = value.type if isinstance(value, (Fact, Literal)) else None
    match kind:
        case Enumerated():
            return len(schema.enumeration(kind.name).values)
        case _:  # text and registers are open
            return None
