"""Cases from bytes at hand, which need be in no file."""

from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from hjemmel.core.schema import Schema
from hjemmel.facts.faults import Reading
from hjemmel.facts.names import printable
from hjemmel.facts.reading import FORMATS, reading_of, unknown_format
from hjemmel.facts.source_file import Place
from hjemmel.files.refused import Refused


def read_held(name: str, data: bytes, schema: Schema) -> Reading:
    """All the cases of bytes; the end of the name says what they are. There is always an answer."""
    path = PurePath(name)
    form = path.suffix.lower()

    def opened(most: int) -> BinaryIO | Refused:
        del most  # they are held already
        return BytesIO(data) if form in FORMATS else unknown_format(path)

    return reading_of(Place(printable(name), printable(path.stem), form, opened), schema)
