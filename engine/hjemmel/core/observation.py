"""What a case lets the engine see on a given day.

Disagreeing sources, pending matters, discretion exercised by the wrong body:
all that makes a stated fact unknown is settled here, once, for every backend.
A backend sees plain values:

- yes/no: True, False or None (unknown);
- a symbol: its text, or None;
- an ordered value: the value, None, or (least, greatest) with None for open;
- a list: `list`, `PartialList` (there may be more) or None; its entries are
  plain values or dicts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, assert_never

from attrs import field, frozen

from hjemmel.core.case import (
    Assessment,
    Case,
    Content,
    Entries,
    Grade,
    NotDone,
    Pending,
    PlaceOf,
    Record,
    Statement,
    Unrecognised,
    nowhere,
)
from hjemmel.core.schema import CASE, ELEMENT, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Listed, Row, Type
from hjemmel.source.days import day_in_words

Path = tuple[str | int, ...]
View = Mapping[str, Mapping[str, Any] | None]


class PartialList(list[Any]):
    """A list known in part: it has these members, and there may be more."""


class Unknown(Enum):
    """Why a fact is unknown, in the order in which the kinds are shown."""

    MISSING = "mangler"
    DISCRETION = "skjønn"
    INTERPRETATION = "tolkning"
    CONFLICT = "motstrid"
    PENDING = "avventer"


@frozen
class Doubt:
    """Why one fact is unknown, who can settle it, and what was said."""

    kind: Unknown
    holder: str = ""
    words: str = ""


@frozen
class Observation:
    """What is seen (`view`), why the rest is not (`doubts`), and what is worth noting."""

    view: View
    doubts: Mapping[Path, Doubt]
    notes: Mapping[Path, str]
    sources: Mapping[Path, str] = field(factory=dict)
    place_of: PlaceOf = field(default=nowhere, eq=False, repr=False)


def observe(case: Case, schema: Schema, day: date) -> Observation:
    """What the case shows on the day."""
    seen = _Seen(schema, day)
    view: dict[str, Mapping[str, Any] | None] = {CASE: {"vurderingsdato": day}}
    for declaration in schema.records:
        if not declaration.entry:
            record = case.records.get(declaration.key)
            view[declaration.key] = (
                None if record is None else seen.record(record, declaration, (declaration.key,))
            )
    return Observation(view, seen.doubts, seen.notes, seen.sources, case.place_of)


@frozen
class _Seen:
    """The look at one case."""

    schema: Schema
    day: date
    doubts: dict[Path, Doubt] = field(factory=dict)
    notes: dict[Path, str] = field(factory=dict)
    sources: dict[Path, str] = field(factory=dict)

    def record(self, record: Record, declaration: RecordDeclaration, path: Path) -> dict[str, Any]:
        return {
            each.key: self.fact(record.get(each.key, ()), each, (*path, each.key))
            for each in declaration.fields
        }

    def fact(
        self, statements: tuple[Statement, ...], declared: FieldDeclaration, path: Path
    ) -> Any:
        if not statements:
            kind = Unknown.DISCRETION if isinstance(declared.type, Assessed) else Unknown.MISSING
            return self._doubt(path, kind, declared.type, declared.holder)
        weightiest = list(_weightiest(statements))
        if len({_comparable(each.content) for each in weightiest}) > 1:
            words = "; ".join(
                f"{each.source or 'uten kilde'}: {_told(each.content)}" for each in weightiest
            )
            return self._doubt(path, Unknown.CONFLICT, declared.type, declared.holder, words)
        chosen = min(weightiest, key=lambda each: self._is_void(each.content, declared.type))
        if chosen.source:
            self.sources[path] = chosen.source
        return self.content(chosen.content, declared.type, declared.holder, path)

    def _is_void(self, content: Content, kind: Type) -> bool:
        """True for an assessment that does not count; one that does goes before it."""
        return (
            isinstance(content, Assessment)
            and isinstance(kind, Assessed)
            and self._objection(content, kind.owner) is not None
        )

    def content(self, content: Content, kind: Type, holder: str, path: Path) -> Any:
        match content:
            case Pending():
                return self._doubt(path, Unknown.PENDING, kind, holder, content.words)
            case Unrecognised():
                nearest = (
                    f", mente du {' eller '.join(content.nearest)}?" if content.nearest else ""
                )
                words = f"«{content.text}» står ikke i registeret{nearest}"
                return self._doubt(path, Unknown.MISSING, kind, holder, words)
            case NotDone():
                self.doubts[path] = Doubt(Unknown.PENDING, holder, "ikke utført")
                return (self.day, None)
            case Assessment():
                assert isinstance(kind, Assessed)
                return self._assessment(content, kind.owner, path)
            case Entries():
                return self._entries(content, kind, holder, path)
            case bool() if isinstance(kind, Assessed):
                self.notes[path] = "grunnlag ikke oppgitt"
                return content
            case _:
                return content

    def _doubt(
        self, path: Path, kind: Unknown, fact_type: Type, holder: str, words: str = ""
    ) -> None:
        if isinstance(fact_type, Assessed):
            role = self.schema.role(fact_type.owner)
            holder = (role.holder_on(self.day) if role else None) or fact_type.owner
        self.doubts[path] = Doubt(kind, holder, words)

    def _assessment(self, made: Assessment, owner: str, path: Path) -> bool | None:
        """Counts only if made by today, by the body that held the role that day."""
        objection = self._objection(made, owner)
        if objection is not None:
            role = self.schema.role(owner)
            holder = (role.holder_on(self.day) if role else None) or owner
            self.doubts[path] = Doubt(Unknown.DISCRETION, holder, objection)
            return None
        if not made.grounds:
            self.notes[path] = "grunnlag ikke oppgitt"
        return made.positive

    def _objection(self, made: Assessment, owner: str) -> str | None:
        """Why an assessment does not count, if it does not."""
        if made.day is not None and made.day > self.day:
            return f"vurdert {day_in_words(made.day)}, etter vurderingsdagen"
        day = made.day or self.day
        role = self.schema.role(owner)
        entitled = role.holder_on(day) if role else owner
        by = owner if made.by is None else self.schema.canonical(made.by)
        if entitled is None:
            return f"ingen var {owner} {day_in_words(day)}"
        if by not in (entitled, owner):
            return f"vurdert av {made.by}, som ikke var {owner} {day_in_words(day)}"
        return None

    def _entries(self, entries: Entries, kind: Type, holder: str, path: Path) -> list[Any]:
        element = kind.element if isinstance(kind, Listed) else None
        found = PartialList() if not entries.complete else []
        if not entries.complete:
            self.doubts[path] = Doubt(Unknown.MISSING, holder, "listen er bare kjent i del")
        for index, member in enumerate(entries.members):
            place = (*path, index)
            if isinstance(element, Row):
                declaration = self.schema.record(element.name)
                assert declaration is not None and isinstance(member, Mapping)
                found.append(self.record(member, declaration, place))
            else:
                assert element is not None and not isinstance(member, Mapping)
                found.append(self.content(member, element, holder, (*place, ELEMENT)))
        return found


def _weightiest(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    grades = list(Grade)
    highest = min(grades.index(each.grade) for each in statements)
    return (each for each in statements if grades.index(each.grade) == highest)


def _comparable(content: Content) -> object:
    """What two sources must share to agree: not who says it, nor the order of a list."""
    match content:
        case Entries():
            members = Counter(
                frozenset((key, _comparable(each.content)) for key, told in member.items()
                          for each in told)
                if isinstance(member, Mapping) else _comparable(member)
                for member in content.members
            )  # fmt: skip
            return Entries, content.complete, frozenset(members.items())
        case Assessment():
            return bool, content.positive
        case Pending():
            return Pending
        case _:
            return type(content), content


def _told(content: Content) -> str:
    """A statement's content in a few words."""
    match content:
        case bool():
            return "ja" if content else "nei"
        case Assessment():
            return "positiv" if content.positive else "negativ"
        case Entries():
            return f"{len(content.members)} oppføringer"
        case Pending():
            return f"avventer {content.words}"
        case NotDone():
            return "ikke utført"
        case Unrecognised():
            return content.text
        case _ if isinstance(content, (str, int, date)) or content is not None:
            return str(content)
        case _:
            assert_never(content)
