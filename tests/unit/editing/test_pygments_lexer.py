"""The colours of rules in documentation."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from pygments import token
from pygments.lexer import Lexer

from hjemmel.editing.pygments_lexer import RuleLexer

ROOT = Path(__file__).resolve().parents[3]


def tokens(text: str) -> list[tuple[str, str]]:
    """What each stretch of a text is, blanks apart."""
    found = RuleLexer().get_tokens(text)
    return [(str(kind).removeprefix("Token."), value) for kind, value in found if value.strip()]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("§ 4-1 Godkjenning", [("Name.Class", "§ 4-1 Godkjenning")]),
        ("krav om vei, etter forskrift § 1, jf. veileder pkt. 2",
         [("Keyword", "krav"), ("Name.Function", "om vei"), ("Keyword", ", etter"),
          ("Name.Decorator", " forskrift § 1"), ("Keyword", ", jf."),
          ("Name.Decorator", " veileder pkt. 2")]),
        ("  oppfylt når båtens lengde er høyst 10",
         [("Keyword", "oppfylt når"), ("Text", "båtens"), ("Text", "lengde"),
          ("Operator.Word", "er høyst"), ("Literal.Number", "10")]),
        ("  med egne ord Er ikke regler.",
         [("Keyword", "med egne ord"), ("Comment", " Er ikke regler.")]),
        ("  betyr at båten er godkjent",
         [("Keyword", "betyr at"), ("Text", "båten"), ("Operator.Word", "er"),
          ("Text", "godkjent")]),
        ("merknad alt", [("Comment", "merknad alt")]),
        ("  gjelder når «er alt» er x",
         [("Keyword", "gjelder når"), ("Literal.String", "«er alt»"), ("Operator.Word", "er"),
          ("Text", "x")]),
    ],
)  # fmt: skip
def test_what_each_stretch_is(line: str, found: list[tuple[str, str]]) -> None:
    """Told from the words that the grammar has."""
    assert tokens(f"{line}\n") == found


@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*.ntr")), ids=lambda e: e.stem)
def test_nothing_is_lost_and_nothing_is_wrong(path: Path) -> None:
    """Every letter is there, and none is an error."""
    text = path.read_text("utf-8")
    found = list(RuleLexer(ensurenl=False, stripnl=False).get_tokens(text))
    assert "".join(value for _, value in found) == text
    assert token.Error not in {kind for kind, _ in found}


def test_it_is_found_by_its_name() -> None:
    """The entry point names a lexer of Pygments."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    place, _, name = project["entry-points"]["pygments.lexers"]["ntr"].partition(":")
    found = getattr(import_module(place), name)
    assert issubclass(found, Lexer)
    assert found.aliases == ["ntr"]
