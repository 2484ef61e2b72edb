"""What lawyers write otherwise is read as the same, and written back in one way."""

import pytest

from hjemmel.source.source import read_text
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text

CANONICAL = """\
krav a, etter forskrift § 4-2
  gjelder når   x er godkjent
  fra 1. januar 2024 til og med 31. desember 2025
    oppfylt når det finnes minst 2 blant x der y er b
      og        z
    eller når   antallet av x er minst 3
      og        antallet av w er 3 eller 4
"""
WAYS = {
    "fra og med": ("fra 1.", "fra og med 1."),
    "dersom": ("gjelder når", "gjelder dersom"),
    "hvis": ("oppfylt når", "oppfylt hvis"),
    "eller dersom": ("eller når  ", "eller dersom"),
    "minst to": ("minst 2 blant", "minst to blant"),
    "er minst tre": ("er minst 3", "er minst tre"),
    "er tre eller fire": ("er 3 eller 4", "er tre eller fire"),
    "punktum": ("x er godkjent\n", "x er godkjent.\n"),
    "punktum til slutt": ("4\n", "4.  \n"),
    "semikolon foran eller": ("        z\n", "        z;\n"),
    "hard bindestrek": ("x er godkjent", "x\u00a0er godkjent"),
    "dato med tall": ("31. desember 2025", "31.12.2025"),
    "dato med streker": ("31. desember 2025", "2025-12-31"),
    "store bokstaver": ("gjelder når", "Gjelder når"),
}
BULLETS = "krav a, etter forskrift § 4-2\n  – a: x\n  – b: y\n"


@pytest.mark.parametrize(("ours", "theirs"), WAYS.values(), ids=WAYS)
def test_the_same_is_written_back_in_one_way(ours: str, theirs: str, grammar: str) -> None:
    """What is meant is plain, so nothing is reported, and the formatter puts it right."""
    assert ours in CANONICAL
    result = format_text(read_text("prøve.ntr", CANONICAL.replace(ours, theirs, 1)), grammar)
    assert result.diagnostics == ()
    assert result.value == CANONICAL


@pytest.mark.parametrize("sign", "•·▪◦‣-—―−")
def test_any_bullet_is_a_bullet(sign: str, grammar: str) -> None:
    """Word processors have many."""
    result = format_text(read_text("prøve.ntr", BULLETS.replace("–", sign)), grammar)
    assert result.diagnostics == ()
    assert result.value == BULLETS


@pytest.mark.parametrize(
    "quoted", ['"a og b"', "“a og b”", "„a og b“", "‘a og b’", "»a og b«", "‹a og b›", "”a og b”"]
)
def test_any_quotes_are_quotes(quoted: str, grammar: str) -> None:
    """So do keyboards."""
    text = "krav a, etter forskrift § 4-2\n  oppfylt når   x er {}\n"
    result = format_text(read_text("prøve.ntr", text.format(quoted)), grammar)
    assert result.diagnostics == ()
    assert result.value == text.format("«a og b»")


def test_two_quoted_words_on_a_line_are_two(grammar: str) -> None:
    """What closes the one does not open what stands between."""
    text = "krav a, etter forskrift § 4-2\n  oppfylt når   x er «a» eller «b og c»\n"
    found = parse(read_text("prøve.ntr", text), grammar)
    assert found.diagnostics == ()


def test_a_dash_in_a_word_is_a_hyphen(grammar: str) -> None:
    """«Sør–Øst»: a word processor may put in the longer one."""
    text = "krav a, etter forskrift § 4-2\n  oppfylt når   x er Helse Sør{}Øst\n"
    result = format_text(read_text("prøve.ntr", text.format("–")), grammar)
    assert (result.diagnostics, result.value) == ((), text.format("-"))


@pytest.mark.parametrize("text", ["verdi to år", "verdi dersom så er"])
def test_a_value_called_like_a_number_is_quoted(text: str, grammar: str) -> None:
    """Where values begin, it would be read as the number."""
    result = format_text(read_text("prøve.ntr", f"begrep b\n  {text}\n"), grammar)
    quoted = text.replace("verdi ", "verdi «") + "»"
    assert result.value == f"begrep b\n  {quoted}\n" or result.diagnostics


def test_a_number_in_letters_is_a_number_only_beside_numbers(grammar: str) -> None:
    """A list may well have a value called «to»."""
    text = "krav a, etter forskrift § 4-2\n  oppfylt når   x er to eller tre\n"
    result = format_text(read_text("prøve.ntr", text), grammar)
    assert (result.diagnostics, result.value) == ((), text)
