"""A catalogue of translations: from the text people edit to the bytes that gettext reads."""

import ast
import re
from struct import pack

_KEYWORD = re.compile(r"(msgid_plural|msgid|msgstr)(?:\[(\d+)\])? (\".*\")$")


def parse(text: str) -> dict[str, list[str]]:
    """The translations by message; one with a plural has the plural after a null in its key."""
    found: dict[str, list[str]] = {}
    key, forms = "", []
    for line in (*text.splitlines(), 'msgid ""'):
        if not line or line.startswith("#"):
            continue
        keyword = _KEYWORD.match(line)
        if keyword is None:
            forms[-1] += ast.literal_eval(line)
            continue
        said = ast.literal_eval(keyword[3])
        match keyword[1]:
            case "msgid":
                if forms:
                    assert key not in found, key
                    found[key] = forms
                key, forms = said, []
            case "msgid_plural":
                key += f"\0{said}"
            case _:
                forms.append(said)
    return found


def compiled(messages: dict[str, list[str]]) -> bytes:
    """The catalogue as GNU gettext lays it out: two tables of lengths and places, then texts."""
    pairs = [(key.encode(), "\0".join(messages[key]).encode()) for key in sorted(messages)]
    start = 28
    place = start + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(pack("<II", len(pair[column]), place + len(texts)))
            texts += pair[column] + b"\0"
    head = pack("<7I", 0x950412DE, 0, len(pairs), start, start + 8 * len(pairs), 0, place)
    return head + b"".join(tables) + texts
