"""A case that was found, told fact by fact."""

from hjemmel.analysis.render_comparison.case_words import case_told
from support.golden_run import program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning virketid er tidsrom i måneder, oppgis av tjenesten
  opplysning frist er tidsrom i dager, oppgis av tjenesten
  opplysning tilskudd er beløp, oppgis av tjenesten
  opplysning offentliggjør ventetider er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

krav alt, etter forskrift § 4-2
  oppfylt når tjenestens virketid er minst 12 måneder
    og        tjenestens frist er høyst 30 dager
    og        tjenestens tilskudd er minst 100 kroner
    og        tjenesten offentliggjør ventetider
"""


def test_each_value_with_its_unit_once() -> None:
    """As it is written in a case: a number, or a text that says the unit itself."""
    schema = program_of({"prøve": RULES}).schema
    case = '{"vurderingsdato": "2024-06-01", "tjeneste": {"virketid": "97 måneder", "frist": 30, \
"tilskudd": 100, "offentliggjør_ventetider": true}}'
    assert case_told(case, schema) == (
        ("vurderingsdagen", "1. juni 2024"),
        ("tjenestens virketid", "97 måneder"),
        ("tjenestens frist", "30 dager"),
        ("tjenestens tilskudd", "100 kroner"),
        ("om tjenesten offentliggjør ventetider", "ja"),
    )
