"""The workbench opened from a folder in Chromium, with no network. Run by `make test-motorer`; it
fails where there is no browser, and builds the file where that is not there."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from playwright.sync_api import Browser, expect
from python_calamine import CalamineWorkbook

from motorer.benched import PATIENCE, ROOT, Bench, benched, the_file
from motorer.opened import browser

MOST_BYTES = 20_000_000
FACT = "tjenesten drives som én tjeneste"
CASE = ROOT / "data" / "eksempel-soknad.json"

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
        assert {each.split(":")[0] for each in found.asked} <= {"file", "blob", "data"}


@pytest.fixture
def bench(opened: Bench) -> Bench:
    """That, with nothing written and no cases of one's own."""
    opened.reset()
    return opened


def _later(bench: Bench) -> None:
    """The deadline is a day later, in all that is said of it."""
    bench.replace("15. januar i søknadens år", "16. januar i søknadens år")


# --- what it is ------------------------------------------------------------------------------


def test_it_is_one_file_that_states_a_strict_policy() -> None:
    """Nothing may be fetched, sent, framed or run but what the file names by its fingerprint."""
    text = the_file().read_text("utf-8")
    assert the_file().stat().st_size < MOST_BYTES
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    rules = dict(each.split(" ", 1) for each in policy.split("; "))
    assert rules.pop("script-src").replace("'", "").split()[1:] == ["wasm-unsafe-eval"]
    assert re.fullmatch(r"'sha256-[^']+' 'nonce-[0-9a-f]+'", rules.pop("style-src"))
    assert rules == {
        "default-src": "'none'", "connect-src": "'none'", "form-action": "'none'",
        "base-uri": "'none'", "object-src": "'none'", "worker-src": "blob:",
        "font-src": "data:", "img-src": "data:",
    }  # fmt: skip


def test_nothing_goes_out(bench: Bench) -> None:
    """Also where somebody tried."""
    tried: Any = bench.page.evaluate(
        """() => fetch("https://example.org/").then(() => "ut", () => "stanset")"""
    )
    assert tried == "stanset"
    bench.complaints.clear()  # the browser tells of what it stopped
    bench.asked.clear()


def test_it_begins_with_all_and_says_what_to_do(bench: Bench) -> None:
    """The rules, the cases that ship, and nothing changed."""
    assert bench.told == "Ingen endringer"
    expect(bench.side).to_contain_text("Du har ikke endret noe ennå")
    expect(bench.side).to_contain_text("49 saker")
    assert bench.page.locator("#outline button").count() > 50


# --- writing ---------------------------------------------------------------------------------


def test_a_change_shows_who_is_affected_and_a_case_that_shows_it(bench: Bench) -> None:
    """None of the cases raises the norm; one that does is made, and has a reason on both sides."""
    _later(bench)
    assert bench.told == "3 endringer i regelteksten"
    side = bench.side
    expect(side).to_contain_text("Ingen av de 49 sakene får et annet verdikt")
    expect(side).to_contain_text("Ingen av sakene reiser normen")
    assert side.locator("del", has_text="15.").count() > 0
    assert side.locator("ins", has_text="16.").count() > 0
    side.get_by_role("button", name="Lag en sak som viser forskjellen").click()
    turn = side.locator(".turn").first
    expect(turn.locator(".verdict")).to_have_count(2)
    words = turn.locator(".verdict").all_inner_texts()
    assert words[0] != words[1]
    turn.get_by_role("button").first.click()
    expect(side.locator("h3", has_text="Før endringen")).to_be_visible()
    expect(side.locator("h3", has_text="Etter endringen")).to_be_visible()
    assert side.locator(".tree li").count() > 1


def test_a_wider_change_turns_many_cases(bench: Bench) -> None:
    """Told by norm, from what to what, and each case can be opened."""
    bench.go("om to helseregioner")
    bench.write("nøyaktig to helseregioner", "nøyaktig fire helseregioner")
    expect(bench.side.locator("#summary")).to_contain_text("av 49 saker får et annet verdikt")
    expect(bench.side.locator(".turn .verdict.met").first).to_be_visible()
    assert int(bench.page.locator("#tab-effect .number-tag").inner_text()) > 0


