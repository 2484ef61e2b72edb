"""A language server that the tests of it share, each with a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.editor_client import Editor


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A server that is begun, in UTF-16 as every editor can."""
    with Editor(tmp_path_factory.mktemp("editor")) as editor:
        editor.begin()
        yield editor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of rules with an odd name."""
    made = tmp_path / "mine regler på ø"
    made.mkdir()
    return made
