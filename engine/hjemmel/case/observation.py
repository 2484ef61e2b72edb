"""What a case lets the engine see on a given day.

Disagreeing sources, pending matters, discretion exercised by the wrong body:
all that makes a stated fact unknown is settled here, once, for every backend.
A backend sees plain values:

- yes/no: True, False or None (unknown);
- a symbol: its text, None, `OneOf` several texts, or `NoneOf` some;
- an ordered value: the value, None, or (least, greatest) with None for open: a day of which
  only the month or the year is told is any day in it;
- a list: `list`, `PartialList` (there may be more) or None; its entries are
  plain values or dicts.

Note: «ingen flere». Where it is told that no further entry is of some kind, what any further one
may be stands after the entries of a `PartialList` (see `further`). A reader of entries must ask
how many there are (`members_in`); to what is evaluated and marked they are like the others.

Note: entries that nobody recognises. An entry with a name that is not recognised may be none,
one or several of those that are known, so nothing may be decided by it: the list is known in
part, and the entry is left out of the view. What stands after it has then another number in
the view than where it was told; `as_told` gives the way back.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from attrs import evolve, field, frozen

from hjemmel.case.assessment import chosen_for, holder_of, objection
from hjemmel.case.contested import common_entries, left_possible
from hjemmel.case.further import further, none_further
from hjemmel.case.one_of import ContestedView, OneOf
from hjemmel.case.statements import (
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
    Unreadable,
    Unrecognised,
    nowhere,
)
from hjemmel.case.telling import comparable, not_in_use, not_recognised, told, with_place
from hjemmel.core.program import Conclusion, Presumption
from hjemmel.core.schema import CASE, ELEMENT, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Listed, Row, Scalar, Type
from hjemmel.source.moment import Moment, moment_in_words

Path = tuple[str | int, ...]
View = Mapping[str, Mapping[str, Any] | None]


class PartialList(list[Any]):
    """A list known in part: it has these members, and there may be more.

    The last `further` of its items are no members: any other member is like one of them.
    """

    def __init__(self, items: Iterable[Any] = (), further: int = 0) -> None:
        super().__init__(items)
        self.further = further


def members_in(items: list[Any]) -> int:
    """How many of the items of a list are members of it."""
    return len(items) - (items.further if isinstance(items, PartialList) else 0)


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
    """What is seen (`view`), why the rest is not (`doubts`), and what is worth noting.

    `numbers` are, for a list of which not every entry is seen, where those that are were told.
    `presumed` are the facts that nobody has told of and that are taken as given, and by what;
    `concluded` those of which something follows that was not told, and from what; `chosen` the
    chosen days that decide who could make an assessment; `registered` what a register says
    something of that was not told, and the name that it knows it by.
    """

    view: View
    doubts: Mapping[Path, Doubt]
    notes: Mapping[Path, str]
    sources: Mapping[Path, str] = field(factory=dict)
    place_of: PlaceOf = field(default=nowhere, eq=False, repr=False)
    numbers: Mapping[Path, tuple[int, ...]] = field(factory=dict)
    presumed: Mapping[Path, Presumption] = field(factory=dict)
    concluded: Mapping[Path, tuple[Conclusion, ...]] = field(factory=dict)
    chosen: Mapping[Path, tuple[str, ...]] = field(factory=dict)
    registered: Mapping[Path, Path] = field(factory=dict)

    def as_told(self, path: Path) -> Path:
        """The path in the case of what is seen at a path of the view."""
        return as_told(path, self.numbers) if self.numbers else path


def as_told(path: Path, numbers: Mapping[Path, tuple[int, ...]]) -> Path:
    """The path with each entry's number in the list as it was told."""
    return tuple(
        numbers[path[:at]][part] if isinstance(part, int) and path[:at] in numbers else part
        for at, part in enumerate(path)
    )


