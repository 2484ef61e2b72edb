"""What the checker carries with it while it goes through a norm."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from attrs import define, evolve, field, frozen

from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head
from hjemmel.check.names import Bound, NamedFact, record_named
from hjemmel.check.norm_structure import Asked
from hjemmel.check.references import FactReference
from hjemmel.check.symbols import Symbols
from hjemmel.check.tables import Tables
from hjemmel.core.schema import Schema
from hjemmel.core.types import Listed, Type
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.sentences import Sentences
from hjemmel.syntax.tree import Clause, Name

_SAID_OF = re.compile(r"^\S+ (?:ikke )?(?:er )?(?:ikke )?")
"""What stands before the name of a fact: whose it is, and «er»."""
_PART = re.compile(r"opplysninger om (\w+)")


def _is_like(lost: str, words: str) -> bool:
    found = _PART.match(lost)
    return found is not None and words.casefold().startswith(found[1][:4])


def every(sound: Iterable[bool]) -> bool:
    """Whether all are sound. Each is looked at, since each may have something to report."""
    return all(tuple(sound))


@frozen
class Surroundings:
    """What a norm is checked against: what is declared, the other norms, and the sources.

    `lost` are the texts that could not be read, in small letters: what is declared there is not
    reported as unknown.
    """

    symbols: Symbols
    directory: Directory
    sentences: Sentences | None
    lost: tuple[str, ...] = ()

    def subject_of(self, head: Head) -> str:
        """The key of the record that a norm is about; empty where it is not known."""
        line = head.anatomy.subject if head.anatomy else None
        if line is None:
            return self.symbols.default_subject
        record = record_named(self.symbols.schema, line.record.words)
        return record.key if record else ""


@define
class Checking:
    """The state of checking one norm, and what has been found of it.

    `check_clause` says whether a clause is sound: a value may count the entries of a list for which
    clauses hold, and a clause is about values. `guards` are the optional records that the clause in
    hand can count on, and `questions` those that may be open about it. `subject` is the record that
    the norm is about, `kind` what sort of norm it is, and `refers_to` gathers the norms that it
    depends on. `has_open_ends` is set where a question cannot be used: then the clause that it is
    about is sound, but the norm is not.
    """

    around: Surroundings
    place: str
    norm: str
    check_clause: Callable[["Checking", Clause], bool]
    tables: Tables = field(factory=Tables)
    diagnostics: list[Diagnostic] = field(factory=list)
    refers_to: set[str] = field(factory=set)
    bound: tuple[Bound, ...] = ()
    guards: frozenset[str] = frozenset()
    has_open_ends: bool = False
    questions: tuple[Asked, ...] = ()
    subject: str = ""
    kind: str = ""

    @property
    def schema(self) -> Schema:
        """The declared facts and lists."""
        return self.around.symbols.schema

    def path(self, words: str) -> list[NamedFact]:
        """The facts that words can be the name of, here."""
        return self.around.symbols.names.path(words, self.bound, self.subject)

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a finding, with its place in the law; once, however often its line is checked."""
        if diagnostic not in self.diagnostics:
            self.diagnostics.append(evolve(diagnostic, place=self.place))

    def typed(self, node: object, kind: Type) -> Type:
        """Keep the type of an expression."""
        self.tables.types[node] = kind
        return kind

    def was_lost(self, words: str) -> bool:
        """True where the words stand in a part of the file that could not be read."""
        folded = " ".join(words.casefold().split())
        said = _SAID_OF.sub("", folded)
        return any(folded in text or (said != folded and said in text) for text in self.around.lost)

    def was_record_lost(self, words: str) -> bool:
        """True where a part that is called something like this could not be read."""
        return any(_PART.match(text) and _is_like(text, words) for text in self.around.lost)

    def is_untyped(self, fact: FactReference) -> bool:
        """True where the fact's type is unknown: then nothing about it is worth saying here."""
        return (fact.record, fact.name) in self.around.symbols.untyped

    def name_entry(self, source: Name) -> str:
        """Name the entries of a list, by where the list is named: no record can be called that."""
        self.tables.variables[source] = variable = f"{len(self.bound) + 1}. oppføring"
        return variable

    @contextmanager
    def entry_of(self, source: Name, domain: Listed) -> Iterator[None]:
        """Bring the entries of a list in reach."""
        outer = self.bound
        self.bound = (Bound(self.name_entry(source), domain.element), *outer)
        try:
            yield
        finally:
            self.bound = outer
