"""Bytes to text: UTF-8, and nothing taken for it."""

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
    return text if text.strip() else Mistake(EMPTY_FILE, "filen er tom")


_HELP = "lagre filen på nytt som UTF-8; i Excel heter det «CSV UTF-8 (semikolondelt)»"
