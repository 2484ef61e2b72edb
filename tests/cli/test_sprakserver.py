"""`ntr sprakserver`, where what it needs is not installed."""

import sys

import pytest

from support.command_line import Ntr


def test_the_extra_is_asked_for(ntr: Ntr, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is written where the editor listens."""
    monkeypatch.setitem(sys.modules, "hjemmel.server.language.serving", None)
    done = ntr("sprakserver", "--stdio")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "pip install" in done.stderr
    assert "hjemmel[sprakserver]" in done.stderr
