"""A rule file's text, made regular before anything reads it."""

import re
import unicodedata

from attrs import frozen

_QUOTES = {"“": "«", "”": "»", "„": "«", "‟": "»", "″": "»"}
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


@frozen
class Source:
    """A named rule file and its normalised text."""

    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines without line ends."""
        return self.text.split("\n")


def read_text(name: str, raw: str) -> Source:
    """Normalise what word processors do to text: NFC, spaces, quotes and line ends.

    A tab counts as one space: indentation means nothing, and columns stay true.
    """
    text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    for curly, straight in _QUOTES.items():
        text = text.replace(curly, straight)
    return Source(name, _pair_straight_quotes(text).replace("—", "–"))


def _pair_straight_quotes(text: str) -> str:
    """Turn "…" into «…», pair by pair within a line; an odd one is left to be reported."""
    return re.sub(r'"([^"\n]*)"', r"«\1»", text)
