"""The file that says what columns mean, as a spreadsheet or an editor writes it."""

import csv
from io import StringIO

from attrs import frozen

from hjemmel.facts.csv_text import MARK
from hjemmel.facts.names import folded, quoted
from hjemmel.facts.translation import HEADING, MEANING, SHEET, Line, Translation


@frozen
class Misread:
    """Why a file is no such file."""

    reason: str
    help: str


_MADE = "«ntr skjema --oversett ARK --ut FIL» lager et forslag å rette i"


def parse_translation(name: str, data: bytes) -> Translation | Misread:
    """The lines, with tabs or semicolons between, as a spreadsheet writes them."""
    try:
        text = data.decode().removeprefix(MARK)
    except UnicodeDecodeError:
        return Misread("filen er ikke lagret som UTF-8", "lagre den som «CSV UTF-8» eller tekst")
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        numbered = [(rows.line_num, [each.strip() for each in row]) for row in rows]
    except csv.Error:
        return Misread("et anførselstegn mangler en slutt", _MADE)
    names = [folded(each) for each in numbered[0][1]] if numbered else []
    if HEADING not in names or MEANING not in names:
        reason = f"første linje må være {quoted(HEADING)} og {quoted(MEANING)}, og gjerne «ark»"
        return Misread(reason, _MADE)
    lines = [_line(number, dict(zip(names, row, strict=False))) for number, row in numbered[1:]]
    kept = tuple(each for each in lines if each.sheet or each.heading)
    return _twice(kept) or Translation(name, kept)


def _line(number: int, cells: dict[str, str]) -> Line:
    return Line(number, cells.get(SHEET, ""), cells.get(HEADING, ""), cells.get(MEANING, ""))


def _twice(lines: tuple[Line, ...]) -> Misread | None:
    """Which of two lines is meant, nobody knows."""
    seen: dict[tuple[str, str], Line] = {}
    for each in lines:
        other = seen.setdefault((folded(each.sheet), folded(each.heading)), each)
        if other is not each and folded(other.meaning) != folded(each.meaning):
            reason = f"linje {other.number} og {each.number} sier ulike ting om samme kolonne"
            return Misread(reason, "behold den ene")
    return None
