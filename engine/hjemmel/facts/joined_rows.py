"""One case in several rows: one for each of its places, say.

Rows are one case where its name is merged over them, or stands in each of them with another entry
of a list. What is said once is said of the case; what two rows say differently is unknown.
"""

from hjemmel.facts.cell_locations import At
from hjemmel.facts.draft import Beside, Draft
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.names import listed
from hjemmel.facts.schema import DAY, TITLE

_HINT = "skriv det samme i radene, eller bare i den første"


def are_one(first: Draft, other: Draft) -> bool:
    """Whether two rows of the same name are a case and one more of its entries."""
    tells_more = any(
        at in first.side_by_side and found != first.side_by_side[at]
        for at, found in other.side_by_side.items()
    )
    return tells_more and not any(_differing(first, other)) and first.present == other.present


def _differing(first: Draft, other: Draft) -> list[At | str]:
    facts = [at for at, each in other.values.items() if first.values.get(at, each) != each]
    facts += [at for at, each in other.parts.items() if first.parts.get(at, each) != each]
    own = [key for key, each in other.case.items() if first.case.get(key, each) != each]
    return [*facts, *own]


def join(first: Draft, other: Draft) -> None:
    """Take in one more row of a case."""
    for at in dict.fromkeys((*first.side_by_side, *other.side_by_side)):
        _entries(first, other, at)
    for at, value in other.values.items():
        if first.values.setdefault(at, value) != value:
            _spoil(first, other, at)
    _parts(first, other)
    for record, said in other.present.items():
        first.present.setdefault(record, said)
    for key in (TITLE, DAY):
        if key in other.case and first.case.setdefault(key, other.case[key]) != other.case[key]:
            first.fault((key,), _mistake(first, other, (key,)))
    first.spoilt.update(other.spoilt)
    first.nones.update(other.nones)
    first.faults.extend(other.faults)
    first.remarks.extend(other.remarks)
    for path, place in other.places.items():
        first.places.setdefault(path, place)


def _parts(first: Draft, other: Draft) -> None:
    for at, parts in other.parts.items():
        for part, value in parts.items():
            if first.parts.setdefault(at, {}).setdefault(part, value) != value:
                _spoil(first, other, at)


def _entries(first: Draft, other: Draft, at: At) -> None:
    """The entries of both, one after another; a column that one has not, is unknown there."""
    mine, more = first.side_by_side.get(at, {}), other.side_by_side.get(at, {})
    before, added = _length(mine), _length(more)
    if before is None:
        return  # which belong together is not known, and is told when they are paired
    if added is None:
        first.side_by_side[at] = more
        return
    columns: dict[Beside, list[object]] = {}
    for column in dict.fromkeys((*mine, *more)):
        columns[column] = [*mine.get(column, [""] * before), *more.get(column, [""] * added)]
    first.side_by_side[at] = columns
    _places(first, other, at, before)
    spread = first.stands.spread
    spread.setdefault(at, [(first.stands.row, number) for number in range(before)])
    spread[at] += [(other.stands.row, number) for number in range(added)]


def _length(columns: dict[Beside, list[object]]) -> int | None:
    lengths = {len(each) for each in columns.values()}
    return max(lengths, default=0) if len(lengths) < 2 else None


def _places(first: Draft, other: Draft, at: At, before: int) -> None:
    for path, place in other.places.items():
        if path[:2] == at and len(path) > 2 and isinstance(path[2], int):
            first.places[*at, path[2] + before, *path[3:]] = place


def _spoil(first: Draft, other: Draft, at: At) -> None:
    first.spoilt[at] = Unusable(_mistake(first, other, at))


def _mistake(first: Draft, other: Draft, path: tuple[str, ...]) -> Mistake:
    places = listed(each.places.get(path, each.record) for each in (first, other))
    return Mistake(DUPLICATE_KEY, f"to rader om samme sak sier ulike ting: {places}", _HINT)
