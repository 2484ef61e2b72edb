"""What somebody has said that the columns of a table mean, from the file that is named."""

from collections.abc import Sequence
from pathlib import Path

import click

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.options import FILE
from hjemmel.facts.source_file import TABLE, Place
from hjemmel.facts.translation import NOTHING_SAID, Translation
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused

OPTION = click.option(
    "--kolonner", "columns", metavar="FIL", type=FILE,
    help="hva kolonnene i tabellen skal leses som («ntr skjema --oversett» lager et forslag)",
)  # fmt: skip
TABLES = (".csv", ".xlsx", ".parquet", TABLE)
"""What has columns."""


def translation(file: Path | None, places: Sequence[Place]) -> Translation:
    """What the file says; the command ends where there is nothing that it can be about."""
    if file is not None and not any(_has_columns(each) for each in places):
        stop("--kolonner gjelder bare CSV, Excel, Parquet og databaser",
             "ta det bort, eller gi en slik fil")  # fmt: skip
    return said_in(file)


def _has_columns(place: Place) -> bool:
    return any(each.form in TABLES for each in (place, *place.lists.values()))


def said_in(file: Path | None) -> Translation:
    """What the file says; the command ends where it says nothing that can be used."""
    if file is None:
        return NOTHING_SAID
    from hjemmel.facts.translation_file import Misread, parse_translation

    data = read(file, MOST_TEXT)
    if isinstance(data, Refused):
        stop(f"{file}: {data.reason}", data.help)
    found = parse_translation(file.as_posix(), data)
    if isinstance(found, Misread):
        stop(f"{file}: {found.reason}", found.help)
    return found


def read_by_name(file: Path | None) -> Sequence[Path]:
    """What is read, and so must not be written to."""
    return () if file is None else (file,)
