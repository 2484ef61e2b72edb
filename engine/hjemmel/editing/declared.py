"""What a text and those it builds on declare, whether or not they have errors."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from hjemmel.check.heads import Head, heads
from hjemmel.check.names import Bound, Found, claims, paths, predicates
from hjemmel.check.symbols import Symbols, declare
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Row
from hjemmel.pipeline import gather
from hjemmel.source.source import Source
from hjemmel.syntax.parse import Parsed


@frozen(eq=False)
class Declared:
    """The parsed text with those it builds on, the text itself last."""

    files: tuple[Parsed, ...]
    symbols: Symbols = field(repr=False)

    @property
    def schema(self) -> Schema:
        """The declared facts."""
        return self.symbols.schema

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The norms, by what stands first in each."""
        found = (heads(each.file, tuple(each.damaged))[0] for each in self.files)
        return tuple(head for some in found for head in some)

    @cached_property
    def paths(self) -> tuple[Found, ...]:
        """The facts by path: «tjenestens type»; those of entries by their own name."""
        return tuple(paths(self.schema, self._bound))

    @cached_property
    def claims(self) -> tuple[Found, ...]:
        """The facts by claim: «tjenesten har referansegruppe»."""
        return tuple(claims(self.schema, self._bound))

    @cached_property
    def names(self) -> tuple[Found, ...]:
        """Every fact by each way that rules write it."""
        return (*self.paths, *self.claims, *predicates(self.schema, self._bound))

    @property
    def _bound(self) -> tuple[Bound, ...]:
        """As if the entries of every list were in reach."""
        entries = (each for each in self.schema.records if each.entry)
        return tuple(Bound(each.key, Row(each.key)) for each in entries)

    def declaration(self, found: Found) -> tuple[RecordDeclaration, FieldDeclaration] | None:
        """Where a fact is declared; none for the day."""
        record = self.schema.record(found.fact.subject)
        fact = record.field(found.fact.name) if record else None
        return (record, fact) if record and fact else None


def declared(name: str, library: Mapping[str, Source], grammar: str) -> Declared:
    """What is declared in a text of the library and in those it builds on."""
    files, _ = gather((name,), library, grammar)
    symbols, _ = declare([each.file for each in files])
    return Declared(tuple(files), symbols)
