"""Whose verdicts are others between two versions of a rulebook, and by what."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hjemmel.analysis.comparison.comparing import Portfolio, comparison
from hjemmel.analysis.comparison.comparison import Version
from hjemmel.analysis.comparison.services import Reading, Turn
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.heeded import ASKED, JUDGED
from hjemmel.analysis.render_comparison.gist import answer
from hjemmel.case.statements import Case
from hjemmel.facts.faults import Origin, RawCase
from hjemmel.facts.schema import decode
from hjemmel.facts.vocabulary import Vocabulary
from support.compared import BOUND, VEHICLE, P, norm, read
from support.edited_rules import edited, unchanged
from support.rewrites import OWNER
from support.versions import held


def services(*facts: dict[str, object]) -> Portfolio:
    """Some cases of the parking rules, judged by one day."""
    vocabulary = Vocabulary.of(unchanged(P).schema)
    decoded = (decode(RawCase(dict(each), Origin("", default_id="sak")), vocabulary)
               for each in facts)  # fmt: skip
    cases = tuple(each.case for each in decoded if isinstance(each.case, Case))
    assert len(cases) == len(facts)
    reading = Reading(cases)
    return Portfolio((reading, reading), lambda _: date(2024, 6, 1))


def vehicle(name: str, weight: int) -> dict[str, object]:
    """A car of a weight that the applicant owns."""
    about = {"slag": "personbil", "totalvekt": weight, "eies_av_søkeren": True}
    need = {"verdi": False, "av": "teknisk etat", "dato": "2024-05-01"}
    assessed = {"søkeren_har_et_særlig_behov": need}
    title = f"Bilen til {name}"
    return {"sak": name, "tittel": title, "kjøretøy": about, "vurderinger": assessed}


def test_who_turns_by_name_and_by_cause() -> None:
    """From what to what, under the provision that caused it; the others are not named."""
    portfolio = services(vehicle("Kari", 3500), vehicle("Ola", 3499))
    found = held(P, BOUND, portfolio=portfolio)
    assert found.services is not None
    assert found.services.turned == ("Bilen til Kari (Kari)",)
    turned = {each.norm: each.words for each in found.services.flips}
    assert turned[VEHICLE] == ("oppfylt", "ikke oppfylt")
    said = read(found)
    assert "1 tjeneste får et annet verdikt: Bilen til Kari (Kari)." in said
    assert f"På grunn av {VEHICLE} (§ 3)" in said
    assert "Bilen til Ola" not in said


def test_who_only_rests_on_something_else() -> None:
    """The verdict is the same; what is presumed of the case is not."""
    by_another = OWNER.replace("formodning om den som eier", "formodning om eieren av")
    found = held(P, (P, OWNER, by_another), portfolio=services(vehicle("Kari", 3000)))
    assert found.services is not None
    assert found.services.is_unturned
    assert {each.turn for each in found.services.flips} == {Turn.GROUNDS}
    assert "ingen verdikt er endret" in read(found)
    assert "Det svarene hviler på" in read(found)


def test_no_verdict_of_the_portfolio_is_another() -> None:
    """Though some case would turn."""
    found = held(P, BOUND, portfolio=services(vehicle("Ola", 2000)))
    assert found.services is not None
    assert found.services.is_unturned
    told = read(found)
    assert "1 tjeneste er vurdert etter begge utgavene, per 1. juni 2024.\nIngen verdikt" in told


def test_a_service_that_only_lacks_something_else() -> None:
    """It is counted apart: its verdict is no other than it was."""
    unknown = vehicle("Ida", 3000)
    unknown["kjøretøy"] = {"slag": "personbil", "totalvekt": 3000}
    more = "    og          kjøretøyet eies av søkeren\n"
    edit = (
        P,
        "kjøretøyets totalvekt er høyst 3500\n",
        f"kjøretøyets totalvekt er høyst 3500\n{more}",
    )
    found = held(P, edit, portfolio=services(unknown)).services
    assert found is not None
    assert (found.turned, len(found.still_open)) == ((), 1)
    assert {each.turn for each in found.flips} == {Turn.LACKS}


def test_a_service_shows_what_was_only_tried() -> None:
    """What a service of the portfolio does is so, whatever cases were tried in vain."""
    effort = Effort(work=1, cases=1)
    fuel = (P, "  verdi elektrisitet\n", "  verdi elektrisitet\n  verdi hydrogen\n")
    found = held(P, BOUND, fuel, portfolio=services(vehicle("Kari", 3500)), effort=effort)
    own = norm(found, VEHICLE)
    assert own.sort is Sort.CHANGED
    assert own.witness is None
    assert own.seen is not None
    assert "Vist av Bilen til Kari (Kari) i porteføljen:" in read(found)
    assert answer(found) == "Verdikter kan bli andre enn før."
    assert "Samme virkning" not in read(found)


def test_a_service_that_only_one_version_reads() -> None:
    """It is named, since nothing can be said of how it turns."""
    both = services(vehicle("Kari", 3000), vehicle("Ola", 3000)).readings[0].cases
    portfolio = Portfolio((Reading(both), Reading(both[:1], set_aside=1)),
                          lambda _: date(2024, 6, 1))  # fmt: skip
    found = held(P, BOUND, portfolio=portfolio)
    assert found.services is not None
    assert (found.services.count, found.services.only_before) == (1, ("Bilen til Ola (Ola)",))
    assert "Kan bare leses med de gamle reglene: Bilen til Ola (Ola)" in read(found)


def test_the_work_can_be_followed() -> None:
    """Each norm that is asked about, and each service that is judged by both."""
    seen: list[tuple[int, int, str]] = []

    def along(items: Iterable[Any], count: int, done: str) -> Iterable[Any]:
        every = list(items)
        seen.append((len(every), count, done))
        return every

    old, new = Version("før", unchanged(P)), Version("nå", edited(P, BOUND))
    portfolio = services(vehicle("Kari", 3500), vehicle("Ola", 3499))
    comparison(old, new, portfolio, along=along)
    assert seen == [(2, 2, ASKED), (2, 2, JUDGED)]
