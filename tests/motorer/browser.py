"""The report as a browser shows it. Run by `make test-motorer`; it fails where there is none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from motorer.opened import Opened, browser, opened
from motorer.reports import FEW, MANY, few, many
from motorer.watched import DESK, PHONE, WIDE

MOST_BYTES = 5_000_000
AT_ONCE = 200
GRAVE = ("brutt", "fraveket", "ikke oppfylt", "uavklart", "nektet")
CASE = "#sak-NBT-001"


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """One browser for all."""
    with browser() as found:
        yield found


class Files(dict[int, Path]):
    """The reports by how many services they are of, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, count: int) -> Path:
        made = self.folder / f"{count}.html"
        made.write_text({FEW: few, MANY: many}[count](), "utf-8")
        self[count] = made
        return made


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Where they are."""
    return Files(tmp_path_factory.mktemp("rapporter"))


@pytest.fixture
def page(started: Browser, files: Files) -> Iterator[Opened]:
    """That of the few, on a desk."""
    with opened(started, files[FEW]) as found:
        yield found
        assert found.complaints == []


@pytest.fixture
def large(started: Browser, files: Files) -> Iterator[Opened]:
    """That of the many."""
    with opened(started, files[MANY]) as found:
        yield found
        assert found.complaints == []


@pytest.mark.parametrize("count", [FEW, MANY])
def test_it_is_one_small_file_that_asks_for_nothing(
    started: Browser, files: Files, count: int
) -> None:
    """Neither as it opens nor when a case is opened."""
    assert files[count].stat().st_size < MOST_BYTES
    with opened(started, files[count]) as found:
        found.page.locator("#tabell tbody a").first.click()
        found.page.wait_for_selector(".case article")
        assert found.asked == [files[count].as_uri()]
        assert found.complaints == []


# --- the cases -------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [FEW, MANY])
def test_the_worst_stand_first(started: Browser, files: Files, count: int) -> None:
    """By the gravest word, then the next; the first two hundred are seen."""
    with opened(started, files[count]) as found:
        graves = found.counts(*GRAVE)
    assert len(graves) == min(count, AT_ONCE)
    assert graves == sorted(graves, reverse=True)
    assert any(graves[0])


def test_the_rest_is_shown_when_asked_for(large: Opened) -> None:
    """All of them."""
    large.told("5 000 av 5 000 saker, de første 200 vises")
    large.page.get_by_role("button", name="Vis resten").click()
    large.told("5 000 av 5 000 saker")
    assert len(large.rows) == MANY


@pytest.mark.parametrize("count", [FEW, MANY])
def test_a_heading_sorts(started: Browser, files: Files, count: int) -> None:
    """Numbers the largest first, and the other way when asked again; words by the alphabet."""
    with opened(started, files[count]) as found:
        number = found.page.locator("#tabell thead").get_by_role("button", name="uavklart")
        number.click()
        most = [each for (each,) in found.counts("uavklart")]
        number.click()
        fewest = [each for (each,) in found.counts("uavklart")]
        directions = found.page.locator("#tabell th[aria-sort=ascending]").all_inner_texts()
        found.page.locator("#tabell thead").get_by_role("button", name="sak", exact=True).click()
        names = [row[0] for row in found.rows[:3]]
    assert most == sorted(most, reverse=True)
    assert fewest == sorted(fewest)
    assert fewest[0] < most[0]
    assert [each.split()[0] for each in directions] == ["uavklart"]
    if count == MANY:
        assert names == ["Tjeneste nr. 0", "Tjeneste nr. 1", "Tjeneste nr. 2"]


def test_search_and_choices_narrow_together(page: Opened) -> None:
    """Each shows those that have it, and all are back when that is asked for."""
    every = page.rows
    page.page.get_by_label("Søk", exact=True).fill("KIRURGI")
    wanted = [row for row in every if "kirurgi" in " ".join(row).lower()]
    assert 1 < len(wanted) < FEW
    page.told(f"{len(wanted)} av {FEW} saker")
    assert page.rows == wanted
    at = page.heads.index("helseregion")
    region = next(row[at] for row in wanted if row[at] != wanted[0][at])
    page.page.get_by_label("helseregion", exact=True).select_option(region)
    both = [row for row in wanted if region in row[at].split("; ")]
    page.told(f"{len(both)} av {FEW} saker")
    assert page.rows == both
    page.page.get_by_role("button", name="Vis alle").click()
    page.told(f"{FEW} av {FEW} saker")
    counts = page.counts("fraveket")
    page.page.get_by_label("har minst én", exact=True).select_option("fraveket")
    departed = [row for row, (count,) in zip(every, counts, strict=True) if count]
    page.told(f"{len(departed)} av {FEW} saker")
    assert page.rows == departed != []


def test_very_many_are_searched_past_those_that_are_seen(large: Opened) -> None:
    """The one that is sought may stand far down."""
    large.page.get_by_label("Søk", exact=True).fill("nr. 4999")
    large.told("1 av 5 000 saker")
    assert [row[0] for row in large.rows] == ["Tjeneste nr. 4999"]


# --- one case --------------------------------------------------------------------------------


def test_a_case_is_made_when_it_is_opened(page: Opened) -> None:
    """With as many answers as its row counts, what is missing, and the reason; it has an address,
    and Escape closes it."""
    shown = page.page
    assert shown.locator(".case").count() == 0
    row = shown.locator(CASE)
    title, count = row.locator("a").inner_text(), row.locator("td").nth(5).inner_text()
    row.locator("a").click()
    shown.wait_for_selector(".case article")
    assert page.focused == title
    assert shown.url.endswith(CASE)
    (undecided,) = [each for each in shown.locator(".case h4").all_inner_texts()
                    if each.startswith("uavklart")]  # fmt: skip
    assert undecided == f"uavklart ({count})"
    assert shown.locator(".case article.undecided").count() == int(count)
    assert shown.locator(".case article.undecided").first.locator("li").count() > 0
    shown.locator(".case article").first.get_by_text("Begrunnelse").click()
    shown.wait_for_selector(".case .reason li li")
    shown.keyboard.press("Escape")
    assert shown.locator(".case").count() == 0
    assert page.focused == title


def test_the_address_of_a_case_opens_it(started: Browser, files: Files) -> None:
    """Also where it is not among the first that are seen."""
    with opened(started, files[MANY], at="#sak-T-4321") as found:
        found.page.wait_for_selector(".case article")
        assert found.page.locator(".case h3").inner_text() == "Tjeneste nr. 4321"
        assert found.page.locator(".case h3").is_visible()


def test_all_of_it_can_be_done_with_the_keyboard(page: Opened) -> None:
    """Past what stands above, search, sort, open and close."""
    keys = page.page.keyboard
    keys.press("Tab")
    assert page.focused == "Til sakene"
    keys.press("Enter")
    keys.press("Tab")
    assert page.focused == "sok"
    keys.type("kirurgi")
    _tab_to(page, "uavklart")
    keys.press("Enter")
    assert page.page.locator("th[aria-sort=descending]").inner_text().startswith("uavklart")
    first = page.rows[0][0]
    _tab_to(page, first)
    keys.press("Enter")
    page.page.wait_for_selector(".case article")
    _tab_to(page, "Lukk saken")
    keys.press("Enter")
    assert page.page.locator(".case").count() == 0
    assert page.focused == first


def _tab_to(page: Opened, text: str) -> None:
    for _ in range(20):
        page.page.keyboard.press("Tab")
        if page.focused == text:
            return
    raise AssertionError(f"{text} nås ikke med tabulator")


# --- how it looks ----------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["", CASE])
@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (DESK, "dark"), (PHONE, "light")])
def test_axe_finds_nothing(
    started: Browser, files: Files, size: tuple[int, int], scheme: str, at: str
) -> None:
    """On the page and in an open case, with all that can be unfolded, in any light."""
    with opened(started, files[FEW], size=size, scheme=scheme, at=at) as found:
        if at:
            found.page.wait_for_selector(".case article")
            found.page.locator(".case article").first.get_by_text("Begrunnelse").click()
        for each in found.page.locator("main > section > details > summary").all():
            each.click()
        assert found.faults() == []


def test_axe_finds_nothing_among_very_many(large: Opened) -> None:
    """As it opens; there are figures over the years too."""
    assert large.page.get_by_role("heading", name="Gjennom årene").count() == 1
    assert large.faults() == []


@pytest.mark.parametrize("count", [FEW, MANY])
@pytest.mark.parametrize("size", [PHONE, DESK, WIDE])
def test_the_page_is_never_wider_than_the_window(
    started: Browser, files: Files, size: tuple[int, int], count: int
) -> None:
    """What is wider, moves within itself; letters in figures stay legible."""
    with opened(started, files[count], size=size) as found:
        found.page.locator("#tabell tbody a").first.click()
        found.page.wait_for_selector(".case article")
        width: Any = found.page.evaluate("() => document.documentElement.scrollWidth")
        drawn: Any = found.page.evaluate(
            """() => [...document.querySelectorAll("figure svg")]
              .map((each) => 12 * each.getBoundingClientRect().width / each.width.baseVal.value)"""
        )
    assert width <= size[0]
    assert min(drawn) > 8.5


def test_each_figure_has_its_names_apart(page: Opened) -> None:
    """No name of a bar or of a number stands upon another, or outside the picture."""
    overlaps: Any = page.page.evaluate(
        """() => [...document.querySelectorAll("figure svg")].flatMap((svg) => {
          const frame = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll("text")].filter((each) => each.textContent.trim());
          const boxes = texts.map((each) => [each.textContent, each.getBoundingClientRect()]);
          return boxes.flatMap(([text, box], at) => [
            ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [text] : []),
            ...boxes.slice(at + 1).filter(([, other]) => box.left < other.right - 1
              && other.left < box.right - 1 && box.top < other.bottom - 3
              && other.top < box.bottom - 3).map(([other]) => `${text} / ${other}`)]);
        })"""
    )
    assert overlaps == []


def test_on_paper_all_cases_stand_and_nothing_to_press(large: Opened) -> None:
    """The fields and the buttons are for a screen."""
    large.page.emulate_media(media="print")
    assert len(large.rows) == MANY
    for each in ("nav", "#utvalg", "#flere"):
        assert not large.page.locator(each).is_visible()


def test_it_is_dark_where_that_is_wanted(started: Browser, files: Files) -> None:
    """Light letters on what is dark."""
    asked = "() => getComputedStyle(document.body).backgroundColor"
    colours = []
    for scheme in ("light", "dark"):
        with opened(started, files[FEW], scheme=scheme) as found:
            colours.append(found.page.evaluate(asked))
    assert colours == ["rgb(255, 255, 255)", "rgb(22, 22, 22)"]
