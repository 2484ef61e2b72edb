"""Citations written after one another on a line."""

import re

_BETWEEN = re.compile(r", (?![\d]|[a-zæøå]\b|\w+ (?:og|til) \w+ (?:ledd|punktum|strekpunkt)\b)")
"""Between two citations; «veileder pkt. 2 nr. 6, 7 og 10» is one."""


def cited(text: str) -> tuple[str, ...]:
    """The citations of a line, each as it is written."""
    return tuple(_BETWEEN.split(text))
