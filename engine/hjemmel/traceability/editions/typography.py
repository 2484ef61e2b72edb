"""What two texts may differ in and still be the same words: signs, spaces, marks of a layout."""

import re
from collections.abc import Iterator
from itertools import product

from hjemmel.source.signs import plain
from hjemmel.traceability.editions.document import MARKER
from hjemmel.traceability.fingerprints import fingerprint

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[-–—‒−]")
_QUOTES = re.compile('["«»“”„‟]')
_APOSTROPHES = re.compile("['’‘ʼ´`]")
_FOOTNOTE = re.compile(r"(?<=[.,;])\d{1,2}(?= |$)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_BEFORE_SIGN = re.compile(r" (?=[.,;:?!)])")
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_AFTER_SIGN = re.compile(r"§ ?(?=\d)")
ENDS = ".;,:"


def clean(text: str) -> str:
    """The text in one line, with ordinary spaces and nothing unseen in it."""
    return " ".join(plain(_UNSEEN.sub("", text).replace("\u2028", " ")).split())


def unmarked(text: str) -> str:
    """The text without what an item of a list begins with."""
    found = MARKER.match(text)
    return text[found.end() :] if found else text


def key(text: str) -> str:
    """What two texts have in common when only their signs differ."""
    bare = _FOOTNOTE.sub("", unmarked(clean(text)))
    bare = _DASHES.sub("-", _APOSTROPHES.sub("'", _QUOTES.sub('"', bare)))
    bare = bare.replace(" - ", "-").replace("…", "...")
    bare = _AFTER_SIGN.sub("§ ", _GROUPED.sub("", _BEFORE_SIGN.sub("", bare)))
    bare = bare.rstrip(ENDS + " ")
    return bare[:1].lower() + bare[1:]


def prefixed(text: str, marker: str) -> Iterator[str]:
    """The ways in which an account may have an item: bare, with a dash, with its own marker."""
    yield text
    yield f"- {text}"
    if marker and marker != "-":
        yield f"{marker} {text}"


def variants(text: str, marker: str) -> Iterator[str]:
    """The text with other signs for the same: dashes, quotes, its end, a mark of a footnote."""
    base = clean(text)
    bare = _FOOTNOTE.sub("", base)
    ends = dict.fromkeys((base, bare))
    for form in ends:
        stem = form.rstrip(ENDS + " ")
        cased = dict.fromkeys((stem, stem[:1].upper() + stem[1:], stem[:1].lower() + stem[1:]))
        for start, dash, quote, end in product(cased, _DASHED, _QUOTED, ("", *ENDS)):
            yield from prefixed(quote(dash(start)) + end, marker)


def _with_pairs(text: str, first: str, last: str) -> str:
    """Every other quotation mark opens, every other closes."""
    parts = _QUOTES.split(text)
    signs = [first if n % 2 == 0 else last for n in range(len(parts) - 1)]
    return "".join(a + b for a, b in zip(parts, [*signs, ""], strict=True))


_DASHED = (
    lambda text: text,
    lambda text: _DASHES.sub("-", text),
    lambda text: _DASHES.sub("–", text),
)
_QUOTED = (
    lambda text: text,
    lambda text: _with_pairs(text, '"', '"'),
    lambda text: _with_pairs(text, "«", "»"),
    lambda text: _with_pairs(text, "“", "”"),
)


def prints(texts: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Each text with its fingerprint, each once."""
    for each in dict.fromkeys(texts):
        yield fingerprint(each), each
