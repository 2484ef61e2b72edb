"""From raw mappings to records: statements, lists and groups, in all their forms."""

from collections.abc import Mapping
from typing import TypeVar

from attrs import field, frozen

from hjemmel.core.case import Content, Entries, Pending, Record, Statement
from hjemmel.core.schema import FieldDeclaration
from hjemmel.core.types import Assessed, Listed, Row, Scalar, Type
from hjemmel.facts.faults import Fault, Mistake, Origin, Path, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.names import canonical, listed, quoted, suggestion
from hjemmel.facts.problem import Problem
from hjemmel.facts.value_problems import BAD_WRAPPER, UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.values import decode_scalar, decode_text
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.facts.wording import expected, told
from hjemmel.facts.wrappers import (
    AT_LEAST,
    GRADE,
    PENDING,
    PROVENANCE,
    SOURCE,
    VALUE,
    assessment_of,
    grade_of,
    source_of,
    wrapper_keys,
)

T = TypeVar("T")


@frozen
class Decoding:
    """The decoding of one record. Faults are gathered, so that all are told at once."""

    vocabulary: Vocabulary
    origin: Origin
    faults: list[Fault] = field(factory=list)

    def fault(self, path: Path, mistake: Mistake) -> None:
        """Note what is wrong at a place."""
        self.faults.append(Fault(path, mistake))

    def checked(self, found: T | Mistake, path: Path) -> T | None:
        """What was found, or None with the mistake noted."""
        if isinstance(found, Mistake):
            self.fault(path, found)
            return None
        return found

    def members(self, raw: object, path: Path, what: str) -> dict[str, object] | None:
        """The members of a mapping by their canonical keys."""
        match raw:
            case Mapping():
                return self._canonical(raw, path)
            case Unusable():
                return self.checked(raw.mistake, path)
            case _:
                mistake = Mistake(WRONG_TYPE, f"venter {what}, fikk {told(raw)}")
                return self.checked(mistake, path)

    def record(self, raw: object, shape: Shape, path: Path, what: str) -> Record:
        """A record: what is said about each of its declared facts."""
        record: dict[str, tuple[Statement, ...]] = {}
        for key, value in (self.members(raw, path, what) or {}).items():
            declared = shape.fields.get(key)
            if declared is None:
                self.unknown((*path, key), UNKNOWN_KEY, tuple(shape.fields))
            elif value is not None and (said := self._statements(value, declared, (*path, key))):
                record[declared.key] = said
        return record

    def unknown(self, path: Path, problem: Problem, known: tuple[str, ...]) -> None:
        """Note a key that is not among the known, with what may have been meant."""
        key = str(path[-1])
        hint = suggestion(key, known) or f"mulige nøkler er {listed(known)}"
        self.fault(path, Mistake(problem, f"ukjent nøkkel {quoted(key)}", hint))

    def _canonical(self, raw: Mapping[object, object], path: Path) -> dict[str, object]:
        members: dict[str, object] = {}
        for written_key, value in raw.items():
            key = canonical(str(written_key))
            if key in members:
                reason = f"nøkkelen {quoted(key)} står to ganger"
                self.fault((*path, key), Mistake(DUPLICATE_KEY, reason, "behold den ene"))
            members[key] = value
        return members

    def _statements(
        self, raw: object, declared: FieldDeclaration, path: Path
    ) -> tuple[Statement, ...]:
        if isinstance(raw, list) and self._are_statements(raw, declared.type):
            said = [
                self._statement(each, declared.type, (*path, index))
                for index, each in enumerate(raw)
            ]
        else:
            said = [self._statement(raw, declared.type, path)]
        return tuple(each for each in said if each is not None)

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

    def _statement(self, raw: object, kind: Type, path: Path) -> Statement | None:
        place = self.origin.place(path)
        if not (isinstance(raw, Mapping) and VALUE in raw):
            content = self._content(raw, kind, path)
            return None if content is None else Statement(content, place=place)
        members = self._wrapped(raw, wrapper_keys(kind), path)
        content = self._wrapped_content(members, kind, path)
        source = self.checked(source_of(members), (*path, SOURCE))
        grade = self.checked(grade_of(members), (*path, GRADE))
        if content is None or source is None or grade is None:
            return None
        return Statement(content, source, grade, place)

    def _wrapped(
        self, raw: Mapping[object, object], known: tuple[str, ...], path: Path
    ) -> dict[str, object]:
        members = self._canonical(raw, path)
        for key in members:
            if key not in known:
                self.unknown((*path, key), BAD_WRAPPER, known)
        return members

    def _wrapped_content(
        self, members: dict[str, object], kind: Type, path: Path
    ) -> Content | None:
        content = self._content(members[VALUE], kind, (*path, VALUE))
        if content is None:
            return None
        found = assessment_of(content, members)
        if isinstance(found, Fault):
            self.fault((*path, *found.path), found.mistake)
            return None
        return found

    def _content(self, raw: object, kind: Type, path: Path) -> Content | None:
        """What is said, or None where that could not be made out."""
        match raw:
            case Unusable():
                return self.checked(raw.mistake, path)
            case Mapping():
                return self._marked(raw, kind, path)
            case _ if isinstance(kind, Listed):
                return self._list(raw, kind, path)
            case _:
                return self._settled(decode_scalar(raw, kind, self.vocabulary), path)

    def _settled(self, found: Content | Mistake, path: Path) -> Content | None:
        if isinstance(found, Mistake):
            self.fault(path, found)
            return None
        return found

    def _marked(self, raw: Mapping[object, object], kind: Type, path: Path) -> Content | None:
        """A pending matter, or a list known in part."""
        members = self._canonical(raw, path)
        if set(members) == {PENDING}:
            words = self.checked(decode_text(members[PENDING]), (*path, PENDING))
            return None if words is None else Pending(words)
        if isinstance(kind, Listed) and set(members) == {AT_LEAST}:
            part = self._list(members[AT_LEAST], kind, (*path, AT_LEAST))
            return None if part is None else Entries(part.members, complete=False)
        forms = "{verdi, kilde, grad} eller {avventer}"
        if isinstance(kind, Listed):
            forms += " eller {minst}"
        reason = f"venter {expected(kind)}; fikk {told(raw)}"
        self.fault(path, Mistake(BAD_WRAPPER, reason, f"en verdi kan pakkes inn som {forms}"))
        return None

    def _list(self, raw: object, kind: Listed, path: Path) -> Entries | None:
        match raw:
            case list():
                return Entries(self._entries(raw, kind, path))
            case Unusable():
                return self.checked(raw.mistake, path)
            case _:
                reason = f"venter {expected(kind)}; fikk {told(raw)}"
                return self.checked(Mistake(WRONG_TYPE, reason, "skriv verdiene i [ ]"), path)

    def _entries(self, raw: list[object], kind: Listed, path: Path) -> tuple[Record | Content, ...]:
        found = [self._entry(each, kind.element, (*path, at)) for at, each in enumerate(raw)]
        return tuple(each for each in found if each is not None)

    def _entry(self, raw: object, element: Scalar | Row, path: Path) -> Record | Content | None:
        if isinstance(element, Row):
            shape = self.vocabulary.entries[element.name]
            return self.record(raw, shape, path, expected(element))
        if isinstance(raw, Mapping) and VALUE in raw:
            known = tuple(each for each in wrapper_keys(element) if each not in PROVENANCE)
            return self._wrapped_content(self._wrapped(raw, known, path), element, path)
        return self._content(raw, element, path)
