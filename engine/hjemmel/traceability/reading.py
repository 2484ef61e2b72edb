"""The files of the account: tab-separated, in UTF-8, with a heading.

`setninger.tsv` has the sentences, `utenfor.tsv` those that are set aside, `normer.tsv` the
norms expected. The texts of the sources are a file of the same form, kept elsewhere.
"""

import csv
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from hjemmel.core.program import Kind
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused
from hjemmel.source.days import read_day
from hjemmel.source.look_alikes import misleading
from hjemmel.source.parts import part as regular
from hjemmel.source.sentences import Sentences
from hjemmel.source.signs import name_of, plain
from hjemmel.traceability.ledger import Entry, Expected, Ground, Ledger, SetAside

SENTENCES = "setninger.tsv"
SET_ASIDE = "utenfor.tsv"
EXPECTED = "normer.tsv"
COLUMNS = {
    SENTENCES: ("id", "kilde", "sted", "del", "fingeravtrykk"),
    SET_ASIDE: ("id", "grunn", "merknad"),
    EXPECTED: ("id", "sted", "setninger", "nivå", "slag"),
}
"""The files of an account, and the heading of each."""
MENTIONED = "sitert"
"""The column of `normer.tsv` that may be left out: the sentences that a norm only mentions."""
DAYS = ("fra", "til")
"""The columns of `setninger.tsv` that may be left out: the days a source had the sentence."""
_ID = re.compile(r"[^\W\d_][\w.-]*#[1-9]\d*")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_PRESUMED = " (forutsetning)"
_PART = "del av "
"""Leads in the place of a norm that is a part of another one listed."""
T = TypeVar("T")
Named = TypeVar("Named", Ground, Kind)
Cells = Mapping[str, str]
Content = Callable[[Path], bytes | Refused]
"""What gives the bytes of a file: as they are now, or as they were when the command began."""


@frozen
class Unreadable:
    """Why a file cannot be used, and what to do about it."""

    reason: str
    help: str


class _WrongError(Exception):
    """Ends the reading of a file; never leaves this module."""

    def __init__(self, reason: str, help: str = "rett linjen, og prøv igjen") -> None:
        super().__init__(reason)
        self.found = Unreadable(reason, help)


def _fresh(path: Path) -> bytes | Refused:
    return read(path, MOST_TEXT)


def read_ledger(folder: Path, content: Content = _fresh) -> Ledger | Unreadable:
    """The three files of a folder."""
    try:
        files = {name: _seen(_text_of(folder / name, content)) for name in COLUMNS}
        expected = _read(files[EXPECTED], COLUMNS[EXPECTED], _expected, pattern=None)
        return Ledger(
            _read(files[SENTENCES], COLUMNS[SENTENCES], _entry),
            _read(files[SET_ASIDE], COLUMNS[SET_ASIDE], _set_aside),
            tuple(expected.values()),
        )
    except _WrongError as wrong:
        return wrong.found


def read_sentences(path: Path, content: Content = _fresh) -> Sentences | Unreadable:
    """Which sentences the sources have, for the citations of the rules to be checked against."""
    try:
        return _sentences(_seen(_text_of(path, content)))
    except _WrongError as wrong:
        return wrong.found


def read_texts(place: Path) -> Mapping[str, str] | Unreadable:
    """The sentences of the sources by their ids, from a file or from the folder it stands in."""
    try:
        found = _text_of(place / SENTENCES if place.is_dir() else place, _fresh)
        return _read(found, ("id", "tekst"), _text)
    except _WrongError as wrong:
        return wrong.found


@frozen
class _File:
    path: Path
    text: str


@lru_cache(maxsize=8)
def _sentences(of: _File) -> Sentences:
    """Of the same text it is the same object, by which norms checked against it are known again."""
    rows = _read(of, COLUMNS[SENTENCES], _part_with_days)
    days = {name: (since, until) for name, (_, since, until) in rows.items() if since or until}
    return Sentences({name: part for name, (part, _, _) in rows.items()}, days)


def _read(
    of: _File,
    columns: tuple[str, ...],
    made: Callable[[Cells], T],
    pattern: re.Pattern[str] | None = _ID,
) -> dict[str, T]:
    """The rows of a file by their ids. `made` reads one row."""
    rows = csv.reader(StringIO(of.text, newline=""), delimiter="\t", strict=True)
    found: dict[str, T] = {}
    try:
        heading = next(rows, [])
        if not set(columns) <= set(heading):
            raise _WrongError("overskriften mangler en kolonne",
                         f"første linje skal ha {', '.join(columns)}, med tabulator "
                         "mellom")  # fmt: skip
        for row in rows:
            if len(row) != len(heading):
                raise _WrongError(f"{len(row)} felt, men overskriften har {len(heading)}")
            cells = dict(zip(heading, row, strict=True))
            name = cells["id"]
            if not name or (pattern and not pattern.fullmatch(name)):
                raise _WrongError(f"«{name}» er ingen id", "en setning heter for eksempel V4.4#16")
            if name in found:
                raise _WrongError(f"{name} står to ganger", "behold den ene linjen")
            found[name] = made(cells)
    except _WrongError as wrong:
        raise _WrongError(f"{of.path}, linje {rows.line_num}: {wrong}", wrong.found.help) from wrong
    except csv.Error as wrong:
        raise _WrongError(f"{of.path}, linje {rows.line_num}: et anførselstegn mangler sin make",
                     "sett anførselstegn på begge sider, eller ta det bort") from wrong  # fmt: skip
    return found


