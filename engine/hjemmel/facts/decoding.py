"""From raw mappings to records: statements, lists and groups, in all their forms."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen

from hjemmel.case.statements import (
    Content,
    Entries,
    Kind,
    Pending,
    Record,
    Statement,
    Unreadable,
    Unrecognised,
)
from hjemmel.case.telling import not_recognised
from hjemmel.core.schema import FieldDeclaration
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Scalar, Type
from hjemmel.facts.annotated_values import (
    AT_LEAST,
    GRADE,
    NONE_FURTHER,
    PENDING,
    PROVENANCE,
    SOURCE,
    VALUE,
    assessment_of,
    grade_of,
    source_of,
    wrapper_keys,
)
from hjemmel.facts.faults import Fault, Mistake, Origin, Path, Remark, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.further_kinds import kinds_of
from hjemmel.facts.joined import Apart, Mixed, Names, apart, names_in, partly_known, told_text
from hjemmel.facts.names import canonical, listed, quoted, suggestion
from hjemmel.facts.problem import Problem
from hjemmel.facts.value_problems import BAD_WRAPPER, UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.values import decode_scalar, decode_text
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.facts.wording import expected, told

T = TypeVar("T")


@frozen
class Decoding:
    """The decoding of one record. Faults are gathered, so that all are told at once.

    What cannot be read costs the fact it was said of, and the case is read without it. Only a
    `fatal` fault, in what says which case it is or what it is about, costs the case.
    """

    vocabulary: Vocabulary
    origin: Origin
    faults: list[Fault] = field(factory=list)
    fatal: list[Fault] = field(factory=list)
    remarks: list[Remark] = field(factory=list)

    def fault(self, path: Path, mistake: Mistake) -> None:
        """Note what is wrong at a place."""
        self.faults.append(Fault(path, mistake))

    def stop(self, path: Path, mistake: Mistake) -> None:
        """Note what leaves it open what the case is."""
        self.fault(path, mistake)
        self.fatal.append(self.faults[-1])

    def sure(self, found: T | Mistake, path: Path) -> T | None:
        """What was found; without it there is no case."""
        if isinstance(found, Mistake):
            self.stop(path, found)
            return None
        return found

    def members(self, raw: object, what: str) -> dict[str, object] | Mistake:
        """The members of a mapping by their canonical keys."""
        match raw:
            case Mapping():
                return self._canonical(raw)
            case Unusable():
                return raw.mistake
            case _:
                return Mistake(WRONG_TYPE, f"venter {what}, fikk {told(raw)}")

    def record(self, members: Mapping[str, object], shape: Shape, path: Path) -> Record:
        """A record: what is said about each of its declared facts."""
        record: dict[str, tuple[Statement, ...]] = {}
        for key, value in members.items():
            declared = shape.fields.get(key)
            if declared is None:
                self.fault((*path, key), _unknown(key, UNKNOWN_KEY, tuple(shape.fields)))
            elif value is not None:
                record[declared.key] = self._statements(value, declared, (*path, key))
        return record

    def unreadable(self, mistake: Mistake, path: Path) -> Unreadable:
        """What stands for something that could not be read."""
        self.fault(path, mistake)
        return Unreadable(mistake.reason, self.origin.place(path))

    def _canonical(self, raw: Mapping[object, object]) -> dict[str, object]:
        """Which of two values of a key is meant, nobody knows."""
        members: dict[str, object] = {}
        for written_key, value in raw.items():
            key = canonical(str(written_key))
            if key in members:
                reason = f"nøkkelen {quoted(key)} står to ganger"
                members[key] = Unusable(Mistake(DUPLICATE_KEY, reason, "behold den ene"))
            else:
                members[key] = value
        return members

    def _statements(
        self, raw: object, declared: FieldDeclaration, path: Path
    ) -> tuple[Statement, ...]:
        if isinstance(raw, list) and self._are_statements(raw, declared.type):
            return tuple(
                self._statement(each, declared.type, (*path, index))
                for index, each in enumerate(raw)
            )
        return (self._statement(raw, declared.type, path),)

    def _are_statements(self, raw: list[object], kind: Type) -> bool:
        """Several sources, rather than a list of values that may look like them."""
        wrapped = [each[VALUE] for each in raw if isinstance(each, Mapping) and VALUE in each]
        if not raw or len(wrapped) < len(raw):
            return False
        match kind:
            case Listed(element=Row(name=name)):
                return VALUE not in self.vocabulary.entries[name].fields
            case Listed(element=Assessed()):
                return all(isinstance(each, (list, Mapping)) for each in wrapped)
            case _:
                return True

    def _statement(self, raw: object, kind: Type, path: Path) -> Statement:
        place = self.origin.place(path)
        if not (isinstance(raw, Mapping) and VALUE in raw):
            return Statement(self._content(raw, kind, path), place=place)
        members = self._canonical(raw)
        content = self._wrapped(members, wrapper_keys(kind), kind, path)
        source, grade = source_of(members), grade_of(members)
        for key, each in ((SOURCE, source), (GRADE, grade)):
            if isinstance(each, Mistake):
                content = self.unreadable(each, (*path, key))
        if isinstance(source, Mistake) or isinstance(grade, Mistake):
            return Statement(content, place=place)
        return Statement(content, source, grade, place)

    def _wrapped(
        self, members: dict[str, object], known: tuple[str, ...], kind: Type, path: Path
    ) -> Content:
        """The value in a wrapper; nothing of it can be used where a key around it is unknown."""
        content = self._content(members[VALUE], kind, (*path, VALUE))
        found = assessment_of(content, members)
        if isinstance(found, Fault):
            content = self.unreadable(found.mistake, (*path, *found.path))
        else:
            content = found
        for key in members:
            if key not in known:
                mistake = _unknown(key, BAD_WRAPPER, known)
                content = self.unreadable(mistake, (*path, key))
        return content

    def _content(self, raw: object, kind: Type, path: Path) -> Content:
        """What is said, or that it cannot be read."""
        match raw:
            case Unusable():
                return self.unreadable(raw.mistake, path)
            case Mapping():
                return self._marked(raw, kind, path)
            case _ if isinstance(kind, Listed):
                return self._list(raw, kind, path)
            case _:
                return self._settled(decode_scalar(raw, kind, self.vocabulary), path)

    def _settled(self, found: Content | Mistake, path: Path) -> Content:
        match found:
            case Mistake():
                return self.unreadable(found, path)
            case Unrecognised():
                return evolve(found, place=self.origin.place(path))
            case _:
                return found

    def _marked(self, raw: Mapping[object, object], kind: Type, path: Path) -> Content:
        """A pending matter, or a list known in part."""
        members = self._canonical(raw)
        if set(members) == {PENDING}:
            words = decode_text(members[PENDING])
            if isinstance(words, Mistake):
                return self.unreadable(words, (*path, PENDING))
            return Pending(words)
        if isinstance(kind, Listed) and members and set(members) <= {AT_LEAST, NONE_FURTHER}:
            part = self._list(members.get(AT_LEAST, []), kind, (*path, AT_LEAST))
            if not isinstance(part, Entries):
                return part
            raw_kinds = members.get(NONE_FURTHER, [])
            none = self._kinds(raw_kinds, kind.element, (*path, NONE_FURTHER))
            return evolve(part, complete=False, none=none)
        forms = "{verdi, kilde, grad} eller {avventer}"
        if isinstance(kind, Listed):
            forms += " eller {minst, ingen}"
        reason = f"venter {expected(kind)}; fikk {told(raw)}"
        hint = f"en verdi kan pakkes inn som {forms}"
        return self.unreadable(Mistake(BAD_WRAPPER, reason, hint), path)

    def _kinds(self, raw: object, element: Scalar | Row, path: Path) -> tuple[Kind, ...]:
        """The kinds that no further entry is of. One that cannot be read rules nothing out."""
        found = kinds_of(raw, element, self.vocabulary)
        for at, mistake in found.mistakes:
            self.fault((*path, *at), mistake)
        return found.kinds

    def _list(self, raw: object, kind: Listed, path: Path) -> Entries | Unreadable:
        match raw:
            case list():
                return self._entries(raw, kind, path)
            case Unusable():
                return self.unreadable(raw.mistake, path)
            case _:
                reason = f"venter {expected(kind)}; fikk {told(raw)}"
                return self.unreadable(Mistake(WRONG_TYPE, reason, "skriv verdiene i [ ]"), path)

    def _entries(self, raw: list[object], kind: Listed, path: Path) -> Entries:
        members: list[Record | Content] = []
        numbers: list[int] = []
        for at, each in enumerate(raw):
            for found in self._entry(each, kind.element, (*path, at)):
                members.append(found)
                numbers.append(at)
        moved = numbers != list(range(len(raw)))
        return Entries(tuple(members), numbers=tuple(numbers) if moved else ())

    def _entry(self, raw: object, element: Scalar | Row, path: Path) -> Iterable[Record | Content]:
        """An entry; several where it names several."""
        if isinstance(element, Row):
            return self._rows(raw, element, path)
        names = () if isinstance(raw, list) else names_in(raw, element, self.vocabulary)
        if len(names) > 1:
            read = Names.of(told_text(raw), names, element)
            self.remarks.append(Remark(path, read.words))
            return read.each
        if isinstance(element, Assessed) and isinstance(raw, Mapping) and VALUE in raw:
            known = tuple(each for each in wrapper_keys(element) if each not in PROVENANCE)
            content = self._wrapped(self._canonical(raw), known, element, path)
        else:
            content = self._content(raw, element, path)
        return (self._strange(content, raw, element, path),)

    def _rows(self, raw: object, element: Row, path: Path) -> Iterable[Record | Content]:
        shape = self.vocabulary.entries[element.name]
        members = self.members(raw, expected(element))
        if isinstance(members, Mistake):
            return (self.unreadable(members, path),)
        match apart(members, shape, self.vocabulary):
            case Apart() as found:
                self.remarks.append(Remark(path, found.words))
                return [self._one_of(found, each, shape, path) for each in found.entries]
            case Mixed(key, text, reason):
                place = self.origin.place((*path, key))
                self.remarks.append(Remark((*path, key), f"{reason}. {_COUNTS_NOT}"))
                rest = {each: value for each, value in members.items() if each != key}
                unsure = Statement(Unrecognised(text, reason=reason, place=place), place=place)
                declared = shape.fields[key].key
                return ({**self._named(rest, shape, path), declared: (unsure,)},)
            case _:  # it names one
                return (self._named(members, shape, path),)

    def _one_of(
        self, found: Apart, members: Mapping[str, object], shape: Shape, path: Path
    ) -> Record:
        """One of those that an entry names. What was told of them together is unknown of each."""
        record = dict(self.record(members, shape, path))
        for key in found.shared:
            if key in shape.fields:
                place = self.origin.place((*path, key))
                reason = f"oppgitt samlet for {quoted(found.names.text)}"
                record[shape.fields[key].key] = (Statement(Unreadable(reason, place), place=place),)
        return record

    def _named(self, members: Mapping[str, object], shape: Shape, path: Path) -> Record:
        """An entry whose names, where they are not recognised, leave open what it is."""
        record = dict(self.record(members, shape, path))
        for key, declared in shape.fields.items():
            if isinstance(declared.type, (Registered, Enumerated)) and declared.key in record:
                record[declared.key] = tuple(
                    evolve(
                        each,
                        content=self._strange(
                            each.content, members[key], declared.type, (*path, key)
                        ),
                    )
                    for each in record[declared.key]
                )
        return record

    def _strange(self, content: Content, raw: object, kind: Scalar, path: Path) -> Content:
        """A name in an entry that nobody recognises, with what can be said of it."""
        if not isinstance(kind, (Registered, Enumerated)):
            return content
        if isinstance(content, Unreadable):  # told as a fault already
            return Unrecognised(told_text(raw), reason=content.reason, place=content.place)
        if isinstance(content, Unrecognised):
            content = evolve(content, reason=partly_known(raw, kind, self.vocabulary))
            words = not_recognised(content)
            end = "" if words.endswith("?") else "."
            self.remarks.append(Remark(path, f"{words}{end} {_COUNTS_NOT}"))
        return content


_COUNTS_NOT = "Oppføringen teller ikke med, og listen er kjent bare i del"


def _unknown(key: str, problem: Problem, known: tuple[str, ...]) -> Mistake:
    hint = suggestion(key, known) or f"mulige nøkler er {listed(known)}"
    return Mistake(problem, f"ukjent nøkkel {quoted(key)}", hint)
