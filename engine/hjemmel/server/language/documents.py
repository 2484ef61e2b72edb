"""The texts that are open, those beside them, and what each is called where."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import frozen
from lsprotocol import types as lsp
from pygls import uris
from pygls.workspace import Workspace

from hjemmel import engine
from hjemmel.server.language.columns import Columns, columns_of

SUFFIX = ".ntr"


@frozen(eq=False)
class Documents:
    """What is open in an editor."""

    workspace: Workspace

    @property
    def encoding(self) -> str:
        """The units that columns are counted in."""
        named = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        return str(getattr(named, "value", named))

    def uris(self) -> tuple[str, ...]:
        """Those that are open, as the client calls them."""
        return tuple(each.uri for each in self.workspace.text_documents.values())

    def is_open(self, uri: str) -> bool:
        """Whether a text is open."""
        return any(same(each, uri) for each in self.uris())

    def text(self, uri: str) -> str | None:
        """The text that is open."""
        for each in self.workspace.text_documents.values():
            if same(each.uri, uri):
                return str(each.source)
        return None

    def opened(self) -> dict[Path, str]:
        """The open texts that have a place on disk."""
        found: dict[Path, str] = {}
        for each in self.workspace.text_documents.values():
            path = path_of(each.uri)
            if path is not None:
                found[path] = str(each.source)
        return found

    def folders(self) -> Iterator[Path]:
        """The folders that the client works in."""
        for each in self.workspace.folders.values():
            path = path_of(each.uri)
            if path is not None:
                yield path

    def around(self, uri: str) -> "Around | None":
        """A text with those that it is seen together with; None where it is not open."""
        text = self.text(uri)
        if text is None:
            return None
        path = path_of(uri)
        if path is None:
            name = name_of(uri)
            shipped = engine.shipped_texts()
            own = frozenset((name,))
            return Around(self, name, {**shipped, name: text}, {name: uri}, own, None, None)
        found = engine.files_beside(path, self.opened())
        known = {name: self.uri_of(at) for name, at in found.paths.items()}
        return Around(self, found.name, found.texts, known, found.own, found.sentences,
                      found.account)  # fmt: skip

    def uri_of(self, path: Path) -> str:
        """What the client calls a file: as it does where that is open."""
        for each in self.uris():
            if path_of(each) == path:
                return each
        return path.as_uri()

    def columns(self, uri: str, text: str) -> Columns:
        """The columns of a text; of what is open where it is."""
        current = self.text(uri)
        return columns_of(text if current is None else current, self.encoding)


@frozen(eq=False, slots=False)
class Around:
    """The texts that a text is seen together with, by the names that rules know them by.

    `own` are those that may be changed with it. `sentences` is where the list of source sentences
    is, and `account` what it holds, where there is one.
    """

    documents: Documents
    name: str
    texts: Mapping[str, str]
    uris: Mapping[str, str]
    own: frozenset[str]
    sentences: Path | None
    account: str | None

    @property
    def text(self) -> str:
        """The text itself."""
        return self.texts[self.name]

    @property
    def others(self) -> dict[str, str]:
        """The other texts."""
        return {name: text for name, text in self.texts.items() if name != self.name}

    @cached_property
    def columns(self) -> Columns:
        """The columns of the text itself."""
        return self.documents.columns(self.uris[self.name], self.text)

    def file(self, file: str) -> tuple[str, Columns] | None:
        """What the client calls a file that the façade names, and its columns."""
        name = file.removesuffix(SUFFIX)
        uri = self.uris.get(name)
        if uri is None:
            return None
        return uri, self.documents.columns(uri, self.texts[name])


def path_of(uri: str) -> Path | None:
    """Where a document is on disk; None where it is not, or the address says nothing."""
    try:
        found = uris.to_fs_path(uri)
        path = Path(found) if found else None
    except (ValueError, IndexError):
        return None
    return path if path is not None and path.is_absolute() and "\0" not in str(path) else None


def name_of(uri: str) -> str:
    """What a document that has no place on disk is called as a rule file."""
    last = unquote(urlsplit(uri).path).rsplit("/", 1)[-1]
    return last.removesuffix(SUFFIX) or "uten navn"


def same(one: str, other: str) -> bool:
    """Whether two addresses are one: clients write «å» and «:» in more than one way."""
    return one == other or unquote(one) == unquote(other)
