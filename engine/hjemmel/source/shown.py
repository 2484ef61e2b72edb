"""Texts as they are shown to people and handed to programs: what cannot be seen, by its number.

«‹U+202E›» stands for a sign that is not seen, wherever a text from a fact, a rule, a file name or
the command line is shown: on a screen, in a log, in a table, on a page.
"""

import html
import json
import re
import unicodedata

from hjemmel.source.signs import HIDDEN, kind_of, number_of

_UNPLAIN = re.compile("[^ -~\u00a0-\u00ac\u00ae-\u02ff–—‘-„…‹›€]")
_UNPLAIN_BUT_LINE_ENDS = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u02ff–—‘-„…‹›€]")
_COMMAND = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
_COMMAND_IN_LINE = re.compile(r"#(?=#\w*\[)")


def shown(text: str) -> str:
    """The text in one line, what cannot be seen as ‹U+…›."""
    return text if is_shown_as_it_is(text) else _UNPLAIN.sub(_number, _composed(text))


def shown_lines(text: str) -> str:
    """The same for a text of our own making, which may have several lines."""
    return _UNPLAIN_BUT_LINE_ENDS.sub(_number, _composed(text))


def is_shown_as_it_is(text: str) -> bool:
    """True where nothing in the text is hidden; quick for most."""
    return text.isascii() and text.isprintable()


def logged(text: str) -> str:
    """Lines for a screen or a log, none of which a build server takes for a command to it.

    It obeys a line that begins with two colons, and some obey «##[» wherever it stands.
    """
    marked = _COMMAND.sub(r"\1‹U+003A›", shown_lines(text)) if "::" in text else shown_lines(text)
    return _COMMAND_IN_LINE.sub("‹U+0023›", marked) if "##" in marked else marked


def json_text(content: object, indent: int | None = None) -> str:
    r"""The content as JSON, in which what cannot be seen is written «\u202e»."""
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    return _COMMAND_IN_LINE.sub(r"\\u0023", _UNPLAIN_BUT_LINE_ENDS.sub(_escape, text))


def html_text(text: str) -> str:
    """The text within a page: nothing of it is markup, a command or hidden."""
    return _COMMAND_IN_LINE.sub("&#35;", html.escape(shown(text)))


def _composed(text: str) -> str:
    """As the eye sees it: a letter and its mark are one where they can be."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _number(found: re.Match[str]) -> str:
    return f"‹{number_of(found[0])}›" if kind_of(found[0]) in HIDDEN else found[0]


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if kind_of(found[0]) in HIDDEN else found[0]