def observe(case: Case, schema: Schema, day: date) -> Observation:
    """What the case shows on the day."""
    seen = _Seen(schema, day, case.place_of)
    view: dict[str, Mapping[str, Any] | None] = {CASE: {"vurderingsdato": day}}
    for declaration in schema.records:
        if not declaration.entry:
            # What is not optional is there, whether or not anybody has told of it.
            record = case.records.get(declaration.key, None if declaration.optional else {})
            view[declaration.key] = (
                None if record is None else seen.record(record, declaration, (declaration.key,))
            )

    def place_of(path: Path) -> str:
        return case.place_of(as_told(path, seen.numbers))

    if seen.contested:
        view = ContestedView(view)
    places = nowhere if case.place_of is nowhere else place_of
    return Observation(view, seen.doubts, seen.notes, seen.sources, places, seen.numbers,
                       chosen=seen.chosen, registered=seen.registered)  # fmt: skip


@frozen
class _Seen:
    """The look at one case."""

    schema: Schema
    day: date
    place_of: PlaceOf
    doubts: dict[Path, Doubt] = field(factory=dict)
    notes: dict[Path, str] = field(factory=dict)
    chosen: dict[Path, tuple[str, ...]] = field(factory=dict)
    sources: dict[Path, str] = field(factory=dict)
    numbers: dict[Path, tuple[int, ...]] = field(factory=dict)
    contested: list[Path] = field(factory=list)
    registered: dict[Path, Path] = field(factory=dict)

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
        # What cannot be read might have weighed most, and might have said anything.
        for each in statements:
            if isinstance(each.content, Unreadable):
                return self.content(each.content, declared.type, declared.holder, path)
        weightiest = list(_weightiest(statements))
        for each in weightiest:
            if each.follows_from:
                self.registered[path] = (*path[:-1], each.follows_from)
        if len({comparable(each.content) for each in weightiest}) > 1:
            return self._contested(weightiest, declared, path)
        chosen = min(weightiest, key=lambda each: self._is_void(each.content, declared.type))
        if chosen.source:
            self.sources[path] = chosen.source
        return self.content(chosen.content, declared.type, declared.holder, path)

    def _contested(
        self, weightiest: list[Statement], declared: FieldDeclaration, path: Path
    ) -> Any:
        """What sources that differ leave possible, with all of what they say as the doubt."""
        contents = [each.content for each in weightiest]
        common = common_entries(contents)
        if common is None:
            seen = left_possible(contents, declared.type, self.day)
        else:
            seen = self._entries(common, declared.type, declared.holder, path)
        if isinstance(seen, OneOf):
            self.contested.append(path)
        words = "; ".join(
            f"{each.source or 'uten kilde'}: {told(each.content)}" for each in weightiest
        )
        self._doubt(path, Unknown.CONFLICT, declared.type, declared.holder, words)
        return seen

    def _is_void(self, content: Content, kind: Type) -> bool:
        """True for an assessment that does not count; one that does goes before it."""
        return (
            isinstance(content, Assessment)
            and isinstance(kind, Assessed)
            and objection(content, kind.owner, self.schema, self.day) is not None
        )

    def content(self, content: Content, kind: Type, holder: str, path: Path) -> Any:
        match content:
            case Pending():
                return self._doubt(path, Unknown.PENDING, kind, holder, content.words)
            case Unrecognised() | Unreadable():
                words = not_recognised(content)
                return self._doubt(path, Unknown.MISSING, kind, holder, words)
            case NotDone():
                self.doubts[path] = Doubt(Unknown.PENDING, holder, "ikke utført")
                return (self.day, None)
            case Moment():
                self.doubts[path] = Doubt(Unknown.MISSING, holder, moment_in_words(content))
                return (content.first, content.last)
            case Assessment():
                assert isinstance(kind, Assessed)
                return self._assessment(content, kind.owner, path)
            case Entries():
                return self._entries(content, kind, holder, path)
            case bool() if isinstance(kind, Assessed):
                self.notes[path] = "grunnlag ikke oppgitt"
                return content
            case _:
                self._note_validity(content, kind, path)
                return content

    def _note_validity(self, content: Content, kind: Type, path: Path) -> None:
        """Note a name that is not in use on the day; it counts all the same."""
        validity = self.schema.validity(kind, content)
        if validity.lacks(self.day):
            self.notes[path] = not_in_use(content, validity)

    def _doubt(
        self, path: Path, kind: Unknown, fact_type: Type, holder: str, words: str = ""
    ) -> None:
        if isinstance(fact_type, Assessed):
            holder = holder_of(fact_type.owner, self.schema, self.day)
        self.doubts[path] = Doubt(kind, holder, words)

    def _assessment(self, made: Assessment, owner: str, path: Path) -> bool | None:
        """What it says, if it counts."""
        why = objection(made, owner, self.schema, self.day)
        chosen = chosen_for(made, owner, self.schema, self.day)
        if why is not None:
            holder = holder_of(owner, self.schema, self.day)
            kind = Unknown.INTERPRETATION if why.depends else Unknown.DISCRETION
            self.doubts[path] = Doubt(kind, holder, "; ".join((why.words, *chosen)))
            return None
        if chosen:
            self.chosen[path] = chosen
        notes = ((() if made.grounds else ("grunnlag ikke oppgitt",)), chosen)
        if told := "; ".join(each for part in notes for each in part):
            self.notes[path] = told
        return made.positive

    def _entries(self, entries: Entries, kind: Type, holder: str, path: Path) -> list[Any]:
        element = kind.element if isinstance(kind, Listed) else None
        unsure = {
            at: why for at, each in enumerate(entries.members) if (why := tuple(_unsure(each)))
        }
        seen: list[Any] = []
        if unsure or not entries.complete:
            seen = PartialList()
            self._known_in_part(entries, unsure, holder, path)
        sure = [at for at in range(len(entries.members)) if at not in unsure]
        if unsure or entries.numbers:
            self.numbers[path] = tuple(_number(entries, at) for at in sure)
        for at in sure:
            member, place = entries.members[at], (*path, len(seen))
            if isinstance(element, Row):
                declaration = self.schema.record(element.name)
                assert declaration is not None and isinstance(member, Mapping)
                seen.append(self.record(member, declaration, place))
            else:
                assert element is not None and not isinstance(member, Mapping)
                seen.append(self.content(member, element, holder, (*place, ELEMENT)))
        if entries.none and element is not None and not unsure:
            return self._bounded(seen, entries, element, path)
        return seen

    def _bounded(
        self, seen: list[Any], entries: Entries, element: Scalar | Row, path: Path
    ) -> list[Any]:
        """The list, with what any further entry may be; the whole of it where there is none."""
        more = further(entries.none, element, self.schema)
        if not more:
            del self.doubts[path]
            return list(seen)
        told = self.notes[path] = none_further(entries.none, element, self.schema)
        self.doubts[path] = evolve(self.doubts[path], words=f"{self.doubts[path].words}; {told}")
        return PartialList([*seen, *more], len(more))

    def _known_in_part(
        self, entries: Entries, unsure: Mapping[int, tuple["Unsure", ...]], holder: str, path: Path
    ) -> None:
        """Note why there may be more in a list."""
        told_at = as_told(path, self.numbers)
        words = [] if entries.complete else ["listen er bare kjent i del"]
        for at, found in unsure.items():
            for key, content in found:
                place = self.place_of((*told_at, _number(entries, at), key)) or content.place
                words.append(with_place(not_recognised(content), place))
        self.doubts[path] = Doubt(Unknown.MISSING, holder, "; ".join(words))


def _number(entries: Entries, at: int) -> int:
    """Where a member stands in the list as it was told."""
    return entries.numbers[at] if entries.numbers else at


Unsure = tuple[str, Unrecognised | Unreadable]
"""What makes an entry unsure: the key of the fact, and what was told."""


def _unsure(member: Record | Content) -> Iterator[Unsure]:
    """What in an entry leaves open whether it is one of those that are counted."""
    match member:
        case Unrecognised() | Unreadable():
            yield ELEMENT, member
        case Mapping():
            for key, statements in member.items():
                # An amount that cannot be read costs the amount; a name may be two names.
                for each in _weightiest(statements) if statements else ():
                    if isinstance(each.content, Unrecognised):
                        yield key, each.content
        case _:  # a known value, or one that is known to be there
            return


def _weightiest(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    grades = list(Grade)
    highest = min(grades.index(each.grade) for each in statements)
    return (each for each in statements if grades.index(each.grade) == highest)
