"""What a norm with several editions lacks is what may still decide it, and nothing beside it."""

from hjemmel.explain.verdict import missing as lacks
from support.golden_run import judged
from unit.lowering.rulebook import program

EDITIONS = """krav x, etter forskrift § 4-2
  regnes etter tjenestens start
  fra 1. januar 2012 til og med 31. desember 2021
    gjelder når tjenesten er god
    oppfylt når tjenesten er ny
  fra 1. januar 2022 til og med 31. desember 2024
    oppfylt når tjenesten er ny
"""
LASTING = EDITIONS.replace(" til og med 31. desember 2024", "")
REFERENCE = (
    EDITIONS
    + """
krav y, etter forskrift § 4-2
  oppfylt når § 4-2 «x» er oppfylt
"""
)


def missing(norms: str, norm: str, facts: str) -> list[str]:
    """What a norm lacks on 1 June 2024, where the service is not begun."""
    told = f'{{"vurderingsdato": "2024-06-01", "tjeneste": {{"start": "ikke utført"{facts}}}}}'
    found = judged(program(norms), told).verdicts[norm]
    return [each.about for each in lacks(found)]


def test_a_day_that_leaves_one_edition_is_not_missing() -> None:
    """Whatever day it begins, the last edition is the one in force."""
    assert missing(LASTING, "4-2/x", "") == ["tjeneste.ny"]


def test_a_reference_lacks_nothing_of_an_edition_that_cannot_be_in_force() -> None:
    """The first edition ended before the day; whether it would have applied is the same."""
    assert missing(REFERENCE, "4-2/y", ', "ny": true') == ["tjeneste.start"]


def test_a_reference_lacks_what_an_edition_that_may_be_in_force_asks_for() -> None:
    """Both the day and what the edition asks for are open."""
    assert missing(REFERENCE, "4-2/y", "") == ["tjeneste.ny", "tjeneste.start"]
