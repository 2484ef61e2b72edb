"""A second reading of what follows from what is told, naive on purpose.

It is written from the definition, as `oracle.py` is, and asks that whether a conclusion works.
Never change it together with the engine.
"""

from datetime import date

from attrs import evolve

from hjemmel.case.statements import Case, Statement
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Program
from hjemmel.core.walk import nodes_of
from oracle import Oracle, all_of
from support.oracle_facts import FOLLOWS, heaviest, shown


def with_concluded(program: Program, case: Case, today: date) -> Case:
    """The case where what follows is said by one more source, which weighs as those that told."""
    seen = shown(case, program.schema, today)
    oracle = Oracle(evolve(program, norms=tuple(each.norm for each in program.conclusions)), seen)
    records = {key: dict(record) for key, record in case.records.items()}
    for each in program.conclusions:
        at = oracle.judge(each.norm.id)
        works = all_of(at.subject, at.in_force, at.applies) is True
        if works and seen[each.fact.subject] is not None:
            record = records.setdefault(each.fact.subject, {})
            told = tuple(record.get(each.fact.name, ()))
            mine = Statement(each.value, FOLLOWS)
            for best in heaviest(told)[:1]:
                mine = evolve(mine, grade=best.grade)
            record[each.fact.name] = (*told, mine)
    return evolve(case, records=records)


def left_open(program: Program, case: Case, today: date) -> set[tuple[str, str]]:
    """The facts that may yet follow, since what they follow from lies between two values that are
    told: of these something is told, though not what."""
    seen = shown(case, program.schema, today)
    oracle = Oracle(evolve(program, norms=tuple(each.norm for each in program.conclusions)), seen)
    found = set()
    for each in program.conclusions:
        at = oracle.judge(each.norm.id)
        asked = [node for clause in each.norm.clauses for node in nodes_of(clause)
                 if isinstance(node, Fact)]  # fmt: skip
        values = [(seen.get(one.subject) or {}).get(one.name) for one in asked]
        between = any(type(value) is tuple and None not in value and value[0] != value[1]
                      for value in values)  # fmt: skip
        if between and all_of(at.subject, at.in_force, at.applies) is not False:
            found.add((each.fact.subject, each.fact.name))
    return found
