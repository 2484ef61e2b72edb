"""Only «tekst» is written anew."""

import pytest

from hjemmel.expectations.reading import parse_page
from hjemmel.expectations.rewriting import rewritten

TEXT = "".join(
    f"# {n}\n```sak\n{{}}\n```\n```verdikt\na: x\n```\n```tekst\ngammel {n}\nlinje\n```\nprosa\n"
    for n in (1, 2)
)


def test_all_else_stays_as_it_was() -> None:
    """Texts of other lengths are put in, and everything around them is the same."""
    page = parse_page("s.md", TEXT).page
    changed = rewritten(page, TEXT, {8: "ny\n", 20: "a\nb\nc\n"})
    assert changed == TEXT.replace("gammel 1\nlinje", "ny").replace("gammel 2\nlinje", "a\nb\nc")
    assert rewritten(page, TEXT, {}) == TEXT


def test_line_ends_and_odd_signs_are_kept() -> None:
    """Byte for byte, but for the text: it gets the line end that its fence has."""
    odd = TEXT.replace("prosa", "pro\fsa\u2028 \x0b\x85  ").replace("# 2", "# 2 \t")
    for kept in (odd, odd.replace("\n", "\r\n"), odd.removesuffix("\n"), odd + "\n\n"):
        page = parse_page("s.md", kept).page
        ending = "\r\n" if "\r\n" in kept else "\n"
        changed = rewritten(page, kept, {8: "ny\n", 20: "a\nb\n"})
        wanted = kept.replace(f"gammel 1{ending}linje", "ny")
        assert changed == wanted.replace(f"gammel 2{ending}linje", f"a{ending}b")
        assert rewritten(page, kept, {}) == kept


def test_what_is_written_by_hand_is_never_rewritten() -> None:
    """A «verdikt» is not for the machine."""
    page = parse_page("s.md", TEXT).page
    with pytest.raises(AssertionError, match="bare «tekst»"):
        rewritten(page, TEXT, {5: "a: y\n"})
