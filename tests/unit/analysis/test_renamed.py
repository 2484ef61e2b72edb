"""A norm with a new title is asked about once: is it the same, keep its name."""

from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.analysis.renamed import asked_once
from hjemmel.expectations.reading import parse_page
from hjemmel.explain.judge import Judge
from support.golden_run import program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

krav åpen drift, etter forskrift § 4-2
  oppfylt når tjenesten er åpen

krav noe annet, etter forskrift § 4-2
  oppfylt når tjenesten er åpen

§ 4-3 Prøve

krav drift, etter forskrift § 4-3
  oppfylt når tjenesten er åpen
"""
CASE = """
```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {"åpen": true}}
```
```verdikt
%s
```
"""
PROGRAM = program_of({"prøve": RULES})
JUDGE = Judge.of(PROGRAM)


def page(name: str, *verdicts: str) -> PageResult:
    """What came of a page with these expectations, a case for each."""
    return try_page(parse_page(name, "".join(CASE % each for each in verdicts)).page, JUDGE)


def test_a_changed_title_asks_once_to_keep_the_name() -> None:
    """In the first page that names it, with how often; the others say only that it is not there."""
    first = page("a.md", "4-2/drift: oppfylt", "4-2/drift: oppfylt\n4-2/noe-annet: oppfylt")
    second = page("b.md", "4-2/drift: oppfylt\n4-3/drift: oppfylt")
    [one], [two] = (each.faults for each in asked_once([first, second], PROGRAM))
    assert one.reason == "regelverket har ingen norm «4-2/drift» (2 steder på siden)"
    assert one.help.startswith("er «åpen drift» den samme normen med ny tittel, behold navnet: ")
    assert "«kjennemerke 4-2/drift» under tittelen" in one.help
    assert (two.reason, two.help) == ("regelverket har ingen norm «4-2/drift»", "")


def test_a_norm_that_pages_know_is_not_the_one() -> None:
    """It has its name; then what is like it is still suggested."""
    [result] = asked_once([page("a.md", "4-3/drft: oppfylt\n4-3/drift: oppfylt")], PROGRAM)
    assert [each.help for each in result.faults] == ["mente du «4-3/drift»?"]
