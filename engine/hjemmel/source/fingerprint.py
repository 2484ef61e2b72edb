"""What a rulebook's texts are known by."""

from collections.abc import Iterable
from hashlib import sha256

from hjemmel.source.source import Source


def fingerprint_of(sources: Iterable[Source]) -> str:
    """The SHA-256 of the normalised texts, whatever the order of the files and their folders."""
    digest = sha256()
    for source in sorted(sources, key=lambda each: each.name.rpartition("/")[2]):
        digest.update(f"{len(source.text.encode())}\n{source.text}".encode())
    return digest.hexdigest()
