"""«hver …» asks for the values that are in use on the day that decides, and for no others."""

import pytest

from hjemmel.core.program import Program
from support.golden_run import judged, program_of

RULES = """\
regelverk prøve

register region
  institusjon Nord
  institusjon Sør, til og med 31. desember 2025, avløst av Innlandet
  institusjon Innlandet, fra 1. januar 2026
  institusjon Vest, fra en dag mellom 1. mars 2024 og 31. mai 2024

opplysninger om råd, rådet, rådets
  opplysning regioner er liste av region, oppgis av rådet
  opplysning vedtatt er dato, oppgis av rådet

§ 4-2 Prøve

krav dekning, etter forskrift § 4-2
  oppfylt når rådets regioner omfatter hver region

krav dekning da, etter forskrift § 4-2
  regnes etter rådets vedtatt
  oppfylt når rådets regioner omfatter hver region
"""
NOW, THEN = "4-2/dekning", "4-2/dekning-da"


@pytest.fixture(scope="module")
def rulebook() -> Program:
    """Regions that come and go."""
    return program_of({"prøve": RULES})


def said(rulebook: Program, day: str, *regions: str, decided: str = "2024-01-15") -> list[str]:
    """What both norms come to."""
    named = ", ".join(f'"{each}"' for each in regions)
    facts = (f'{{"vurderingsdato": "{day}", "råd": {{"regioner": [{named}], '
             f'"vedtatt": "{decided}"}}}}')  # fmt: skip
    verdicts = judged(rulebook, facts).verdicts
    return [verdicts[each].word for each in (NOW, THEN)]


def test_a_value_that_has_not_come(rulebook: Program) -> None:
    """Nobody lacks it before its first day."""
    assert said(rulebook, "2024-01-15", "Nord", "Sør") == ["oppfylt", "oppfylt"]
    assert said(rulebook, "2026-01-01", "Nord", "Sør", "Vest") == ["brutt", "oppfylt"]
    assert said(rulebook, "2026-01-01", "Nord", "Innlandet", "Vest")[0] == "oppfylt"


def test_a_value_that_is_gone(rulebook: Program) -> None:
    """It is asked for to its last day, and by the norm's own day where it has one."""
    assert said(rulebook, "2025-12-31", "Nord", "Vest") == ["brutt", "brutt"]
    assert said(rulebook, "2026-06-01", "Nord", "Innlandet", "Vest", decided="2026-06-01") == [
        "oppfylt", "oppfylt"
    ]  # fmt: skip


def test_a_value_that_came_on_some_day(rulebook: Program) -> None:
    """It is asked for once it surely is in use."""
    assert said(rulebook, "2024-05-30", "Nord", "Sør")[0] == "oppfylt"
    assert said(rulebook, "2024-05-31", "Nord", "Sør")[0] == "brutt"
