"""What a part has not read, and what is worth knowing of it, as lines of JSON beside it."""

import json
from collections.abc import Iterable, Iterator
from typing import assert_never

from hjemmel.archive.deciding import Aside
from hjemmel.facts.faults import Edition, Note, Rejected, Unread

_FAULT = {
    "file": "fil", "record": "rad", "place": "sted", "field": "felt", "reason": "grunn",
    "code": "kode", "help": "hjelp",
}  # fmt: skip
_NOTE = {"file": "fil", "place": "sted", "text": "merknad"}
_EDITION = {"file": "fil", "place": "sted", "rulebook": "regelverk", "fingerprint": "sha256"}
_READ = "saken_er_lest"


def lines_of(aside: Iterable[Aside]) -> bytes:
    """A line each."""
    return "".join(f"{json.dumps(_told(each), ensure_ascii=False)}\n" for each in aside).encode()


def aside_in(text: str) -> Iterator[Aside]:
    """The same, read back."""
    for line in text.splitlines():
        said = json.loads(line)
        if _NOTE["text"] in said:
            yield Note(**{name: said[key] for name, key in _NOTE.items()})
        elif _EDITION["fingerprint"] in said:
            yield Edition(**{name: said[key] for name, key in _EDITION.items()})
        else:
            found = Rejected(**{name: said[key] for name, key in _FAULT.items()})
            yield Unread(found) if said[_READ] else found


def _told(of: Aside) -> dict[str, object]:
    match of:
        case Note():
            return {key: getattr(of, name) for name, key in _NOTE.items()}
        case Edition():
            return {key: getattr(of, name) for name, key in _EDITION.items()}
        case Unread(what):
            return {_READ: True} | {key: getattr(what, name) for name, key in _FAULT.items()}
        case Rejected():
            return {_READ: False} | {key: getattr(of, name) for name, key in _FAULT.items()}
        case _:
            assert_never(of)
