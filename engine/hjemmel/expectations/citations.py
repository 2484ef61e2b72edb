"""Citations written after one another on a line."""

import re

from hjemmel.source.citation import Level

_BETWEEN = re.compile(rf", (?=(?:{'|'.join(each.value for each in Level)})\b)")
"""Between two citations; «veileder pkt. 2 nr. 6, 7 og 10» is one."""


def cited(text: str) -> tuple[str, ...]:
    """The citations of a line, each as it is written."""
    return tuple(_BETWEEN.split(text))
