"""The part of a program that some norms need, and the norms that need a norm."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import evolve

from hjemmel.core.identity import Same
from hjemmel.core.nodes import Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.walk import nodes_of

Needs = Mapping[str, frozenset[str]]
"""The norms that each norm refers to, by its id."""


def needs_of(program: Program) -> Needs:
    """What each norm refers to, itself among them, however far it reaches."""
    found: dict[str, frozenset[str]] = {}
    for norm_id in program.order:
        direct = referred(program.by_id[norm_id])
        found[norm_id] = frozenset({norm_id}).union(*(found[each] for each in direct))
    return found


def depending(needs: Needs, norm: str) -> tuple[str, ...]:
    """The other norms that refer to a norm, however far away."""
    return tuple(each for each, needed in needs.items() if norm in needed and each != norm)


def part(program: Program, norms: Iterable[str], needs: Needs) -> Program:
    """The program with no more than the norms and what they need."""
    wanted = frozenset[str]().union(*(needs[each] for each in norms))
    return evolve(
        program,
        norms=tuple(each for each in program.norms if each.id in wanted),
        order=tuple(each for each in program.order if each in wanted),
    )


def exchanged(program: Program, norm: Norm) -> Program:
    """The program with another version of one of its norms."""
    return evolve(
        program, norms=tuple(norm if each.id == norm.id else each for each in program.norms)
    )


def referred(norm: Norm) -> frozenset[str]:
    """The norms that a norm names itself."""
    return _referred(Same(norm))


@lru_cache(maxsize=8192)
def _referred(norm: Same[Norm]) -> frozenset[str]:
    clauses = (*norm.of.days, *norm.of.clauses)
    return frozenset(
        each.norm for clause in clauses for each in nodes_of(clause) if isinstance(each, Ref)
    )
