"""What is missing, why, and who can settle it."""

from datetime import date

from hjemmel.case.observation import Unknown
from hjemmel.case.statements import Assessment, Grade, NotDone, Pending, Statement
from hjemmel.core.outcome import Outcome
from hjemmel.explain.missing import Missing
from hjemmel.explain.verdict import full_word, missing
from support.example import DAY, NATIONAL, TWO_SITES, judged, said, service, sites


def lacks(norm: str, **changes: object) -> tuple[Missing, ...]:
    """What one norm lacks in the full service with some facts changed."""
    return missing(judged(service(**changes))[norm])  # type: ignore[arg-type]


def test_a_settled_norm_lacks_nothing() -> None:
    """Even where facts it did not need are unknown."""
    assert lacks("4-2/to-helseregioner") == ()
    assert lacks("4-2/ett-helseforetak", steder=None) == ()


def test_a_fact_in_a_list_is_named_by_its_entry() -> None:
    """The path counts from 0, the name from 1."""
    (one,) = lacks("4-2/to-helseregioner", steder=sites(("Ahus", "Helse Sør-Øst"), ("OUS", None)))
    assert (one.about, one.kind) == ("tjeneste.steder[1].helseregion", Unknown.MISSING)
    assert (one.name, one.holder) == ("stedets helseregion (steder nr. 2)", "helseforetaket")


def test_an_absent_list_and_a_partial_one_are_missing_themselves() -> None:
    """The list is the fact; of a partial one it is said."""
    (absent,) = lacks("4-2/to-helseregioner", steder=None)
    assert (absent.about, absent.words) == ("tjeneste.steder", "")
    partial = sites(("Ahus", "Helse Sør-Øst"), complete=False)
    (partly,) = lacks("4-2/to-helseregioner", steder=partial)
    assert (partly.about, partly.words) == ("tjeneste.steder", "listen er bare kjent i del")


def test_discretion_not_exercised_names_who_should() -> None:
    """The body that holds the role on the day."""
    (one,) = lacks("4-3/helsegevinst", gevinst=None)
    assert (one.kind, one.holder) == (Unknown.DISCRETION, "departementet")
    (other,) = lacks("4-3/helsegevinst", gevinst=Assessment(True, by="Helse Vest"))
    assert other.kind is Unknown.DISCRETION
    assert "Helse Vest" in other.words


def test_sources_that_differ_are_a_conflict() -> None:
    """All that was said is told."""
    records = service()
    differ = (Statement(True, "a", Grade.PARTY), Statement(False, "b", Grade.PARTY))
    records = {"tjeneste": {**records["tjeneste"], "gevinst": differ}}
    (one,) = missing(judged(records)["4-3/helsegevinst"])
    assert (one.kind, one.words) == (Unknown.CONFLICT, "a: ja; b: nei")


def test_an_open_question_is_missing_only_where_it_matters() -> None:
    """The readings agree on what does not arise."""
    (one,) = lacks("ern/søker")
    assert one.kind is Unknown.INTERPRETATION
    assert one.about == "Regnes en flerregional tjeneste som nasjonal?"
    assert one.readings == ("snever", "vid")
    assert lacks("ern/søker", type=NATIONAL) == ()


def test_a_deadline_that_is_not_past_waits() -> None:
    """Told of, planned, stated as not done or not: while there is time the case waits."""
    for act, told in (
        (None, "fristen er 1. juni 2024"),
        (date(2024, 5, 20), "planlagt 20. mai 2024; fristen er 1. juni 2024"),
        (NotDone(), "ikke utført; fristen er 1. juni 2024"),
    ):
        (one,) = lacks("4-1/opprettet", godkjent=date(2023, 6, 1), opprettet=act)
        assert (one.kind, one.words) == (Unknown.PENDING, told)
        assert (one.about, one.name) == ("tjeneste.opprettet", "tjenestens opprettelsesdato")


def test_silence_after_the_last_day_is_missing_and_no_breach() -> None:
    """Only a fact can break a deadline."""
    (one,) = lacks("4-1/opprettet", opprettet=None)
    assert (one.kind, one.words) == (Unknown.MISSING, "")
    late = judged(service(opprettet=NotDone()))["4-1/opprettet"]
    assert late.outcome is Outcome.BROKEN


def test_a_deadline_with_an_unknown_last_day_lacks_that_day() -> None:
    """And the act too, where that is not told of."""
    found = lacks("4-1/opprettet", godkjent=None, opprettet=None)
    assert {each.about for each in found} == {"tjeneste.opprettet", "tjeneste.godkjent"}
    assert {each.kind for each in found} == {Unknown.MISSING}


def test_only_the_first_undecided_stage_is_asked_about() -> None:
    """What the requirement lacks does not matter while it is open whether the norm applies."""
    found = lacks("4-2/to-helseregioner", type=None, steder=None)
    assert [each.about for each in found] == ["tjeneste.type"]


def test_kinds_come_in_a_fixed_order_and_none_hides_another() -> None:
    """«uavklart» says all of them."""
    verdict = judged(service(type=NATIONAL, steder=None, behovet_borte=None))["4-1/avvikling"]
    found = missing(verdict)
    assert [each.kind for each in found] == [Unknown.MISSING, Unknown.DISCRETION]
    assert full_word(verdict, found) == "uavklart: mangler, skjønn"
    pending = lacks("4-1/avvikling", type=Pending("klage"), behovet_borte=None, steder=TWO_SITES)
    assert [each.kind for each in pending] == [Unknown.DISCRETION, Unknown.PENDING]


def test_the_deciding_day_is_missing_where_no_wording_can_be_chosen() -> None:
    """A verdict cites its edition."""
    records = {**service(), "søknad": said(mottaker="departementet")}
    verdict = judged(records, DAY)["4-1/rett-mottaker"]
    assert [each.about for each in missing(verdict)] == ["søknad.dato"]
    assert verdict.wording is None
    assert [str(each) for each in verdict.citations] == [
        "forskrift § 4-1 første ledd",
        "veileder pkt. 4.1 nr. 1 til 3",
    ]
