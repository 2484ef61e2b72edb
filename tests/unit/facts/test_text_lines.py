"""A text read a line at a time is the text that is read whole."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hjemmel.facts import text_lines
from hjemmel.facts.source_file import SourceStream, unheeded
from hjemmel.facts.text_file import decode_text_file
from hjemmel.facts.text_lines import TextLines, flaw_beforehand


class Pipe(BytesIO):
    """What cannot be gone through twice."""

    def seekable(self) -> bool:
        """No."""
        return False


def source(stream: BytesIO) -> SourceStream:
    """A stream as a reader is given it."""
    return SourceStream("a.csv", "a", stream, unheeded)


PIECES = st.sampled_from(
    [b"a", b"\n", b"\r\n", b"\r", "å".encode(), b"\xe5", b"\0", b"\xef\xbb\xbf", b" ", b"\xff\xfe"]
)


@given(st.lists(PIECES, max_size=8).map(b"".join))
@example(b"a\rb\r")
@example(b"a\rb\nc")
@example(b"a\n\rb")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa")
@example("\u00a0\n".encode())
def test_it_is_refused_where_it_would_be(data: bytes) -> None:
    """And the lines together are the text; a pipe gives those before the flaw."""
    whole = decode_text_file(data)
    stream = source(BytesIO(data))
    flaw = flaw_beforehand(stream)
    assert (flaw is None) == isinstance(whole, str)
    piped = TextLines(source(Pipe(data)))
    came = "".join(piped)
    assert piped.flaws == ([] if flaw is None else [flaw])
    if isinstance(whole, str):
        assert "".join(TextLines(stream)) == came == whole


def test_a_line_that_never_ends_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end first."""
    monkeypatch.setattr(text_lines, "LONGEST_LINE", 10)
    stream = BytesIO(b"kort\n" + b"x" * 1000)
    lines = TextLines(source(stream))
    assert list(lines) == ["kort\n"]
    (flaw,) = lines.flaws
    assert "linje 2 er for lang" in flaw.reason
    assert stream.tell() < 20
