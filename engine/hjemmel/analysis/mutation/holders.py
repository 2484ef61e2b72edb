"""Changes of who holds a role from which day."""

from collections.abc import Iterator

from attrs import evolve

from hjemmel.analysis.mutation.mutant import Change, RoleMutant
from hjemmel.core.nodes import Apply, Fact, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Program
from hjemmel.core.schema import Role, Schema, Tenure
from hjemmel.core.types import Assessed
from hjemmel.core.walk import nodes_of
from hjemmel.source.moment import Moment, moment_in_words


def moved_tenures(program: Program) -> Iterator[RoleMutant]:
    """Each role with one of its days a day earlier or later."""
    for role in program.schema.roles:
        norms = _asking(program, role)
        for index, tenure in enumerate(role.tenures):
            if tenure.start is None or not norms:
                continue
            for new in (tenure.start.day_before, tenure.start.day_after):
                told = (f"{role.name} er {tenure.holder} fra {moment_in_words(new)} "
                        f"for {moment_in_words(tenure.start)}")  # fmt: skip
                moved = evolve(role, tenures=_moved(role.tenures, index, new))
                yield RoleMutant(Change.HOLDER, told, role.span, moved, norms)


def with_role(schema: Schema, role: Role) -> Schema:
    """The schema with another version of one of its roles."""
    roles = tuple(role if each.name == role.name else each for each in schema.roles)
    return evolve(schema, roles=roles)


def _moved(tenures: tuple[Tenure, ...], index: int, first: Moment) -> tuple[Tenure, ...]:
    """Whoever comes before leaves the day before."""
    found = list(tenures)
    before = found[index].start
    found[index] = evolve(found[index], start=first)
    for number, each in enumerate(tenures):
        if each.end is not None and before is not None and each.end == before.day_before:
            found[number] = evolve(each, end=first.day_before)
    return tuple(found)


def _names(node: Node, role: Role) -> bool:
    """Whether it holds a name against whoever has the role."""
    match node:
        case Apply(_, (*_, Literal(value=value))) if sense(node) is Sense.HOLDS_ROLE:
            return value == role.name
        case _:  # nothing else names a role
            return False


def _asking(program: Program, role: Role) -> tuple[str, ...]:
    owned = {
        each.key
        for record in program.schema.records
        for each in record.fields
        if isinstance(each.type, Assessed) and each.type.owner == role.name
    }
    return tuple(
        norm.id
        for norm in program.norms
        if any(
            (isinstance(each, Fact) and isinstance(each.type, Assessed) and each.name in owned)
            or _names(each, role)
            for clause in norm.clauses
            for each in nodes_of(clause)
        )
    )
