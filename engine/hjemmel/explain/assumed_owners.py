"""Who is to make an assessment that is missing, where no source says from when they may."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.case.observation import Unknown
from hjemmel.core.types import Assessed
from hjemmel.explain.unknown_facts import located
from hjemmel.explain.verdict import Verdict, missing


@frozen
class AssumedOwner:
    """A role, and whoever holds it by days that are assumed."""

    role: str
    holder: str


def assumed_owners(found: Verdict) -> tuple[AssumedOwner, ...]:
    """Each once, in the order of what is missing."""
    return tuple(dict.fromkeys(_owners(found)))


def _owners(found: Verdict) -> Iterator[AssumedOwner]:
    schema, day = found.case.book.program.schema, found.case.day
    for lack in missing(found):
        declared = located(schema, lack.path)[1] if lack.path else None
        if lack.kind is Unknown.DISCRETION and declared and isinstance(declared.type, Assessed):
            role = schema.role(declared.type.owner)
            held = role.on(day) if role else ()
            if role and any(e.assumed_start or e.assumed_end or e.assumed for e in held):
                yield AssumedOwner(role.name, lack.holder)