def _seen(of: _File) -> _File:
    """The file, if there is nothing in it that a reader cannot see, or takes for something else."""
    if not misleading(of.text.replace("\t", " ").replace("\r\n", "\n")):
        return of
    for number, line in enumerate(of.text.replace("\r\n", "\n").split("\n"), 1):
        for sign in misleading(plain(line)):
            told = f"her står et {sign.kind.name}: {name_of(sign.char)}"
            raise _WrongError(f"{of.path}, linje {number}: {told}", "slett tegnet")
    return of  # what looked wrong is plain when it is composed


def _text_of(path: Path, content: Content) -> _File:
    data = content(path)
    if isinstance(data, Refused):
        raise _WrongError(f"{path}: {data.reason}", data.help)
    try:
        return _File(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise _WrongError(
            f"filen {path} er ikke i UTF-8", "lagre den som ren tekst i UTF-8"
        ) from wrong


def _part(cells: Cells) -> tuple[str, str, str]:
    source, part = cells["kilde"].strip(), cells["del"]
    if not source:
        raise _WrongError("kilden mangler", "skriv navnet på kilden under «kilde»")
    if not (part.isdecimal() or regular(part) == part):
        raise _WrongError(f"«{part}» er ingen del av en bestemmelse",
                     "skriv nummeret på setningen, eller et sted som «første ledd bokstav b»"
                     )  # fmt: skip
    return source, cells["sted"], part


def _entry(cells: Cells) -> Entry:
    source, _, part = _part(cells)
    if not _FINGERPRINT.fullmatch(cells["fingeravtrykk"]):
        raise _WrongError(f"«{cells['fingeravtrykk']}» er ikke et fingeravtrykk",
                     "det er 16 tegn, fra 0 til 9 og a til f")  # fmt: skip
    number = f"nr. {part}" if part.isdecimal() else part
    place = " ".join(filter(None, (source, cells["sted"], number)))
    since, until = _days(cells)
    return Entry(place, cells["fingeravtrykk"], source, cells["sted"], part, since, until)


def _part_with_days(
    cells: Cells,
) -> tuple[tuple[str, str, str], date | None, date | None]:
    return _part(cells), *_days(cells)


def _days(cells: Cells) -> tuple[date | None, date | None]:
    """The first and the last day of a sentence."""
    since, until = (_day(cells.get(each, "")) for each in DAYS)
    if since and until and until < since:
        raise _WrongError(f"{until} er før {since}", "«til» er den siste dagen setningen gjaldt")
    return since, until


def _day(written: str) -> date | None:
    """A day of the account; None where there is none."""
    found = read_day(written) if written.strip() else None
    if written.strip() and found is None:
        raise _WrongError(f"«{written}» er ingen dato", "skriv datoen som 2029-01-01")
    return found


def _set_aside(cells: Cells) -> SetAside:
    word, _, repeats = cells["grunn"].partition(" ")
    ground = _one_of({"grunn": word}, "grunn", Ground)
    if (ground is Ground.REPETITION) != bool(_ID.fullmatch(repeats)):
        raise _WrongError(f"«{cells['grunn']}» er ingen grunn",
                     "bare «gjentar» følges av en setning, som «gjentar V2#4»")  # fmt: skip
    if not cells["merknad"].strip():
        raise _WrongError("merknaden mangler", "si med egne ord hvorfor setningen ikke er en norm")
    return SetAside(ground, cells["merknad"].strip(), repeats)


def _expected(cells: Cells) -> Expected:
    sentences = tuple(cells["setninger"].split())
    mentioned = tuple(cells.get(MENTIONED, "").split())
    wrong = [each for each in sentences if not _ID.fullmatch(each)]
    if wrong or not sentences:
        raise _WrongError(f"«{' '.join(wrong)}» er ingen setning",
                     "skriv id-ene med mellomrom, for eksempel V2#4 N2#4")  # fmt: skip
    stray = [each for each in mentioned if each not in sentences]
    if stray:
        raise _WrongError(f"«{' '.join(stray)}» er nevnt, men står ikke under «setninger»",
                     "skriv alle setningene under «setninger», og gjenta dem som bare er "
                     f"nevnt, under «{MENTIONED}»")  # fmt: skip
    kind = {"slag": cells["slag"].removesuffix(_PRESUMED)}
    return Expected(
        cells["id"],
        sentences,
        cells["nivå"],
        _one_of(kind, "slag", Kind),
        cells["slag"].endswith(_PRESUMED),
        mentioned,
        is_part=cells["sted"].startswith(_PART),
    )


def _text(cells: Cells) -> str:
    return cells["tekst"]


def _one_of(cells: Cells, column: str, kinds: type[Named]) -> Named:
    """The member that a cell names."""
    for each in kinds:
        if each.value == cells[column]:
            return each
    known = ", ".join(each.value for each in kinds)
    raise _WrongError(f"«{cells[column]}» er ukjent under «{column}»", f"skriv en av {known}")
