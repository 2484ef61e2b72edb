"""What no case shows: whether any could, and why not."""

import pytest

from hjemmel.analysis import render_gaps
from hjemmel.analysis.boundaries import search
from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.coverage import coverage
from hjemmel.analysis.uncovered import Gap, Why, gaps
from hjemmel.core.outcome import Outcome
from hjemmel.provenance.book import new_book
from hjemmel.render.lines import plain
from support.golden_run import judged, program_of

FACTS = """\
regelverk prøve

begrep slag
  verdi fast
  verdi løs
  verdi ukjent

opplysninger om tjeneste, tjenesten, tjenestens
  valgfri ikke alle saker gjelder en tjeneste
  opplysning slag er slag, oppgis av tjenesten
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning bemannet er ja eller nei, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten
  opplysning slutt er dato, oppgis av tjenesten
  opplysning trinn er liste av slag, oppgis av tjenesten
  opplysning rom er liste av tekst, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
"""
Shown = tuple[str, bool | Outcome]


def found(norm: str, *cases: str) -> tuple[dict[Shown, Gap], str]:
    """What cases do not show, by what it is; and as text."""
    program = program_of({"prøve": FACTS + "".join(f"  {each}\n" for each in norm.splitlines())})
    verdicts = [tuple(judged(program, each).verdicts.values()) for each in cases]
    covered = coverage(program, verdicts, frozenset(program.by_id))
    all_of_them = tuple(gaps(program, covered))
    text = plain(render_gaps.text(new_book(program), all_of_them, 300))
    return {_name(each): each for each in all_of_them}, text


def _name(gap: Gap) -> Shown:
    if gap.outcome is not None:
        return "", gap.outcome
    assert gap.condition is not None
    return gap.condition.node.origin.words, gap.way


def test_what_a_case_could_show_comes_with_the_case() -> None:
    """And with that case it is shown."""
    norm = "oppfylt når tjenesten er åpen\n  og tjenestens plasser er minst 4"
    before, _ = found(norm)
    assert all(each.why is None for each in before.values())
    program = program_of({"prøve": FACTS + "".join(f"  {e}\n" for e in norm.splitlines())})
    for name, gap in before.items():
        assert gap.witness is not None
        assert name not in found(norm, written(gap.witness, program.schema))[0]


def test_a_record_that_is_not_optional_is_never_missing() -> None:
    """No case can show that a norm is not applicable for want of it, and none is asked to."""
    rules = FACTS.replace("  valgfri ikke alle saker gjelder en tjeneste\n", "")
    program = program_of({"prøve": rules + "  oppfylt når tjenesten er åpen\n"})
    left = {_name(each): each.why for each in gaps(program, coverage(program, (), {"4-2/drift"}))}
    assert ("", Outcome.NOT_APPLICABLE) not in left
    assert left["", Outcome.MET] is None


@pytest.mark.parametrize("way", [True, False])
def test_two_that_ask_of_the_same_are_coupled(way: bool) -> None:
    """Nothing that is at least 4 is less than 3, so one of the two is never alone."""
    norm = "oppfylt når tjenestens plasser er minst 4\n  og tjenestens plasser er minst 3"
    gap = found(norm)[0]["tjenestens plasser er minst 3", way]
    assert gap.why is (None if way else Why.COUPLED)
    if not way:
        assert [each.other.origin.words for each in gap.couplings] == [
            "tjenestens plasser er minst 4"
        ]


def test_a_coupling_is_told_with_the_fact_they_share() -> None:
    """So that a reader can see that it is so."""
    norm = "oppfylt når tjenestens plasser er minst 4\n  og tjenestens plasser er minst 3"
    _, text = found(norm)
    assert "«tjenestens plasser er minst 4» spør også om tjenestens plasser" in text


def test_what_an_open_question_is_about_never_decides_alone() -> None:
    """It decides whether the question is raised, and then the answer is open."""
    norm = (
        "oppfylt når tjenesten er åpen\n"
        "tolkning Regnes løse med?\n"
        "  for leddet tjenesten er åpen\n"
        "  oppstår når tjenestens slag er løs\n"
        "  lesemåte ja: regnes med\n"
        "  lesemåte nei: regnes ikke med\n"
        "  valgt ingen"
    )
    missing, text = found(norm)
    assert missing["tjenestens slag er løs", True].why is Why.QUESTION
    assert "hører til et åpent spørsmål" in text
    assert text.count("«tjenestens slag er løs»") == 1
    assert "verken når det holder eller når det ikke holder" in text
    assert missing["tjenesten er åpen", True].why is None


def test_a_reading_that_repeats_what_is_written_asks_the_very_same() -> None:
    """Where both readings hold, so does what is written: the question alone never turns it."""
    clause = "antallet av tjenestens rom er minst 10"
    norm = (
        f"oppfylt når {clause}\n"
        "tolkning Regnes løse med?\n"
        f"  for leddet {clause}\n"
        "  oppstår når tjenestens slag er løs\n"
        f"  lesemåte slik det står: regnes med når {clause}\n"
        "  lesemåte senger også: regnes med når tjenestens plasser er minst 4\n"
        "  valgt ingen"
    )
    missing, _ = found(norm)
    assert missing["tjenestens slag er løs", True].why is Why.QUESTION
    assert missing["tjenestens slag er løs", False].why is Why.QUESTION


