"""What was found in a rulebook, kept so that nobody asks again where nothing has changed.

Note: it is kept under all that decides it: the rule files, the engine, the solver, the norms asked
about and the work put into it. As other things that are kept, it may be deleted at any time.
"""

import json
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from hjemmel.cli.cache import engine_files, entry_of
from hjemmel.rulebooks.shelf import Shelf

if TYPE_CHECKING:
    from hjemmel.analysis.differences.effort import Effort
    from hjemmel.analysis.proofs.finding import Result

_MOST = 10
_ROOMS = (
    "analysis/boundaries", "analysis/differences", "analysis/proofs", "backends",
    "backends/staged", "backends/symbolic", "backends/terms", "case", "core", "facts", "words",
)  # fmt: skip


@frozen
class Place:
    """Where results are kept."""

    file: Path


def place_of(on: Shelf, wanted: Collection[str], effort: "Effort") -> Place | None:
    """The place for the results of a shelf; none where the rulebook itself can have none."""
    entry = entry_of(on)
    if entry is None:
        return None
    asked = (sorted(wanted), effort, _solver(), sys.version, "".join(engine_files(_ROOMS)))
    digest = sha256(f"{entry.place.stem} {asked!r}".encode(errors="surrogateescape"))
    return Place(entry.place.parent / f"{digest.hexdigest()}.funn")


def _solver() -> str:
    try:
        return version("z3-solver")
    except PackageNotFoundError:
        return ""


def kept_results(place: Place) -> "tuple[Result, ...] | None":
    """What was kept; None where there is nothing, or something else."""
    from hjemmel.analysis.proofs.stored import restored

    try:
        seal, _, content = place.file.read_bytes().partition(b"\n")
        if seal != _seal(place, content):
            return None
        return restored(json.loads(content))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_results(place: Place, results: "Sequence[Result]") -> None:
    """Keep them for the next time; that they cannot be kept does no harm."""
    from hjemmel.analysis.proofs.stored import stored
    from hjemmel.files.writing import write

    content = json.dumps(stored(results), ensure_ascii=False).encode()
    with suppress(OSError, ValueError):
        place.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if write(_seal(place, content) + b"\n" + content, place.file) is None:
            _tidy(place.file.parent)


def _seal(place: Place, content: bytes) -> bytes:
    return sha256(place.file.name.encode() + content).hexdigest().encode()


def _tidy(folder: Path) -> None:
    found = sorted(folder.glob("*.funn"), key=lambda each: each.stat().st_mtime_ns)
    for each in found[:-_MOST]:
        each.unlink(missing_ok=True)
