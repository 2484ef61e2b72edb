"""The account of a run: what was decided by what, and which parts the work was shared in.

It lies beside the parts of the result. Whoever goes on with a run, or explains a row of it, reads
from it what the run was.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, fields, frozen

from hjemmel.archive.reasons import Key, Meaning
from hjemmel.facts.reading import place_of
from hjemmel.facts.source_file import Place
from hjemmel.facts.translation import Translation

FILE = "om.json"
VERSION = 2
_END = 65_536
"""So much of the end of a Parquet file, where it says what is in it, tells one from another."""

_NAMES = {
    "engine": "motor", "rulebook": "regelverk", "fingerprint": "sha256",
    "presumptions": "med_formodninger", "columns": "kolonner_sha256", "day": "per",
    "is_own_day": "sakens_egen_dag", "norms": "normer", "sources": "filer", "pieces": "deler",
    "why": "med_grunner", "path": "sted", "size": "byte", "source": "fil",
    "first_group": "første_radgruppe", "groups": "radgrupper", "first_row": "første_rad",
    "rows": "rader", "lists": "lister", "record": "del", "list": "liste",
}  # fmt: skip
"""What each thing is called in the file."""


@frozen
class Source:
    """A file that rows come from: where it is, and how it is known again.

    What is no file is known again by nothing. `lists` are the files that have its lists.
    """

    path: str
    size: int
    fingerprint: str
    lists: tuple["ListSource", ...] = ()

    @property
    def is_file(self) -> bool:
        """Whether it is a file."""
        return bool(self.fingerprint)

    def place(self) -> Place:
        """Where its rows are read."""
        lists = {(each.record, each.list): place_of(Path(each.path)) for each in self.lists}
        return evolve(place_of(Path(self.path)), lists=lists)

    def is_unchanged(self) -> bool:
        """Whether the file is there as it was."""
        paths = [self.path, *(each.path for each in self.lists)]
        return self.is_file and all(Path(each).is_file() for each in paths) and (
            source_at(self.place()) == self)  # fmt: skip


@frozen
class ListSource:
    """A file with the entries of a list."""

    record: str
    list: str
    path: str
    size: int
    fingerprint: str


@frozen
class Piece:
    """A part of the work: some row groups of a file, the first of whose rows has this number."""

    source: int
    first_group: int
    groups: int
    first_row: int
    rows: int


@frozen
class Account:
    """What a run is. Two runs that have the same account have the same result."""

    engine: str
    rulebook: str
    fingerprint: str
    presumptions: bool
    columns: str
    day: str
    is_own_day: bool
    norms: tuple[str, ...]
    sources: tuple[Source, ...]
    pieces: tuple[Piece, ...]
    why: bool

    @property
    def judged_on(self) -> date:
        """The day of the rows that tell none, or of all."""
        return date.fromisoformat(self.day)

    def written(self, key: Key) -> bytes:
        """The account, and what the bits of the reasons say, as a file."""
        bits = [[each.norm, each.says, list(each.fact), bit] for each, bit in key.meanings]
        told = {"versjon": VERSION, **_written(asdict(self)), "biter": bits}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_account(folder: Path) -> tuple[Account, Key] | None:
    """The account in a folder; none where there is none of this kind."""
    try:
        told = json.loads((folder / FILE).read_bytes())
        return (_account(told), _key(told)) if told["versjon"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _account(told: Mapping[str, Any]) -> Account:
    plain = _read(Account, told)
    plain["norms"] = tuple(plain["norms"])
    plain["sources"] = tuple(map(_source, plain["sources"]))
    plain["pieces"] = tuple(Piece(**_read(Piece, each)) for each in plain["pieces"])
    return Account(**plain)


def _source(told: Mapping[str, Any]) -> Source:
    plain = _read(Source, {_NAMES["lists"]: (), **told})
    lists = tuple(ListSource(**_read(ListSource, each)) for each in plain["lists"])
    return Source(**{**plain, "lists": lists})


def _written(of: Any) -> Any:
    """The same by the names that a file has."""
    match of:
        case dict():
            return {_NAMES[name]: _written(each) for name, each in of.items()}
        case tuple() | list():
            return [_written(each) for each in of]
        case _:  # a text or a number
            return of


def _read(kind: type, told: Mapping[str, Any]) -> dict[str, Any]:
    return {each.name: told[_NAMES[each.name]] for each in fields(kind)}


def _key(told: Mapping[str, Any]) -> Key:
    return Key(tuple((Meaning(norm, says, tuple(fact)), bit)
                     for norm, says, fact, bit in told["biter"]))  # fmt: skip


def of_columns(translation: Translation) -> str:
    """What somebody has said that columns mean, so that it is known again."""
    lines = repr(translation.lines).encode()
    return sha256(lines).hexdigest() if translation.lines else ""


def source_at(place: Place) -> Source:
    """A place as it is now."""
    lists = tuple(ListSource(at[0], at[1], *_file(each)) for at, each in place.lists.items())
    return Source(*_file(place), lists)


def _file(place: Place) -> tuple[str, int, str]:
    """Where a file is, its size, and what it is known again by; of what is none, only its name."""
    path = place.path
    if path is None:
        return f"{place.name} i {place.within}", 0, ""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - _END, 0))
        return str(path.resolve()), size, sha256(file.read()).hexdigest()