def test_an_outcome_that_the_days_rule_out() -> None:
    """What starts after it ends fails; so what asks for both can never be met."""
    norm = (
        "gjelder når tjenestens start er etter 1. mars 2024\n"
        "  og tjenestens slutt er før 1. mars 2024\n"
        "oppfylt når tjenestens start er før tjenestens slutt"
    )
    missing, text = found(norm)
    assert missing["", Outcome.MET].why is Why.COUPLED
    assert missing["", Outcome.BROKEN].why is None
    assert "utfallet «oppfylt»" in text.partition("Dette kan ingen sak vise")[2]


def test_two_outcomes_are_impossible_for_one_reason() -> None:
    """A norm that never applies is neither met nor broken, and each of the two is told."""
    norm = (
        "gjelder når tjenesten er åpen\n"
        "oppfylt når tjenesten er bemannet\n"
        "med mindre den er åpen: tjenesten er åpen"
    )
    missing, text = found(norm)
    impossible = text.partition("Dette kan ingen sak vise")[2]
    for outcome, word in ((Outcome.MET, "oppfylt"), (Outcome.BROKEN, "brutt")):
        assert missing["", outcome].why is Why.COUPLED
        assert f"utfallet «{word}»" in impossible


@pytest.mark.parametrize("norm", [
    "oppfylt når antallet av tjenestens rom er minst 10",
    "oppfylt når antallet av tjenestens rom er mer enn 3",
])  # fmt: skip
def test_what_only_a_longer_list_shows_is_not_said_to_be_impossible(norm: str) -> None:
    """Lists of three at most are tried, so that none of them shows it proves nothing."""
    missing, text = found(norm)
    assert (missing["", Outcome.MET].why, missing["", Outcome.MET].witness) == (None, None)
    assert "lengre lister" in text
    assert missing["", Outcome.BROKEN].witness is not None


def test_what_no_list_makes_true_is_impossible_however_long_it_must_be() -> None:
    """That the last day has not gone by yet never settles anything; a fact of it is not needed."""
    norm = (
        "oppfylt når antallet av tjenestens rom er minst 10\n  og tjenesten er åpen\n"
        "senest tjenestens slutt"
    )
    missing, _ = found(norm)
    (why,) = {each.why for (words, way), each in missing.items()
              if words.startswith("innen fristen") and way is True}  # fmt: skip
    assert why is Why.COUPLED


def test_summary() -> None:
    """What is impossible does not count against the cases."""
    norm = "oppfylt når tjenesten er åpen"
    missing, _ = found(norm)
    gaps_found = tuple(missing.values())
    assert render_gaps.summary(gaps_found, 0).startswith(f"0 av {len(gaps_found)} mulige")
    assert "(100 %)" in render_gaps.summary((), 4)


CHAIN = """\
regelverk kjede

opplysninger om ting, tingen, tingens
{facts}

§ 4-2 Kjede

{norms}
"""


def chain(length: int) -> str:
    """A rulebook in which each norm asks whether the one before it is met."""
    facts = [f"  opplysning a{at} er ja eller nei, oppgis av eieren" for at in range(length)]
    before = ["", *(f"    og § 4-2 «n{at}» er oppfylt\n" for at in range(length - 1))]
    norms = [
        f"krav n{at}, etter forskrift § 4-2\n  oppfylt når tingen er a{at}\n{each}"
        for at, each in enumerate(before)
    ]
    return CHAIN.format(facts="\n".join(facts), norms="\n".join(norms))


def test_a_long_chain_of_norms_is_gone_through() -> None:
    """What the norms at its end ask for is found once for each norm, not once for each way there;
    and that a norm applies rules out at once that it does not."""
    program = program_of({"kjede": chain(24)})
    shown = tuple(gaps(program, coverage(program, (), frozenset(program.by_id))))
    assert {(each.why, each.limit) for each in shown} == {(None, None)}
    assert all(each.witness for each in shown)


def test_what_was_not_gone_through_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is neither said to be possible nor to be impossible."""
    monkeypatch.setattr(search, "_MOST", 1)
    monkeypatch.setattr(search, "_LEAST", 1)
    missing, text = found("oppfylt når tjenesten er åpen\n  og tjenesten er bemannet")
    gap = missing["", Outcome.MET]
    assert (gap.why, gap.witness, gap.limit) == (None, None, search.Limit.CASES)
    assert "Ikke undersøkt: om noen sak kan vise dette" in text
    assert "for mange saker; skriv en sak som viser det" in text
    assert "er ikke undersøkt" in render_gaps.summary(tuple(missing.values()), 0)
