"""Compiled functions as bytes, for a cache that may be deleted at any time.

The bytes hold Python's own code, which is the fastest to have back and which
only the very Python that made it may run. So they begin with a digest of the
rest, and name the key under which they were stored: cut short, mixed up,
damaged or made by another version, they are refused and the program is
compiled again. This finds accidents. It is no defence against somebody who can
write to the user's own cache directory and make a fitting digest; such a
person could as well change the program that is run.
"""

import json
import marshal
import sys
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable
from hashlib import sha256
from types import CodeType
from typing import Any

from hjemmel.backends.compiled.functions import NAMES, Compiled, Origin

FORMAT = "hjemmel-compiled-1"


def cache_key(fingerprint: str, version: str) -> str:
    """What stored functions depend on: the rulebook's text, the engine and the Python."""
    python = f"{sys.implementation.cache_tag} {sys.hexversion:x}"
    return sha256(f"{FORMAT}\n{fingerprint}\n{version}\n{python}".encode()).hexdigest()


def dump(compiled: Compiled, key: str, names: Iterable[str]) -> bytes:
    """The functions of these names, compiled now if they are not yet."""
    code = {name: b2a_base64(marshal.dumps(compiled.compiled(name)), newline=False).decode()
            for name in names}  # fmt: skip
    content = {
        "key": key,
        "fingerprint": compiled.fingerprint,
        "norms": compiled.norms,
        "code": code,
    }
    payload = json.dumps(content).encode()
    return _digest(payload) + b"\n" + payload


def load(content: bytes, key: str, origin: Callable[[], Origin]) -> Compiled:
    """The functions that were dumped under this key; ValueError on anything else.

    `origin` is asked for only when a function is wanted that was not stored; it is
    `source.origin_of` the program, imported by the caller when it comes to that.
    """
    digest, _, payload = content.partition(b"\n")
    # Before anything is unmarshalled: damaged code can stop the whole process.
    if digest != _digest(payload):
        raise ValueError("the stored functions are damaged")
    try:
        return _restored(json.loads(payload), key, origin)
    except (LookupError, TypeError, AttributeError, EOFError) as fault:
        raise ValueError(f"not stored functions: {fault!r}") from fault


def _restored(given: Any, key: str, origin: Callable[[], Origin]) -> Compiled:
    if given["key"] != key:
        raise ValueError("stored by another version, or for another rulebook")
    code = {name: marshal.loads(a2b_base64(text))  # noqa: S302 - our own, as the digest says
            for name, text in given["code"].items()}  # fmt: skip
    if not set(code) <= set(NAMES) or any(type(each) is not CodeType for each in code.values()):
        raise ValueError("not the functions of a program")
    return Compiled(
        given["fingerprint"],
        tuple(given["norms"]),
        origin,
        code,
    )


def _digest(payload: bytes) -> bytes:
    return sha256(payload).hexdigest().encode()
