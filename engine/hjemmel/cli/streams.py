"""The two streams that a command writes to, whatever they are: a terminal, a pipe, nothing.

Note: that an answer could not be written is never a finding, and that nobody hears the messages
never changes the answer. So the first stream says by an exception of its own that it cannot be
written to (click takes a broken pipe for a finding), and the second keeps quiet about it.
"""

import os
import sys
from contextlib import suppress
from errno import EBADF
from typing import Any, TextIO, cast


class UnwrittenError(Exception):
    """The output could not be written; `cause` says why."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


class _Stream:
    """A stream that may not be there; all but writing is its own affair."""

    encoding = "utf-8"

    def __init__(self, to: TextIO | None) -> None:
        self._to = to

    def __getattr__(self, name: str) -> Any:
        return getattr(self._to, name)

    def isatty(self) -> bool:
        """Whether somebody looks at it."""
        return self._to is not None and self._to.isatty()


class Answer(_Stream):
    """Where the answer goes."""

    def write(self, text: str) -> int:
        """Write, or tell that it cannot be done."""
        if self._to is None:
            if text:
                raise UnwrittenError(OSError(EBADF, os.strerror(EBADF)))
            return 0
        try:
            return self._to.write(text)
        except OSError as cause:
            raise UnwrittenError(cause) from cause

    def flush(self) -> None:
        """Write what waits, or tell that it cannot be done."""
        try:
            if self._to is not None:
                self._to.flush()
        except OSError as cause:
            raise UnwrittenError(cause) from cause

    def give_up(self) -> None:
        """Let what waits go nowhere, so that Python does not try again at the very end."""
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._to.fileno() if self._to is not None else nowhere)


class Messages(_Stream):
    """Where messages go, heard or not. A line may be held there until something else is said."""

    def __init__(self, to: TextIO | None) -> None:
        super().__init__(to)
        self._held = ""

    def hold(self, line: str) -> None:
        """Let a line stand, in the place of the one that did."""
        self.write(line)
        self.flush()
        self._held = line

    def write(self, text: str) -> int:
        """Write, if it can be done; a line that stood there is taken away."""
        # The command library tries bytes first, to see what the stream is; then nothing is erased.
        said = f"\r{' ' * len(self._held)}\r" + text if self._held else text
        self._held = ""
        with suppress(OSError):
            if self._to is not None:
                self._to.write(said)
        return len(text)

    def flush(self) -> None:
        """Write what waits, if it can be done."""
        with suppress(OSError):
            if self._to is not None:
                self._to.flush()


def guard_streams() -> None:
    """Let both streams be written to from now on, whatever they are."""
    sys.stdout = cast(TextIO, Answer(sys.stdout))
    sys.stderr = cast(TextIO, Messages(sys.stderr))
