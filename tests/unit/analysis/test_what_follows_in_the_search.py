"""What follows surely is heeded where it is asked whether any case could show something."""

import pytest

from hjemmel.analysis import render_gaps
from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.coverage import coverage
from hjemmel.analysis.uncovered import Gap, Why, gaps
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.provenance.book import new_book
from hjemmel.render.lines import plain
from support.golden_run import judged, program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning plasser er heltall, oppgis av tjenesten
  opplysning senger er heltall, oppgis av tjenesten
  opplysning stor er ja eller nei, oppgis av tjenesten
  opplysning åpen er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

slutning om størrelse, etter forskrift § 4-2
  gjelder når   tjenestens plasser er minst 4
  følger at     tjenesten er stor

krav drift, etter forskrift § 4-2
"""
Shown = tuple[str, bool | Outcome]


def left(norm: str) -> tuple[Program, dict[Shown, Gap]]:
    """What no case shows of a norm of which there are no cases."""
    program = program_of({"prøve": RULES + "".join(f"  {each}\n" for each in norm.splitlines())})
    found = gaps(program, coverage(program, (), frozenset({"4-2/drift"})))
    return program, {_name(each): each for each in found}


def _name(gap: Gap) -> Shown:
    if gap.outcome is not None:
        return "", gap.outcome
    assert gap.condition is not None
    return gap.condition.node.origin.words, gap.way


def test_what_follows_keeps_a_condition_from_being_otherwise() -> None:
    """As large as it is, it cannot be told not to be large: the other fact is in conflict then."""
    program, found = left("oppfylt når tjenestens plasser er minst 4\n  og tjenesten er stor")
    assert found["tjenesten er stor", False].why is Why.COUPLED
    text = plain(render_gaps.text(new_book(program), tuple(found.values()), 300))
    assert "følger av slutningen om størrelse" in text


@pytest.mark.parametrize("way", [True, False])
def test_a_case_that_is_proposed_is_one(way: bool) -> None:
    """What it is told from may have to stay unknown for another fact to be as it is."""
    norm = "oppfylt når tjenestens plasser er minst 4\neller når tjenesten er stor"
    program, found = left(norm)
    gap = found["tjenesten er stor", way]
    assert gap.witness is not None
    case = judged(program, written(gap.witness, program.schema))
    seen = coverage(program, [tuple(case.verdicts.values())], frozenset({"4-2/drift"}))
    still = {_name(each) for each in gaps(program, seen)}
    assert ("tjenesten er stor", way) not in still


def test_what_nobody_asks_for_keeps_nothing_apart() -> None:
    """A fact that is not told makes nothing follow."""
    _, found = left("oppfylt når tjenesten er stor")
    assert found["tjenesten er stor", False].witness is not None
    assert all(each.why is None for each in found.values())


def test_no_more_is_told_than_makes_a_difference() -> None:
    """Of what is settled already, nothing more is told."""
    _, found = left("oppfylt når tjenesten er åpen\neller når tjenestens senger er minst 9")
    gap = found["tjenesten er åpen", False]
    assert gap.witness is not None
    assert set(gap.witness["tjeneste"] or {}) == {"åpen", "senger"}
    met = found["", Outcome.MET]
    assert met.witness is not None
    assert set(met.witness["tjeneste"] or {}) == {"åpen"}
