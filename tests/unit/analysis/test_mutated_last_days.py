"""The last day of a reading is a day that cases must notice from both sides."""

from hjemmel.analysis.mutation.fates import Alive, fates
from hjemmel.analysis.mutation.mutants import mutants
from hjemmel.analysis.mutation.trying import bench
from hjemmel.analysis.page_results import try_page
from hjemmel.expectations.reading import parse_page
from hjemmel.explain.judge import Judge
from hjemmel.provenance.book import new_book
from support.golden_run import program_of

RULES = """regelverk prøve

opplysninger om søknad, søknaden, søknadens
  opplysning dato er dato, oppgis av søkeren
  opplysning lang er ja eller nei, oppgis av søkeren

§ 4-2 Prøve

frist søknad, etter forskrift § 4-2
  utført søknadens dato
  senest 1. mars 2024
  tolkning Når er den siste dagen?, etter veileder pkt. 2 nr. 1
    for leddet senest 1. mars 2024
    oppstår når søknaden er lang
    lesemåte den første: senest 1. mars 2024
    lesemåte den siste: senest 4. mars 2024
    valgt ingen
"""
ON_BOTH_SIDES = {
    "2024-03-01": "oppfylt",
    "2024-03-02": "uavklart (tolkning)",
    "2024-03-04": "uavklart (tolkning)",
    "2024-03-05": "brutt",
}


def unnoticed(cases: dict[str, str]) -> set[tuple[int, str]]:
    """The lines of the days that may be others without any of these cases telling."""
    pages = "".join(
        f'```sak\n{{"vurderingsdato": "2024-06-01", "søknad": {{"lang": true, "dato": "{day}"}}}}\n'
        f"```\n```verdikt\n4-2/søknad: {expected}\n```\n"
        for day, expected in cases.items()
    )
    program = program_of({"prøve": RULES})
    parsed = parse_page("s.md", pages)
    assert parsed.faults == ()
    page = parsed.page
    result = try_page(page, Judge.of(program))
    assert (result.faults, result.unheld) == ((), 0)
    at = bench(program, [("s.md", each) for each in result.tried], page.listed)
    found = fates(at, mutants(new_book(program), frozenset(program.by_id)))
    days = [each.mutant for each in found if isinstance(each, Alive)]
    return {
        (each.span.line, each.told.split(" i «")[0])
        for each in days
        if each.change.value == "dag" and each.span.line in (15, 16)
    }


def test_a_case_on_each_side_of_both_days_notices_all() -> None:
    """In time by both, by one, by one, and by none."""
    assert unnoticed(ON_BOTH_SIDES) == set()


def test_a_side_without_a_case_is_not_noticed() -> None:
    """Each case is there for one of the changes."""
    missed = {
        day: unnoticed({each: said for each, said in ON_BOTH_SIDES.items() if each != day})
        for day in ON_BOTH_SIDES
    }
    assert missed == {
        "2024-03-01": {(15, "dagen før")},
        "2024-03-02": {(15, "dagen etter")},
        "2024-03-04": {(16, "dagen før")},
        "2024-03-05": {(16, "dagen etter")},
    }
