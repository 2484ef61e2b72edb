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

from attrs import asdict, frozen

from hjemmel.archive.reasons import Key, Meaning
from hjemmel.facts.translation import Translation

FILE = "om.json"
VERSION = 1
_END = 65_536
"""So much of the end of a Parquet file, where it says what is in it, tells one from another."""


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
        told = {"versjon": VERSION, **asdict(self), "bits": bits}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_account(folder: Path) -> tuple[Account, Key] | None:
    """The account in a folder; none where there is none of this kind."""
    try:
        told = json.loads((folder / FILE).read_bytes())
        return (_account(told), _key(told)) if told["versjon"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _account(told: Mapping[str, Any]) -> Account:
    plain = {each.name: told[each.name] for each in Account.__attrs_attrs__}
    plain["norms"] = tuple(plain["norms"])
    plain["sources"] = tuple(Source(**each) for each in plain["sources"])
    plain["pieces"] = tuple(Piece(**each) for each in plain["pieces"])
    return Account(**plain)


def _key(told: Mapping[str, Any]) -> Key:
    return Key(tuple((Meaning(norm, says, tuple(fact)), bit)
                     for norm, says, fact, bit in told["bits"]))  # fmt: skip


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
