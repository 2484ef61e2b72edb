"""What a name in a rule refers to."""

from collections.abc import Callable, Iterator

from attrs import frozen

from hjemmel.check.references import FactReference
from hjemmel.core.schema import (
    ASSESSMENTS,
    CASE,
    ELEMENT,
    FieldDeclaration,
    RecordDeclaration,
    Schema,
)
from hjemmel.core.types import Date, Row, Scalar, is_truth
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax.tree import THE_ENTRY
from hjemmel.syntax.verbs import begins_with_verb

THE_DAY = "vurderingsdagen"
CASE_YEARS = {"vurderingsåret": 0, "fjoråret": -1, "forfjor": -2}
"""The years that are named by the day of evaluation, and how far each is from its own."""


@frozen
class NamedFact:
    """A fact that a name means, how it is written in full, and where it is declared."""

    fact: FactReference
    written: str
    declared: Span


@frozen
class Bound:
    """An entry of a list that is in reach: its variable, and what the list holds."""

    variable: str
    element: Scalar | Row


def paths(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    """Every fact in reach by a path: «tjenestens type», or an entry's own field name."""
    yield NamedFact(FactReference(CASE, "vurderingsdato", Date(), ""), THE_DAY, NOWHERE)
    yield from _entry_paths(schema, bound)
    for record in of_the_case(schema):
        for field in record.fields:
            yield of_case(record, field, f"{record.genitive} {field.name}")


def claims(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    """Every fact in reach by a claim: «tjenesten har referansegruppe», «driver opplæring»."""
    yield from _entry_claims(schema, bound)
    yield from _saidof_case(schema, begins_with_verb)


def predicates(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    """Every fact in reach after «er»: «tjenesten er godkjent», «oppføringen er henvist»."""
    yield from _entry_predicates(schema, bound)
    yield from _saidof_case(schema, lambda _: True)


def _entry_paths(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    for entry in bound:
        if not isinstance(entry.element, Row):
            fact = FactReference(entry.variable, ELEMENT, entry.element, "")
            yield NamedFact(fact, THE_ENTRY, NOWHERE)
        for field in _entry_fields(schema, entry):
            yield from (_of_entry(entry, field, each) for each in _called(field))
            owner = _owner(schema, entry)
            if owner:
                yield _of_entry(entry, field, f"{owner}s {field.name}")


def _called(field: FieldDeclaration) -> Iterator[str]:
    """What a fact of an entry is called by itself."""
    yield field.name
    yield from filter(None, (field.plural, field.form if is_definite(field.form) else ""))


def _said(field: FieldDeclaration) -> Iterator[str]:
    """What is said of the one whose fact it is: its name, or the other form of it."""
    yield field.name
    if field.form and not is_definite(field.form):
        yield field.form


def _owner(schema: Schema, entry: Bound) -> str:
    """What an entry is called, where that is declared: «medlemmet»."""
    record = schema.record(entry.element.name) if isinstance(entry.element, Row) else None
    return record.one if record else ""


def _entry_claims(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    for entry in bound:
        owners = ("", THE_ENTRY, _owner(schema, entry))
        for field in _entry_fields(schema, entry):
            said = [each for each in _said(field) if begins_with_verb(each)]
            yield from (_of_entry(entry, field, each) for each in _joined(owners, said))


def _joined(owners: tuple[str, ...], said: list[str]) -> Iterator[str]:
    """What is said by itself, and of each of the owners that have a name."""
    yield from said
    yield from (f"{owner} {each}" for owner in owners if owner for each in said)


def _entry_predicates(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[NamedFact]:
    for entry in bound:
        owners = tuple(filter(None, (THE_ENTRY, _owner(schema, entry))))
        for field in _entry_fields(schema, entry):
            yield from (_of_entry(entry, field, f"{owner} {each}")
                        for owner in owners for each in _said(field))  # fmt: skip


def _saidof_case(schema: Schema, fits: Callable[[str], bool]) -> Iterator[NamedFact]:
    for record in of_the_case(schema):
        for field in record.fields:
            yield from (of_case(record, field, f"{record.definite} {each}")
                        for each in _said(field) if fits(each))  # fmt: skip


def definites(schema: Schema) -> Iterator[NamedFact]:
    """The facts of the case by their own definite form: «stedene», «godkjenningsdagen»."""
    for record in of_the_case(schema):
        for field in record.fields:
            if is_definite(field.form):
                yield of_case(record, field, field.form)


def is_definite(form: str) -> bool:
    """Whether the other form of a name is its definite: one word, or «den …», «det …», «de …».

    Otherwise something is said in it, with a verb: «ble sendt», «bygger på».
    """
    first, _, rest = form.partition(" ")
    if first.casefold() in ("den", "det", "de"):
        return bool(rest)
    return bool(form) and not rest and not begins_with_verb(form)


def _entry_fields(schema: Schema, entry: Bound) -> tuple[FieldDeclaration, ...]:
    declaration = schema.record(entry.element.name) if isinstance(entry.element, Row) else None
    return declaration.fields if declaration else ()


def assessments(schema: Schema) -> tuple[FieldDeclaration, ...]:
    """Every assessment."""
    record = schema.record(ASSESSMENTS)
    return record.fields if record else ()


def said_with_is(schema: Schema, bound: tuple[Bound, ...], fact: FactReference) -> str:
    """«tjenesten er godkjent», «oppføringen er henvist»; empty for what is said without «er»."""
    owners = [(each.variable, THE_ENTRY, _entry_fields(schema, each)) for each in bound]
    owners += [(each.key, each.definite, each.fields) for each in of_the_case(schema)]
    said = (
        f"{owner} er {each.name}"
        for subject, owner, fields in owners
        for each in fields
        if (subject, each.key) == (fact.subject, fact.name)
        and is_truth(each.type)
        and not begins_with_verb(each.name)
    )
    return next(said, "")


def record_named(schema: Schema, words: str) -> RecordDeclaration | None:
    """The record of the case with this name, in its plain or definite form."""
    folded = words.casefold()
    return next(
        (each for each in of_the_case(schema)
         if folded in (each.key.replace("_", " ").casefold(), each.definite.casefold())),
        None,
    )  # fmt: skip


def record_names(schema: Schema) -> list[str]:
    """The definite forms of the case's records."""
    return [each.definite for each in of_the_case(schema)]


Index = dict[str, list[NamedFact]]
Options = Callable[[Schema, tuple[Bound, ...]], Iterator[NamedFact]]


@frozen
class Names:
    """The facts of the case by the words they are written with, small letters.

    Looked up once for every name in every rule, so they are kept; the entries of
    the lists around a clause are few, and are gone through.
    """

    schema: Schema
    by_path: Index
    by_claim: Index
    by_predicate: Index
    by_definite: Index

    def path(self, words: str, bound: tuple[Bound, ...], subject: str = "") -> list[NamedFact]:
        """The facts that a path can mean; the innermost list wins.

        A definite form alone is of what the norm is about, where that has one called so.
        """
        near = self._near(_entry_paths, bound, words)
        if near:
            return near
        alone = self.by_definite.get(words.casefold(), [])
        mine = [each for each in alone if each.fact.subject == subject]
        return [*self.by_path.get(words.casefold(), []), *(mine or alone)]

    def claim(self, words: str, bound: tuple[Bound, ...]) -> list[NamedFact]:
        """The facts that a claim can mean."""
        return self._near(_entry_claims, bound, words) or self.by_claim.get(words.casefold(), [])

    def predicate(self, words: str, bound: tuple[Bound, ...]) -> list[NamedFact]:
        """The facts that «… er …» can mean."""
        return self._near(_entry_predicates, bound, words) or self.by_predicate.get(
            words.casefold(), []
        )

    def _near(self, options: Options, bound: tuple[Bound, ...], words: str) -> list[NamedFact]:
        """The facts of the innermost list around that have these words."""
        folded = words.casefold()
        same = [e for e in options(self.schema, bound) if e.written.casefold() == folded]
        return [each for each in same if each.fact.subject == same[0].fact.subject]


def names_of(schema: Schema) -> Names:
    """The names of a schema."""
    by_path, by_claim, by_predicate = (
        _index(each(schema, ())) for each in (paths, claims, predicates)
    )
    return Names(schema, by_path, by_claim, by_predicate, _index(definites(schema)))


def _index(options: Iterator[NamedFact]) -> Index:
    found: Index = {}
    for each in options:
        found.setdefault(each.written.casefold(), []).append(each)
    return found


def of_the_case(schema: Schema) -> Iterator[RecordDeclaration]:
    """The parts of a case that rules can name."""
    return (each for each in schema.records if not each.entry and each.key != ASSESSMENTS)


def of_case(record: RecordDeclaration, declared: FieldDeclaration, written: str) -> NamedFact:
    """A fact of a part of the case, by what is written."""
    fact = FactReference(record.key, declared.key, declared.type, record.key)
    return NamedFact(fact, written, declared.span)


def _of_entry(entry: Bound, declared: FieldDeclaration, written: str) -> NamedFact:
    record = entry.element.name if isinstance(entry.element, Row) else ""
    fact = FactReference(entry.variable, declared.key, declared.type, record)
    return NamedFact(fact, written, declared.span)
