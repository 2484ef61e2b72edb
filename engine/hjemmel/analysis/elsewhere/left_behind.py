"""A value that one norm has changed, and another of the same part of the case still writes.

Nothing says that the two must be the same. But what one amendment changes in one place it often
changes in several, and the second is easily forgotten.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from hjemmel.analysis.contradictions import problems
from hjemmel.analysis.elsewhere.written import Kind, Written, of_clauses
from hjemmel.core.identity import Same
from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.program import Edition, Norm, Program
from hjemmel.core.types import Whole
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.moment import Moment, moment_in_words

_TELLING = (Kind.LIST, Kind.DAY_OF_YEAR, Kind.LENGTH, Kind.AMOUNT, Kind.DECIMAL)
"""What two norms seldom write by chance; small numbers, bodies and single days they do."""


@frozen
class _Telling:
    """A value, and of a plain number what is held against it: alone it would tell nothing."""

    value: Written
    of: Node | None = None


Values = Mapping[_Telling, Node]


@frozen
class _Change:
    """A value that is gone in a wording, what has come instead, and where."""

    norm: Norm
    gone: _Telling
    come: tuple[str, ...]
    start: Moment
    at: Node


def left_behind(program: Program) -> tuple[Diagnostic, ...]:
    """What norms that are still in force write, and a later wording of another norm has changed."""
    changes = [each for norm in program.norms for each in _changes(norm)]
    if not changes:
        return ()
    last = [(norm, _values(Same(norm.editions[-1]))) for norm in program.norms]
    found = (each for change in changes for each in _still(change, last))
    return tuple({each.span: each for each in reversed(tuple(found))}.values())[::-1]


def _still(change: _Change, last: list[tuple[Norm, Values]]) -> Iterator[Diagnostic]:
    for norm, values in last:
        wording = norm.editions[-1].wording
        older = wording.start is None or wording.start.last < change.start.first
        over = wording.end is not None and wording.end.last < change.start.last
        same = norm.subject == change.norm.subject and norm.id != change.norm.id
        if same and older and not over and change.gone in values:
            yield problems.left_behind(
                values[change.gone], change.gone.value.told, " og ".join(change.come),
                moment_in_words(change.start), change.norm.title, change.at,
            )  # fmt: skip


def _changes(norm: Norm) -> Iterator[_Change]:
    """What each wording writes otherwise than the one before it."""
    for before, after in zip(norm.editions, norm.editions[1:], strict=False):
        old, new = _values(Same(before)), _values(Same(after))
        for value in old:
            come = [each for each in new if _same_kind(each, value) and each not in old]
            if value not in new and come and after.wording.start is not None:
                told = tuple(each.value.told for each in come)
                yield _Change(norm, value, told, after.wording.start, new[come[0]])


def _same_kind(one: _Telling, other: _Telling) -> bool:
    return one.value.kind is other.value.kind and one.of == other.of


@lru_cache(maxsize=8192)
def _values(edition: Same[Edition]) -> Values:
    """The telling values that a wording writes, each with the first condition that it stands in."""
    found: dict[_Telling, Node] = {}
    for value, condition in of_clauses(edition.of.clauses):
        if value.kind in _TELLING:
            found.setdefault(_Telling(value), condition)
        elif value.kind is Kind.NUMBER and (of := _measured(condition)):
            found.setdefault(_Telling(value, of), condition)
    return found


def _measured(condition: Node) -> Node | None:
    """What a number is held against: «antallet av nettverkets medlemmer» in «… er minst 10»."""
    match condition:
        case Apply(_, (measured, Literal(type=Whole()))):
            return measured
        case _:  # the number is part of something larger
            return None
