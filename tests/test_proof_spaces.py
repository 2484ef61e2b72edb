"""What a question of a rulebook is asked among: all facts that it asks for, and no others."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("z3")

import z3

from hjemmel.analysis.differences.effort import ORDINARY, Effort
from hjemmel.analysis.proofs.asker import Askers
from hjemmel.analysis.proofs.proving import Proving
from hjemmel.analysis.proofs.sought import MET, PROVED, Stands
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.core.part import needs_of
from support.edited_rules import edited, unchanged
from support.seeded_faults import FAULTS

EVERY = 20
"""One norm in so many of the rulebook."""


def test_what_is_left_out_of_a_question_is_nothing_that_it_asks_for() -> None:
    program = unchanged("rules")
    version, tables = Version.of(program, Graph()), Tables()
    for norm in [*program.by_id][::EVERY]:
        proving = Proving.on(version, program, [norm], ORDINARY, tables)
        for term in proving.ways[norm].values():
            asked = {_path(each) for each in _names(proving._run(term))}
            about = version.about([term])
            space = proving.asked.space
            left_out = {each for each in space.owners if each is not None and each not in about}
            assert asked.isdisjoint(left_out), norm


def test_most_facts_are_left_out_of_a_question() -> None:
    program = unchanged("rules")
    version = Version.of(program, Graph())
    paths = {norm: version.about(version.standings(norm).values()) for norm in program.by_id}
    every = frozenset().union(*paths.values())
    assert all(paths.values())
    assert sum(map(len, paths.values())) / len(paths) < len(every) / 4


def test_norms_that_are_met_at_once_are_found_together_and_those_at_odds_are_not() -> None:
    program = unchanged("rules")
    asked = ["4-2/to-helseregioner", "4-2/ett-helseforetak", "4-2/to-helseforetak"]
    at_once = Askers(program, needs_of(program), ORDINARY).at_once(asked)
    first, *others = asked
    assert at_once.met_with(first, others) < frozenset(others)


def test_numbers_of_different_names_are_settled_with_little_work() -> None:
    """That there are no more at the least than at the most, takes a solver long to find out."""
    fault = next(each for each in FAULTS if each.name.startswith("two counts of trusts"))
    program = edited("rules", (fault.file, fault.old, fault.new))
    norms = (fault.norm, fault.other)
    asker = Askers(program, needs_of(program), Effort(work=500_000)).together(norms, ())
    assert asker.screened(tuple(Stands(each, MET) for each in norms)) == PROVED


def _path(name: str) -> tuple[str, ...]:
    """The fact that a variable is of."""
    fact = re.split(r"[?.]", name, maxsplit=1)[0]
    return tuple(each for each in fact.split("/") if not each.isdigit())


def _names(formula: Any) -> Iterator[str]:
    waiting, met = [formula] if isinstance(formula, z3.ExprRef) else [], set[int]()
    while waiting:
        each = waiting.pop()
        if each.get_id() not in met:
            met.add(each.get_id())
            waiting += each.children()
            if z3.is_const(each) and each.decl().kind() == z3.Z3_OP_UNINTERPRETED:
                yield each.decl().name()
