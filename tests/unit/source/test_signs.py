"""Every sign of Unicode is either seen, or has a kind."""

import json
import sys
import unicodedata

import pytest

from hjemmel.source.look_alikes import misleading, skeleton
from hjemmel.source.shown import json_text, logged, shown
from hjemmel.source.signs import (
    BLANK,
    CONTROL,
    DIGIT,
    DIRECTION,
    LETTER,
    LINE,
    MARK,
    UNDEFINED,
    UNSEEN,
    kind_of,
    name_of,
    plain,
)
from hjemmel.source.source import read_text
from support.unseen import COMMANDS, is_unseen, unseen_in

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
MOST = [each for each in EVERY if each < "\U00020000" or ord(each) % 0x100 in (0, 1, 0xFE, 0xFF)]
"""The planes in which signs differ much, and the ends of every block of the others."""
SIGNS = pytest.mark.parametrize("signs", [MOST, pytest.param(EVERY, marks=pytest.mark.grundig)],
                                ids=len)  # fmt: skip


@SIGNS
def test_what_cannot_be_seen_has_a_kind(signs: list[str]) -> None:
    """All of Unicode: what is not seen is found, and what is found as hidden is not seen."""
    hidden = {each for each in signs if kind_of.__wrapped__(each) not in (None, DIGIT, LETTER)}
    assert {each for each in signs if is_unseen(each)} == hidden


@SIGNS
def test_what_is_shown_can_be_seen(signs: list[str]) -> None:
    """All of Unicode, with a letter between each."""
    text = shown("a".join(signs))
    assert "\n" not in text
    assert not unseen_in(text)


@pytest.mark.parametrize(
    ("char", "kind", "name"),
    [
        ("\u202e", DIRECTION, "U+202E «RIGHT-TO-LEFT OVERRIDE»"),
        ("\u00ad", UNSEEN, "U+00AD «SOFT HYPHEN»"),
        ("\U000e0041", UNSEEN, "U+E0041 «TAG LATIN CAPITAL LETTER A»"),
        ("\u3164", BLANK, "U+3164 «HANGUL FILLER»"),
        ("\x1b", CONTROL, "U+001B (ESC)"),
        ("\x9b", CONTROL, "U+009B (CSI)"),
        ("\x85", LINE, "U+0085 (NEL)"),
        ("\ue000", UNDEFINED, "U+E000 (til privat bruk)"),
        ("\ud800", UNDEFINED, "U+D800 (et halvt tegn)"),
        ("\u0338", MARK, "U+0338 «COMBINING LONG SOLIDUS OVERLAY»"),
        ("৪", DIGIT, "U+09EA «BENGALI DIGIT FOUR»"),
        ("４", DIGIT, "U+FF14 «FULLWIDTH DIGIT FOUR»"),
        ("𝟒", DIGIT, "U+1D7D2 «MATHEMATICAL BOLD DIGIT FOUR»"),
        ("Ⅳ", DIGIT, "U+2163 «ROMAN NUMERAL FOUR»"),
        ("①", DIGIT, "U+2460 «CIRCLED DIGIT ONE»"),
        ("ａ", LETTER, "U+FF41 «FULLWIDTH LATIN SMALL LETTER A»"),
        ("𝐚", LETTER, "U+1D41A «MATHEMATICAL BOLD SMALL A»"),
    ],
)
def test_a_sign_has_its_kind_and_name(char: str, kind: object, name: str) -> None:
    """The name is Unicode's own, and control signs have the short name of old."""
    assert (kind_of(char), name_of(char)) == (kind, name)


@pytest.mark.parametrize(
    "text",
    ["Sør-Øst", "«è», ü og ŋ", "m², CO₂ og ½", "μg, β-blokker, Δ-verdi, β2", "Ångström", "日本",
     "Москва", "10 % – «…» § 4-2", "✓ ◀ €", "ð þ č đ š ž"],
)  # fmt: skip
def test_honest_text_passes(text: str) -> None:
    """Norwegian and Sámi, units, quotation marks, and other scripts that are seen to be others."""
    assert misleading(plain(text)) == []
    assert shown(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("godkj\u0435nt", "\u0435"), ("\u0430\u0441", "\u0430\u0441"), ("Helsе \u039fslo", "е\u039f"),
     ("2\u041e24", "\u041e"), ("\u0578rge", "\u0578"), ("\u13a0el", "\u13a0"), ("ɑvtale", "ɑ")],
)  # fmt: skip
def test_a_letter_that_looks_like_ours_is_found(text: str, found: str) -> None:
    """By the word it stands in; where all of a word looks like ours, all of it."""
    assert "".join(each.char for each in misleading(text)) == found


@pytest.mark.parametrize(
    ("written", "read"),
    [("a\u00a0b\u2009c\u202fd\te", "a b c d e"), ("helse\u2011foretak", "helse-foretak"),
     ("ﬁnansiering", "finansiering"), ("a\u030a", "å")],
)  # fmt: skip
def test_what_looks_as_usual_is_read_as_usual(written: str, read: str) -> None:
    """What word processors put in means what it looks like."""
    assert plain(written) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [("A0", "AO"), ("kode 1", "kode l"), ("Ila", "lla"), ("godkjent", "godkj\u0435nt"),
     ("b’en", "b'en")],
)  # fmt: skip
def test_names_that_are_drawn_alike(one: str, other: str) -> None:
    """They have one skeleton."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("måned", "maned"), ("høre", "hore"), ("ære", "are"), ("barn", "bam"), ("for", "før"),
     ("i", "l"), ("vann", "vånn"), ("c", "ç"), ("helse vest", "helsevest")],
)  # fmt: skip
def test_honest_pairs_are_not_alike(one: str, other: str) -> None:
    """A letter with a ring, a stroke or an accent is another letter, and seen to be."""
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("text", COMMANDS)
def test_no_line_is_a_command_to_a_build_server(text: str) -> None:
    """Neither at the beginning of a line, nor where it may stand anywhere."""
    line = logged(f"a\n{text}\nb").split("\n")[1]
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert "##vso[" not in line
    assert logged("12::30") == "12::30"


def test_json_holds_what_it_held() -> None:
    """Hidden signs are written by their number, and read back as they were."""
    content = {"a\u202e": ["x\x9b31m", "\U000e0041", "\u2028", "##[error]", "æøå «»", "\ud800"]}
    text = json_text(content, 1)
    assert not unseen_in(text)
    assert "##[" not in text
    assert "æøå «»" in text
    assert json.loads(text) == content


def test_a_rule_file_is_read_without_what_is_hidden() -> None:
    """The rest of the line is read, and the line is shown as it was written."""
    source = read_text("r.ntr", "krav e\u00adn\u2028to\r\nx")
    assert source.lines == ["krav en to", "x"]
    assert source.written_lines == ["krav e\u00adn\u2028to", "x"]
    assert [(line, sign.at, sign.char) for line, sign in source.misleading] == [
        (1, 6, "\u00ad"), (1, 8, "\u2028"),
    ]  # fmt: skip
