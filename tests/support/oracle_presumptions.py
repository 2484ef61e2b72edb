"""A second reading of what is taken as given, naive on purpose.

It is written from the definition, as `oracle.py` is, and asks that whether a presumption works.
Never change it together with the engine.
"""

from collections.abc import Collection, Mapping
from typing import Any

from attrs import evolve

from hjemmel.core.program import Program
from oracle import Oracle, all_of

View = Mapping[str, Mapping[str, Any] | None]


def with_presumed(program: Program, told: View, untold: Collection[tuple[str, str]]) -> View:
    """What is told, and what is taken as given of facts that nobody has told of."""
    view = {key: record if record is None else dict(record) for key, record in told.items()}
    for record, name in {(each.fact.subject, each.fact.name) for each in program.presumptions}:
        facts = view.get(record)
        if facts is not None and (record, name) in untold:
            value = _taken(program, told, (record, name))
            if value is not None:
                facts[name] = value
    return view


def _taken(program: Program, told: View, fact: tuple[str, str]) -> Any:
    """The value that some presumption gives, and that none gives otherwise."""
    about = [e for e in program.presumptions if (e.fact.subject, e.fact.name) == fact]
    oracle = Oracle(evolve(program, norms=tuple(each.norm for each in about)), told)
    found = [(each.value, oracle.judge(each.norm.id)) for each in about]
    works = [(value, all_of(at.subject, at.in_force, at.applies)) for value, at in found]
    for value, truth in works:
        if truth is True:
            against = [other for other, may in works if may is not False and other != value]
            return None if against else value
    return None
