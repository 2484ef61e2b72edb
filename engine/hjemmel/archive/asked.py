"""Which facts some norms ask for, so that no more of a table need be read.

Also what those facts follow from, or are taken as given by, and what institution a register knows
them of. A record that is only asked for as such is known by any fact of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve

from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.columns.plan import needed
from hjemmel.backends.terms.term import Do, Path, Term
from hjemmel.case.registered import institutions
from hjemmel.core.program import Program
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.told import told_name
from hjemmel.core.types import Listed, Row
from hjemmel.facts.names import canonical
from hjemmel.facts.parquet_columns import Group
from hjemmel.facts.parquet_file import Told
from hjemmel.facts.vocabulary import Shape

Asked = frozenset[Path]
"""By where facts stand; a path of one key is a record."""


def asked_by(program: Program, terms: Iterable[Term], observing: Observing) -> Asked:
    """The facts that some terms ask for, and what they may come from."""
    told: dict[Path, Path] = {
        (record, told_name(name)): (record, name) for record, name in _given(program)
    }
    comes_from = [*zip(_concluded(program), observing.follows.terms, strict=True),
                  *zip(_given(program), observing.given.terms, strict=True)]  # fmt: skip
    found, waiting = set[Path](), set(_paths(terms))
    while waiting:
        found |= waiting
        waiting = {told.get(path, path) for path in found}
        waiting |= {path for of, term in comes_from if of in found for path in _paths([term])}
        waiting |= set(_known_of(program.schema, found))
        waiting -= found
    return frozenset(found)


def only(told: Told, asked: Asked) -> Told:
    """A file of which no facts are read but those asked for. What stands apart is read whole."""
    read: dict[str, list[str]] = {}
    for column, meaning in zip(told.file.schema_arrow, told.meant, strict=True):
        read[column.name] = [column.name]
        if isinstance(meaning, Group):
            shape = told.vocabulary.records[meaning.record]
            read[column.name] = list(_inner(column, shape, asked))
    kept = [(name, meaning) for name, meaning in zip(told.names, told.meant, strict=True)
            if read[name]]  # fmt: skip
    names, meant = zip(*kept, strict=True)
    columns = [each for several in read.values() for each in several]
    return evolve(told, names=names, meant=meant, columns=columns)


def _inner(column: Any, shape: Shape, asked: Asked) -> Iterator[str]:
    """What is asked for of a record, or else one fact, to see whether it is there."""
    record = shape.declaration.key
    if (record,) not in asked:
        return
    declared = [(each.name, shape.fields.get(canonical(each.name))) for each in column.type]
    found = [name for name, fact in declared if fact and (record, fact.key) in asked]
    yield from (f"{column.name}.{each}" for each in found or [declared[0][0]])


def _concluded(program: Program) -> list[tuple[str, str]]:
    return [each.path for each in program.conclusions]


def _given(program: Program) -> list[tuple[str, str]]:
    return [each.path for each in program.presumptions]


def _paths(terms: Iterable[Term]) -> Iterator[Path]:
    """Where the facts stand that terms ask for, and the records and lists around them."""
    for term in needed(list(terms)):
        match term.do:
            case Do.YES | Do.NO | Do.LOW | Do.HIGH | Do.NAMED | Do.BOUNDED:
                yield from _around(term.data)
            case Do.EXISTS | Do.MEMBER | Do.EVERY | Do.SOME | Do.COUNT | Do.LEAST | Do.MOST:
                yield from _around(term.data.path)
            case Do.PRESENT:
                yield (term.data,)
            case _:  # what is made of other terms
                pass


def _around(path: Path) -> Iterator[Path]:
    return (path[:length] for length in range(1, len(path) + 1))


def _known_of(schema: Schema, found: Iterable[Path]) -> Iterator[Path]:
    """The institutions that something asked for may be known of."""
    for path in found:
        declared = declared_at(schema, path[:-1])
        if declared is not None:
            yield from ((*path[:-1], key) for key, _ in institutions(declared))


def declared_at(schema: Schema, path: Sequence[str]) -> RecordDeclaration | None:
    """The record that stands at a place, or that the entries of the list there are."""
    declared = schema.record(path[0]) if path else None
    for key in path[1:]:
        field = declared.field(key) if declared else None
        kind = field.type if field else None
        is_rows = isinstance(kind, Listed) and isinstance(kind.element, Row)
        declared = schema.record(kind.element.name) if is_rows else None  # type: ignore[union-attr]
    return declared
