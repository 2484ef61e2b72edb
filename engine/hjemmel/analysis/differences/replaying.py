"""A case judged by both versions, as any case is: written, read, seen and evaluated."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.answers import Standing
from hjemmel.backends.presuming import Presuming
from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.statements import Case
from hjemmel.core.outcome import outcome
from hjemmel.core.part import Needs, needs_of, part
from hjemmel.core.program import Program
from hjemmel.core.schema import RecordDeclaration
from hjemmel.core.types import Listed, Row
from hjemmel.facts.faults import RawCase
from hjemmel.facts.json_file import read_json
from hjemmel.facts.schema import decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary

Raw = Mapping[str, Any]
DAY = "vurderingsdato"


class DoesNotReplayError(Exception):
    """A case that was found comes to something else when it is judged: our own fault."""

    def __init__(self, norm: str, case: str, why: str) -> None:
        super().__init__(f"saken som skulle vise en forskjell i {norm}, {why}: {case}")


class NoCaseError(Exception):
    """What is written is no case that a version can read."""


@frozen(eq=False)
class Judging:
    """One version, ready to judge."""

    program: Program
    presuming: Presuming = field(init=False)
    vocabulary: Vocabulary = field(init=False)
    needs: Needs = field(init=False)
    staged: dict[str, Staged] = field(factory=dict)

    @presuming.default
    def _presuming(self) -> Presuming:
        return Presuming(self.program)

    @vocabulary.default
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self.program.schema)

    @needs.default
    def _needs(self) -> Needs:
        return needs_of(self.program)

    def standing(self, norm: str, raw: Raw) -> Standing:
        """How a norm stands in a case."""
        case = self.case(raw)
        assert case.day is not None
        view = self.presuming.observe(case, case.day).view
        if norm not in self.staged:
            self.staged[norm] = stage(part(self.program, [norm], self.needs))
        return outcome(self.staged[norm].valuation(view).norms[norm])

    def case(self, raw: Raw) -> Case:
        """The case as this version reads it; NoCaseError where it cannot."""
        text = as_json(self._own(raw))
        (found,) = read_json(SourceFile("sak.json", "sak", text.encode()))
        if not isinstance(found, RawCase):
            raise NoCaseError(text)
        told = decode(found, self.vocabulary)
        if told.case is None or told.faults:
            why = "; ".join(each.mistake.reason for each in told.faults)
            raise NoCaseError(f"{why}: {text}")
        return told.case

    def _own(self, raw: Raw) -> dict[str, Any]:
        """What of a case this version has a place for."""
        found: dict[str, Any] = {DAY: raw[DAY]}
        for key, record in raw.items():
            declared = self.program.schema.record(key)
            if declared is not None:
                found[key] = self._record(record, declared)
        return found

    def _record(self, record: Raw, declared: RecordDeclaration) -> dict[str, Any]:
        return {
            key: self._fact(value, declared.field(key).type)  # type: ignore[union-attr]
            for key, value in record.items()
            if declared.field(key) is not None
        }

    def _fact(self, value: Any, kind: Any) -> Any:
        if not (isinstance(kind, Listed) and isinstance(kind.element, Row)):
            return value
        declared = self.program.schema.record(kind.element.name)
        assert declared is not None
        entries = entries_of(value)
        own = [self._record(each, declared) for each in entries or ()]
        return {"minst": own} if isinstance(value, dict) and entries is not None else (
            value if entries is None else own)  # fmt: skip


def entries_of(value: Any) -> list[Any] | None:
    """The entries that are told of a list, given in full or in part."""
    match value:
        case list():
            return value
        case {"minst": list() as entries}:
            return entries
        case _:  # no list
            return None


@frozen(eq=False)
class Replay:
    """Both versions."""

    old: Judging
    new: Judging

    @classmethod
    def of(cls, old: Program, new: Program) -> "Replay":
        """Both, ready to judge."""
        return cls(Judging(old), Judging(new))

    def standings(self, norm: str, raw: Raw) -> tuple[Standing, Standing]:
        """How a norm stands by each."""
        return self.old.standing(norm, raw), self.new.standing(norm, raw)
