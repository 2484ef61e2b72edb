"""What the headings of a table mean: what is declared, and what somebody has said of others."""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Type
from hjemmel.facts.annotated_values import ASSESSING, PROVENANCE
from hjemmel.facts.cells import NONE, is_blank
from hjemmel.facts.columns import (
    CaseColumn,
    Column,
    EntryColumn,
    EntryPartColumn,
    FieldColumn,
    IgnoredColumn,
    LostColumn,
    Meaning,
    PartColumn,
    PresenceColumn,
)
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.grid import column_letters
from hjemmel.facts.names import canonical, composed, listed, one_line, quoted, suggestion
from hjemmel.facts.proposals import proposal
from hjemmel.facts.schema import CASE_ID, CASE_KEYS, TITLE
from hjemmel.facts.translation import NOT_READ, NOTHING_SAID, Line, Translation
from hjemmel.facts.value_problems import UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.facts.wording import told

_NUMBERED = re.compile(r"(.+)\[([1-9][0-9]?)\]")


@frozen
class Headings:
    """What headings mean: what is declared, and what somebody has said that others mean."""

    vocabulary: Vocabulary
    translation: Translation = NOTHING_SAID

    def of_cases(self, header: Sequence[object], sheet: str | None) -> list[Meaning]:
        """The meaning of each column of a table of cases."""
        return _unrepeated([self._read(each, sheet, at) for at, each in enumerate(header)])

    def of_entries(
        self, header: Sequence[object], sheet: str, of: tuple[str, str]
    ) -> list[Meaning]:
        """The meaning of each column of a list's own sheet; `of` is its record and the list."""
        prefix = ".".join(of) + "."
        found = [self._read(each, sheet, at, prefix) for at, each in enumerate(header)]
        return _unrepeated(found)

    def said(self, cell: object, sheet: str | None, at: int) -> Line | None:
        """What somebody has said of a column."""
        if not self.translation.lines:
            return None
        heading = one_line(composed(cell)) if isinstance(cell, str) else ""
        return self.translation.column(sheet, heading, column_letters(at))

    def _read(self, cell: object, sheet: str | None, at: int, prefix: str = "") -> Meaning:
        line = self.said(cell, sheet, at)
        if line is None:
            return self._declared(cell, prefix)
        if line.is_ignored:
            return IgnoredColumn()
        match self._declared(line.meaning, prefix):
            case Mistake() as mistake:
                return self._owned(mistake, line)
            case LostColumn(mistake, spoils):
                return LostColumn(self._owned(mistake, line), spoils)
            case found:
                return found

    def _owned(self, mistake: Mistake, line: Line) -> Mistake:
        """A mistake, by whoever said what the column means."""
        return evolve(mistake, reason=f"{mistake.reason} ({self.translation.where(line)})")

    def _declared(self, cell: object, prefix: str) -> Meaning:
        if isinstance(cell, Unusable):
            return cell.mistake
        if is_blank(cell):
            return None
        if not isinstance(cell, str):
            return Mistake(WRONG_TYPE, f"venter en overskrift, fikk {told(cell)}")
        key = canonical(cell)
        if not prefix or key == CASE_ID or key.startswith(prefix):
            return self._column(cell)
        found = self._column(prefix + key)
        return CaseColumn(TITLE) if isinstance(found, LostColumn) and key == TITLE else found

    def _column(self, text: str) -> Column | LostColumn | Mistake:
        parts = tuple(canonical(each) for each in text.split("."))
        return _Heading(text.strip(), self.vocabulary).numbered(parts)


def _unrepeated(found: list[Meaning]) -> list[Meaning]:
    seen: set[Column] = set()
    for at, each in enumerate(found):
        if each is None or isinstance(each, (Mistake, LostColumn, IgnoredColumn)):
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

    def numbered(self, parts: tuple[str, ...]) -> Column | LostColumn | Mistake:
        """The same, where a number may say which entry of a list the column is of."""
        found = [_NUMBERED.fullmatch(each) for each in parts]
        numbers = [int(each[2]) for each in found if each is not None]
        if not numbers:
            return self.column(parts)
        plain = tuple(each[1] if each else part for each, part in zip(found, parts, strict=True))
        column = self.column(plain)
        if isinstance(column, EntryColumn | EntryPartColumn) and len(numbers) == 1:
            return evolve(column, number=numbers[0])
        return column if isinstance(column, Mistake) else LostColumn(self._unknown())

    def column(self, parts: tuple[str, ...]) -> Column | LostColumn | Mistake:
        """What is declared by this name."""
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
        hint = self._proposed() or suggestion(self.text, all_headings(self.vocabulary))
        reason = f"ukjent kolonne {quoted(self.text)}"
        return Mistake(UNKNOWN_KEY, reason, hint or "«ntr skjema» viser alle kolonner")

    def _proposed(self) -> str:
        """What is proposed for a heading in words of one's own."""
        is_own = " " in self.text.strip() or "." not in self.text
        found = proposal(self.text, (), self.vocabulary).meaning if is_own else ""
        return f"mente du {quoted(found)}?" if found not in ("", NOT_READ) else ""


def _may_say_none(key: str, entry: Shape, vocabulary: Vocabulary) -> bool:
    """Whether «ingen» there tells of the list: it names the entries, and nobody is called that."""
    names = (each for each, declared in entry.fields.items()
             if isinstance(declared.type, (Registered, Enumerated)))  # fmt: skip
    return key == next(names, None) and vocabulary.known_name(NONE, entry.fields[key].type) is None


def all_headings(vocabulary: Vocabulary) -> list[str]:
    """Every heading that is declared, and each fact by its own name too."""
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
