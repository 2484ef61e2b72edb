"""The server itself: which question goes where, and when a file is checked again."""

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from hjemmel import __version__, engine
from hjemmel.server.language import names, shapes
from hjemmel.server.language.checking import Findings, check
from hjemmel.server.language.documents import SUFFIX, Around, Documents, name_of, path_of, same

_WAIT = 0.12
"""So many seconds nobody must have typed before a file is checked."""
T = TypeVar("T")
_LOG = logging.getLogger(__name__)


class RuleProtocol(LanguageServerProtocol):
    """The protocol, in which every question is answered, also one that cannot be read."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as it is meant; who asked in a way that nobody can read, is told so."""
        try:
            return super().structure_message(data)
        except JsonRpcException as wrong:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=wrong.to_response_error())
            raise


class RefusedError(JsonRpcException):
    """There is nothing wrong with the question, but no answer: the reason is for people."""

    CODE = lsp.LSPErrorCodes.RequestFailed


class RuleServer(LanguageServer):
    """A server for one editor. What goes wrong is told in the log, and never ends it."""

    def __init__(self) -> None:
        super().__init__(
            "ntr sprakserver",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            protocol_cls=RuleProtocol,
        )
        self.findings = Findings()
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    @property
    def documents(self) -> Documents:
        """What is open."""
        return Documents(self.workspace)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell the log; the one who writes has nothing to do with it.

        What the client asked for in vain, it has been told.
        """
        if isinstance(error, JsonRpcException):
            _LOG.info("%s: %s", getattr(source, "__name__", source), error)
        else:
            _LOG.error("%s: %s", getattr(source, "__name__", source), error, exc_info=error)

    def around(self, document: lsp.TextDocumentIdentifier) -> Around | None:
        """The text that is asked about, with those beside it."""
        return self.documents.around(document.uri)

    # --- checking ----------------------------------------------------------------------------

    def check_soon(self, uri: str) -> None:
        """Check a file and those that build on it when nobody has typed for a moment."""
        self._after(uri, _WAIT)

    def check_others(self, uri: str) -> None:
        """Check what builds on a file, one at a time, so that questions are answered between."""
        around = self.documents.around(uri)
        if around is None:
            return
        above = engine.builds_on(around.texts, around.name)
        for name in (each.removesuffix(SUFFIX) for each in above):
            if name in around.uris:
                self._after(around.uris[name], 0.0)

    def check_all(self) -> None:
        """Check all that is open, and what has been checked because of it."""
        for uri in {*self.documents.uris(), *self.findings.checked()}:
            self._after(uri, _WAIT)

    def forget(self, uri: str) -> None:
        """Check a file that is closed no more, unless one that is open is beside it."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        folders = {path.parent for path in self.documents.opened()}
        touched = self.findings.drop(uri)
        for each in self.findings.checked():
            path = path_of(each)
            if not self.documents.is_open(each) and (path is None or path.parent not in folders):
                touched |= self.findings.drop(each)
        self._publish(touched)

    def _after(self, uri: str, seconds: float) -> None:
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(seconds, self._check, uri, seconds > 0)

    def _check(self, uri: str, with_others: bool) -> None:
        self._waiting.pop(uri, None)
        is_open, path = self.documents.is_open(uri), path_of(uri)
        if not is_open and (path is None or not path.is_file()):
            self._publish(self.findings.drop(uri))  # it has vanished
            return
        try:
            found = check(self.documents, uri)
        except Exception:  # a fault of ours in one file is no reason to stop with the others
            _LOG.exception("kontrollen av %s gikk galt", uri)
            return
        self._publish(self.findings.put(uri, found))
        if with_others and is_open:
            self.check_others(uri)

    def _publish(self, uris: Iterable[str]) -> None:
        for uri in sorted(uris):
            version = next((each.version for each in self.workspace.text_documents.values()
                            if same(each.uri, uri)), None)  # fmt: skip
            told = lsp.PublishDiagnosticsParams(uri, self.findings.of(uri), version)
            self.text_document_publish_diagnostics(told)


def serve(answers: BinaryIO | None = None) -> None:
    """Serve the editor at the other end of the standard streams until it says that it is done."""
    made().start_io(stdout=answers)


