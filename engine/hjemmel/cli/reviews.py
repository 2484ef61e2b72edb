"""The file of findings that somebody has read, beside the rules."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from hjemmel.analysis.proofs.reviewed import (
    FILE,
    HEADING,
    Review,
    Reviewed,
    line_of,
    reviewed,
)
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.output import rewrite_file, write_file
from hjemmel.cli.telling import say, tell
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.library import shown_path
from hjemmel.rulebooks.shelf import Shelf

if TYPE_CHECKING:
    from hjemmel.analysis.proofs.finding import Finding


@frozen
class Reviews:
    """What is written beside the rule files, by file; the first is where more is written."""

    files: dict[Path, Reviewed]
    first: Path
    content: bytes | None

    @property
    def marks(self) -> frozenset[str]:
        """The fingerprints of all that was read."""
        return frozenset[str]().union(*(each.marks for each in self.files.values()))


def reviews_of(on: Shelf) -> Reviews:
    """What is written beside the rule files of a shelf. Ends the command where it is misread."""
    folders = dict.fromkeys(on.files[each].parent for each in on.names)
    files: dict[Path, Reviewed] = {}
    for place in (folder / FILE for folder in folders):
        if place.is_file():
            files[place] = _read(place, on.read(place))
    first = next(iter(files), next(iter(folders)) / FILE)
    content = on.read(first) if first in files else None
    return Reviews(files, first, None if isinstance(content, Refused) else content)


def _read(place: Path, content: bytes | Refused) -> Reviewed:
    if isinstance(content, Refused):
        stop(f"{shown_path(place)}: {content.reason}", content.help)
    try:
        found = reviewed(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        stop(f"{shown_path(place)}: filen er ikke i UTF-8", "lagre den som ren tekst i UTF-8")
    for each in found.faults:
        stop(f"{shown_path(place)} linje {each.line}: {each.reason}", each.help)
    return found


def not_stale(of: Reviews, found: "Sequence[Finding]", norms: Collection[str]) -> None:
    """Tell of what is written of findings that are not there any more."""
    for place, each in of.files.items():
        for review in each.stale(found, norms):
            tell(f"merk: {shown_path(place)} linje {review.line}: {_stale(review, found)}")
            tell(f"  = hjelp: ta bort linjen; grunnen var: {review.why}")


def _stale(review: Review, found: "Sequence[Finding]") -> str:
    again = [e for e in found if (e.code, e.norms[0]) == (review.code, review.norm)]
    if again:
        return f"regelen er endret siden {review.norm} ble gjennomgått; les {review.code} på nytt"
    return f"funnet {review.code} i {review.norm} er der ikke lenger"


def write_review(of: Reviews, found: "Sequence[Finding]", mark: str, why: str | None) -> None:
    """Write the line that says that a finding was read; without a reason, propose it."""
    finding = next((each for each in found if each.mark == mark), None)
    if finding is None:
        marks = ", ".join(each.mark for each in found) or "ingen"
        stop(f"ingen funn har merket «{mark}»", f"merkene er {marks}")
    if mark in of.marks:
        stop(f"funnet {mark} er gjennomgått fra før", f"grunnen står i {shown_path(of.first)}")
    if not (why or "").strip():
        say(line_of(finding, "GRUNN"))
        tell(f"Lim inn linjen i {shown_path(of.first)} med grunnen, eller skriv den med --grunn.")
        return
    line = line_of(finding, why or "") + "\n"
    if of.content is None:
        write_file((HEADING + line).encode(), of.first)
    else:
        before = of.content if of.content.endswith(b"\n") or not of.content else of.content + b"\n"
        rewrite_file(before + line.encode(), of.first, of.content)
    tell(f"Skrevet i {shown_path(of.first)}.")
