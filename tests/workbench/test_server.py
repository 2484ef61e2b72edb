"""The bench served on one's own machine: who is let in, what is written, what is told."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from hjemmel.rulebooks.kept_files import KeptFiles
from hjemmel.server.bench.desk import Desk
from hjemmel.server.bench.serving import Server
from support.benches import parking
from support.engine_texts import PARKING

SECRET = "hemmelig-nok-til-en-test"
PAGE = b"<!doctype html><title>Benk</title>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is opened."""
    made = tmp_path / "regler"
    made.mkdir()
    (made / "parkering.ntr").write_text(PARKING, "utf-8")
    return made


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    """A server that answers while the test runs."""
    made = Server(Desk(parking(), KeptFiles.of(folder)), PAGE, SECRET)
    thread = Thread(target=made.serve, daemon=True)
    thread.start()
    yield made
    made.close()
    thread.join(5)


def asked(
    server: Server, path: str, body: Any = None, method: str = "POST", **headers: str
) -> tuple[int, bytes]:
    """What is answered, to a page of the server's own unless the headers say otherwise."""
    own = f"127.0.0.1:{server.gate.port}"
    told = {"Host": own, "Origin": f"http://{own}"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    connection = HTTPConnection("127.0.0.1", server.gate.port, timeout=30)
    sent = {name: value for name, value in told.items() if value}
    connection.putrequest(method, path, skip_host=True)
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.putheader("Content-Length", str(len(data)))
    connection.endheaders(data)
    reply = connection.getresponse()
    found = reply.status, reply.read()
    connection.close()
    return found


def answer(server: Server, room: str, body: Any, **headers: str) -> Any:
    """What is answered to the page."""
    status, told = asked(server, f"/{SECRET}/{room}", body, **headers)
    assert status == 200, told
    return json.loads(told)["answer"]


def test_the_page_asks_the_session(server: Server) -> None:
    """By the methods that a worker in the browser asks by."""
    assert asked(server, f"/{SECRET}/", method="GET", Origin="") == (200, PAGE)
    found = answer(server, "kall", {"method": "portfolio", "arguments": []})
    assert [each["id"] for each in found["cases"]] == ["bil", "sykkel", "tom"]
    case = {"sak": "ny", "plass": {"kjøretøy": "bil"}}
    called = json.dumps(["read_file", "ny.json"])
    assert answer(server, "gi", case, X_Kall=called)["cases"] == ["ny"]
    status, packed = asked(server, f"/{SECRET}/ta", b"", X_Kall='["package"]')
    assert (status, packed[:2]) == (200, b"PK")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/feil-nokkel/kall", {}, 404),
        ("/kall", {}, 404),
        (f"/{SECRET}/../{SECRET}x/kall", {}, 404),
        (f"/{SECRET}/kall", {"Origin": "https://eksempel.no"}, 403),
        (f"/{SECRET}/kall", {"Origin": "null"}, 403),
        (f"/{SECRET}/kall", {"Origin": ""}, 403),
        (f"/{SECRET}/kall", {"Sec_Fetch_Site": "cross-site"}, 403),
        (f"/{SECRET}/kall", {"Host": "eksempel.no"}, 421),
        (f"/{SECRET}/kall", {"Host": ""}, 421),
        (f"/{SECRET}/annet", {}, 404),
    ],
)
def test_others_are_not_let_in(
    server: Server, folder: Path, path: str, headers: dict[str, str], status: int
) -> None:
    """By a wrong secret, another page, or another host: nothing is done and nothing told."""
    day = {"method": "set_day", "arguments": ["1999-01-01"]}
    found, told = asked(server, path, day, **headers)
    assert found == status
    assert b"answer" not in told
    assert server.desk.session.bench.day.year == 2024  # type: ignore[union-attr]
    save = path.replace("kall", "lagre")
    asked(server, save, {"texts": {"parkering": "borte"}}, **headers)
    assert (folder / "parkering.ntr").read_text("utf-8") == PARKING


def test_another_page_is_not_shown_ours(server: Server) -> None:
    """Not even by somebody who knows the address."""
    path, other = f"/{SECRET}/", "https://eksempel.no"
    assert asked(server, path, method="GET", Origin=other)[0] == 403
    assert asked(server, path, method="GET", Host="eksempel.no", Origin="")[0] == 421


def test_what_cannot_be_read_is_told(server: Server) -> None:
    """And the server answers the next."""
    for body in (b"{", b"[]", b'{"arguments": 3}'):
        assert asked(server, f"/{SECRET}/kall", body)[0] == 400
    assert asked(server, f"/{SECRET}/gi", b"", X_Kall="tull")[0] == 400
    for method in ("_begin", "bench", "start"):
        called = json.dumps([method])
        assert b"kjenner ikke" in asked(server, f"/{SECRET}/ta", b"", X_Kall=called)[1]
        assert b"kjenner ikke" in asked(server, f"/{SECRET}/gi", b"", X_Kall=called)[1]
    assert answer(server, "kall", {"method": "texts"})["now"] == {"parkering": PARKING}


def test_a_good_save_is_written_and_a_bad_one_told(server: Server, folder: Path) -> None:
    """Each file by itself, and none outside the folder."""
    texts = {"parkering": PARKING + "\n", "../ute": "x", "ny": "regelverk ny\n"}
    found = answer(server, "lagre", {"texts": texts})
    assert found["saved"] == ["parkering", "ny"]
    assert [each["file"] for each in found["refused"]] == ["../ute"]
    assert (folder / "parkering.ntr").read_text("utf-8") == PARKING + "\n"
    assert not (folder.parent / "ute.ntr").exists()


def test_rules_that_come_along_are_not_written(folder: Path) -> None:
    """There is no folder of one's own; what to do is told."""
    found = Desk(parking(), None).save({"parkering": "x"})
    assert found["saved"] == []
    assert "ntr ny" in found["refused"][0]["help"]


def test_a_change_on_disk_is_told_to_who_waits(server: Server, folder: Path) -> None:
    """As soon as it is seen, and once."""
    told: list[Any] = []
    waiting = Thread(target=lambda: told.append(answer(server, "endringer", {"after": 0})))
    waiting.start()
    (folder / "parkering.ntr").write_text(PARKING + "\n", "utf-8")
    waiting.join(15)
    assert told[0]["texts"] == {"parkering": PARKING + "\n"}
    assert server.desk.after(told[0]["number"], 0)["texts"] == {}
