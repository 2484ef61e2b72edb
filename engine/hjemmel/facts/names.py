"""How keys and names are compared, and what somebody may have meant."""

import re
from collections.abc import Iterable
from functools import lru_cache

from hjemmel.source.shown import shown
from hjemmel.source.signs import plain

LONGEST_QUOTE = 60


BLANK = " \r\n"
"""What may stand around a text, once it is plain."""
_SPACES = re.compile("  +")
_BLANKS = re.compile("[ \r\n]+")


@lru_cache(maxsize=4096)
def canonical(key: str) -> str:
    """The one spelling of a key: composed letters, `_` for blanks, nothing around."""
    return composed(key).strip(BLANK).replace(" ", "_")


def composed(text: str) -> str:
    """The text with composed letters, so that two ways of typing å are one, and plain blanks."""
    return plain(text)


def one_line(text: str) -> str:
    """A plain text on one line: a sign where a line ended, and one blank for several."""
    lines = text.replace("\r\n", "\n").split("\n")
    return " ↵ ".join(filter(None, (_SPACES.sub(" ", each.strip(BLANK)) for each in lines)))


def is_empty(text: str) -> bool:
    """True where nothing is written, not even something that cannot be seen."""
    return not composed(text).strip(BLANK)


def folded(text: str) -> str:
    """The text as names in registers are compared: case and blanks carry no meaning."""
    return composed(" ".join(filter(None, _BLANKS.split(composed(text)))).casefold())


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words most like this one, best first."""
    from hjemmel.diagnostics import suggest  # only where there is a mistake to explain

    by_folded = {folded(each.replace("_", " ")): each for each in known}
    wanted = folded(word[: 2 * suggest.LONGEST].replace("_", " "))
    return tuple(by_folded[each] for each in suggest.nearest(wanted, by_folded, most))


def suggestion(word: str, known: Iterable[str]) -> str:
    """«mente du …?», or nothing where nothing is near."""
    close = nearest(word, known, 1)
    return f"mente du {quoted(close[0])}?" if close else ""


def quoted(text: str) -> str:
    """The text in quotation marks, cut short and safe to print."""
    return f"«{printable(text)}»"


def printable(text: str) -> str:
    """The text cut short, in one line, and what cannot be seen by its number."""
    return shown(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")


def listed(names: Iterable[str]) -> str:
    """The names in quotation marks, one after another."""
    return ", ".join(quoted(each) for each in names)
