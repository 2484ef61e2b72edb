"""Cases of pages held against what was expected of them."""

from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from hjemmel.analysis import render_junit, render_trials
from hjemmel.analysis.expectations import found_in_words
from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.analysis.trials import words_of
from hjemmel.expectations.reading import parse_page
from hjemmel.explain.judge import Judge
from hjemmel.render.lines import plain
from support.golden_run import program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
  oppfylt når tjenesten er åpen
    og tjenestens plasser er minst 4
"""
CASE = '{"vurderingsdato": "2024-06-01",\n "tjeneste": {"åpen": true, "plasser": 4}}'


def result(verdict: str, facts: str = CASE, rest: str = "") -> PageResult:
    """A page with one case and one line of «verdikt», tried."""
    text = f"## Én sak\n```sak\n{facts}\n```\n```verdikt\n{verdict}\n```\n{rest}"
    parsed = parse_page("s.md", text)
    assert parsed.faults == ()
    return try_page(parsed.page, Judge.of(program_of({"prøve": RULES})))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("oppfylt", ()),
        ("oppfylt | hjemmel: forskrift § 4-2 | nivå: forskrift | nevner: plasser", ()),
        ("brutt", ("er oppfylt",)),
        ("oppfylt | hjemmel: forskrift § 4-3", ("viser ikke til forskrift § 4-3",)),
        ("oppfylt | nevner: Helse Vest", ("nevner ikke Helse Vest",)),
        ("oppfylt | nivå: veileder", ("nivå forskrift",)),
        ("oppfylt | antatt", ("ordlyden er ikke antatt",)),
        ("uavklart (mangler)", ("er oppfylt", "ikke uavklart")),
    ],
)
def test_what_does_not_hold_is_named(said: str, wrong: tuple[str, ...]) -> None:
    """One word for each thing that was expected and is not so."""
    assert [each.wrong for each in result(f"4-2/drift: {said}").broken] == (
        [wrong] if wrong else []
    )


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("uavklart (mangler)", True),
        ("uavklart (mangler: tjeneste.åpen, tjeneste.plasser)", True),
        ("uavklart (mangler: tjeneste.åpen)", False),
        ("uavklart (skjønn)", False),
        ("uavklart (mangler; skjønn)", False),
    ],
)
def test_what_is_missing_is_held_against_what_was_said(said: str, holds: bool) -> None:
    """The kinds in full; the names in full where there are any."""
    facts = '{"vurderingsdato": "2024-06-01", "tjeneste": {}}'
    found = result(f"4-2/drift: {said}", facts)
    assert (found.broken == ()) == holds
    words = found_in_words(found.tried[0].verdicts["4-2/drift"])
    assert words == "uavklart (mangler: tjeneste.åpen, tjeneste.plasser)"


@pytest.mark.parametrize(
    ("facts", "line", "reason"),
    [
        ('{"vurderingsdato": "2024-06-01",\n "tjeneste": {,}}', 4, "tegn 15: ikke riktig JSON"),
        ('{"vurderingsdato": "2024-06-01", "tjenste": {}}', 2, "ukjent nøkkel «tjenste»"),
        ('{"tjeneste": {}}', 2, "saken sier ikke hvilken dag"),
        ("[{}, {}]", 2, "flere saker"),
        ("3", 2, "venter en sak"),
    ],
)
def test_facts_that_cannot_be_read(facts: str, line: int, reason: str) -> None:
    """Told by the lines of the page; nothing of the page is tried."""
    found = result("4-2/drift: oppfylt", facts)
    ((fault,), tried) = (found.faults, found.tried)
    assert (fault.line, reason in fault.reason, tried) == (line, True, ()), fault.reason


def test_a_failure_as_it_is_read() -> None:
    """Where, what was expected, what came, and the whole reason."""
    facts = CASE.replace("4}", "3}")
    told = plain(render_trials.text([result("4-2/drift: oppfylt", facts)], 10_000))
    assert told.startswith(
        "s.md:7  4-2/drift  (Én sak)\n  ventet  oppfylt\n  fikk    brutt\n\n    4-2/drift · drift\n"
    )
    assert "    krav: brutt\n" in told
    assert "tjenestens plasser er minst 4: plasser = 3 ◀\n" in told


def test_the_right_word_with_something_else_wrong() -> None:
    """Then what is wrong is said, since the two words are alike."""
    told = plain(render_trials.text([result("4-2/drift: oppfylt | nivå: veileder")], 10_000))
    assert "  fikk    oppfylt\n  galt    nivå forskrift\n" in told


def test_the_summary_counts() -> None:
    """Expectations, pages, printed texts that are old, and pages that could not be tried."""
    good, bad = result("4-2/drift: oppfylt"), result("4-2/drift: brutt")
    assert render_trials.summary([good]) == "1 av 1 forventning holder (1 side)"
    assert render_trials.summary([good, bad]) == "1 av 2 forventninger holder (2 sider)"
    old = result("4-2/drift: oppfylt", rest="```tekst\ngammelt\n```\n")
    assert list(old.stale) == [9]
    assert "1 tekst er ikke slik svaret skrives nå" in render_trials.summary([old])
    unread = result("4-2/drift: oppfylt", "3")
    assert render_trials.summary([unread]).endswith("1 side kunne ikke prøves")


def test_a_text_that_is_as_printed_is_not_old() -> None:
    """What the engine prints now, put in the page, is what it prints the next time."""
    old = result("4-2/drift: oppfylt", rest="```tekst\ngammelt\n```\n")
    now = result("4-2/drift: oppfylt", rest=f"```tekst\n{old.stale[9]}```\n")
    assert now.stale == {}


def test_junit_counts_what_it_holds() -> None:
    """A suite for each page whose counts are those of its cases; no character XML cannot hold."""
    broken = result("4-2/drift: brutt | nevner: <&>")
    results = [
        result("4-2/drift: oppfylt", rest="```tekst\ngammelt\n```\n"),
        evolve(broken, page=evolve(broken.page, name="s\x07.md")),
        result("4-2/drift: oppfylt", "3"),
    ]
    top = ET.fromstring(render_junit.render(results).encode())
    counts = []
    for suite in top:
        found = [len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error")]
        assert [suite.get("failures"), suite.get("errors")] == [str(each) for each in found]
        counts.append((suite.get("tests"), len(suite.findall("testcase")), *found))
    assert counts == [("2", 2, 1, 0), ("1", 1, 1, 0), ("1", 1, 0, 1)]
    failure = top.find("testsuite/testcase/failure[@type='verdikt']")
    assert failure is not None
    assert failure.get("message") == "ventet brutt | nevner: <&>, fikk oppfylt"
    assert "oppfylt når" in (failure.text or "")


def test_every_norm_knows_its_words() -> None:
    """A duty of the regulation and one of the guide have words of their own."""
    words = words_of(program_of({}))
    assert {"fraveket", "brutt"} & set(words["4-2/to-helseregioner"]) == {"fraveket"}
    assert {"fraveket", "brutt"} & set(words["4-2/ett-helseforetak"]) == {"brutt"}
    assert {"åpen", "ikke åpen", "uavklart"} <= set(words["4-1/adgang-til-avvikling"])
    assert "nektet" not in words["4-1/adgang-til-avvikling"]
    assert {"nektet", "ikke åpen"} <= set(words["ern/fullverdig-søker"])


def test_a_norm_may_be_unread_only_where_an_edition_of_its_source_is() -> None:
    """The guide has editions that the rules were not written from; the regulation has none."""
    rules = """regelverk prøve
kilde forskrift, forskriften, gjelder fra 1. januar 2011
kilde veileder, veilederen
  slag veileder
  utgave fra 1. januar 2015, ikke lest
  utgave fra 1. januar 2022

opplysninger om brev, brevet
  opplysning kort er ja eller nei, oppgis av søkeren

§ 4-2 Prøve

krav om det korte, etter forskriften § 4-2 første ledd
  oppfylt når brevet er kort

veilederen pkt. 4.2
krav om det andre, etter veilederen pkt. 4.2 nr. 1
  oppfylt når brevet er kort
"""
    words = words_of(program_of({"prøve.ntr": rules}))
    assert "ikke lest" in words["4-2/om-det-andre"]
    assert "ikke lest" not in words["4-2/om-det-korte"]
