"""An editor, as far as the language server can tell: it writes the protocol's bytes to a process
and reads what it answers."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, BinaryIO, Self

from support.command_line import ENGINE

Message = dict[str, Any]
PATIENCE = 120.0
"""So many seconds an answer may take on a machine that has much else to do."""


class Editor:
    """A server of its own, and what has been said to it and by it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hjemmel", "sprakserver", *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ENGINE)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.notices: list[Message] = []
        self._said: Queue[Message | None] = Queue()
        self._asked = 0
        self.log: list[bytes] = []
        self._listeners = [
            Thread(target=self._listen, args=(self.process.stdout,), daemon=True),
            Thread(target=self._log, args=(self.process.stderr,), daemon=True),
        ]
        for each in self._listeners:
            each.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process and no open stream behind."""
        self.process.kill()
        self.process.wait(PATIENCE)
        for each in self._listeners:
            each.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            with suppress(BrokenPipeError):
                stream.close()

    def begin(self, *folders: Path, **capabilities: Any) -> Message:
        """Introduce itself; gives what the server says that it can do."""
        named = [{"uri": each.as_uri(), "name": each.name} for each in folders]
        told = {"processId": None, "rootUri": None, "capabilities": capabilities,
                "workspaceFolders": named}  # fmt: skip
        found: Message = self.ask("initialize", told)
        self.tell("initialized", {})
        return found

    def open(self, uri: str, text: str) -> None:
        """Open a text."""
        document = {"uri": uri, "languageId": "ntr", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, text: str, version: int = 2) -> None:
        """Write another text in the place of the one that is open."""
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange",
                  {"textDocument": document, "contentChanges": [{"text": text}]})  # fmt: skip

    def close(self, uri: str) -> None:
        """Close a text."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """Ask about a place, by the protocol's own numbers."""
        position = {"line": line, "character": character}
        document = {"textDocument": {"uri": uri}, "position": position}
        return self.ask(f"textDocument/{method}", document | more)

    def about(self, method: str, uri: str, **more: Any) -> Any:
        """Ask about a whole text."""
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}} | more)

    def ask(self, method: str, told: object) -> Any:
        """Ask, and wait for the answer; what is wrong is raised."""
        answer = self.answer(method, told)
        if "error" in answer:
            raise AssertionError(answer["error"]["message"])
        return answer["result"]

    def answer(self, method: str, told: object) -> Message:
        """The whole answer to a question."""
        self._asked += 1
        mine = self._asked
        self.send({"id": mine, "method": method, "params": told})
        while True:
            said = self._next()
            if said.get("id") == mine and "method" not in said:
                return said
            self.notices.append(said)

    def diagnostics(self, uri: str) -> list[Message]:
        """What is told of a text the next time something is."""
        while True:
            for number, said in enumerate(self.notices):
                about = said.get("params") or {}
                if said.get("method") == "textDocument/publishDiagnostics" and about["uri"] == uri:
                    del self.notices[number]
                    found: list[Message] = about["diagnostics"]
                    return found
            self.notices.append(self._next())

    def tell(self, method: str, told: object) -> None:
        """Tell something that has no answer."""
        self.send({"method": method, "params": told})

    def send(self, message: Message) -> None:
        """Send a message as it is."""
        self.send_bytes(json.dumps({"jsonrpc": "2.0"} | message).encode())

    def send_bytes(self, content: bytes) -> None:
        """Send bytes as a message."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def end(self) -> int:
        """Say that it is done, and wait for the process to end."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def _next(self) -> Message:
        try:
            said = self._said.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(b"".join(self.log).decode()) from None
        if said is None:
            raise AssertionError(b"".join(self.log).decode() or "the server ended")
        return said

    def _listen(self, stream: BinaryIO) -> None:
        """Read messages until there are no more; anything else there is a breach."""
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            self._said.put(json.loads(stream.read(length)))
        self._said.put(None)

    def _log(self, stream: BinaryIO) -> None:
        self.log.extend(stream)
