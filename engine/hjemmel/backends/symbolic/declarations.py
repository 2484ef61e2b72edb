"""How two versions declare the same facts, and whether they see them alike."""

from collections.abc import Iterator
from enum import Enum

from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.term import Path
from hjemmel.core.declared import common_values, type_at
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE, Schema
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Type


class Sight(Enum):
    """How two versions see a fact of which the same is told."""

    ALIKE = "likt"
    OTHERWISE = "ulikt"
    REDECLARED = "som to ulike opplysninger"


def sight(old: Version, new: Version, path: Path) -> Sight:
    """How they see it. Where it is not the same fact to both, one case may be two to them.

    Where only one has a value, no case that both can read is told by it: so it is the same fact as
    long as they have any values alike. (Of a register, whoever does not know a name, reads on.)
    """
    if _said_of(path, old.program) != _said_of(path, new.program):
        return Sight.REDECLARED
    kind = _element(path, old.program)
    schemas = old.program.schema, new.program.schema
    if isinstance(kind, Enumerated) and not common_values(kind.name, *schemas):
        return Sight.REDECLARED
    return Sight.ALIKE if _beside(old, path) == _beside(new, path) else Sight.OTHERWISE


def _said_of(path: Path, program: Program) -> list[object]:
    if path[0] == CASE:
        return []
    schema, kind = program.schema, type_at(path, program.schema)
    element = _element(path, program)
    if isinstance(element, Row):
        return [kind, schema.may_lack(path[0])]
    return [kind, schema.may_lack(path[0]), *_named_by(element, schema)]


def _element(path: Path, program: Program) -> Type | Row | None:
    """The type of a fact, or of the entries of a list."""
    kind = None if path[0] == CASE else type_at(path, program.schema)
    return kind.element if isinstance(kind, Listed) else kind


def _named_by(kind: Type | None, schema: Schema) -> Iterator[object]:
    match kind:
        case Registered(name):
            yield [(each.name, each.aliases) for each in schema.register(name).entries]
        case Assessed(owner):
            role = schema.role(owner)
            yield role.tenures if role else ()
        case _:  # its type says all
            return


def _beside(version: Version, path: Path) -> list[object]:
    """What registers know, what follows and what is taken as given of a fact."""
    norms = version.folding.norms
    known = [(key, entry.name, entry.known) for key, entry in version.knowing(path)]
    said = [
        (type(each).__name__, each.value, norms[each.norm.id]) for each in version.said_of(path)
    ]
    return [known, said]
