"""How a printed text differs from what is printed now, line by line."""

from difflib import SequenceMatcher

from attrs import frozen

MOST_SHOWN = 40
"""So many lines of one difference; the rest is counted."""


@frozen
class Changed:
    """A line of the page that is gone (`-`) or one that has come (`+`), or how many more (`…`)."""

    sign: str
    text: str


def difference(written: str, now: str) -> tuple[Changed, ...]:
    """What is otherwise; only blanks at the end of a line, or of the text, are shown as well."""
    old, new = written.split("\n"), now.split("\n")
    found: list[Changed] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [Changed("-", _seen(each)) for each in old[a:b]]
            found += [Changed("+", _seen(each)) for each in new[c:d]]
    if len(found) <= MOST_SHOWN:
        return tuple(found)
    rest = len(found) - MOST_SHOWN
    return (*found[:MOST_SHOWN], Changed("…", f"og {rest} linjer til"))


def _seen(line: str) -> str:
    """An empty line, and blanks that nobody would see, made plain."""
    bare = line.rstrip(" ")
    return bare + "·" * (len(line) - len(bare)) if line else "(tom linje)"
