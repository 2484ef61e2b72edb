"""The rule files at hand, each read when it is asked for."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from hjemmel.cli.ending import stop
from hjemmel.cli.rulebooks import Shelf
from hjemmel.source.source import Source, read_text

_USES = re.compile(r"^\s*bygger +på\b(.*)$", re.IGNORECASE | re.MULTILINE)


@frozen(eq=False)
class Files(Mapping[str, Source]):
    """Rule files by name. What nobody asks for may be unreadable without harm."""

    paths: Mapping[str, Path]
    texts: dict[str, Source] = field(factory=dict)

    def __getitem__(self, name: str) -> Source:
        if name not in self.texts:
            self.texts[name] = source_at(self.paths[name])
        return self.texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.paths, **self.texts})

    def __len__(self) -> int:
        return len({**self.paths, **self.texts})

    def with_texts(self, own: Mapping[str, Source]) -> "Files":
        """These files, with some texts of their own that go first."""
        return Files(self.paths, {**self.texts, **own})

    def read_as(self, shown: frozenset[str]) -> Iterator[Source]:
        """Those of the files that go by one of these names in messages."""
        names = {**{shown_path(path): name for name, path in self.paths.items()},
                 **{text.name: name for name, text in self.texts.items()}}  # fmt: skip
        return (self[names[each]] for each in sorted(shown) if each in names)


def source_at(path: Path) -> Source:
    """The text of one rule file, named as people will look for it."""
    try:
        return read_text(shown_path(path), path.read_bytes().decode("utf-8-sig"))
    except OSError:
        stop(f"filen {path} kan ikke åpnes", "sjekk navnet, og at du har tilgang")
    except UnicodeDecodeError:
        stop(f"filen {path} er ikke i UTF-8", "lagre den som ren tekst i UTF-8")


def shown_path(path: Path) -> str:
    """A path as messages give it: from the working folder where it is below that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def reached(on: Shelf) -> tuple[Path, ...]:
    """The files of the rulebooks asked for and of all they build on, without parsing them.

    ValueError where one is not text, as for what else cannot be read before it is compiled.
    """
    found: dict[str, Path] = {}
    waiting = list(on.names)
    while waiting:
        name = waiting.pop()
        if name in on.files and name not in found:
            found[name] = path = on.files[name]
            text = read_text(name, path.read_bytes().decode("utf-8-sig")).text
            waiting += [_named(each) for each in _USES.findall(text)]
    return tuple(path for _, path in sorted(found.items()))


def _named(words: str) -> str:
    return " ".join(words.split()).removesuffix(".ntr")
