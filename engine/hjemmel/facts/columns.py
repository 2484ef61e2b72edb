"""What the columns of a table mean."""

from collections.abc import Sequence

from attrs import frozen

from hjemmel.core.types import Assessed, Date, Enumerated, Listed, Registered, Row, Text, Type
from hjemmel.facts.annotated_values import ASSESSING, PROVENANCE
from hjemmel.facts.annotated_values import DAY as DAY_ASSESSED
from hjemmel.facts.cells import NONE, is_blank
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.names import canonical, listed, quoted, suggestion
from hjemmel.facts.schema import CASE_ID, CASE_KEYS, DAY
from hjemmel.facts.value_problems import UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.facts.wording import told


@frozen
class CaseColumn:
    """The case's name, title or day."""

    key: str

    @property
    def type(self) -> Type:
        """The day is a date; the rest is text."""
        return Date() if self.key == DAY else Text()


@frozen
class PresenceColumn:
    """«ja» where the case has the record; one that is not optional it cannot be without."""

    record: str
    optional: bool


@frozen
class FieldColumn:
    """A fact of a record."""

    record: str
    field: str
    type: Type


@frozen
class PartColumn:
    """Where a fact comes from, or how it was assessed: `tjeneste.type.kilde`."""

    record: str
    field: str
    part: str

    @property
    def type(self) -> Type:
        """The day of an assessment is a date; the rest is text."""
        return Date() if self.part == DAY_ASSESSED else Text()


@frozen
class EntryColumn:
    """A fact of each entry of a list. «Ingen» in the one that names them empties the list."""

    record: str
    list: str
    field: str
    type: Type
    may_say_none: bool


@frozen
class EntryPartColumn:
    """Where a fact of each entry comes from, or how it was assessed."""

    record: str
    list: str
    field: str
    part: str

    @property
    def type(self) -> Type:
        """As for the parts of other facts."""
        return Date() if self.part == DAY_ASSESSED else Text()


@frozen
class LostColumn:
    """A column of a record that names no fact of it. It costs what stands in it.

    Where it may be a misspelt part of a fact, what it says of the fact is not known, and `spoils`
    is that fact: an assessment by nobody knows whom is no assessment.
    """

    mistake: Mistake
    spoils: tuple[str, str] | None = None


Column = CaseColumn | PresenceColumn | FieldColumn | PartColumn | EntryColumn | EntryPartColumn
Known = Column | LostColumn | None
"""None: the column has no heading."""

Meaning = Known | Mistake
"""A mistake: which record the column is of is not known, so no row can be read surely."""


def case_columns(header: Sequence[object], vocabulary: Vocabulary) -> list[Meaning]:
    """The meaning of each column of a table of cases."""
    return _unrepeated([_read(each, vocabulary) for each in header])


def entry_columns(
    header: Sequence[object], sheet: tuple[str, str], vocabulary: Vocabulary
) -> list[Meaning]:
    """The meaning of each column of a list's own sheet, named after record and list."""
    prefix = ".".join(sheet) + "."
    return _unrepeated([_entry(each, prefix, vocabulary) for each in header])


def _entry(cell: object, prefix: str, vocabulary: Vocabulary) -> Meaning:
    if not isinstance(cell, str) or is_blank(cell) or canonical(cell) == CASE_ID:
        return _read(cell, vocabulary)
    key = canonical(cell)
    return _read(key if key.startswith(prefix) else prefix + key, vocabulary)


def _read(cell: object, vocabulary: Vocabulary) -> Meaning:
    if isinstance(cell, Unusable):
        return cell.mistake
    if is_blank(cell):
        return None
    if not isinstance(cell, str):
        return Mistake(WRONG_TYPE, f"venter en overskrift, fikk {told(cell)}")
    parts = tuple(canonical(each) for each in cell.split("."))
    return _Heading(cell.strip(), vocabulary).column(parts)


def _unrepeated(found: list[Meaning]) -> list[Meaning]:
    seen: set[Column] = set()
    for at, each in enumerate(found):
        if each is None or isinstance(each, (Mistake, LostColumn)):
            continue
        if each in seen:
            reason = "to kolonner gjelder samme opplysning"
            found[at] = Mistake(DUPLICATE_KEY, reason, "ta bort den ene kolonnen")
        seen.add(each)
    return found


