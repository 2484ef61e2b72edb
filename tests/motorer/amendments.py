"""Ten amendments of the kinds that are made of a regulation, each done in the workbench alone.

Run by `make test-motorer`. Each is written as one would write it, and what the page then says of it
is what a lawyer would look for: who is affected, what is open, and what is not allowed.
"""

from collections.abc import Iterator

import pytest
from attrs import frozen
from playwright.sync_api import expect

from motorer.benched import PATIENCE, Bench, benched
from motorer.opened import browser

RULES, WORDS, REGISTERS = "forskrift_kap4", "ord_kap4", "register"
TWO = "tjenesten har steder i nøyaktig to helseregioner"
MEMBER = "innehaver fra en dag mellom 1. januar 2024 og 5. april 2024 er departementet"
NEW_SECTION = """§ 4-1a Steder
krav om kjent sted, etter forskriften § 4-1 første ledd
  kjennemerke   4-1a/kjent-sted
  plikten ligger på ansvarlig regionalt helseforetak
  gjelder når   tjenesten er en nasjonal tjeneste
  oppfylt når   tjenesten har steder i minst én helseregion

§ 4-2 Nasjonale og flerregionale"""

expect.set_options(timeout=PATIENCE)


@frozen
class Amendment:
    """What is sought from the top of a file, what is written there, and what is then said."""

    what: str
    file: str
    sought: str
    written: str
    said: tuple[str, ...]
    edits: str = "1 endring"


AMENDMENTS = (
    Amendment("et tall", RULES, TWO, TWO.replace("nøyaktig to", "nøyaktig fire"),
              ("2 av 49 saker", "krav om to helseregioner", "fraveket")),
    Amendment("en ny region", REGISTERS, "institusjon Helse Nord,",
              "institusjon Helse Innlandet\n  institusjon Helse Nord,",
              ("1 av 49 saker", "fraveket")),
    Amendment("en ny paragraf", RULES, "§ 4-2 Nasjonale og flerregionale", NEW_SECTION,
              ("49 av 49 saker", "krav om kjent sted", "ny norm")),
    Amendment("en tabell", RULES, "| inntil 5 år", "| inntil 3 år",
              ("Ingen av de 49 sakene", "3 år")),
    Amendment("et unntak", RULES, TWO,
              f"{TWO}\n  med mindre    samlet drift: tjenesten drives som én tjeneste",
              ("2 av 49 saker", "uavklart: mangler")),
    Amendment("en delegering som går tilbake", WORDS, MEMBER,
              f"{MEMBER}\n  innehaver fra 1. januar 2026 er Helsedirektoratet",
              ("Ingen av de 49 sakene", "Står som før andre steder")),
)  # fmt: skip


@pytest.fixture(scope="module")
def opened() -> Iterator[Bench]:
    """One bench for all of them."""
    with browser() as started, benched(started) as found:
        yield found
        assert found.complaints == []


@pytest.fixture
def bench(opened: Bench) -> Bench:
    """That, with nothing written."""
    opened.reset()
    return opened


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=lambda each: each.what)
def test_an_amendment_is_written_and_told_of(bench: Bench, amendment: Amendment) -> None:
    """The mistakes are none, and what is said is what it does."""
    bench.open(amendment.file)
    bench.write(amendment.sought, amendment.written)
    assert bench.told.startswith(amendment.edits)
    for each in amendment.said:
        expect(bench.side).to_contain_text(each)


def test_a_deadline_is_put_off(bench: Bench) -> None:
    """In all that is said of it; none of the cases has an application."""
    bench.open(RULES)
    bench.replace("15. januar i søknadens år", "16. januar i søknadens år")
    expect(bench.side).to_contain_text("Ingen av sakene reiser normen")
    expect(bench.side).to_contain_text("Det står fortsatt i én norm")


def test_an_interpretation_is_closed(bench: Bench) -> None:
    """One of the readings is chosen, and the question is no longer open."""
    bench.open(RULES)
    bench.select("neste virkedag: senest første virkedag fra 15. januar i søknadens år")
    bench.write("valgt       ingen", "valgt       dagen som står")
    expect(bench.side).to_contain_text("frist for søknaden")
    bench.side.get_by_role("button", name="Lag en sak som viser forskjellen").click()
    expect(bench.side.locator(".turn .verdict").first).to_contain_text("uavklart: tolkning")


def test_two_tasks_become_one(bench: Bench) -> None:
    """One gets another name, the other goes; both are told of."""
    bench.open(RULES)
    bench.write("– felles kvalitetskrav:        ", "– felles kvalitet:             ")
    bench.select("– felles kvalitetsmål:")
    bench.page.keyboard.press("Control+Shift+k")
    bench.settled()
    expect(bench.side).to_contain_text("Tatt bort")


def test_a_slip_of_the_pen_is_found_and_mended(bench: Bench) -> None:
    """At the word, with what was meant; mended by its fix, nothing is changed."""
    bench.open(RULES)
    bench.write("tjenesten drives som én tjeneste", "tjenesten drive som én tjeneste")
    assert "tjenesten drive som én tjeneste" in bench.underlined
    bench.tab("Feil")
    bench.side.locator(".problems .actions button").first.click()
    bench.settled()
    assert bench.told == "Ingen endringer"
