"""A day may be written in a few ways; it is read in one, and written back in one."""

import pytest

from hjemmel.source.source import read_text
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text

NORM = "krav a, etter forskrift § 4-2\n  oppfylt når   x er senest {}\n"
WAYS = {
    "uten punktum": ("1 april 2024", "1. april 2024"),
    "stor forbokstav": ("1. April 2024", "1. april 2024"),
    "store bokstaver": ("1. APRIL 2024", "1. april 2024"),
    "uten mellomrom": ("1.april 2024", "1. april 2024"),
    "kort måned": ("1. apr. 2024", "1. april 2024"),
    "kort måned uten punktum": ("1 apr 2024", "1. april 2024"),
    "september": ("1. sept. 2024", "1. september 2024"),
    "tall": ("01.04.2024", "1. april 2024"),
    "korte tall": ("1.4.2024", "1. april 2024"),
    "år først": ("2024-04-01", "1. april 2024"),
    "den": ("den 1. april 2024", "1. april 2024"),
    "tre uker": ("tre uker etter y", "21 dager etter y"),
    "ett år": ("samme dato ett år etter y, rundet ned", "samme dato 1 år etter y, rundet ned"),
    "i et år": ("1 April i søknadens år", "1. april i søknadens år"),
    "året etter": ("1 April året etter søknadens år", "1. april året etter søknadens år"),
    "skuddår": ("29. februar i 2024", "29. februar i 2024"),
    "året etter et år": ("29. februar året etter 2023", "29. februar året etter 2023"),
    "langt tidsrom": ("1 000 dager etter y", "1000 dager etter y"),
}
NONE = {
    "29. februar i 2023": "29. februar 2023 finnes ikke",
    "29. februar i søknadens år": "29. februar finnes ikke hvert år",
    "29. februar året etter søknadens år": "29. februar finnes ikke hvert år",
    "29. februar året etter 2024": "29. februar 2025 finnes ikke",
    "31. april i søknadens år": "31. april finnes ikke",
    "30. februar 2024": "30. februar 2024 finnes ikke",
    "1. januer 2024": "«januer» er ingen måned",
    "1. janu. 2024": "«janu» er ingen måned",
    "31.4.2024": "31. april 2024 finnes ikke",
    "12.31.2024": "«31» er ingen måned",
}


@pytest.mark.parametrize(("written", "canonical"), WAYS.values(), ids=WAYS)
def test_a_day_is_written_back_in_one_way(written: str, canonical: str, grammar: str) -> None:
    """What is meant is plain, so the formatter puts it right."""
    result = format_text(read_text("prøve.ntr", NORM.format(written)), grammar)
    assert result.diagnostics == ()
    assert result.value == NORM.format(canonical)


@pytest.mark.parametrize("written", NONE)
def test_a_day_that_is_none_is_told_by_itself(written: str, grammar: str) -> None:
    """The words that go on to its year are no part of it."""
    found = parse(read_text("prøve.ntr", NORM.format(written)), grammar).diagnostics
    assert [(each.code, each.message) for each in found] == [("NTR132", NONE[written])]
