"""Bytes to text: UTF-8, and nothing taken for it."""

import re

from hjemmel.facts.faults import Mistake
from hjemmel.facts.file_problems import EMPTY_FILE, WRONG_ENCODING

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode_text_file(data: bytes) -> str | Mistake:
    """The text of a file, or why it is none."""
    if not data.strip():
        return Mistake(EMPTY_FILE, "filen er tom")
    if data.startswith(UTF_16_MARKS) or data[:4].count(0) >= 2 or data[1:2] == b"\0":
        return Mistake(WRONG_ENCODING, "filen er lagret som UTF-16 (Unicode)", _HELP)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"filen er ikke lagret som UTF-8; linje {line} har tegn som ikke kan leses"
        return Mistake(WRONG_ENCODING, reason, _HELP)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Mistake(WRONG_ENCODING, f"linje {line} har et nulltegn; filen er ikke ren tekst")
    if (mixed := _lone_return(text)) is not None:
        return mixed
    return text if text.strip() else Mistake(EMPTY_FILE, "filen er tom")


def _lone_return(text: str) -> Mistake | None:
    """A carriage return alone among other line ends: an end of a line to some programs only."""
    found = _LONE_RETURN.search(text) if "\r" in text and "\n" in text else None
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    reason = f"linjeskiftene er av flere slag: linje {line} har en vognretur (CR) alene"
    return Mistake(WRONG_ENCODING, reason, "lagre filen på nytt med vanlige linjeskift")


_LONE_RETURN = re.compile(r"\r(?!\n)")


_HELP = "lagre filen på nytt som UTF-8; i Excel heter det «CSV UTF-8 (semikolondelt)»"
