"""How two versions declare the same facts, and whether they see them alike."""

from collections.abc import Iterator
from enum import Enum

from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.term import Path
from hjemmel.core.declared import type_at
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE, Schema
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Type


class Sight(Enum):
    """How two versions see a fact of which the same is told."""

    ALIKE = "likt"
    OTHERWISE = "ulikt"
    REDECLARED = "som to ulike opplysninger"


def sight(old: Version, new: Version, path: Path) -> Sight:
    """How they see it. Where it is not the same fact to both, one case may be two to them."""
    if _said_of(path, old.program) != _said_of(path, new.program):
        return Sight.REDECLARED
    return Sight.ALIKE if _beside(old, path) == _beside(new, path) else Sight.OTHERWISE


def _said_of(path: Path, program: Program) -> list[object]:
    if path[0] == CASE:
        return []
    schema, kind = program.schema, type_at(path, program.schema)
    element = kind.element if isinstance(kind, Listed) else kind
    if isinstance(element, Row):
        return [kind, schema.may_lack(path[0])]
    return [kind, schema.may_lack(path[0]), *_named_by(element, schema)]


def _named_by(kind: Type | None, schema: Schema) -> Iterator[object]:
    match kind:
        case Enumerated(name):
            yield schema.enumeration(name).values
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
