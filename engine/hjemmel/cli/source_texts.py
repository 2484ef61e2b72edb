"""The texts of sources that a command is given: documents, and lists of sentences."""

from collections.abc import Mapping
from pathlib import Path

from hjemmel.cli.account_files import usable
from hjemmel.traceability.editions.comparing import Asked, divided
from hjemmel.traceability.editions.document import Document
from hjemmel.traceability.editions.opening import open_document
from hjemmel.traceability.reading import read_texts


def document(path: Path) -> Document:
    """A document. The command ends where it cannot be read."""
    return usable(open_document(path))


def old_texts(path: Path, asked: Asked) -> Mapping[str, str]:
    """The old texts by sentence: of a list with ids, or of an older edition, divided alike."""
    if path.is_dir() or path.suffix.lower() == ".tsv":
        return usable(read_texts(path))
    return divided(document(path), asked)
