"""Facts by their path: what they are called, and why one is unknown."""

from hjemmel.case.observation import Doubt, Path, Unknown
from hjemmel.core.schema import ASSESSMENTS, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Listed, Row, Truth
from hjemmel.provenance.situation import Situation
from hjemmel.words.predicates import claim, property_of


def doubt_of(case: Situation, path: Path) -> tuple[Path, Doubt]:
    """Why the fact at the path is unknown, and where the doubt lies.

    It lies with the fact itself, with the list it stands in, or with a record that
    the case need not have. An assessment nobody has told of is one not made.
    """
    record = str(path[0])
    if case.observation.view.get(record) is None and not _is_given(case, record):
        return path[:1], Doubt(Unknown.MISSING)
    for length in range(len(path), 1, -1):
        doubt = case.doubt(path[:length])
        if doubt:
            return path[:length], doubt
    return path, _unsaid(case, path)


def path_text(path: Path) -> str:
    """«tjeneste.steder[1].helseregion»."""
    first, *rest = path
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" if part else "" for part in rest)
    return f"{first}{''.join(parts)}"


def name_of(schema: Schema, path: Path) -> str:
    """«stedets helseregion (steder nr. 2)», «om tjenesten er hemmelig»."""
    record, declared, entry = located(schema, path)
    if declared is None:
        return str(path[0]).replace("_", " ")
    if path[-1] == "":
        return entry
    return _named(record, declared) + (f" ({entry})" if entry else "")


def located(
    schema: Schema, path: Path
) -> tuple[RecordDeclaration | None, FieldDeclaration | None, str]:
    """The record and the declaration of the fact at a path, and the entry it stands in."""
    record: RecordDeclaration | None = schema.record(str(path[0]))
    inside, declared, entry = record, None, ""
    for part in path[1:]:
        if isinstance(part, int):
            name = declared.name if declared else ""
            entry = ", ".join(filter(None, (entry, f"{name} nr. {part + 1}")))
        elif part and inside:
            record, declared = inside, inside.field(part)
            element = declared.type if declared else None
            row = element.element if isinstance(element, Listed) else None
            inside = schema.record(row.name) if isinstance(row, Row) else None
    return record, declared, entry


def _named(record: RecordDeclaration | None, declared: FieldDeclaration) -> str:
    if isinstance(declared.type, Assessed) or record is None:
        return declared.name
    if isinstance(declared.type, Truth):
        return f"om {claim(record, declared.name)}"
    return property_of(record, declared)


def _is_given(case: Situation, record: str) -> bool:
    """Whether facts of the record are asked for even where the case says nothing of it."""
    declared = case.book.program.schema.record(record)
    return record == ASSESSMENTS or (declared is not None and not declared.optional)


def _unsaid(case: Situation, path: Path) -> Doubt:
    schema = case.book.program.schema
    _, declared, _ = located(schema, path)
    if declared is None:
        return Doubt(Unknown.MISSING)
    if not isinstance(declared.type, Assessed):
        return Doubt(Unknown.MISSING, declared.holder)
    owner = declared.type.owner
    role = schema.role(owner)
    return Doubt(Unknown.DISCRETION, (role.holder_on(case.day) if role else None) or owner)
