"""How a file writes its text down: a mark in front or none, and one of two line ends."""

from attrs import frozen

MARK = b"\xef\xbb\xbf"
"""What may stand first in a file, to say that it is UTF-8."""


@frozen
class TextForm:
    """What belongs to the file, and not to the text in it."""

    mark: bytes
    line_end: bytes

    def of(self, text: str) -> bytes:
        """A text with plain line ends, as the file writes it."""
        return self.mark + text.encode().replace(b"\n", self.line_end)


def form_of(content: bytes) -> TextForm:
    """How a file is written now; its first line end is meant for all."""
    first, _, _ = content.partition(b"\n")
    line_end = b"\r\n" if first.endswith(b"\r") else b"\n"
    return TextForm(MARK if content.startswith(MARK) else b"", line_end)
