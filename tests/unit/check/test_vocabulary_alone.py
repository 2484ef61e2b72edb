"""Words that no norm stands beside are for others to use."""

from support.golden_run import compiled

VOCABULARY = """\
regelverk ord

begrep farge
  verdi rød
  verdi blå

opplysninger om x, xet, xets
  opplysning god er ja eller nei, oppgis av y
  opplysning ny er ja eller nei, oppgis av y
"""
NORM = """
§ 4-2 Prøve

krav a, etter forskrift § 4-2
  oppfylt når xet er god
"""


def codes(rules: str) -> list[str]:
    """All that is told of a rulebook."""
    checked, _ = compiled((("regler", rules),))
    return [each.code for each in checked.diagnostics]


def test_words_alone_are_not_told_to_be_needless() -> None:
    assert codes(VOCABULARY) == []


def test_words_beside_norms_that_pass_them_by_are() -> None:
    assert codes(VOCABULARY + NORM) == ["NTR210", "NTR210"]
