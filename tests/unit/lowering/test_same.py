"""What is declared to be the same has one outcome in every case, also where facts are unknown."""

from itertools import product

import pytest

from hjemmel.case.observation import Observation
from hjemmel.core.program import Program
from hjemmel.lowering.same import asked
from support.golden_run import judged, outcomes, program_of

RULES = """\
regelverk prøve

kilde forskrift, gjelder fra 1. januar 2011

opplysninger om tjeneste, tjenesten
  opplysning steder er liste av sted, oppgis av regionen
  opplysning opprettet er dato, oppgis av regionen
  opplysning godkjent er dato, oppgis av regionen

oppføring sted
  opplysning har avtale er ja eller nei, oppgis av regionen
  opplysning driver er ja eller nei, oppgis av regionen

§ 4-2 Prøve

krav det ene, etter forskrift § 4-2
  oppfylt når {0}

krav det andre, etter forskrift § 4-2
  oppfylt når {1}
"""
TRUTHS = ("true", "false", "null")
ENTRIES = [f'{{"har avtale": {a}, "driver": {b}}}' for a, b in product(TRUTHS, TRUTHS)]
WHOLE = ["[]", *(f"[{each}]" for each in ENTRIES),
         *(f"[{', '.join(two)}]" for two in product(ENTRIES, ENTRIES))]  # fmt: skip
LISTS = ["null", *WHOLE, *(f'{{"minst": {each}}}' for each in WHOLE)]
DAYS = ("null", '"2022-03-01"', '"2021-12-31"', '"2022"')
SAME_OF_ENTRIES = [
    ("alle steder har avtale\n    og minst ett av tjenestens steder driver",
     "minst ett av tjenestens steder driver\n    og alle steder har avtale"),
    ("antallet av tjenestens steder er minst 1", "det finnes minst 1 blant tjenestens steder"),
    ("antallet av tjenestens steder er mer enn 1", "antallet av tjenestens steder er minst 2"),
    ("antallet av tjenestens steder er mindre enn 2", "antallet av tjenestens steder er høyst 1"),
    ("for ingen blant tjenestens steder gjelder at driver og at har ikke avtale",
     "alle steder som driver, har avtale"),
    ("for ingen blant tjenestens steder gjelder at har ikke avtale og at driver",
     "alle steder som driver, har avtale"),
    ("for alle blant tjenestens steder gjelder at har ikke avtale",
     "ingen av tjenestens steder har avtale"),
]  # fmt: skip
SAME_OF_DAYS = [
    ("tjenestens opprettet er senest den seneste av tjenestens godkjent og 1. januar 2022",
     "tjenestens opprettet er senest den seneste av 1. januar 2022 og tjenestens godkjent"),
    ("tjenestens opprettet er senest 1. mars i året før året før kalenderåret for vurderingsdagen",
     "tjenestens opprettet er senest 1. mars i forfjor"),
    ("tjenestens opprettet er senest 1. mars i året etter året etter tjenestens godkjent",
     ("tjenestens opprettet er senest 1. mars i året etter året etter kalenderåret for "
     "tjenestens godkjent")),
]  # fmt: skip
OTHER = [
    ("det finnes minst 2 blant tjenestens steder", "det finnes minst 1 blant tjenestens steder"),
    ("alle steder som driver, har avtale", "alle steder som har avtale, driver"),
    ("alle steder har avtale", "ingen av tjenestens steder har avtale"),
    ("antallet av tjenestens steder er mer enn 1", "antallet av tjenestens steder er minst 1"),
    ("tjenestens opprettet er senest den seneste av tjenestens godkjent og 1. januar 2022",
     "tjenestens opprettet er senest den tidligste av tjenestens godkjent og 1. januar 2022"),
    ("tjenestens opprettet er senest 1. mars i fjoråret",
     "tjenestens opprettet er senest 1. mars i forfjor"),
]  # fmt: skip


def observed(one: str, other: str, tjeneste: str) -> tuple[bool, Observation, Program]:
    """Whether two clauses are taken for the same, and a case in which both are asked."""
    program = program_of({"regler": RULES.format(one, other)})
    first, second = (each.editions[0].requirement for each in program.norms)
    case = f'{{"vurderingsdato": "2024-05-01", "tjeneste": {tjeneste}}}'
    return asked(first) == asked(second), judged(program, case).observation, program


def agree(one: str, other: str, tjeneste: str) -> bool:
    """Whether both have one outcome in a case, by every way of finding it."""
    is_same, observation, program = observed(one, other, tjeneste)
    assert is_same
    found = outcomes(program, observation)
    return len({each for way in found.values() for each in way.values()}) == 1


@pytest.mark.parametrize(("one", "other"), SAME_OF_ENTRIES)
def test_the_same_is_asked_of_entries(one: str, other: str) -> None:
    """None, one and two entries, or at least those, each fact held, denied or not told."""
    assert [each for each in LISTS if not agree(one, other, f'{{"steder": {each}}}')] == []


@pytest.mark.parametrize(("one", "other"), SAME_OF_DAYS)
def test_the_same_is_asked_of_days(one: str, other: str) -> None:
    """Days that are known, known by their year, and not told."""
    cases = [f'{{"opprettet": {a}, "godkjent": {b}}}' for a, b in product(DAYS, DAYS)]
    assert [each for each in cases if not agree(one, other, each)] == []


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_differs_is_not_the_same(one: str, other: str) -> None:
    """Though it looks like it."""
    assert not observed(one, other, "{}")[0]
