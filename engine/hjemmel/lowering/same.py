"""When two parts of a program ask the same, though their nodes differ.

Where the nodes differ, these alone are the same:

- «den seneste av A og B» and «den seneste av B og A», and so for the earliest;
- at least one that is counted, and some;
- more than n that are counted, and at least n + 1; less than n, and at most n - 1;
- things that are all to hold, in whatever order, and some of them said as one;
- so many years after a year that is so many after another, and all of them after that one;
- none for which all of some things hold, and for all that pass but one of them that it does not,
  in whatever order they are said.
"""

from collections.abc import Hashable, Iterator

import attrs

from hjemmel.core.nodes import Apply, Each, Literal, Node, Op, Quantifier

_EITHER_FIRST = (Op.LATER_OF, Op.EARLIER_OF)
_NEXT = {Op.MORE: (Op.AT_LEAST, 1), Op.LESS: (Op.AT_MOST, -1)}

Asked = Hashable
"""What is asked, in a form that is equal for what asks the same."""


def asked(of: object) -> Asked:
    """What a node, or what holds nodes, asks."""
    match of:
        case Apply():
            return _applied(of)
        case Each(Quantifier.ALL | Quantifier.SOME):
            return _of_entries(of)
        case tuple():
            return tuple(map(asked, of))
        case _ if attrs.has(kind := type(of)):
            parts = (asked(getattr(of, each.name)) for each in attrs.fields(kind) if each.eq)
            return kind.__name__, *parts
        case _:  # a value is itself
            return of


def _applied(of: Apply) -> Asked:
    match of.operator, of.arguments:
        case operator, arguments if operator in _EITHER_FIRST:
            return operator, *sorted(map(asked, arguments), key=repr)
        case Op.AND, arguments:
            return Op.AND, *_together(arguments)
        case Op.YEARS_LATER, (base, Literal(value=int(number))):
            return _years_later(base, number)
        case Op.NOT, (Each(Quantifier.SOME) as some,):
            return _none(some, (some.where, some.body))
        case operator, (Each(Quantifier.COUNT) as counted, Literal(value=int(number))):
            return _counted(operator, counted, number)
        case _:  # it is the same as itself alone
            return of.operator, *map(asked, of.arguments)


def _years_later(base: Node, number: int) -> Asked:
    match base:
        case Apply(Op.YEARS_LATER, (inner, Literal(value=int(more)))) if more * number > 0:
            return _years_later(inner, number + more)
        case _:  # it is counted from what is no such year
            return Op.YEARS_LATER, asked(base), number


def _counted(operator: Op, of: Each, number: int) -> Asked:
    operator, more = _NEXT.get(operator, (operator, 0))
    number += more
    if operator is Op.AT_LEAST and number == 1:
        return _some(of)
    return (
        operator,
        "antall",
        of.variable,
        asked(of.domain),
        asked(of.where),
        asked(of.body),
        number,
    )


def _of_entries(of: Each) -> Asked:
    if of.quantifier is Quantifier.SOME:
        return _some(of)
    match of.body:
        case Apply(Op.NOT, (denied,)):
            return _none(of, (of.where, denied))
        case _:  # what does not hold is what is denied
            return _none(of, (of.where,), ((Op.NOT, asked(of.body)),))


def _some(of: Each) -> Asked:
    return "noen", of.variable, asked(of.domain), *_together((of.where, of.body))


def _none(of: Each, said: tuple[Node, ...], others: tuple[Asked, ...] = ()) -> Asked:
    return "ingen", of.variable, asked(of.domain), *_together(said, others)


def _together(said: tuple[Node, ...], others: tuple[Asked, ...] = ()) -> tuple[Asked, ...]:
    parts = (part for each in said for part in _conjuncts(each))
    return tuple(sorted((*map(asked, parts), *others), key=repr))


def _conjuncts(of: Node) -> Iterator[Node]:
    """What is said of an entry, one by one; nothing where all pass."""
    match of:
        case Apply(Op.AND, arguments):
            for each in arguments:
                yield from _conjuncts(each)
        case Literal(True):
            return
        case _:  # it is one
            yield of
