"""The sheet that is read first: what the cases come to, and where the rest stands."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from hjemmel.cli.workbook import A4, Cell, Workbook, printed
from hjemmel.cli.workbook_shapes import COLOURS
from hjemmel.render.portfolio import COUNTED, bearers_in_words
from hjemmel.render.report.counts import ALL
from hjemmel.render.report.gathering import Overview
from hjemmel.render.report.tables import spaced
from hjemmel.source.shown import shown

_MEANINGS = {
    "brudd": ("brutt", "noe som binder, er ikke fulgt"),
    "fravik": ("fraveket", "veilederen, eller den høyeste kilden som ikke binder, er ikke fulgt"),
    "fravik lavest": ("fraveket", "en kilde under den er ikke fulgt"),
    "vilkår ikke oppfylt": ("ikke oppfylt", "et vilkår er ikke oppfylt"),
    "avslag": ("nektet", "nektet, eller avslått"),
    "uavklart": ("uavklart", "noe mangler før det kan avgjøres"),
    "holder": ("oppfylt", "holder: oppfylt, åpen, gjelder …"),
    "holder ikke": ("gjelder ikke", "holder ikke, men er ingen feil"),
    "ikke spurt": ("–", "ikke aktuell i saken, eller ikke i kraft"),
}


@frozen
class Left:
    """How many answers and rows there is no room for, so that they stand in no sheet."""

    undecided: int
    rows: int

    @property
    def told(self) -> Iterator[str]:
        """What is left out, and what has it."""
        if self.undecided:
            yield (f"{spaced(self.undecided)} uavklarte svar er for mange til å stå sak for sak; "
                   "arket «uavklart» har dem samlet, og --format html har hver sak")  # fmt: skip
        if self.rows:
            yield (f"arket «verdikter» er ikke med, for {spaced(self.rows)} rader er for mange; "
                   "--format csv har dem alle")  # fmt: skip


def summary(book: Workbook, sheet: Any, of: Overview, made: tuple[str, str], left: Left) -> None:
    """Fill the sheet in. It is the one that is open when the file is opened."""
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 12, 16)
    printed(sheet, A4)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.activate()
    for number, (cells, look) in enumerate(_rows(of, *made, left)):
        if look == "head":
            sheet.set_row(number, 30)
        for column, cell in enumerate(cells):
            _write(sheet, (number, column), cell, _look(book, look, column) or _usual(book, cell))


_Row = tuple[Sequence[Cell], str]


def _rows(of: Overview, version: str, only: str, left: Left) -> Iterator[_Row]:
    """Each row, and how it looks."""
    yield ("Porteføljen",), "title"
    yield ("regelverk", of.program.name), ""
    yield (("vurdert per", *of.days) if len(of.days) == 1 else ("vurdert per", "ulike dager")), ""
    if only:
        yield ("utvalg", only), ""
    yield ("regelverkets fingeravtrykk", of.program.fingerprint), ""
    yield ("motor", version), ""
    yield (), ""
    yield ("saker", of.found.count), ""
    yield ("svar på normer som er aktuelle", of.answered), ""
    for word in COUNTED:
        yield (word, of.found.totals[word]), ""
    yield ("hviler på noe som er forutsatt", of.presumed), ""
    for each in of.found.bound:
        yield (bearers_in_words(each),), ""
    for breakdown in of.breakdowns:
        yield (), ""
        yield (breakdown.title, breakdown.counted), "strong"
        yield (breakdown.of, *breakdown.shown, ALL), "head"
        for row in breakdown.told:
            counts = (row.counts[each] for each in breakdown.shown)
            look = "sum" if row is breakdown.sum else ""
            yield (row.name, *counts, breakdown.within(row)), look
        if breakdown.note:
            yield (breakdown.note,), ""
    yield (), ""
    yield ("Ark",), "strong"
    yield from ((each, "") for each in _sheets(left))
    for told in left.told:
        yield (f"merk: {told}",), "strong"
    yield (), ""
    yield ("Farger",), "strong"
    yield from ((_MEANINGS[name], name) for name in COLOURS)


def _sheets(left: Left) -> Iterator[tuple[str, str]]:
    """The others, and what stands in each."""
    yield "saker", "en rad for hver sak, de mest alvorlige først"
    yield "matrise", "hver sak mot hver norm som er aktuell i noen av dem, i farger"
    undecided = "" if left.undecided else ", og så hvert som er uavklart"
    yield "begrunnelser", f"en rad for hvert svar som ikke holder{undecided}, med hvorfor"
    yield "uavklart", "hver grunn til at en norm er uavklart, med hvor mange saker den gjelder"
    yield "mangler", "det som mangler, etter hvem som har det"
    if not left.rows:
        yield "verdikter", "alle radene, med de samme kolonnene som CSV"


def _look(book: Workbook, name: str, column: int) -> Any:
    shape = book.shape
    if name in shape.answers:
        return shape.answers[name] if column == 0 else shape.text
    head = shape.above_number if column else shape.lying
    looks = {
        "title": shape.title,
        "strong": shape.strong,
        "head": head,
        "sum": shape.sum if column else shape.strong,
    }
    return looks.get(name)


def _usual(book: Workbook, cell: Cell) -> Any:
    match cell:
        case str():
            return book.shape.text
        case int():
            return book.shape.number
        case _:
            return book.shape.day


def _write(sheet: Any, place: tuple[int, int], cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, shown(cell), look)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, look)
    else:
        sheet.write_datetime(*place, cell, look)