def made() -> RuleServer:
    """A server that answers all that is asked of it."""
    server = RuleServer()
    _hear(server)
    _answer(server)
    _show(server)
    return server


def _hear(server: RuleServer) -> None:
    """What the editor tells."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: lsp.DidOpenTextDocumentParams) -> None:
        server.check_soon(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: lsp.DidChangeTextDocumentParams) -> None:
        server.check_soon(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        server.check_all()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: lsp.DidCloseTextDocumentParams) -> None:
        server.forget(told.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_disk(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(_: lsp.DidChangeWorkspaceFoldersParams) -> None:
        server.check_all()

    @server.feature(lsp.INITIALIZED)
    def begun(_: lsp.InitializedParams) -> None:
        able = server.client_capabilities.workspace
        watching = able.did_change_watched_files if able else None
        if watching and watching.dynamic_registration:
            watched = [lsp.FileSystemWatcher(each) for each in ("**/*.ntr", "**/kilder/*.tsv")]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watched)
            wanted = lsp.Registration("disk", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(lsp.RegistrationParams([wanted]))


def _answer(server: RuleServer) -> None:
    """Questions about the names in a text."""
    triggers = lsp.CompletionOptions(trigger_characters=[" ", "«"])

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)
    def completion(asked: lsp.CompletionParams) -> lsp.CompletionList | None:
        around = server.around(asked.text_document)
        return names.completion(around, asked.position) if around else None

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(asked: lsp.HoverParams) -> lsp.Hover | None:
        around = server.around(asked.text_document)
        return names.hover(around, asked.position, around.account) if around else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(asked: lsp.DefinitionParams) -> list[lsp.Location]:
        around = server.around(asked.text_document)
        return names.definition(around, asked.position, around.account) if around else []

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(asked: lsp.ReferenceParams) -> list[lsp.Location]:
        around = server.around(asked.text_document)
        return names.references(around, asked.position, asked.context) if around else []

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def renameable(asked: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        around = server.around(asked.text_document)
        return _or_refuse(names.renameable(around, asked.position)) if around else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(asked: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        around = server.around(asked.text_document)
        if around is None:
            return None
        edits = _or_refuse(names.renamed(around, asked.position, asked.new_name))
        return lsp.WorkspaceEdit(edits)


def _show(server: RuleServer) -> None:
    """Questions about how a text looks."""

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(asked: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        uri = asked.text_document.uri
        text = server.documents.text(uri)
        if text is None:
            return []
        return shapes.symbols(text, server.documents.columns(uri, text), name_of(uri))

    @server.feature(lsp.WORKSPACE_SYMBOL)
    def called(asked: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        folders: Iterable[Path] = server.documents.folders()
        paths = (path for folder in folders for path in engine.files_below(folder))
        return shapes.symbols_called(asked.query, server.documents, paths)

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folding(asked: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        text = server.documents.text(asked.text_document.uri)
        return [] if text is None else shapes.folding(text, name_of(asked.text_document.uri))

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def formatting(asked: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        uri = asked.text_document.uri
        text = server.documents.text(uri)
        if text is None:
            return []
        return shapes.formatting(text, server.documents.columns(uri, text), name_of(uri))

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, shapes.LEGEND)
    def tokens(asked: lsp.SemanticTokensParams) -> lsp.SemanticTokens | None:
        around = server.around(asked.text_document)
        return shapes.tokens(around) if around else None

    kinds = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(kinds))
    def actions(asked: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = asked.text_document.uri
        if not server.documents.is_open(uri):
            return []
        found, only = shapes.actions(server.documents, uri, asked.range), asked.context.only
        return [each for each in found if only is None or _is_asked_for(each, only)]


def _is_asked_for(action: lsp.CodeAction, only: Iterable[str]) -> bool:
    kind = str(getattr(action.kind, "value", action.kind))
    wanted = [str(getattr(each, "value", each)) for each in only]
    return any(kind == each or kind.startswith(f"{each}.") or not each for each in wanted)


def _or_refuse(found: T | engine.RenameRefused) -> T:
    """What was found; or an answer that tells the one who asked why there is nothing."""
    if isinstance(found, engine.RenameRefused):
        told = f"{found.reason}: {found.help}" if found.help else found.reason
        raise RefusedError(told)
    return found
