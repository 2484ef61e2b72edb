"""The report of a portfolio: whole, by itself, and the same as the verdicts it is made of."""

from collections import Counter
from collections.abc import Sequence

import pytest
from attrs import evolve

from hjemmel.cli.report import looks
from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import full_word
from hjemmel.explain.verdict import missing as lacks_of
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.report.gathering import Gathering, Overview
from hjemmel.render.report.page import Made, page
from hjemmel.render.report.tellings import Tellings, unpacked
from hjemmel.render.told import Told, told_reason
from support.example import MULTI, NATIONAL, PROGRAM, judged, service, sites
from support.report_page import Read


def case(name: str, title: str = "", **facts: object) -> CaseVerdicts:
    """A case with its verdicts."""
    return CaseVerdicts(name, title, tuple(judged(service(**facts)).values()))


CALM = case("R-1", "Rolig", steder=sites(("OUS", "Helse Sør-Øst"), ("HB", "Helse Vest")))
DEPARTED = case("F-1", "Fraviker")
BROKEN = case("B-1", "<b>Bryter</b>", type=NATIONAL)
CASES = (CALM, DEPARTED, BROKEN)


def overview(cases: Sequence[CaseVerdicts]) -> Overview:
    """The cases gathered."""
    gathering = Gathering(PROGRAM)
    for each in cases:
        gathering.add(each)
    return gathering.whole()


def packed(cases: Sequence[CaseVerdicts], of: Overview) -> str:
    """What is told of them, in the order of the overview."""
    tellings = Tellings()
    for each in cases:
        tellings.add(each)
    return tellings.packed([each.number for each in of.services])


def report(cases: Sequence[CaseVerdicts] = CASES, draw: object = None) -> Read:
    """The page, read."""
    return Read(text(cases, draw))


def text(cases: Sequence[CaseVerdicts] = CASES, draw: object = None) -> str:
    """The page."""
    of = overview(cases)
    made = Made("0.1.0", "", draw, *looks(), packed(cases, of), "figurer")  # type: ignore[arg-type]
    return "".join(page(of, made))


# --- by itself -------------------------------------------------------------------------------


def test_nothing_is_fetched() -> None:
    """All links are within the page, and each leads somewhere; no address of anybody else."""
    made = report()
    assert made.links
    assert all(each.startswith("#") and each[1:] in made.ids for each in made.links)
    assert not made.attributes & {"src", "srcset", "style", "onclick", "onload", "action"}
    assert "http" not in text().replace("http-equiv", "")
    assert "url(" not in text()
    assert "@import" not in text()
    assert made.open == []


def test_only_our_own_script_and_style_may_run() -> None:
    """The policy has their fingerprints, and lets nothing else in."""
    made = report()
    assert made.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in made.policy
    assert made.allows("script", made.text_of("script", type="module"))
    assert made.allows("style", made.text_of("style"))
    assert not made.allows("script", "alert(1)")


def test_no_two_elements_have_the_same_name() -> None:
    """Also where cases have names that look alike in an anchor."""
    made = report([case("A 1"), case("A/1"), case("A 1"), DEPARTED])
    assert len(made.ids) == len(set(made.ids))
    assert [anchor for anchor, _ in made.cases][:3] == ["sak-A-1", "sak-A-1--2", "sak-A-1--3"]


