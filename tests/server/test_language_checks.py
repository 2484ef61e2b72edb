"""What the language server tells of a file is what `ntr kontroller` does."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lsprotocol import types as lsp
from pygls.workspace import Workspace

import hjemmel
from hjemmel.cli import main
from hjemmel.diagnostics import render_json
from hjemmel.resources import folder as shipped
from hjemmel.rulebooks.compiling import compiled, in_files
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import shelf
from hjemmel.server.language.checking import check
from hjemmel.server.language.documents import Documents
from support.golden_file import Page, pages

FAULTY = [page for page in pages("kontroller") if page.rules]


def controlled(path: Path) -> list[dict[str, Any]]:
    """What the command finds of a file, as data."""
    on = shelf((str(path),))
    return render_json.as_data(in_files(compiled(on).diagnostics, Files(on)))


def told(path: Path, text: str) -> list[tuple[str, lsp.Diagnostic]]:
    """What the server tells when a file is open, and where."""
    workspace = Workspace(None, position_encoding=lsp.PositionEncodingKind.Utf32)
    uri = path.as_uri()
    workspace.put_text_document(lsp.TextDocumentItem(uri, "ntr", 1, text))
    return [(each.uri, each.shown) for each in check(Documents(workspace), uri)]


def agree(path: Path, text: str) -> int:
    """Hold the two against each other; gives how many there are."""
    found = controlled(path)
    shown = told(path, text)
    assert len(shown) == len(found)
    for (uri, one), other in zip(shown, found, strict=True):
        start, end = one.range.start, one.range.end
        if other["line"]:
            row = Path(other["file"]).read_text("utf-8").split("\n")[other["line"] - 1]
            columns = (min(other[each] - 1, len(row)) for each in ("column", "end"))
            assert (start.line, start.character, end.character) == (other["line"] - 1, *columns)
        assert (one.code, one.severity) == (
            other["code"],
            {"error": lsp.DiagnosticSeverity.Error, "warning": lsp.DiagnosticSeverity.Warning}[
                other["severity"]
            ],
        )
        assert uri == Path(other["file"] or path).resolve().as_uri()
        assert len(one.related_information or ()) == len(other["notes"])
    return len(found)


@pytest.mark.parametrize("path", sorted(shipped("rules").glob("*.ntr")), ids=lambda e: e.stem)
def test_of_the_projects_rules(path: Path) -> None:
    """Nothing is wrong with them, and nothing is told."""
    assert agree(path, path.read_text("utf-8")) == 0


@pytest.mark.parametrize("page", FAULTY, ids=lambda page: page.name)
def test_of_a_page_with_mistakes(page: Page, tmp_path: Path) -> None:
    """Every diagnostic, at the same words, of every file that has any."""
    for name, text in page.rules.items():
        (tmp_path / f"{name.removesuffix('.ntr')}.ntr").write_bytes(text.encode("utf-8"))
    (tmp_path / "kilder").mkdir()
    (tmp_path / "kilder" / "setninger.tsv").write_text(hjemmel.shipped_sentences(), "utf-8")
    first = next(iter(page.rules)).removesuffix(".ntr")
    path = tmp_path / f"{first}.ntr"
    assert agree(path, path.read_bytes().decode())


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What the command stops at is told at the beginning of the file that is open."""
    path = tmp_path / "a.ntr"
    path.write_text("regelverk a\nbygger på b\n", "utf-8")
    (tmp_path / "b.ntr").write_bytes(b"\xff\xfe")
    stopped = CliRunner().invoke(main, ["kontroller", str(path)])
    ((uri, one),) = told(path, path.read_text("utf-8"))
    assert uri == path.as_uri()
    assert one.message.split("\n")[0] in stopped.stderr
    assert one.range.start == lsp.Position(0, 0)