def test_a_misspelt_fact_is_underlined_at_the_word_and_mended(bench: Bench) -> None:
    """Told with where it is and what was meant; the fix puts it right, and it can be undone."""
    before = bench.text
    bench.write(FACT, FACT.replace("drives", "driives"))
    assert bench.underlined == FACT.replace("drives", "driives")
    expect(bench.page.locator("#told")).to_contain_text("feil å rette")
    expect(bench.side).to_contain_text("Reglene kan ikke brukes før feilene er rettet")
    bench.tab("Feil")
    expect(bench.side.locator(".problems > li")).to_have_count(1)
    bench.side.locator(".problems .actions button").first.click()
    bench.settled()
    assert bench.text == before
    expect(bench.side).to_contain_text("Ingen feil")
    bench.page.locator(".cm-content").focus()
    bench.page.keyboard.press("Control+z")
    bench.settled()
    assert "driives" in bench.text


def test_names_are_offered_and_told_of(bench: Bench) -> None:
    """What is offered begins as what is written; what a name means stands where one points."""
    bench.select("gjelder for   søknaden")
    keys = bench.page.keyboard
    keys.press("End")
    keys.press("Enter")
    keys.type("  gjelder når   søknadens mo")
    bench.page.wait_for_selector(".cm-tooltip-autocomplete li")
    offered = bench.page.locator(".cm-tooltip-autocomplete li").all_inner_texts()
    assert [each for each in offered if each.startswith("søknadens mottaker")] == offered
    keys.press("Escape")
    bench.page.locator("#undo").click()
    bench.settled()
    bench.select("gjelder for   søknaden")
    bench.point_at(bench.page.locator(".cm-activeLine .rule-line"))
    bench.page.wait_for_selector(".hover")


def test_the_norm_under_the_cursor_is_read_back(bench: Bench) -> None:
    """In sentences, below the text."""
    bench.go("om to helseregioner")
    expect(bench.page.locator("#reading-text")).to_contain_text("4-2/to-helseregioner")


def test_all_can_be_taken_back_and_fetched_again(bench: Bench) -> None:
    """To what was last saved; and that too can be undone."""
    before = bench.text
    _later(bench)
    changed = bench.text
    bench.page.locator("#undo").click()
    bench.settled()
    assert bench.text == before
    assert bench.told == "Ingen endringer"
    bench.page.locator("#notice-act").click()
    bench.settled()
    assert bench.text == changed


def test_one_change_is_taken_back_where_it_stands(bench: Bench) -> None:
    """The other stays."""
    _later(bench)
    bench.select("16. januar i søknadens år")
    bench.page.get_by_role("button", name="Angre denne").first.click()
    bench.settled()
    assert 0 < bench.text.count("16. januar i søknadens år") < 6


# --- cases -----------------------------------------------------------------------------------


def test_a_form_gives_the_verdict_that_a_file_gives(bench: Bench) -> None:
    """The same facts, told in two ways, and judged alike."""
    kind, day = "nasjonal kompetansetjeneste", "2024-06-01"
    told = {
        "sak": "fra-fil",
        "tittel": "Fra fil",
        "vurderingsdato": day,
        "tjeneste": {"type": kind},
    }
    bench.bring({"name": "fra-fil.json", "mimeType": "application/json",
                 "buffer": json.dumps(told).encode()})  # fmt: skip
    expect(bench.page.locator("#uploaded")).to_contain_text("1 sak lest fra fra-fil.json")
    bench.side.get_by_role("button", name="Fra fil").click()
    bench.page.wait_for_selector(".verdicts")
    by_file = bench.side.locator(".verdicts .verdict").all_inner_texts()
    bench.tab("Fyll ut sak")
    bench.page.locator("#form-kind").select_option(kind)
    bench.page.wait_for_selector(".form-part")
    bench.page.locator("#form-title").fill("Fra skjema")
    bench.page.locator("#form-day").fill("1. juni 2024")
    bench.page.locator("#form-day").press("Tab")
    bench.page.locator("#judge").click()
    expect(bench.side.locator("h2")).to_have_text("Fra skjema")
    assert bench.side.locator(".verdicts .verdict").all_inner_texts() == by_file
    assert len(by_file) > 5


