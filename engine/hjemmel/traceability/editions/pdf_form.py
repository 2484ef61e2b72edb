"""A PDF: the text of each page, which is then read as text taken out of one is."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from hjemmel.traceability.editions.document import Document
from hjemmel.traceability.editions.text_form import read_plain

_NEXT_PAGE = "\f"


class NoPdfTextError(Exception):
    """There is no text to take out, and why."""


def read_pdf(content: bytes) -> Document:
    """The blocks of all pages. NoPdfTextError where it is locked, broken, or only pictures."""
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoPdfTextError("PDF-en er låst med et passord")
        pages = [each.extract_text(extraction_mode="layout") for each in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise NoPdfTextError("PDF-en er ødelagt, og kan ikke leses") from fault
    if not any(each.strip() for each in pages):
        raise NoPdfTextError("PDF-en har ingen tekst, bare bilder")
    return read_plain(_NEXT_PAGE.join(pages))
