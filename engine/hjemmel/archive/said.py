"""What a row of a result itself says of a norm, where the case is not to be had."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from hjemmel.archive.doubts import FACT, KIND
from hjemmel.archive.parts import DOUBT, FoundRow
from hjemmel.archive.reasons import BESIDE, DECIDES, IN_FORCE, PRESUMED, Key, Meaning
from hjemmel.archive.standing_columns import WORDING
from hjemmel.backends.terms.term import Path
from hjemmel.case.observation import Unknown

_AWAITED = Unknown.PENDING.value
_MAY_WAIT = (Unknown.MISSING.value, _AWAITED)


@frozen
class Said:
    """How a norm stands, by which wording where it has several, and why: a word, and what about."""

    outcome: str
    wording: str
    why: tuple[tuple[str, Path], ...]


def said(found: FoundRow, key: Key, norm: str) -> Said:
    """What a row says of a norm."""
    told = tuple(key.said(found.words(), norm)) if found.words() else ()
    awaited = {each.fact for each in told if each.says == _AWAITED}
    doubts = _doubts(found.said.get(DOUBT))
    why = (reason for each in told for reason in _reasons(each, awaited, doubts))
    return Said(found.said[norm], found.said.get(f"{norm}.{WORDING}") or "", tuple(why))


def _reasons(of: Meaning, awaited: set[Path], doubts: Mapping[Path, list[str]]) -> Iterator[Any]:
    if of.says in (IN_FORCE, _AWAITED):  # told with what they are about
        return
    if of.says in (DECIDES, PRESUMED) or of.says.startswith(BESIDE):
        yield of.says.removeprefix(BESIDE), of.fact
        return
    for kind in doubts.get(of.fact, [of.says]):
        yield _AWAITED if of.fact in awaited and kind in _MAY_WAIT else kind, of.fact


def _doubts(told: list[dict[str, str]] | None) -> dict[Path, list[str]]:
    """By the path of a fact, without the numbers of the entries that it stands in."""
    found: dict[Path, list[str]] = {}
    for each in told or ():
        path = tuple(part.split("[")[0] for part in each[FACT].split("."))
        kinds = found.setdefault(path, [])
        if each[KIND] not in kinds:
            kinds.append(each[KIND])
    return found
