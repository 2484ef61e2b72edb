"""Decoding one case against the schema. Nothing is guessed, nothing is dropped."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from hjemmel.case.statements import Case, Record
from hjemmel.core.schema import Schema
from hjemmel.facts import times
from hjemmel.facts.decoding import Decoding
from hjemmel.facts.faults import Fault, Mistake, Origin, RawCase, Remark
from hjemmel.facts.file_problems import TOO_DEEP
from hjemmel.facts.names import listed, quoted, suggestion
from hjemmel.facts.value_problems import UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.values import decode_text
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.wording import told

CASE_ID, TITLE, DAY = "sak", "tittel", "vurderingsdato"
CASE_KEYS = (CASE_ID, TITLE, DAY)
DEEPEST = 32
"""Levels within one case; a real one has about six."""


@frozen
class Decoded:
    """The case that a record states, if it is one; what could not be read, and what to note."""

    case: Case | None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()
    fatal: tuple[Fault, ...] = ()

    @property
    def lacks_only_day(self) -> bool:
        """Whether it would be a case if its day could be read."""
        return bool(self.fatal) and all(each.path[:1] == (DAY,) for each in self.fatal)


def decode_case(raw: Mapping[str, object], schema: Schema, origin: Origin) -> Decoded:
    """The case that a raw record states, and all that is wrong with it."""
    return decode(RawCase(raw, origin), Vocabulary.of(schema))


def decode(found: RawCase, vocabulary: Vocabulary) -> Decoded:
    """The same, with the schema arranged beforehand, for many cases."""
    faults, fatal = [*found.fatal, *found.faults], [*found.fatal]
    decoding = Decoding(vocabulary, found.origin, faults, fatal, [*found.remarks])
    if _too_deep(found.raw):
        reason = f"opplysningene ligger i mer enn {DEEPEST} lag"
        return Decoded(None, (*decoding.faults, Fault((), Mistake(TOO_DEEP, reason))))
    members = decoding.members(found.raw, "en sak, som en gruppe med nøkler")
    if isinstance(members, Mistake):
        decoding.stop((), members)
        return Decoded(None, tuple(decoding.faults))
    case = Case(
        _id(decoding, members),
        _day(decoding, members),
        dict(_records(decoding, members)),
        _title(decoding, members),
        ", ".join(each for each in (found.origin.file, found.origin.record) if each),
        found.origin.place_of,
    )
    told = tuple(decoding.faults), tuple(decoding.remarks)
    return Decoded(None if decoding.fatal else case, *told, tuple(decoding.fatal))


def without_day(found: RawCase) -> RawCase:
    """The record without its own day, for where it is judged by another."""
    if not isinstance(found.raw, Mapping):
        return found
    return evolve(found, raw={key: each for key, each in found.raw.items() if key != DAY})


def _id(decoding: Decoding, members: dict[str, object]) -> str:
    raw = members.get(CASE_ID)
    if raw is None:
        return decoding.origin.default_id
    return decoding.sure(decode_text(raw), (CASE_ID,)) or ""


def _title(decoding: Decoding, members: dict[str, object]) -> str:
    """A title that cannot be read costs the title."""
    raw = members.get(TITLE)
    text = "" if raw is None else decode_text(raw)
    if isinstance(text, Mistake):
        decoding.fault((TITLE,), text)
        return ""
    return text


def _day(decoding: Decoding, members: dict[str, object]) -> date | None:
    raw = members.get(DAY)
    if raw is None:
        return None
    return decoding.sure(times.day(raw), (DAY,))


def _records(decoding: Decoding, members: dict[str, object]) -> Iterator[tuple[str, Record]]:
    """The records told of. Which of them a case has must be sure: a norm may rest on one missing.

    So a key that is no record's costs the case: it may be the misspelt name of one.
    """
    shapes = decoding.vocabulary.records
    for key, raw in members.items():
        if key in CASE_KEYS:
            continue
        shape = shapes.get(key)
        if shape is None:
            decoding.stop((key,), _unknown(key, decoding.vocabulary))
        elif raw is None and shape.declaration.optional:
            decoding.stop((key,), _neither(key))
        elif raw is not None:
            found = decoding.members(raw, "en gruppe med nøkler")
            if isinstance(found, Mistake):
                decoding.stop((key,), found)
            else:
                yield shape.declaration.key, decoding.record(found, shape, (key,))


def _unknown(key: str, vocabulary: Vocabulary) -> Mistake:
    holders = tuple(vocabulary.holders_of(key))
    known = (*CASE_KEYS, *vocabulary.records)
    if holders:
        hint = f"opplysningen hører til i gruppen {listed(holders)}"
    else:
        hint = suggestion(key, known) or f"mulige nøkler er {listed(known)}"
    return Mistake(UNKNOWN_KEY, f"ukjent nøkkel {quoted(key)}", hint)


def _neither(key: str) -> Mistake:
    """A group given as null: had or not had cannot be told apart."""
    reason = f"venter en gruppe med nøkler, fikk {told(None)}"
    name = quoted(key)
    return Mistake(
        WRONG_TYPE, reason, f"skriv {{}} hvis saken har {name}, og ta bort nøkkelen hvis ikke"
    )


def _too_deep(raw: object) -> bool:
    """Level by level, and not by recursion, which deep nesting would exhaust."""
    level = [raw]
    for _ in range(DEEPEST):
        level = [
            child
            for each in level
            if isinstance(each, (Mapping, list))
            for child in (each.values() if isinstance(each, Mapping) else each)
            if isinstance(child, (Mapping, list))
        ]
        if not level:
            return False
    return True
