"""A case of what somebody gives on a line: «tjeneste.type=nasjonal behandlingstjeneste»."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.core.types import Enumerated
from hjemmel.facts.cell_locations import Table, Tables
from hjemmel.facts.columns import LostColumn, PresenceColumn
from hjemmel.facts.faults import Mistake
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import canonical, listed, quoted
from hjemmel.facts.schema import CASE_ID, decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table import draft_of, known_columns
from hjemmel.facts.vocabulary import Vocabulary

NAME = "gitt"
_FILE = SourceFile(NAME, NAME, b"")


@frozen
class Misgiven:
    """Why it is no case."""

    reason: str
    help: str = ""


def case_given(given: Sequence[str], schema: Schema) -> Case | Misgiven:
    """The case of which this is known, and nothing else. Each is read as a cell would be."""
    headings = Headings(Vocabulary.of(schema))
    pairs = [_pair(each, headings.vocabulary) for each in given]
    names = [CASE_ID]
    cells: list[object] = [NAME]
    for each in pairs:
        if isinstance(each, Misgiven):
            return each
        names.append(each[0])
        cells.append(each[1])
    meanings = headings.of_cases(names, None)
    for name, meaning in zip(names, meanings, strict=True):
        mistake = meaning.mistake if isinstance(meaning, LostColumn) else meaning
        if isinstance(mistake, Mistake):
            return Misgiven(f"--gitt: {mistake.reason}", mistake.help)
        if meaning is None or (isinstance(meaning, PresenceColumn) and not meaning.optional):
            return Misgiven(f"--gitt {name} sier ingenting", "skriv OPPLYSNING=VERDI")
    columns = known_columns(meanings)
    grid = Grid((GridRow(1, names), GridRow(2, cells)))
    tables = Tables(Table.of(None, grid, columns))
    found = decode(
        draft_of(grid.rows[1], grid, columns, _FILE, tables).finish(), headings.vocabulary
    )
    if found.case is None or found.faults:
        mistake = found.faults[0].mistake
        return Misgiven(f"--gitt: {mistake.reason}", mistake.help)
    return found.case


def _pair(text: str, vocabulary: Vocabulary) -> tuple[str, str] | Misgiven:
    """A name and a value. A record alone is there; a value alone is of the only fact it fits."""
    name, sign, value = text.partition("=")
    if sign:
        return name.strip(), value.strip()
    if canonical(text) in vocabulary.records:
        return text.strip(), "ja"
    found = list(_having(text, vocabulary))
    if len(found) == 1:
        return found[0], text.strip()
    reason = f"{quoted(text)} er verken en del av saken eller verdien til bare én opplysning"
    return Misgiven(reason, f"skriv {listed(f'{each}={text}' for each in found)}" if found
                    else "skriv OPPLYSNING=VERDI")  # fmt: skip


def _having(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    for record, shape in vocabulary.records.items():
        for key, declared in shape.fields.items():
            is_value = isinstance(declared.type, Enumerated)
            if is_value and vocabulary.known_name(text, declared.type) is not None:
                yield f"{record}.{key}"
