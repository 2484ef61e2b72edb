"""A schema arranged for looking things up: once per file, not once per value."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from hjemmel.case.statements import Unrecognised
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Register, Schema
from hjemmel.core.types import Enumerated, Registered, Type
from hjemmel.facts.names import canonical, composed, folded, nearest


@frozen
class Shape:
    """A record's fields by their canonical keys."""

    declaration: RecordDeclaration
    fields: Mapping[str, FieldDeclaration]


@frozen
class Index:
    """A register by everything its entries are called."""

    official: Mapping[str, str]
    names: tuple[str, ...]

    def unrecognised(self, text: str) -> Unrecognised:
        """The text with the nearest official names."""
        called = (self.official.get(folded(each), each) for each in nearest(text, self.names))
        return Unrecognised(text, tuple(dict.fromkeys(called)))


@frozen
class Values:
    """The values of an enumeration, as they are written and as they may be recognised."""

    exact: Mapping[str, str]
    by_folded: Mapping[str, str]

    @classmethod
    def of(cls, values: Iterable[str]) -> "Values":
        """Two that differ in case alone are told apart by it; then nothing else will do."""
        exact = {composed(each): each for each in values}
        counts = Counter(map(folded, exact))
        alone = {folded(key): each for key, each in exact.items() if counts[folded(key)] == 1}
        return cls(exact, alone)

    def recognise(self, text: str) -> str | None:
        """The value that the text is, if it is one."""
        found = self.exact.get(composed(text).strip())
        return self.by_folded.get(folded(text)) if found is None else found


@frozen
class Vocabulary:
    """Records, values and registers of a schema."""

    records: Mapping[str, Shape]
    entries: Mapping[str, Shape]
    enumerations: Mapping[str, Values]
    registers: Mapping[str, Index]

    @classmethod
    def of(cls, schema: Schema) -> "Vocabulary":
        """The vocabulary of a schema."""
        shapes = {canonical(each.key): _shape(each) for each in schema.records}
        return cls(
            {key: each for key, each in shapes.items() if not each.declaration.entry},
            {each.declaration.key: each for each in shapes.values()},
            {each.name: Values.of(each.values) for each in schema.enumerations},
            {each.name: _index(each) for each in schema.registers},
        )

    def known_name(self, text: str, kind: Type) -> str | None:
        """The name in a register or the value of an enumeration that the text is, if any."""
        match kind:
            case Registered(name):
                return self.registers[name].official.get(folded(text))
            case Enumerated(name):
                return self.enumerations[name].recognise(text)
            case _:
                return None

    def holders_of(self, key: str) -> Iterator[str]:
        """The keys of the records that have a field with this key."""
        return (record for record, shape in self.records.items() if key in shape.fields)


def _shape(record: RecordDeclaration) -> Shape:
    return Shape(record, {canonical(each.key): each for each in record.fields})


def _index(register: Register) -> Index:
    official: dict[str, str] = {}
    shared: set[str] = set()
    names: list[str] = []
    for entry in register.entries:
        for name in (entry.name, *entry.aliases):
            names.append(name)
            if official.setdefault(folded(name), entry.name) != entry.name:
                shared.add(folded(name))
    # A name that two institutions share is nobody's: choosing one would be a guess.
    for name in shared:
        del official[name]
    return Index(official, tuple(names))
