"""What a rulebook wants to know of a case."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.core.program import Program
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Type
from hjemmel.facts.provisions import asked_by
from hjemmel.facts.questions import question
from hjemmel.facts.wording import expected
from hjemmel.words.predicates import predicate

Keys = tuple[str, ...]
Asking = Mapping[tuple[str, str], tuple[str, ...]]
"""The norms that ask for a field of a record."""


@frozen
class Question:
    """One fact that the rules ask for.

    `path` are the keys to it in a case; a list on the way has the fact in each of its entries.
    `type` says in words what is expected, and `values` what it can be where only some values will
    do: those of a closed list, or the official names of a register (which also knows others).
    `holder` is who has it, or whose judgement it is; `norms` which norms ask. `optional`: it is
    about a part that a case may be without.
    """

    path: Keys
    name: str
    question: str
    type: str
    values: tuple[str, ...]
    holder: str
    meaning: str
    guides: tuple[str, ...]
    norms: tuple[str, ...]
    optional: bool

    @property
    def key(self) -> str:
        """The path as one text: `tjeneste.steder.helseregion`."""
        return ".".join(self.path)


def questions_of(program: Program) -> tuple[Question, ...]:
    """Every fact that is declared, in the order of the rule files; an entry's after its list."""
    asking = _asking(program)
    return tuple(
        found
        for record in program.schema.records
        if not record.entry
        for found in _of_record(program.schema, record, (record.key,), asking, record.optional)
    )


def _asking(program: Program) -> Asking:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for norm in program.norms:
        for asked in asked_by(program, norm):
            found.setdefault(asked, {})[norm.id] = None
    return {asked: tuple(norms) for asked, norms in found.items()}


def _of_record(
    schema: Schema, record: RecordDeclaration, path: Keys, asking: Asking, optional: bool
) -> Iterator[Question]:
    for each in record.fields:
        here = (*path, each.key)
        norms = asking.get((record.key, each.key), ())
        yield _question(schema, record, each, here, norms, optional)
        entry = _entry(schema, each.type)
        if entry is not None:
            yield from _of_record(schema, entry, here, asking, optional)


def _question(
    schema: Schema,
    record: RecordDeclaration,
    declared: FieldDeclaration,
    path: Keys,
    norms: tuple[str, ...],
    optional: bool,
) -> Question:
    kind = declared.type
    return Question(
        path,
        declared.name,
        question(record, declared, predicate),
        expected(kind),
        _values(schema, kind),
        kind.owner if isinstance(kind, Assessed) else declared.holder,
        declared.meaning,
        declared.guides,
        norms,
        optional,
    )


def _entry(schema: Schema, kind: Type) -> RecordDeclaration | None:
    """What the entries of a list of records are."""
    element = kind.element if isinstance(kind, Listed) else None
    return schema.record(element.name) if isinstance(element, Row) else None


def _values(schema: Schema, kind: Type) -> tuple[str, ...]:
    match kind.element if isinstance(kind, Listed) else kind:
        case Enumerated(name):
            return schema.enumeration(name).values
        case Registered(name):
            return tuple(each.name for each in schema.register(name).entries)
        case _:
            return ()