@frozen
class _Heading:
    """A heading, looked up among what the schema declares."""

    text: str
    vocabulary: Vocabulary

    def column(self, parts: tuple[str, ...]) -> Column | LostColumn | Mistake:
        records = self.vocabulary.records
        match parts:
            case (key,) if key in CASE_KEYS:
                return CaseColumn(key)
            case (key,) if key in records:
                return PresenceColumn(key, records[key].declaration.optional)
            case (record, key) if record in records and key in records[record].fields:
                return FieldColumn(record, key, records[record].fields[key].type)
            case (record, key, last) if record in records and key in records[record].fields:
                return self._within(record, key, last)
            case (record, key, inner, last) if record in records and key in records[record].fields:
                return self._within_entry(record, key, inner, last)
            case (key, *_) if key not in records:
                return self._bare(parts)
            case _:
                return LostColumn(self._unknown())

    def _bare(self, parts: tuple[str, ...]) -> Column | LostColumn | Mistake:
        """A fact named without its record, where only one record has it."""
        match tuple(self.vocabulary.holders_of(parts[0])):
            case ():
                return self._unknown()
            case (record,):
                return self.column((record, *parts))
            case records:
                reason = f"overskriften {quoted(self.text)} kan bety flere ting"
                full = listed(".".join((each, *parts)) for each in records)
                return Mistake(UNKNOWN_KEY, reason, f"skriv {full}")

    def _within(self, record: str, key: str, last: str) -> Column | LostColumn:
        kind = self.vocabulary.records[record].fields[key].type
        if isinstance(kind, Listed) and isinstance(kind.element, Row):
            entry = self.vocabulary.entries[kind.element.name]
            declared = entry.fields.get(last)
            if declared is not None:
                none = _may_say_none(last, entry, self.vocabulary)
                return EntryColumn(record, key, last, declared.type, none)
        wrong = self._no_part(kind, last)
        if wrong is None:
            return PartColumn(record, key, last)
        is_list = isinstance(kind, Listed) and isinstance(kind.element, Row)
        return LostColumn(wrong, None if is_list else (record, key))

    def _within_entry(self, record: str, key: str, inner: str, last: str) -> Column | LostColumn:
        """A part of a fact of each entry."""
        column = self._within(record, key, inner)
        if not isinstance(column, EntryColumn):
            return LostColumn(self._unknown(), (record, key))
        wrong = self._no_part(column.type, last)
        if wrong is None:
            return EntryPartColumn(record, key, inner, last)
        return LostColumn(wrong, (record, key))

    def _no_part(self, kind: Type, last: str) -> Mistake | None:
        """Why a fact of this type has no such part, if it has none."""
        if last in PROVENANCE or (last in ASSESSING and isinstance(kind, Assessed)):
            return None
        if last not in ASSESSING:
            return self._unknown()
        fact = self.text.rpartition(".")[0]
        reason = f"{quoted(last)} hører bare til en vurdering, og {quoted(fact)} er ingen vurdering"
        return Mistake(UNKNOWN_KEY, reason, "ta bort kolonnen")

    def _unknown(self) -> Mistake:
        hint = suggestion(self.text, _headings(self.vocabulary))
        reason = f"ukjent kolonne {quoted(self.text)}"
        return Mistake(UNKNOWN_KEY, reason, hint or "«ntr skjema» viser alle kolonner")


def _may_say_none(key: str, entry: Shape, vocabulary: Vocabulary) -> bool:
    """Whether «ingen» there tells of the list: it names the entries, and nobody is called that."""
    names = (each for each, declared in entry.fields.items()
             if isinstance(declared.type, (Registered, Enumerated)))  # fmt: skip
    return key == next(names, None) and vocabulary.known_name(NONE, entry.fields[key].type) is None


def _headings(vocabulary: Vocabulary) -> list[str]:
    found = list(CASE_KEYS)
    for record, shape in vocabulary.records.items():
        found.append(record)
        for key, declared in shape.fields.items():
            found += [key, *_named(f"{record}.{key}", declared.type)]
            if isinstance(declared.type, Listed) and isinstance(declared.type.element, Row):
                entry = vocabulary.entries[declared.type.element.name]
                for inner, each in entry.fields.items():
                    found += _named(f"{record}.{key}.{inner}", each.type)
    return found


def _named(heading: str, kind: Type) -> list[str]:
    """The heading of a fact, and those that tell how it was assessed."""
    parts = ASSESSING if isinstance(kind, Assessed) else ()
    return [heading, *(f"{heading}.{part}" for part in parts)]
