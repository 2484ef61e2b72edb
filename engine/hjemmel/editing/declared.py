"""What a text and those it builds on declare and refer to, whether or not they have errors."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from hjemmel.check.heads import Head
from hjemmel.check.names import Bound, NamedFact, claims, paths, predicates
from hjemmel.check.places import Places
from hjemmel.check.rulebook import CheckedRulebook, check_rulebook
from hjemmel.core.schema import FieldDeclaration, Schema
from hjemmel.core.types import Row
from hjemmel.pipeline import gather
from hjemmel.source.source import Source


@frozen(eq=False)
class Declared:
    """The checked text with those it builds on."""

    rulebook: CheckedRulebook = field(repr=False)

    @property
    def schema(self) -> Schema:
        """The declared facts."""
        return self.rulebook.symbols.schema

    @cached_property
    def places(self) -> Places:
        """What each name refers to, by where it stands."""
        return Places(self.rulebook)

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The norms, by what stands first in each."""
        return tuple(each.head for each in self.rulebook.norms)

    @cached_property
    def paths(self) -> tuple[NamedFact, ...]:
        """The facts by path: «tjenestens type»; those of entries by their own name."""
        return tuple(paths(self.schema, self._bound))

    @cached_property
    def claims(self) -> tuple[NamedFact, ...]:
        """The facts by claim: «tjenesten har referansegruppe»."""
        return tuple(claims(self.schema, self._bound))

    @cached_property
    def names(self) -> tuple[NamedFact, ...]:
        """Every fact by each way that rules write it."""
        return (*self.paths, *self.claims, *predicates(self.schema, self._bound))

    @property
    def _bound(self) -> tuple[Bound, ...]:
        """As if the entries of every list were in reach."""
        entries = (each for each in self.schema.records if each.entry)
        return tuple(Bound(each.key, Row(each.key)) for each in entries)

    def field_of(self, record: str, key: str) -> FieldDeclaration | None:
        """The declaration of a fact; none for the day."""
        declared = self.schema.record(record)
        return declared.field(key) if declared else None


def declared(name: str, library: Mapping[str, Source], grammar: str) -> Declared:
    """What stands in a text of the library and in those it builds on."""
    return declared_in((name,), library, grammar)


def declared_in(names: tuple[str, ...], library: Mapping[str, Source], grammar: str) -> Declared:
    """The same of several texts, as one rulebook."""
    return _read(names, tuple(library.items()), grammar)


@lru_cache(maxsize=4)
def _read(names: tuple[str, ...], texts: tuple[tuple[str, Source], ...], grammar: str) -> Declared:
    """The same texts are asked about many times over while somebody looks around in them."""
    files, _ = gather(names, dict(texts), grammar)
    return Declared(check_rulebook(files, None).value)
