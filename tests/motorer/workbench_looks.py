"""What the workbench keeps, and how it looks, in Chromium with no network. Run by
`make test-motorer`; it fails where there is no browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from motorer.benched import PATIENCE, ROOT, Bench, benched, the_file
from motorer.opened import browser
from motorer.watched import DESK, PHONE, WIDE

VIEWS = ("Virkning", "Saker", "Fyll ut sak", "Feil")
CASE = ROOT / "data" / "eksempel-soknad.json"
FACT = "tjenesten drives som én tjeneste"

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """One browser for all."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def opened(started: Browser) -> Iterator[Bench]:
    """One bench for all that leave it as it was."""
    with benched(started) as found:
        yield found
        assert found.complaints == []


@pytest.fixture
def bench(opened: Bench) -> Bench:
    """That, with nothing written and no cases of one's own."""
    opened.reset()
    return opened


def _later(bench: Bench) -> None:
    """The deadline is a day later, in all that is said of it."""
    bench.replace("15. januar i søknadens år", "16. januar i søknadens år")


# --- what is not lost ------------------------------------------------------------------------


def test_what_is_written_is_there_when_the_page_is_opened_again(bench: Bench) -> None:
    """Text and cases; and the draft can be dropped."""
    bench.bring(CASE)
    _later(bench)
    text = bench.text
    bench.page.wait_for_timeout(1500)
    bench.page.reload()
    bench.ready()
    assert bench.text == text
    expect(bench.page.locator(".notice")).to_contain_text("utkast")
    bench.tab("Saker")
    expect(bench.side.locator(".cases li").first).to_contain_text("egen")
    bench.page.locator("#notice-act").click()
    bench.page.wait_for_timeout(500)
    bench.ready()
    assert bench.told == "Ingen endringer"


def test_a_crash_of_the_engine_loses_nothing(bench: Bench) -> None:
    """It starts again and is told what the first one knew; what is typed meanwhile stays."""
    bench.bring(CASE)
    _later(bench)
    bench.page.workers[-1].evaluate("() => { setTimeout(() => { throw new Error('krasj'); }); }")
    expect(bench.page.locator("#told")).to_contain_text("starter på nytt")
    bench.select("utført        den dagen søknaden ble sendt")
    bench.page.keyboard.press("End")
    bench.page.keyboard.insert_text(" ")
    expect(bench.page.locator(".notice")).to_contain_text("Ingenting du har skrevet, er borte")
    bench.settled()
    assert "utført        den dagen søknaden ble sendt \n" in bench.text
    bench.tab("Saker")
    expect(bench.side.locator(".cases li").first).to_contain_text("egen")
    bench.complaints.clear()  # the crash itself is told of


def test_a_browser_that_keeps_nothing_is_told_of(started: Browser, tmp_path: Path) -> None:
    """Then the page says so, and works."""
    refused = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nei'); } });"
    )
    context = started.new_context(offline=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(refused)
    page.goto(the_file().as_uri())
    Bench(page).ready()
    expect(page.locator("#bottom")).to_contain_text("kan ikke lagre utkastet")
    context.close()


# --- how it looks ----------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_view(bench: Bench, scheme: Any) -> None:
    """Also on a case, on a reason, and with mistakes in the text."""
    bench.page.emulate_media(color_scheme=scheme)
    faults = {}
    _later(bench)
    for view in VIEWS:
        bench.tab(view)
        bench.page.wait_for_selector("#side h2")
        faults[view] = bench.faults()
    bench.tab("Saker")
    bench.side.locator(".cases button").first.click()
    bench.page.wait_for_selector(".verdicts")
    faults["en sak"] = bench.faults()
    bench.side.locator(".verdicts button").first.click()
    bench.page.wait_for_selector(".tree")
    faults["en begrunnelse"] = bench.faults()
    bench.tab("Fyll ut sak")
    bench.page.locator("#form-kind").select_option("nasjonal kompetansetjeneste")
    bench.page.wait_for_selector(".form-part")
    faults["et skjema"] = bench.faults()
    bench.write(FACT, "tjenesten driives")
    bench.tab("Feil")
    faults["feil"] = bench.faults()
    bench.page.emulate_media(color_scheme="light")
    assert {view: found for view, found in faults.items() if found} == {}


def test_it_can_be_done_with_the_keyboard_alone(bench: Bench) -> None:
    """Find a norm, change it, read the effect, and come out of the text again."""
    keys = bench.page.keyboard
    bench.page.locator("#find").focus()
    keys.type("for søknaden")
    _tab_to(bench, "frist for søknaden")
    keys.press("Enter")
    keys.press("Control+f")
    keys.press("Control+a")
    keys.type("plikten ligger på søkeren")
    keys.press("Enter")
    keys.press("Escape")
    keys.type("plikten ligger på myndigheten")
    bench.settled()
    keys.press("Escape")
    _tab_to(bench, "tab-effect")
    keys.press("ArrowRight")
    assert bench.focused == "tab-cases"
    keys.press("Home")
    assert bench.focused == "tab-effect"
    keys.press("Tab")
    assert bench.focused == "side"
    _tab_to(bench, "Vis regelen")
    keys.press("Enter")
    assert "cm-content" in bench.page.evaluate("() => document.activeElement.className")


def _tab_to(bench: Bench, text: str) -> None:
    for _ in range(60):
        bench.page.keyboard.press("Tab")
        if bench.focused.startswith(text):
            return
    raise AssertionError(f"{text} nås ikke med tabulator")


@pytest.mark.parametrize("size", [DESK, WIDE, PHONE])
def test_nothing_is_wider_than_the_window(bench: Bench, size: tuple[int, int]) -> None:
    """What is wider, moves within itself."""
    width, height = size
    bench.page.set_viewport_size({"width": width, "height": height})
    wide: Any = bench.page.evaluate("() => document.documentElement.scrollWidth")
    bench.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    assert wide <= width


def test_it_speaks_nynorsk_where_that_is_chosen(bench: Bench) -> None:
    """All that the page says itself; the choice is kept."""
    bench.page.locator("#language").select_option("nn")
    expect(bench.page.get_by_role("tab", name="Verknad")).to_be_visible()
    expect(bench.side).to_contain_text("Du har ikkje endra noko enno")
    assert bench.page.evaluate("() => document.documentElement.lang") == "nn"
    bench.page.locator("#language").select_option("nb")
    expect(bench.page.get_by_role("tab", name="Virkning")).to_be_visible()


def test_it_is_dark_where_that_is_wanted(bench: Bench) -> None:
    """By the machine, or by choice."""
    asked = "() => getComputedStyle(document.body).backgroundColor"
    light = bench.page.evaluate(asked)
    bench.page.locator("#scheme").select_option("dark")
    dark = bench.page.evaluate(asked)
    bench.page.locator("#scheme").select_option("auto")
    assert light != dark
    assert bench.page.evaluate(asked) == light


def test_on_paper_stands_what_is_read_and_nothing_to_press(bench: Bench) -> None:
    """The side with verdicts, without the editor."""
    bench.page.emulate_media(media="print")
    assert bench.side.is_visible()
    for each in ("#left", "#editor", "#tabs", "#hand-on"):
        assert not bench.page.locator(each).is_visible()
    bench.page.emulate_media(media="screen")
    # On paper the editor is hidden, and it tells that it could not be measured.
    bench.complaints[:] = [each for each in bench.complaints if "Measure loop" not in each]
