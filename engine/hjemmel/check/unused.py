"""What is declared, and never referred to."""

from collections.abc import Sequence

from hjemmel.check import problems_declarations
from hjemmel.check.norms import CheckedNorm
from hjemmel.check.references import FactReference
from hjemmel.core.schema import ASSESSMENTS, Schema
from hjemmel.core.types import Listed, Registered, Text
from hjemmel.diagnostics.diagnostic import Diagnostic


def unused_problems(schema: Schema, norms: Sequence[CheckedNorm]) -> list[Diagnostic]:
    """Facts and terms that no rule refers to."""
    references = (each for norm in norms for each in norm.tables.references.values())
    used = {(e.record, e.name) for e in references if isinstance(e, FactReference)}
    facts = [
        problems_declarations.unused(
            "vurderingen" if record.key == ASSESSMENTS else "opplysningen", each.name, each.span
        )
        for record in schema.records
        for each in record.fields
        if (record.key, each.key) not in used
        and not (record.entry and isinstance(each.type, (Registered, Text)))  # tells entries apart
    ]
    kinds = [each.type for record in schema.records for each in record.fields]
    elements = [kind.element if isinstance(kind, Listed) else kind for kind in kinds]
    named = {getattr(kind, "name", "") for kind in elements}
    return facts + [
        problems_declarations.unused("begrepet", term.name, term.span)
        for term in schema.enumerations
        if term.name not in named
    ]
