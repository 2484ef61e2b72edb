"""The decisive facts, in the words of the table: what gave the outcome, and no more."""

from datetime import date

from hjemmel.case.observation import Path
from hjemmel.explain.verdict import decisive_facts
from hjemmel.provenance.replay import is_forgettable
from support.example import REGIONS, judged, service, sites


def decisive(norm: str, **changes: object) -> set[Path]:
    """The decisive facts of one norm, those that are always given left out."""
    verdict = judged(service(**changes))[norm]  # type: ignore[arg-type]
    return {path for path in decisive_facts(verdict) if is_forgettable(path)}


def place(number: int, name: str) -> Path:
    return ("tjeneste", "steder", number, name)


TYPE, PLACES = ("tjeneste", "type"), ("tjeneste", "steder")


def test_a_norm_that_does_not_apply_is_decided_by_its_scope() -> None:
    """The requirement is not looked at."""
    assert decisive("4-2/ett-helseforetak") == {TYPE}


def test_a_count_is_decided_by_the_list_and_every_member() -> None:
    """One more, or one other, would be another count."""
    expected = {TYPE, PLACES, place(0, "helseregion"), place(1, "helseregion")}
    assert decisive("4-2/to-helseregioner") == expected


def test_eller_that_holds_is_decided_by_what_holds() -> None:
    """The other alternative does not matter."""
    assert decisive("4-1/avvikling", behovet_borte=True) == {("tjeneste", "behovet_borte")}


def test_og_that_fails_is_decided_by_each_part_that_fails() -> None:
    """Here three regions are missing, and each list of members says so."""
    assert decisive("4-4/alle-regioner") == {
        PLACES,
        place(0, "helseregion"),
        place(1, "helseregion"),
    }


def test_noen_that_holds_is_decided_by_the_members_that_do() -> None:
    """The region of each place; which trust it is matters to nobody."""
    found = decisive("4-4/alle-regioner", steder=sites(*((None, each) for each in REGIONS)))
    assert found == {PLACES, *(place(number, "helseregion") for number in range(4))}


def test_an_exception_that_holds_decides_alone() -> None:
    """The norm does not apply, whatever else is so."""
    assert decisive("4-5/åpenhet") == {("tjeneste", "hemmelig")}


def test_a_clause_replaced_by_a_reading_is_decided_by_why_it_was() -> None:
    """An open question that does not arise leaves the clause as it is written."""
    assert decisive("ern/søker", type="nasjonal behandlingstjeneste") == {TYPE}


def test_an_open_deadline_is_decided_by_its_last_day_too() -> None:
    """It is why the case waits."""
    found = decisive("4-1/opprettet", opprettet=None, godkjent=date(2023, 6, 1))
    assert found == {("tjeneste", "opprettet"), ("tjeneste", "godkjent")}


def test_the_order_of_list_entries_decides_nothing() -> None:
    """The marks follow the entries."""
    one = decisive("4-2/to-helseregioner", steder=sites(("A", REGIONS[0]), ("B", None)))
    other = decisive("4-2/to-helseregioner", steder=sites(("B", None), ("A", REGIONS[0])))
    assert one == other
