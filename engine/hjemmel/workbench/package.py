"""A package to hand on: the files that are changed, what that does, and the cases; and back."""

import json
import zlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from hjemmel import __version__
from hjemmel.rulebooks.texts import SUFFIX
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.compared import compared
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.report import report
from hjemmel.workbench.told_rules import analysis

FORM = "hjemmel-endring-1"
"""Changes whenever what a package holds is laid out otherwise."""
RULES, CASES, CHANGE, REPORT = "regler", "saker", "endring.json", "rapport.html"
_AT = (1980, 1, 1, 0, 0, 0)
"""There is no clock here: the same bench gives the same bytes."""
MOST_BYTES = 64 * 1024 * 1024
_OTHER_BASE = (
    "Pakken er laget fra en annen utgave av reglene enn den som ligger her. Filene i den er lagt "
    "inn som de er, så det som er endret her etterpå, kan være borte."
)


def package(bench: Workbench) -> bytes:
    """A zip of what is changed, for a colleague's bench and for who reads it."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as to:
        for name, data in _parts(bench):
            to.writestr(ZipInfo(name, _AT), data, ZIP_DEFLATED)
    return written.getvalue()


def _parts(bench: Workbench) -> Iterator[tuple[str, bytes]]:
    for name in bench.edited:
        if name in bench.texts:
            yield f"{RULES}/{name}{SUFFIX}", bench.texts[name].encode()
    own = [each for each in bench.files if each.own]
    for number, each in enumerate(own, 1):
        yield f"{CASES}/{number:03}/{each.name}", each.data
    told = json.dumps(_change(bench, own), ensure_ascii=False, indent=1) + "\n"
    yield CHANGE, told.encode()
    yield REPORT, report(bench).encode()


def _change(bench: Workbench, own: list[CaseFile]) -> dict[str, Any]:
    found = compared(bench)
    return {
        "form": FORM,
        "motor": __version__,
        "før": bench.before.rulebook.fingerprint,
        "etter": bench.now.rulebook.fingerprint if bench.is_current else None,
        "endret": [each for each in bench.edited if each in bench.texts],
        "borte": [each for each in bench.edited if each not in bench.texts],
        "saker": [each.name for each in own],
        "tatt_bort": sorted(bench.dropped),
        "per": bench.day.isoformat() if bench.day else None,
        "normer": {"endret": found["direct"], "borte": found["gone"],
                   "berørt": found["affected"]},
        "verdikter": found["rows"],
    }  # fmt: skip


# --- opened again ----------------------------------------------------------------------------


_NO_ZIP = (
    BadZipFile, zlib.error, KeyError, UnicodeDecodeError, NotImplementedError, RuntimeError,
    EOFError,
)  # fmt: skip
"""What reading a file that is no package, or a package that is hurt, may end in."""


def _no_package() -> RefusedError:
    return RefusedError("filen er ingen pakke fra arbeidsbenken",
                        "velg filen som «Lag pakke» lagret")  # fmt: skip


@frozen
class _Contents:
    """What a package holds, read and found to be one."""

    change: dict[str, Any]
    texts: dict[str, str]
    files: tuple[CaseFile, ...]


def open_package(bench: Workbench, data: bytes) -> shapes.Opened:
    """Put what a package changes on the bench: its texts, its cases and its day."""
    found = _contents(data)
    day = _day(found.change.get("per"))
    texts: dict[str, str | None] = {**found.texts, **dict.fromkeys(found.change["borte"])}
    bench.write(texts)
    for each in found.files:
        bench.put(each)
    bench.dropped |= set(found.change["tatt_bort"])
    bench.day = day or bench.day
    is_same = found.change["før"] == bench.before.rulebook.fingerprint
    by = bench.now
    return {
        "texts": texts,
        "cases": [case.id for each in found.files for case in by.reading(each).cases],
        "base": is_same,
        "day": bench.day.isoformat() if bench.day else None,
        "text": "" if is_same else _OTHER_BASE,
        "analysis": analysis(bench),
    }


def _contents(data: bytes) -> _Contents:
    try:
        with ZipFile(BytesIO(data)) as of:
            if sum(each.file_size for each in of.infolist()) > MOST_BYTES:
                raise RefusedError("pakken er for stor til å åpnes her",
                                   f"den pakkes ut til mer enn {MOST_BYTES >> 20} MB")  # fmt: skip
            change = _change_of(of.read(CHANGE))
            texts = {each: of.read(f"{RULES}/{each}{SUFFIX}").decode() for each in change["endret"]}
            return _Contents(change, texts, tuple(_files(of, change["saker"])))
    except _NO_ZIP:
        raise _no_package() from None


def _files(of: ZipFile, names: list[str]) -> Iterator[CaseFile]:
    for number, name in enumerate(names, 1):
        yield CaseFile(name, of.read(f"{CASES}/{number:03}/{name}"))


def _change_of(data: bytes) -> dict[str, Any]:
    """What a package says of itself, each part of the form that it should have."""
    try:
        found = json.loads(data)
    except ValueError:
        raise _no_package() from None
    if not isinstance(found, dict) or not str(found.get("form")).startswith("hjemmel-endring-"):
        raise _no_package()
    if found["form"] != FORM:
        raise RefusedError("pakken er laget av en annen versjon av programmet",
                           "lag den på nytt, eller oppdater programmet")  # fmt: skip
    lists = (found.get(each) for each in ("endret", "borte", "saker", "tatt_bort"))
    if not all(isinstance(each, list) and all(isinstance(e, str) for e in each) for each in lists):
        raise _no_package()
    return found


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        raise _no_package() from None
