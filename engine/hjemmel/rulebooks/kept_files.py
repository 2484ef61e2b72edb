"""The rule files of a folder that somebody writes in, on disk: read, written, and looked after.

Nothing is written outside the folder: not by a name with a path in it, not through a link that
leads out of it.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from hjemmel.files.reading import MOST_TEXT, composed, read
from hjemmel.files.refused import Refused
from hjemmel.files.text_form import form_of
from hjemmel.files.writing import write
from hjemmel.rulebooks.shelf import rule_files

SUFFIX = ".ntr"
_NAME = re.compile(r"\w[\w .-]{0,99}")
_ODD_NAME = Refused(
    "navnet kan ikke brukes på en regelfil",
    "bruk bokstaver, tall, mellomrom, punktum, «_» og «-», og begynn med en bokstav eller et tall",
)
_OUTSIDE = Refused(
    "filen ligger utenfor mappen som er åpnet", "åpne arbeidsbenken i mappen der filen ligger"
)
_CHANGED = Refused(
    "filen er endret på disken imens, og er ikke skrevet",
    "hent endringen fra disken først, eller lagre under et annet navn",
)
_ENCODING = Refused("filen er ikke i UTF-8", "lagre den som ren tekst i UTF-8")
_GONE = Refused("filen er borte fra disken", "lagre den under et nytt navn")
Texts = Mapping[str, str]
Seen = tuple[int, int] | None
"""When a file was last written, and how long it is; None where there is none."""


@frozen(eq=False)
class KeptFiles:
    """The rule files of one folder. `seen` are their texts as they were last read or written."""

    folder: Path
    seen: dict[str, str] = field(factory=dict)
    _marks: dict[str, Seen] = field(factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "KeptFiles":
        """Those of a folder as they stand now; what cannot be read is left out."""
        kept = cls(folder)
        kept.changes()
        return kept

    def is_ours(self, path: Path) -> bool:
        """Whether a file is one of the folder's own, wherever a link may say it is."""
        try:
            found = path.resolve()
            return found.parent == self.folder.resolve() and found.suffix.lower() == SUFFIX
        except OSError:
            return False

    def save(self, name: str, text: str | None) -> Refused | None:
        """Write a file as it is to be (None: take it away); why not, where it is not done.

        A file that somebody has changed since it was last seen, stays as it is.
        """
        path = self._place(name)
        if isinstance(path, Refused):
            return path
        now = _text(path)
        if isinstance(now, Refused):
            return now
        if now != self.seen.get(name):
            return _CHANGED
        if text is None:
            return self._remove(name, path)
        content = read(path, MOST_TEXT) if now is not None else b""
        form = form_of(content if isinstance(content, bytes) else b"")
        refused = write(form.of(_plain(text)), path)
        if refused is None:
            self._note(name, path, _plain(text))
        return refused

    def changes(self) -> dict[str, str | None]:
        """The files that are otherwise on disk than they were last seen (None: gone), seen now."""
        there = {name: path for name, path in self._found().items() if self.is_ours(path)}
        found: dict[str, str | None] = {}
        for name in [each for each in self.seen if each not in there]:
            del self.seen[name]
            self._marks.pop(name, None)
            found[name] = None
        for name, path in there.items():
            mark = _mark(path)
            if name in self._marks and self._marks[name] == mark:
                continue
            self._marks[name] = mark
            text = _text(path)
            if isinstance(text, str) and text != self.seen.get(name):
                self.seen[name] = found[name] = text
        return found

    def _found(self) -> dict[str, Path]:
        try:
            return rule_files(self.folder)
        except OSError:
            return {}

    def _place(self, name: str) -> Path | Refused:
        """Where a file of the name is, or would be; the very file, with no link on the way."""
        if not _NAME.fullmatch(composed(name)) or name.endswith((".", " ")):
            return _ODD_NAME
        path = self._found().get(composed(name), self.folder / f"{composed(name)}{SUFFIX}")
        return path.resolve() if self.is_ours(path) else _OUTSIDE

    def _note(self, name: str, path: Path, text: str) -> None:
        self.seen[name] = text
        self._marks[name] = _mark(path)

    def _remove(self, name: str, path: Path) -> Refused | None:
        try:
            path.unlink()
        except FileNotFoundError:
            return _GONE
        except OSError as wrong:
            return Refused(f"filen kan ikke tas bort: {wrong.strerror}", "")
        self.seen.pop(name, None)
        self._marks.pop(name, None)
        return None


def text_of(content: bytes) -> str | Refused:
    """The text of a rule file, with plain line ends."""
    try:
        return _plain(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _ENCODING


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _text(path: Path) -> str | Refused | None:
    """What a file holds now; None where there is none."""
    if not path.exists():
        return None
    content = read(path, MOST_TEXT)
    return content if isinstance(content, Refused) else text_of(content)


def _mark(path: Path) -> Seen:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def own(kept: KeptFiles, files: Mapping[str, Path], names: Iterable[str]) -> frozenset[str]:
    """Those of some rule files that may be written in the folder."""
    return frozenset(each for each in names if each in files and kept.is_ours(files[each]))
