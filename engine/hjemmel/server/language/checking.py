"""What is found of the open rule files, as `ntr kontroller` finds it, told as diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import define, field, frozen
from lsprotocol import types as lsp

from hjemmel import engine
from hjemmel.server.language.documents import SUFFIX, Documents, name_of, path_of, same
from hjemmel.source.shown import shown

SOURCE = "ntr"
_SEVERITY = {
    engine.Severity.ERROR: lsp.DiagnosticSeverity.Error,
    engine.Severity.WARNING: lsp.DiagnosticSeverity.Warning,
}


@frozen
class Found:
    """One thing found, in the file that the client knows by this address."""

    uri: str
    diagnostic: engine.Diagnostic
    shown: lsp.Diagnostic


@define
class Findings:
    """What is found of each file that has been checked; one file is told of by all who see it."""

    _by_check: dict[str, tuple[Found, ...]] = field(factory=dict)

    def put(self, checked: str, found: tuple[Found, ...]) -> set[str]:
        """Keep what a check found; the files that may now have other diagnostics."""
        before = self._by_check.get(checked, ())
        self._by_check[checked] = found
        return {checked, *(each.uri for each in (*before, *found))}

    def drop(self, checked: str) -> set[str]:
        """Forget a check."""
        return {checked, *(each.uri for each in self._by_check.pop(checked, ()))}

    def checked(self) -> tuple[str, ...]:
        """The files that have been checked."""
        return tuple(self._by_check)

    def of(self, uri: str) -> list[lsp.Diagnostic]:
        """All that is found of a file, each thing once."""
        own = self._by_check.get(uri, ())
        others = (each for checked in self._by_check.values() for each in checked)
        found: list[lsp.Diagnostic] = []
        for each in (*own, *others):
            if each.uri == uri and each.shown not in found:
                found.append(each.shown)
        return found


def check(documents: Documents, uri: str) -> tuple[Found, ...]:
    """All that is found of a file and of those that it builds on."""
    path = path_of(uri)
    if path is None or path.suffix.lower() != SUFFIX:
        return tuple(_alone(documents, uri))
    try:
        checked = engine.check_file(path, documents.opened())
    except engine.RulebookError as refused:
        return (_refused(uri, refused),)
    told = _Shown(documents, uri, checked.paths, checked.texts)
    return tuple(told.all_of(checked.diagnostics))


def _alone(documents: Documents, uri: str) -> Iterator[Found]:
    """What is found of a text that is in no folder: it sees what comes along."""
    text = documents.text(uri)
    if text is None:
        return
    name = name_of(uri)
    texts = {**engine.shipped_texts(), name: text}
    try:
        found = engine.check_texts(texts, (name,))
    except engine.RulebookError as refused:
        yield _refused(uri, refused)
        return
    yield from _Shown(documents, uri, {}, {}).all_of(found)


def _refused(uri: str, wrong: engine.RulebookError) -> Found:
    """A file that cannot be read at all: told at its beginning."""
    start = lsp.Position(0, 0)
    message = "\n".join(filter(None, (wrong.message, wrong.help)))
    diagnostic = lsp.Diagnostic(lsp.Range(start, start), message, lsp.DiagnosticSeverity.Error,
                                wrong.code, source=SOURCE)  # fmt: skip
    nowhere = engine.Range(0, 0, 0, 0)
    told = engine.Diagnostic(wrong.code, engine.Severity.ERROR, wrong.message, "", wrong.help,
                             "", nowhere)  # fmt: skip
    return Found(uri, told, diagnostic)


@frozen
class _Shown:
    """Diagnostics as the client shows them, by the file that was checked and where files are."""

    documents: Documents
    uri: str
    paths: Mapping[str, Path]
    texts: Mapping[str, str]

    def all_of(self, found: Iterable[engine.Diagnostic]) -> Iterator[Found]:
        """Each of them, in the file it is about; in the one checked where it is about none."""
        for each in found:
            uri = self._uri(each.file)
            yield Found(uri, each, self._one(each, uri))

    def _one(self, of: engine.Diagnostic, uri: str) -> lsp.Diagnostic:
        columns = self.documents.columns(uri, self.texts.get(of.file, ""))
        notes = [
            lsp.DiagnosticRelatedInformation(
                lsp.Location(self._uri(each.file), self._range(each.file, each.range)), each.message
            )
            for each in of.notes
        ]
        return lsp.Diagnostic(
            columns.range(of.range), message_of(of), _SEVERITY[of.severity], of.code,
            source=SOURCE, related_information=notes or None,
        )  # fmt: skip

    def _range(self, file: str, of: engine.Range) -> lsp.Range:
        text = self.texts.get(file, "")
        return self.documents.columns(self._uri(file), text).range(of)

    def _uri(self, file: str) -> str:
        path = self.paths.get(file)
        if path is None:
            return self.uri
        found = self.documents.uri_of(path)
        return self.uri if same(found, self.uri) else found


def message_of(of: engine.Diagnostic) -> str:
    """What is wrong, what the words at the place have to do with it, and what to do."""
    label = of.label if of.label and of.label not in of.message else ""
    parts = (shown(each) for each in (of.message, label, *of.help.split("\n")))
    return "\n".join(filter(None, parts))
