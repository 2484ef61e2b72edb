"""One line of «verdikt»: what is expected of one norm."""

import re
from collections.abc import Iterable, Iterator

from hjemmel.case.observation import Unknown
from hjemmel.core.outcome import Outcome
from hjemmel.diagnostics.suggest import nearest
from hjemmel.expectations.citations import cited
from hjemmel.expectations.fences import lines_of
from hjemmel.expectations.page import Expected, Fault, Fence

UNDECIDED = Outcome.UNDECIDED.value
NOTES = ("hjemmel", "nevner", "nivå", "antatt")
Lacks = tuple[tuple[str, tuple[str, ...]], ...]
_VERDICT = re.compile(r"(?P<norm>\S+): (?P<word>[^|]+?)\s*(?P<rest>( \| [^|]+)*)$")
_WHY = re.compile(rf"{UNDECIDED} \((.+)\)")
_HOW = "skriv «norm: ord», for eksempel «4-2/ett-helseforetak: oppfylt»"


def expectations(page: str, fence: Fence) -> Iterator[Expected | Fault]:
    """What a fence expects, line by line."""
    for number, line in enumerate(lines_of(fence.text), fence.line + 1):
        if line.strip():
            yield from _expectation(page, number, line.strip())


def _expectation(page: str, number: int, line: str) -> Iterator[Expected | Fault]:
    found = _VERDICT.fullmatch(line)
    if found is None:
        yield Fault(page, number, f"forstår ikke verdiktet «{line}»", _HOW)
        return
    word, lacks = found["word"], Lacks()
    if why := _WHY.fullmatch(word):
        word, lacks = UNDECIDED, tuple(_lack(each) for each in why[1].split("; "))
    notes = [part.strip() for part in found["rest"].split("|")[1:]]
    faults = [Fault(page, number, *each) for each in _wrong(word, lacks, notes)]
    yield from faults
    if not faults:
        yield Expected(
            found["norm"],
            word,
            lacks,
            tuple(each for one in _told(notes, "hjemmel") for each in cited(one)),
            _listed(notes, "nevner"),
            _assumed(notes),
            next(iter(_listed(notes, "nivå")), None),
            number,
            line.partition(": ")[2],
        )


def _wrong(word: str, lacks: Lacks, notes: list[str]) -> Iterator[tuple[str, str]]:
    kinds = tuple(each.value for each in Unknown)
    if word == UNDECIDED and not lacks:
        example = f"skriv for eksempel «{UNDECIDED} (mangler)»"
        yield "«uavklart» må si hvorfor", f"{example}; mulige grunner er {', '.join(kinds)}"
    for kind, _ in lacks:
        if kind not in kinds:
            yield f"ukjent grunn «{kind}» til at noe er uavklart", meant(kind, kinds)
    for note in notes:
        key = note.partition(":")[0].strip()
        if key not in NOTES:
            yield f"ukjent tillegg «{key}» etter «|»", meant(key, NOTES)
        elif key != "antatt" and not _listed([note], key):
            yield f"tillegget «{key}» sier ikke hva", f"skriv «{key}: …»"


def meant(word: str, known: Iterable[str]) -> str:
    """«mente du …?», or what there is to choose among."""
    choices = tuple(known)
    near = nearest(word, choices)
    return f"mente du «{near[0]}»?" if near else f"velg blant {', '.join(choices)}"


def _lack(text: str) -> tuple[str, tuple[str, ...]]:
    kind, _, names = text.partition(": ")
    return kind, tuple(each.strip() for each in names.split(", ") if each.strip())


def _assumed(notes: list[str]) -> str | None:
    found = (each for each in notes if each.startswith("antatt"))
    return next((each.partition(":")[2].strip() for each in found), None)


def _listed(notes: list[str], key: str) -> tuple[str, ...]:
    return tuple(e.strip() for one in _told(notes, key) for e in one.split(", ") if e.strip())


def _told(notes: list[str], key: str) -> tuple[str, ...]:
    """What stands after «key:», if it is there."""
    return tuple(e.partition(":")[2].strip() for e in notes if e.startswith(f"{key}: "))[:1]
