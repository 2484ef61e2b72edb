"""Compiled functions come back from bytes as they were, and nothing else comes back."""

import json
from hashlib import sha256

import pytest

from hjemmel.backends.compiled import compile_program
from hjemmel.backends.compiled.functions import Origin
from hjemmel.backends.compiled.source import origin_of
from hjemmel.backends.compiled.stored import cache_key, dump, load
from hjemmel.core.types import Whole
from unit.backends.small_rulebook import apply, case, fact, number, requiring

PROGRAM = requiring(fact("a"), apply("minst", fact("n", Whole()), number(2)))
KEY = cache_key("avtrykk", "1.0")
NAMES = ("outcomes",)


def _not_wanted() -> Origin:
    raise AssertionError("the program was asked for")


def _stored() -> bytes:
    return dump(compile_program(PROGRAM), KEY, NAMES)


def test_stored_functions_decide_without_the_program() -> None:
    """The whole point: neither program nor emitter is needed."""
    view = case(a=True, n=1)
    assert load(_stored(), KEY, _not_wanted).decide(view) == compile_program(PROGRAM).decide(view)


def test_functions_not_stored_are_made_when_wanted() -> None:
    """An interval takes the general function, which was not stored."""
    back = load(_stored(), KEY, lambda: origin_of(PROGRAM))
    for view in (case(a=True, n=(2, 5)), case(a=None, n=(1, None))):
        assert back.decide(view) == compile_program(PROGRAM).decide(view)
        assert back.meanings(view) == compile_program(PROGRAM).meanings(view)


def test_every_damaged_byte_is_found() -> None:
    """Before anything is unmarshalled."""
    stored = _stored()
    for at in range(0, len(stored), 7):
        damaged = stored[:at] + bytes([stored[at] ^ 1]) + stored[at + 1 :]
        with pytest.raises(ValueError, match="damaged"):
            load(damaged, KEY, _not_wanted)
    for cut in (b"", stored[:70], stored[:-1], stored + b" "):
        with pytest.raises(ValueError, match="damaged"):
            load(cut, KEY, _not_wanted)


def test_another_key_is_refused() -> None:
    """Another text or another version of the engine."""
    for key in (cache_key("annet", "1.0"), cache_key("avtrykk", "1.1")):
        with pytest.raises(ValueError, match="another"):
            load(_stored(), key, _not_wanted)


@pytest.mark.parametrize(
    "change",
    [{"code": {"outcomes": "AAAA"}}, {"code": {"exec": ""}}, {"code": 3}, {"norms": 3}],
    ids=str,
)
def test_odd_content_is_refused_though_the_digest_fits(change: dict[str, object]) -> None:
    """A digest says that nothing was changed by accident, not that it was right."""
    content = json.loads(_stored().partition(b"\n")[2])
    payload = json.dumps(content | change).encode()
    with pytest.raises(ValueError, match=r"\w"):
        load(sha256(payload).hexdigest().encode() + b"\n" + payload, KEY, _not_wanted)
