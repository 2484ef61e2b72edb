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

from attrs import asdict, fields, frozen

from hjemmel.archive.reasons import Key, Meaning
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
    "rows": "rader",
}  # fmt: skip
"""What each thing is called in the file."""


@frozen
class Source:
    """A file that rows come from: where it is, and how it is known again."""

    path: str
    size: int
    fingerprint: str

    def is_unchanged(self) -> bool:
        """Whether the file is there as it was."""
        at = Path(self.path)
        return at.is_file() and source_at(at) == self


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
    plain["sources"] = tuple(Source(**_read(Source, each)) for each in plain["sources"])
    plain["pieces"] = tuple(Piece(**_read(Piece, each)) for each in plain["pieces"])
    return Account(**plain)


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


def source_at(path: Path) -> Source:
    """A file as it is now."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - _END, 0))
        return Source(str(path.resolve()), size, sha256(file.read()).hexdigest())