def test_what_a_case_is_called_is_no_markup() -> None:
    """In the table, and in what is packed, of which the script makes text."""
    assert "<b>Bryter" not in text()
    assert "&lt;b&gt;Bryter&lt;/b&gt;" in text()
    script = report().text_of("script", type="module")
    risky = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(")
    assert not [each for each in risky if each in script]


def test_what_cannot_be_seen_is_told_also_in_what_is_packed() -> None:
    """A sign that turns the line has its number."""
    odd = case("a\u202eb")
    of = overview([odd, CALM])
    told = unpacked(packed([odd, CALM], of))
    assert any("‹U+202E›" in each for each in told["om"])
    assert "\u202e" not in str(told)


# --- the cases -------------------------------------------------------------------------------


def test_every_case_is_there_and_the_worst_first() -> None:
    """A breach before a departure before what is only open, whatever order they came in."""
    for order in (CASES, CASES[::-1]):
        assert [anchor for anchor, _ in report(order).cases] == ["sak-B-1", "sak-F-1", "sak-R-1"]


def test_what_is_packed_is_what_was_judged() -> None:
    """Of each case each norm with its word, and the whole reason where there is one to give."""
    of = overview(CASES)
    told = unpacked(packed(CASES, of))
    assert len(told["saker"]) == len(CASES)
    for number, row in zip((each.number for each in of.services), told["saker"], strict=True):
        for one, verdict in zip(row, CASES[number].verdicts, strict=True):
            norm, outcome, _, word, *_, steps = told["svar"][one]
            assert told["utfall"][outcome] == verdict.outcome.value
            assert told["normer"][norm][0] == verdict.norm.id
            assert told["tekster"][word] == full_word(verdict, lacks_of(verdict))
            if steps:
                assert said(told, steps) == [each.what for each in flat(told_reason(verdict))]
    assert sum(1 for each in told["svar"] if each[-1]) > len(PROGRAM.norms)
    # The script knows them by these numbers, and what they are called from what is packed.
    assert tuple(Outcome) == (Outcome.MET, Outcome.BROKEN, Outcome.UNDECIDED,
                              Outcome.NOT_APPLICABLE, Outcome.NO_RULE)  # fmt: skip
    assert told["utfall"] == [each.value for each in Outcome]


def said(told: dict[str, list[list[int]]], steps: list[int]) -> list[object]:
    """What the steps say, each before those below it."""
    found: list[object] = []
    for each in steps:
        _, _, what, *_, below = told["steg"][each]
        found += [told["tekster"][what], *said(told, below)]  # type: ignore[arg-type]
    return found


def flat(steps: Sequence[Told]) -> list[Told]:
    """The steps, each before those below it."""
    return [one for each in steps for one in (each, *flat(each.because))]


def test_what_is_alike_stands_once() -> None:
    """So a case more costs its row, and a number for each norm."""
    many = [evolve(each, id=f"{each.id}-{number}") for number in range(1000) for each in CASES]
    few, all_of_them = text(CASES), text(many)
    assert len(report(many).cases) == 3000
    assert (len(all_of_them) - len(few)) / len(many) < 600
    told = unpacked(packed(many, overview(many)))
    assert len(told["svar"]) <= len(CASES) * len(PROGRAM.norms)


# --- figures ---------------------------------------------------------------------------------


def test_without_the_library_the_page_is_whole_and_says_what_gives_figures() -> None:
    """The tables have the same numbers."""
    made = text()
    assert 'pip install "hjemmel[figurer]"' in made
    assert "<figure" not in made
    # In none of the three is every region served, and one that is national has two trusts.
    assert ["§ 4-2", "4", "1"] in [cells[:3] for _, cells in report().rows]


def test_a_figure_is_a_picture_with_words() -> None:
    """Nothing of another host is left in it, and it has no name in two places."""
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" class="marks" width="5" height="6" '
        'viewBox="0 0 5 6"><g role="graphics-object" aria-roledescription="g">'
        '<path class="background" d=""/><text>æ</text></g></svg>'
    )
    made = report(draw=lambda _: drawn)
    titles = [each.title for each in overview(CASES).breakdowns]
    assert [each.split(". ")[0] for each in made.labels] == [f"Stolper: {each}" for each in titles]
    assert "http" not in text(draw=lambda _: drawn).replace("http-equiv", "")
    assert "graphics-object" not in text(draw=lambda _: drawn)
    assert 'pip install "hjemmel[figurer]"' not in text(draw=lambda _: drawn)


@pytest.mark.parametrize("kind", [MULTI, NATIONAL])
def test_a_case_is_told_by_its_kind(kind: str) -> None:
    """In a column of its own, which the script filters by."""
    rows = [cells for _, cells in report().cases if kind in cells]
    assert len(rows) == Counter(each for one in CASES for each in kinds(one))[kind]


def kinds(of: CaseVerdicts) -> list[object]:
    """What kind of service it is."""
    seen = of.verdicts[0].case.observation.view["tjeneste"]
    return [seen["type"]] if seen else []
