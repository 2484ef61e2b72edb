"""What a reader cannot see, told by Unicode alone and not by the engine; and hostile texts."""

import re
import unicodedata

_BLANK = re.compile(
    "[\u115f\u1160\u1680\u17b4\u17b5\u2800\u3164\uffa0"  # look like nothing
    "\ufffc\U0001d159\U00016fe4"  # so do these
    "\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"  # change only the sign before
)


def is_unseen(char: str) -> bool:
    """Control, format and separator signs, what has no look of its own, and loose marks."""
    category = unicodedata.category(char)
    return category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me") or bool(
        _BLANK.match(char)
    )


def unseen_in(text: str) -> list[str]:
    """The numbers of such signs in a text, but for its line feeds."""
    composed = unicodedata.normalize("NFC", text)
    return [f"U+{ord(each):04X}" for each in composed if each != "\n" and is_unseen(each)]


UNSEEN = (
    "\u202e", "\u2066", "\u200e", "\u061c",  # direction
    "\u200b", "\u00ad", "\ufeff", "\u2060", "\U000e0041", "\ufe0f", "\u034f", "\u180e",  # unseen
    "\u3164", "\u2800", "\u115f", "\ufffc",  # blank
    "\x00", "\x07", "\x08", "\x1b", "\x7f", "\x9b",  # control
    "\u2028", "\u2029", "\x85", "\x0b", "\x0c",  # line ends
    "\ue000", "\U0010ffff", "\ufdd0", "\u0378",  # no look of their own
    "\u0338", "\u20e3", "\u0489",  # marks
)  # fmt: skip
"""Of each kind some."""

COMMANDS = ("::error file=r.ntr::galt", "  ::warning::x", "##[error]galt", "##vso[task.complete]")
"""What a build server obeys, at the beginning of a line or anywhere in it."""
