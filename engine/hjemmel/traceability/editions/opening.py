"""Which form a file of a source has, and its blocks."""

import re
from pathlib import Path

from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused
from hjemmel.traceability.editions.document import Document
from hjemmel.traceability.editions.docx_form import NoDocumentError, read_docx
from hjemmel.traceability.editions.html_form import read_html
from hjemmel.traceability.editions.text_form import read_plain
from hjemmel.traceability.reading import Unreadable

_A_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|body|main|div|"
                     r"article|head|h[1-6]|p)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def open_document(path: Path) -> Document | Unreadable:
    """The document in a file, or why there is none and what to do."""
    content = read(path, MOST_TEXT)
    if isinstance(content, Refused):
        return Unreadable(f"{path}: {content.reason}", content.help)
    if content.startswith(b"%PDF"):
        return _pdf(path, content)
    if content.startswith(_OLD_WORD):
        return Unreadable(f"{path} er et Word-dokument i det gamle formatet",
                          "lagre det som .docx eller som ren tekst")  # fmt: skip
    if content.startswith(b"PK"):
        return _docx(path, content)
    return _text(path, content)


def _docx(path: Path, content: bytes) -> Document | Unreadable:
    try:
        return _filled(path, read_docx(content))
    except NoDocumentError:
        return Unreadable(f"{path} kan ikke leses som et Word-dokument",
                          "lagre det på nytt som .docx, eller som ren tekst")  # fmt: skip


def _pdf(path: Path, content: bytes) -> Document | Unreadable:
    try:
        from hjemmel.traceability.editions.pdf_form import NoPdfTextError, read_pdf
    except ImportError:
        return Unreadable(f"{path} er en PDF, og tillegget som leser PDF, er ikke installert",
                          'skriv pip install "hjemmel[pdf]", eller lagre den som txt')  # fmt: skip
    try:
        return _filled(path, read_pdf(content))
    except NoPdfTextError as fault:
        return Unreadable(f"{path}: {fault}", "lagre den som tekst, og gi den filen")


def _text(path: Path, content: bytes) -> Document | Unreadable:
    text, notes = _decoded(content)
    if text is None or "\x00" in text:
        return Unreadable(f"{path} er ikke tekst", "gi en fil i txt, html, docx eller pdf")
    found = read_html(text) if _A_PAGE.match(text) else read_plain(text)
    return _filled(path, Document(found.blocks, (*notes, *found.notes)))


def _decoded(content: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The text, and how it was read where it is not in UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), ()
        except UnicodeDecodeError:
            return None, ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), ("filen er ikke i UTF-8, og er lest som Windows-1252",)
    except UnicodeDecodeError:
        return None, ()


def _filled(path: Path, found: Document) -> Document | Unreadable:
    if found.blocks:
        return found
    return Unreadable(f"{path} har ingen tekst", "sjekk at det er den riktige filen")
