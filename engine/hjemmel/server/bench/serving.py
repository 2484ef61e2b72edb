"""The server: Python's own, on the loopback address alone."""

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from attrs import frozen

from hjemmel.server.bench.desk import Desk
from hjemmel.server.bench.gate import LOOPBACK, Gate, Refusal

MOST_BYTES = 64 * 1024 * 1024
_WAITS, _LOOKS = 20.0, 0.7
"""For so many seconds a page is let wait for a change; so often the disk is looked at."""
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_JSON, _BYTES, _HTML = "application/json", "application/octet-stream", "text/html; charset=utf-8"


@frozen
class _Reply:
    """What is answered."""

    status: int
    kind: str
    body: bytes


def _json(of: object, status: int = 200) -> _Reply:
    return _Reply(status, _JSON, json.dumps(of, ensure_ascii=False).encode())


def _failure(status: int, message: str) -> _Reply:
    return _json({"error": {"code": "", "message": message, "help": ""}}, status)


_NOT_FOUND = _failure(404, "ikke funnet")


class _BadRequestError(Exception):
    """A request that says nothing that can be done."""


class Server:
    """A page and a desk, served until it is closed."""

    def __init__(self, desk: Desk, page: bytes, secret: str, port: int = 0) -> None:
        self._http = _Http(self, port)
        self.desk, self.page = desk, page
        self.gate = Gate(secret, self._http.server_port)
        self._ended = Event()

    @property
    def address(self) -> str:
        """Where the page is, with the secret."""
        return self.gate.address

    def serve(self) -> None:
        """Answer until `close` is called from elsewhere, or somebody interrupts."""
        Thread(target=self._watch, daemon=True).start()
        try:
            self._http.serve_forever(poll_interval=0.1)
        finally:
            self._ended.set()
            self._http.server_close()

    def close(self) -> None:
        """Stop answering."""
        self._http.shutdown()

    def _watch(self) -> None:
        while not self._ended.wait(_LOOKS):
            self.desk.look()

    def reply(self, room: str, headers: Mapping[str, str], body: bytes) -> _Reply:
        """What is answered to somebody who was let in."""
        match room:
            case "kall":
                asked = _object(body)
                arguments = asked.get("arguments", [])
                if not isinstance(arguments, list):
                    raise _BadRequestError
                answer = self.desk.call(str(asked.get("method")), arguments)
                return _Reply(200, _JSON, answer.encode())
            case "gi":
                method, *values = _called(headers)
                return _Reply(200, _JSON, self.desk.give(method, values, body).encode())
            case "ta":
                method, *values = _called(headers)
                found = self.desk.take(method, values)
                if isinstance(found, str):
                    return _Reply(200, _JSON, found.encode())
                return _Reply(200, _BYTES, found)
            case "lagre":
                return _json({"answer": self.desk.save(_texts(_object(body).get("texts")))})
            case "endringer":
                after = _object(body).get("after", 0)
                if not isinstance(after, int):
                    raise _BadRequestError
                return _json({"answer": self.desk.after(after, _WAITS)})
            case _:  # there is nothing else here
                return _NOT_FOUND


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        raise _BadRequestError from None
    if not isinstance(found, dict):
        raise _BadRequestError
    return found


def _texts(given: object) -> dict[str, str | None]:
    if not isinstance(given, dict) or not all(isinstance(e, str | None) for e in given.values()):
        raise _BadRequestError
    return given


def _called(headers: Mapping[str, str]) -> list[str]:
    """A method and the texts that it is given."""
    try:
        found = json.loads(headers.get("X-Kall", ""))
    except ValueError:
        raise _BadRequestError from None
    if not (isinstance(found, list) and found and all(isinstance(each, str) for each in found)):
        raise _BadRequestError
    return found


class _Http(ThreadingHTTPServer):
    """Python's server, which knows whose it is."""

    daemon_threads = True

    def __init__(self, of: Server, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.of = of

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is closed in the middle of an answer is no fault, and nothing is said."""


class _Handler(BaseHTTPRequestHandler):
    """What answers one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "hjemmel"
    sys_version = ""
    timeout = 30

    @property
    def _of(self) -> Server:
        assert isinstance(self.server, _Http)
        return self.server.of

    def do_GET(self) -> None:
        """The page, and nothing else."""
        room = self._room("GET")
        if room is not None:
            self._send(_Reply(200, _HTML, self._of.page) if not room else _NOT_FOUND)

    def do_POST(self) -> None:
        """All that is asked of the bench."""
        room = self._room("POST")
        if room is None:
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._send(_failure(413, "for stort, eller uten lengde"))
            return
        try:
            reply = self._of.reply(room, self._told, self.rfile.read(int(length)))
        except _BadRequestError:
            reply = _failure(400, "forespørselen kan ikke leses")
        except Exception as fault:  # ours; the page is told, and is let ask again
            reply = _failure(500, f"noe gikk galt i programmet ({type(fault).__name__}: {fault})")
        self._send(reply)

    @property
    def _told(self) -> Mapping[str, str]:
        return {name.title(): value for name, value in self.headers.items()}

    def _room(self, method: str) -> str | None:
        """What is asked for; None where that is refused, which is then answered."""
        found = self._of.gate.room(method, self.path, self._told)
        if isinstance(found, Refusal):
            self.close_connection = True  # what it sends besides is not read
            self._send(_failure(found.status, found.reason))
            return None
        return found

    def _send(self, reply: _Reply) -> None:
        self.send_response(reply.status)
        for name, value in _SAFE.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - Python's name
        """Nothing is said of each request."""
