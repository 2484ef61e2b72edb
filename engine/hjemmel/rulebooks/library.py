"""The rule files at hand, each read when it is asked for."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from hjemmel.files.reading import Once
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.shelf import Shelf
from hjemmel.rulebooks.unusable import NOT_READ, UnusableError
from hjemmel.source.source import Source, read_text

_USES = re.compile(r"^\s*bygger +på\b(.*)$", re.IGNORECASE | re.MULTILINE)
_MAY_USE = re.compile(r"^[^\w\n]*bygger\b.*$", re.IGNORECASE | re.MULTILINE)
_ENCODING = Refused("filen er ikke i UTF-8", "lagre den som ren tekst i UTF-8")


@frozen(eq=False)
class Files(Mapping[str, Source]):
    """Rule files by name. What nobody asks for may be unreadable without harm."""

    on: Shelf
    own: Mapping[str, Source] = {}

    def __getitem__(self, name: str) -> Source:
        found = self.found(name)
        if isinstance(found, Refused):
            raise UnusableError(NOT_READ, f"{self.on.files[name]}: {found.reason}", found.help)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter({**self.on.files, **self.own})

    def __len__(self) -> int:
        return len({**self.on.files, **self.own})

    def found(self, name: str) -> Source | Refused:
        """The text of a file, or why it has none."""
        if name in self.own:
            return self.own[name]
        if name not in self.on.texts:
            self.on.texts[name] = self._read(name)
        return self.on.texts[name]

    def _read(self, name: str) -> Source | Refused:
        if name in self.on.rivals:
            return _two_of_one_name(name, self.on.files[name], self.on.rivals[name])
        return source_at(self.on.files[name], self.on.read)

    def read_as(self, shown: frozenset[str]) -> Iterator[Source]:
        """Those of the files that go by one of these names in messages."""
        names = {**{shown_path(path): name for name, path in self.on.files.items()},
                 **{text.name: name for name, text in self.own.items()}}  # fmt: skip
        return (self[names[each]] for each in sorted(shown) if each in names)


def source_at(path: Path, read: Once) -> Source | Refused:
    """The text of one rule file, named as people will look for it."""
    data = read(path)
    if isinstance(data, Refused):
        return data
    try:
        return read_text(shown_path(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _ENCODING


def shown_path(path: Path) -> str:
    """A path as messages give it: from the working folder where it is below that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def reached(on: Shelf) -> tuple[str, ...]:
    """The rulebooks asked for and all they build on, by name, without reading more than that."""
    found: set[str] = set()
    waiting = list(on.names)
    while waiting:
        name = waiting.pop()
        if name in on.files and name not in found:
            found.add(name)
            content = on.read(on.files[name])
            if isinstance(content, bytes):
                waiting += _built_on(content.decode("utf-8", "replace"))
    return tuple(sorted(found))


def _built_on(text: str) -> Iterator[str]:
    """Only lines that may name a file are made regular, since that takes longer than reading."""
    for line in _MAY_USE.findall(text):
        yield from map(_named, _USES.findall(read_text("", line).text))


def _named(words: str) -> str:
    return " ".join(words.split()).removesuffix(".ntr")


def _two_of_one_name(name: str, one: Path, other: Path) -> Refused:
    return Refused(f"en annen regelfil heter også «{name}»: {other}",
                   f"gi {one} eller {other} et annet navn, eller bruk bare den ene")  # fmt: skip
