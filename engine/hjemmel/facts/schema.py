"""Decoding one case against the schema. Nothing is guessed, nothing is dropped."""

from collections.abc import Iterator, Mapping
from datetime import date

from hjemmel.core.case import Case, Record
from hjemmel.core.schema import Schema
from hjemmel.facts import times
from hjemmel.facts.decoding import Decoding
from hjemmel.facts.faults import Fault, Mistake, Origin, RawCase
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


def decode_case(
    raw: Mapping[str, object], schema: Schema, origin: Origin
) -> Case | tuple[Fault, ...]:
    """The case that a raw record states, or all that is wrong with it."""
    return decode(RawCase(raw, origin), Vocabulary.of(schema))


def decode(found: RawCase, vocabulary: Vocabulary) -> Case | tuple[Fault, ...]:
    """The same, with the schema arranged beforehand, for many cases."""
    decoding = Decoding(vocabulary, found.origin, list(found.faults))
    if _too_deep(found.raw):
        reason = f"opplysningene ligger i mer enn {DEEPEST} lag"
        return (*found.faults, Fault((), Mistake(TOO_DEEP, reason)))
    members = decoding.members(found.raw, (), "en sak, som en gruppe med nøkler")
    if members is None:
        return tuple(decoding.faults)
    case = Case(
        _id(decoding, members),
        _day(decoding, members),
        dict(_records(decoding, members)),
        _text(decoding, members, TITLE),
        ", ".join(each for each in (found.origin.file, found.origin.record) if each),
        found.origin.place_of,
    )
    return tuple(decoding.faults) or case


def _id(decoding: Decoding, members: dict[str, object]) -> str:
    return _text(decoding, members, CASE_ID) or decoding.origin.default_id


def _text(decoding: Decoding, members: dict[str, object], key: str) -> str:
    raw = members.get(key)
    if raw is None:
        return ""
    return decoding.checked(decode_text(raw), (key,)) or ""


def _day(decoding: Decoding, members: dict[str, object]) -> date | None:
    raw = members.get(DAY)
    if raw is None:
        return None
    return decoding.checked(times.day(raw), (DAY,))


def _records(decoding: Decoding, members: dict[str, object]) -> Iterator[tuple[str, Record]]:
    shapes = decoding.vocabulary.records
    for key, raw in members.items():
        if key in CASE_KEYS:
            continue
        shape = shapes.get(key)
        if shape is None:
            decoding.fault((key,), _unknown(key, decoding.vocabulary))
        elif raw is None:
            decoding.fault((key,), _neither(key))
        else:
            what = "en gruppe med nøkler"
            yield shape.declaration.key, decoding.record(raw, shape, (key,), what)


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
