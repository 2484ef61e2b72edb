"""Bytes to text: UTF-8, and nothing taken for it."""

import re

from hjemmel.facts.faults import Mistake
from hjemmel.facts.file_problems import EMPTY_FILE, WRONG_ENCODING

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode_text_file(data: bytes) -> str | Mistake:
    """The text of a file, or why it is none."""
    if not data.strip():
        return Mistake(EMPTY_FILE, "filen er tom")
    if (flaw := flaw_of_start(data)) is not None:
        return flaw
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return wrong_letters(data.count(b"\n", 0, error.start) + 1)
    if "\0" in text:
        return null_sign(text.count("\n", 0, text.index("\0")) + 1)
    if "\n" in text and (at := lone_return(text)) is not None:
        return mixed_ends(text.count("\n", 0, at) + 1)
    return text if text.strip() else Mistake(EMPTY_FILE, "filen er tom")


def lone_return(text: str) -> int | None:
    """Where a carriage return stands alone: an end of a line to some programs only."""
    found = _LONE_RETURN.search(text) if "\r" in text else None
    return None if found is None else found.start()


def flaw_of_start(data: bytes) -> Mistake | None:
    """What the first bytes of a text show: that it is none in UTF-8."""
    if data.startswith(UTF_16_MARKS) or data[:4].count(0) >= 2 or data[1:2] == b"\0":
        return Mistake(WRONG_ENCODING, "filen er lagret som UTF-16 (Unicode)", _HELP)
    return None


def wrong_letters(line: int) -> Mistake:
    """Bytes that are no letters in UTF-8."""
    reason = f"filen er ikke lagret som UTF-8; linje {line} har tegn som ikke kan leses"
    return Mistake(WRONG_ENCODING, reason, _HELP)


def null_sign(line: int) -> Mistake:
    """What no text has."""
    return Mistake(WRONG_ENCODING, f"linje {line} har et nulltegn; filen er ikke ren tekst")


def mixed_ends(line: int) -> Mistake:
    """A carriage return alone among other line ends."""
    reason = f"linjeskiftene er av flere slag: linje {line} har en vognretur (CR) alene"
    return Mistake(WRONG_ENCODING, reason, "lagre filen på nytt med vanlige linjeskift")


_LONE_RETURN = re.compile(r"\r(?!\n)")


_HELP = "lagre filen på nytt som UTF-8; i Excel heter det «CSV UTF-8 (semikolondelt)»"
