"""Citations written after one another on a line."""

import re

from hjemmel.source.citation import COMPARED

_BETWEEN = re.compile(r", (?![\d]|[a-zæøå]\b|\w+ (?:og|til) \w+ (?:ledd|punktum|strekpunkt)\b)")
"""Between two citations; «veileder pkt. 2 nr. 6, 7 og 10» is one."""


def cited(text: str) -> tuple[str, ...]:
    """The citations of a line, each as it is written; «jf.» is said of each that it is about."""
    found: list[str] = []
    for each in _BETWEEN.split(text):
        goes_on = found and found[-1].startswith(_JF) and not each.startswith(_JF)
        found.append(_JF + each if goes_on else each)
    return tuple(found)


_JF = f"{COMPARED} "
