"""The files of an account, written to a folder of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.invented_account import FILES


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write the three files, some of them with another content."""

    def write(**others: str) -> Path:
        for name, content in FILES.items():
            text = others.get(name.removesuffix(".tsv"), content)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write
