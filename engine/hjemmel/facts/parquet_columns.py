"""What the columns of a Parquet file mean: a group each, or a fact each («tjenesten.type»)."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime, time

from attrs import frozen

from hjemmel.core.types import Listed, Row
from hjemmel.facts.annotated_values import VALUE
from hjemmel.facts.columns import (
    CaseColumn,
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
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import canonical, quoted, suggestion
from hjemmel.facts.python_values import raw_value
from hjemmel.facts.schema import CASE_ID
from hjemmel.facts.value_problems import UNKNOWN_KEY
from hjemmel.facts.vocabulary import Shape, Vocabulary

_MIDNIGHT = time(0)


@frozen
class Group:
    """A column that holds a whole record of the case."""

    record: str


Meant = Group | Meaning


def meanings(names: Sequence[str], groups: Container[str], headings: Headings) -> list[Meant]:
    """What each column means; `groups` are those that hold several facts."""
    found: list[Meant] = list(headings.of_cases(names, None))
    for at, name in enumerate(names):
        if name in groups and not isinstance(found[at], IgnoredColumn):
            found[at] = _group(name, found[at], headings.vocabulary)
        elif isinstance(found[at], (EntryColumn, EntryPartColumn)):
            reason = f"kolonnen {quoted(name)} gjelder hvert ledd i en liste"
            hint = "skriv listen som en kolonne av lister, med en gruppe for hvert ledd"
            found[at] = LostColumn(Mistake(UNKNOWN_KEY, reason, hint))
    return found


def _group(name: str, meaning: Meant, vocabulary: Vocabulary) -> Meant:
    """A record, by its own name or by what somebody has said that the column is."""
    if isinstance(meaning, PresenceColumn):
        return Group(meaning.record)
    key = canonical(name)
    hint = suggestion(key, vocabulary.records) or "«ntr skjema» viser alle gruppene"
    return Mistake(UNKNOWN_KEY, f"ukjent gruppe {quoted(name)}", hint)


def raw_row(
    names: Sequence[str], meant: Sequence[Meant], row: Mapping[str, object], vocabulary: Vocabulary
) -> dict[str, object]:
    """A row as the same case would stand in JSON; what is null, nobody has told."""
    raw: dict[str, object] = {}
    for name, meaning in zip(names, meant, strict=True):
        if (value := row.get(name)) is not None:
            _tell(raw, meaning, value, vocabulary)
    return raw


def _tell(raw: dict[str, object], meaning: Meant, value: object, vocabulary: Vocabulary) -> None:
    """What stands in one column."""
    match meaning:
        case Group(record) if isinstance(value, Mapping):
            _record(raw, record).update(_members(value, vocabulary.records[record], vocabulary))
        case CaseColumn(key):
            # A number may be what a case is called.
            is_number = key == CASE_ID and isinstance(value, int)
            raw[key] = str(value) if is_number else raw_cell(value)
        case PresenceColumn(record) if isinstance(value, bool):
            if value:
                _record(raw, record)
        case PresenceColumn(record):
            raw.setdefault(record, raw_cell(value))
        case FieldColumn(record, key):
            _say(_record(raw, record), key, VALUE, raw_cell(value))
        case PartColumn(record, key, part):
            _say(_record(raw, record), key, part, raw_cell(value))
        case LostColumn(mistake, (record, key)):  # a misspelt part of what is told of a fact
            _record(raw, record)[key] = Unusable(mistake)
        case _:  # it is told of the column that it is not read
            pass


def _record(raw: dict[str, object], record: str) -> dict[str, object]:
    found = raw.get(record)
    if not isinstance(found, dict):
        found = raw[record] = {}
    return found


def _say(record: dict[str, object], key: str, part: str, value: object) -> None:
    """A fact, or a part of what is told around it."""
    told = record.get(key)
    if isinstance(told, Unusable):
        return
    if told is None and part == VALUE:
        record[key] = value
    elif isinstance(told, dict):
        told[part] = value
    elif told is None:
        record[key] = {part: value}
    else:
        record[key] = {VALUE: told, part: value}


def _members(
    told: Mapping[str, object], shape: Shape, vocabulary: Vocabulary
) -> Iterator[tuple[str, object]]:
    """The facts of a group. One that is not declared is told of with the column."""
    for key, value in told.items():
        declared = shape.fields.get(canonical(key))
        if declared is None or value is None:
            continue
        match declared.type:
            case Listed(element=Row(name=name)):
                yield key, _entries(value, vocabulary.entries[name], vocabulary)
            case _:  # one value, or a list of them
                yield key, raw_cell(value)


def _entries(value: object, shape: Shape, vocabulary: Vocabulary) -> object:
    match value:
        case list():
            return [dict(_members(each, shape, vocabulary)) if isinstance(each, Mapping)
                    else raw_cell(each) for each in value]  # fmt: skip
        case Mapping():  # «minst» or a wrapper around the list
            return {key: _entries(each, shape, vocabulary) for key, each in value.items()
                    if each is not None}  # fmt: skip
        case _:  # no list, and told of by whoever decodes it
            return raw_cell(value)


def raw_cell(value: object) -> object:
    """A value as JSON would have it; a point in time at midnight is a day."""
    match value:
        case datetime() if value.time() == _MIDNIGHT:
            return value.date().isoformat()
        case Mapping():
            return {key: raw_cell(each) for key, each in value.items() if each is not None}
        case list():
            return [raw_cell(each) for each in value]
        case _:  # as in any other program
            return raw_value(value)
