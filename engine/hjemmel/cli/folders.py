"""What is read of a folder, and what is passed by; both are told."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.telling import tell
from hjemmel.facts.names import listed
from hjemmel.facts.reading import FORMATS
from hjemmel.files.reading import as_on_disk
from hjemmel.files.refused import refusal

_MOST = 6
_ACCOUNT = "om.json"
"""Lies in a folder that is a result, and in no other."""
_LOCKS = ("~$", ".~lock.")


def unfolded(files: Sequence[Path], aside: Sequence[Path]) -> tuple[Path, ...]:
    """The files, with those of a folder in its place; those `aside` are for something else."""
    found: list[Path] = []
    known = {as_on_disk(each).resolve() for each in aside}
    for each in files:
        at = as_on_disk(each)
        found += _in(at, known) if at.is_dir() else [each]
    return tuple(found)


def _in(folder: Path, aside: set[Path]) -> list[Path]:
    if is_result(folder):
        stop(f"mappen {folder} er et resultat fra --format parquet, og har ingen saker",
             "gi filene som sakene står i")  # fmt: skip
    try:
        every = sorted(folder.iterdir())
    except OSError as wrong:
        refused = refusal(wrong)
        stop(f"{folder}: {refused.reason}", refused.help)
    reasons = {each: _reason(each, aside) for each in every}
    read = [each for each, why in reasons.items() if not why]
    _tell(folder, read, reasons)
    if not read:
        stop(f"mappen {folder} har ingen filer med saker",
             f"saker leses fra filer som slutter på {listed(FORMATS)}")  # fmt: skip
    return read


def is_result(folder: Path) -> bool:
    """Whether a folder is a result, and not a place for cases."""
    return (folder / _ACCOUNT).is_file() and any(folder.glob("del-*"))


def _reason(at: Path, aside: set[Path]) -> str:
    """Why something in a folder is passed by; nothing where it is read."""
    if at.name.startswith(_LOCKS):
        return "åpen i et annet program"
    if at.name.startswith("."):
        return "skjult"
    if at.is_dir():
        return "et resultat" if is_result(at) else "en mappe for seg"
    if at.suffix.lower() not in FORMATS:
        return "et slag filer som ikke leses"
    if at.resolve() in aside:
        return "gitt til noe annet"
    return "" if at.is_file() else "ikke en vanlig fil"


def _tell(folder: Path, read: Sequence[Path], reasons: dict[Path, str]) -> None:
    files = "1 fil" if len(read) == 1 else f"{len(read)} filer"
    if read:
        tell(f"merk: mappen {folder}: leser {files}: {_named(read)}")
    for why in dict.fromkeys(filter(None, reasons.values())):
        tell(f"merk: mappen {folder}: ikke lest ({why}): {_named(list(_with(reasons, why)))}")


def _with(reasons: dict[Path, str], why: str) -> Iterator[Path]:
    return (each for each, of in reasons.items() if of == why)


def _named(files: Sequence[Path]) -> str:
    more = f" og {len(files) - _MOST} til" if len(files) > _MOST else ""
    return ", ".join(each.name for each in files[:_MOST]) + more
