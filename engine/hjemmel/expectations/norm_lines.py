"""One line of «normer»: a wording of a norm, with its kind, its level and what it cites."""

import re
from collections.abc import Iterator

from hjemmel.core.program import Kind
from hjemmel.expectations.citations import cited
from hjemmel.expectations.expectation import meant
from hjemmel.expectations.fences import lines_of
from hjemmel.expectations.page import Fault, Fence, Listed

_LINE = re.compile(
    r"(?P<norm>\S+): (?P<kind>[^·]+) · (?P<level>[^·]+) · (?P<cited>[^·]+)"
    r"( · (?P<days>(fra|til og med) [^·]+|uten tidsgrense))?"
)
_HOW = (
    "skriv «norm: slag · nivå · hjemmel», en linje for hver ordlyd, den eldste først; dagene kan "
    "stå til slutt («· fra 1. januar 2024»)"
)


def norm_lines(page: str, fence: Fence) -> Iterator[Listed | Fault]:
    """What a fence lists, line by line."""
    for number, line in enumerate(lines_of(fence.text), fence.line + 1):
        if line.strip():
            yield from _listed(page, number, line.strip())


def _listed(page: str, number: int, line: str) -> Iterator[Listed | Fault]:
    found = _LINE.fullmatch(line)
    if found is None:
        yield Fault(page, number, f"forstår ikke linjen «{line}» i listen over normer", _HOW)
        return
    kind, level = found["kind"].strip(), found["level"].strip()
    faults = _odd(page, number, "slag", kind, tuple(each.value for each in Kind))
    yield from faults
    if not faults:
        yield Listed(page, number, found["norm"], kind, level, cited(found["cited"].strip()),
                     (found["days"] or "").strip())  # fmt: skip


def _odd(page: str, line: int, what: str, word: str, known: tuple[str, ...]) -> list[Fault]:
    return (
        [] if word in known else [Fault(page, line, f"ukjent {what} «{word}»", meant(word, known))]
    )
