"""Which files build on each other, seen from one that may be half written."""

from collections.abc import Iterator, Mapping

from hjemmel.source.source import Source
from hjemmel.syntax.lexicon import line_word

_USES = "BYGGER_PA"
_SUFFIX = ".ntr"

Library = Mapping[str, Source]


def built_on(source: Source, grammar: str) -> Iterator[tuple[str, int, int, int]]:
    """The names that «bygger på» says, each with its line and where in it the name stands."""
    for number, line in enumerate(source.lines, 1):
        word = line_word(line, grammar) if "bygger" in line.casefold() else None
        if word is None or word.terminal != _USES:
            continue
        said = word.pattern.match(line.lstrip())
        assert said is not None
        start = len(line) - len(line.lstrip()) + said.end()
        name = line[start:]
        first = start + len(name) - len(name.lstrip()) + 1
        yield name.strip().removesuffix(_SUFFIX), number, first, len(line.rstrip()) + 1


def connected(file: str, library: Library, grammar: str) -> tuple[str, ...]:
    """The file and all those that it builds on or that build on it, directly or through others.

    Those with the same words declared below them are together, since a name that is declared there
    stands in them all.
    """
    neighbours: dict[str, set[str]] = {name: set() for name in library}
    for name, source in library.items():
        for below, *_ in built_on(source, grammar):
            if below in library:
                neighbours[name].add(below)
                neighbours[below].add(name)
    found, waiting = {file}, [file]
    while waiting:
        more = neighbours.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return tuple(each for each in library if each in found)


def dependents(file: str, library: Library, grammar: str) -> tuple[str, ...]:
    """Those that build on a file, directly or through others."""
    below = {name: {each for each, *_ in built_on(source, grammar)}
             for name, source in library.items()}  # fmt: skip
    found: set[str] = set()
    waiting = [file]
    while waiting:
        at = waiting.pop()
        more = {name for name, names in below.items() if at in names} - found - {file}
        found |= more
        waiting += more
    return tuple(each for each in library if each in found)