def test_a_wrong_answer_is_told_at_its_field(bench: Bench) -> None:
    """What was answered stays, and nothing is put on the bench in its place."""
    bench.tab("Fyll ut sak")
    bench.page.locator("#form-kind").select_option("nasjonal kompetansetjeneste")
    bench.page.wait_for_selector(".form-part")
    bench.page.locator("#form-day").fill("31.02.2024")
    bench.page.locator("#form-day").press("Tab")
    expect(bench.page.locator("#form-day-fault")).to_contain_text("Skriv en dato")


def test_a_workbook_is_filled_in_and_dropped(bench: Bench) -> None:
    """The template that the page gives, filled in as one would, gives a case."""

    bench.tab("Saker")
    filled = _filled(bench.take("#template"), {"type": "nasjonal kompetansetjeneste"})
    bench.bring({"name": "mine.xlsx", "mimeType": "application/octet-stream", "buffer": filled})
    expect(bench.page.locator("#uploaded")).to_contain_text("1 sak lest fra mine.xlsx")
    expect(bench.side.locator(".cases li").first).to_contain_text("egen")


def _filled(template: bytes, told: dict[str, str]) -> bytes:
    """The sheet of cases of a template, with one case of which this is told."""
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(template)).get_sheet_by_name("saker").to_python()
    )
    heads = next(row for row in rows if "sak" in row)
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet("saker")
    sheet.write_row(0, 0, heads)
    sheet.write(1, heads.index("sak"), "excel-1")
    for name, value in told.items():
        sheet.write(1, heads.index(f"tjeneste.{name}"), value)
    book.close()
    return made.getvalue()


def test_a_file_that_cannot_be_read_says_why(bench: Bench) -> None:
    """Nothing is put on the bench, and what is wrong is told with where."""
    bench.bring({"name": "feil.json", "mimeType": "application/json", "buffer": b'[{"sak": '})
    expect(bench.page.locator("#uploaded")).to_contain_text("Ingen saker kunne leses fra feil.json")
    expect(bench.page.locator("#uploaded .problem")).to_have_count(1)


def test_another_day_is_another_judgement(bench: Bench) -> None:
    """A day that is none is told of, and changes nothing."""
    day = bench.page.locator("#day")
    day.fill("1. juni 2024")
    day.press("Tab")
    bench.settled()
    expect(bench.side).to_contain_text("per 1. juni 2024")
    day.fill("i går")
    day.press("Tab")
    expect(bench.page.locator("#day-help")).to_contain_text("Skriv en dato")
    expect(bench.side).to_contain_text("per 1. juni 2024")


# --- handing on ------------------------------------------------------------------------------


def test_a_package_handed_on_and_opened_again_gives_the_same(
    bench: Bench, started: Browser, tmp_path: Path
) -> None:
    """The changed file, the cases, and the verdicts, on another's bench."""
    bench.bring(CASE)
    _later(bench)
    bench.tab("Virkning")
    told, text = bench.side.inner_text(), bench.text
    package = bench.take("#hand-on")
    with zipfile.ZipFile(io.BytesIO(package)) as of:
        assert {"endring.json", "rapport.html", "regler/forskrift_kap4.ntr"} <= set(of.namelist())
        assert of.read("regler/forskrift_kap4.ntr").decode() == text
    kept = tmp_path / "pakke.zip"
    kept.write_bytes(package)
    with benched(started) as other:
        other.bring(kept)
        expect(other.page.locator(".notice")).to_contain_text("Pakken er åpnet")
        other.tab("Virkning")
        other.settled()
        assert other.text == text
        assert other.side.inner_text() == told
        assert other.complaints == []
