"""What the reader of Excel files does not tell.

It gives a cell with an error, or a formula without a value, as a blank; and it
makes room for every cell up to the last one used. So the file's own XML is
looked through first: no error is then taken for *not given*, and a file that
claims billions of cells is refused.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat

from attrs import define, field, frozen

from hjemmel.facts.faults import Mistake
from hjemmel.facts.file_problems import UNREADABLE_FILE
from hjemmel.facts.grid import Unseen

MOST_BYTES = 200_000_000
MOST_CELLS = 20_000_000
MOST_BLANK = 500_000
"""Blank cells that a sheet may have besides as many as it fills twenty times over."""

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
NO_VALUE = "en formel uten verdi"

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Address = tuple[int, int]
Attributes = Mapping[str, str]
BadCells = Mapping[Address, str]
"""The cells without a value, by row and column from 0, with what they show."""


@frozen
class Scanned:
    """What a sheet has besides its values: bad cells, and what it does not show."""

    bad: BadCells = field(factory=dict)
    unseen: Unseen = field(factory=Unseen)


def scan_workbook(data: bytes) -> Mapping[str, Scanned] | Mistake:
    """What was found of each sheet, or why the file cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_BYTES:
                return Mistake(UNREADABLE_FILE, "arbeidsboken er for stor når den pakkes ut", _HELP)
            names = [each.filename.casefold() for each in archive.infolist()]
            if len(set(names)) < len(names):  # another reader may take the other of the two
                return _damaged()
            # Reads every part: a part that is larger than it says is found out here.
            return _damaged() if archive.testzip() else _scan(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        return _damaged()
    except (NotImplementedError, RuntimeError):  # so zipfile refuses rare packing and passwords
        return _damaged()
    except (expat.ExpatError, LookupError, ValueError):  # parts, names, numbers, encodings
        return _damaged()


def _scan(archive: zipfile.ZipFile) -> Mapping[str, Scanned] | Mistake:
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = posixpath.join("/xl", attributes["Target"])

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            key = next((value for each, value in attributes.items() if each.endswith(" id")), "")
            sheets[attributes["name"]] = posixpath.normpath(targets[key]).lstrip("/")

    _parse(archive, RELATIONS, relation)
    _parse(archive, WORKBOOK, sheet)
    found: dict[str, Scanned] = {}
    for name, part in sheets.items():
        scan = _SheetScan()
        _parse(archive, part, scan.start, scan.end, scan.text)
        if scan.rows * scan.columns > min(MOST_CELLS, MOST_BLANK + 20 * scan.filled):
            reason = (
                f"arket «{name}» strekker seg over {scan.rows} rader og {scan.columns} kolonner"
            )
            return Mistake(UNREADABLE_FILE, reason, "slett det som står langt utenfor tabellen")
        found[name] = Scanned(scan.bad, scan.unseen)
    return found


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(_local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def _refuse(*_: object) -> None:
    """A workbook declares no entities; one that does is out to expand them."""
    raise ValueError("doctype")


def _local(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


@define
class _SheetScan:
    """The state of going through one sheet."""

    filled: int = 0
    rows: int = 0
    columns: int = 0
    bad: dict[Address, str] = field(factory=dict)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: set[int] = field(factory=set)
    at: Address = (-1, -1)
    kind: str = ""
    content: str | None = None
    formula: bool = False
    inside: str = ""

    @property
    def unseen(self) -> Unseen:
        """What is not shown."""
        return Unseen(frozenset(self.hidden_rows), frozenset(self.hidden_columns))

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self.inside = name
        match name:
            case "row":
                self.at = _within((int(attributes.get("r", self.at[0] + 2)) - 1, -1))
                if _is_hidden(attributes):
                    self.hidden_rows.add(self.at[0] + 1)
            case "col" if _is_hidden(attributes):
                first, last = int(attributes["min"]), int(attributes["max"])
                self.hidden_columns.update(range(first - 1, min(last, LAST_COLUMN)))
            case "c":
                address = attributes.get("r")
                self.at = _within(
                    (self.at[0], self.at[1] + 1) if address is None else _numbers(address)
                )
                self.kind = attributes.get("t", "")
                self.content, self.formula = None, False
            case "f":
                self.formula = True
            case "v" | "is":
                self.content = ""
            case _:
                return  # looks and layout

    def text(self, text: str) -> None:
        """Text within the element that began last."""
        if self.inside in ("v", "t") and self.content is not None:
            self.content += text

    def end(self, name: str) -> None:
        """An element ends."""
        self.inside = ""
        if name != "c" or (self.content is None and not self.formula):
            return
        self.filled += 1
        self.rows = max(self.rows, self.at[0] + 1)
        self.columns = max(self.columns, self.at[1] + 1)
        if self.kind == "e":
            self.bad[self.at] = self.content or "en feil"
        elif self.formula and not self.content and self.kind != "str":
            # An empty text is a value: so a formula says that there is nothing to show.
            self.bad[self.at] = NO_VALUE


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _within(at: Address) -> Address:
    """The place, if a sheet has it: the reader would make room for any other, and be stopped."""
    if not (0 <= at[0] < LAST_ROW and at[1] < LAST_COLUMN):
        raise ValueError("no such cell")
    return at


def _numbers(address: str) -> Address:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError("no address")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _damaged() -> Mistake:
    return Mistake(UNREADABLE_FILE, "filen er ikke en hel Excel-arbeidsbok", _HELP)


_HELP = "åpne filen i Excel og lagre den på nytt som «Excel-arbeidsbok (.xlsx)»"
