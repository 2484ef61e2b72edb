"""A page as it is written, and what is wrong with one that is not."""

from itertools import chain

import pytest

from hjemmel.expectations.page import Expected, Parsed
from hjemmel.expectations.reading import has_cases, parse_page

PAGE = """\
# To saker

Prosa.

```regler
regelverk prøve
```

## Den første

```sak
{"tjeneste": {}}
```
```verdikt
4-2/a: oppfylt | hjemmel: veileder pkt. 2 nr. 6, 7 og 10, forskrift § 4-2 | nivå: veileder
4-2/b: uavklart (mangler: tjeneste.x, tjeneste.y; skjønn) | nevner: Helse Vest, Oslo | antatt
```
```tekst
slik
```

## Den andre

```sak
{}
```

Mer prosa.

```verdikt
4-2/a: fraveket (forutsetning)
```
"""


def faults(text: str) -> list[tuple[int, str, str]]:
    """What is wrong with a page."""
    return [(each.line, each.reason, each.help) for each in parse_page("s.md", text).faults]


def case(verdict: str) -> str:
    """A page with one case, whose line of «verdikt» is line 5."""
    return f"```sak\n{{}}\n```\n```verdikt\n{verdict}\n```\n"


def only(parsed: Parsed) -> Expected:
    """The only expectation of a page."""
    (found,) = chain.from_iterable(each.expected for each in parsed.page.trials)
    return found


def test_a_page_is_read() -> None:
    """Its rules, its cases with the heading above each, and where all of it stands."""
    parsed = parse_page("mappe/s.md", PAGE)
    page = parsed.page
    assert (parsed.faults, page.name) == ((), "mappe/s.md")
    assert [(each.text, each.line) for each in page.rules] == [("regelverk prøve\n", 5)]
    first, second = page.trials
    assert (first.line, first.heading, second.line, second.heading) == (
        11, "Den første", 24, "Den andre",
    )  # fmt: skip
    assert first.text is not None
    assert (first.text.text, first.text.line, second.text) == ("slik\n", 18, None)
    assert first.facts == '{"tjeneste": {}}\n'


def test_what_is_expected_is_read() -> None:
    """Word, gaps, citations with commas of their own, and the line each stands on."""
    (a, b), (c,) = (each.expected for each in parse_page("s.md", PAGE).page.trials)
    assert (a.norm, a.word, a.level, a.line) == ("4-2/a", "oppfylt", "veileder", 15)
    assert a.citations == ("veileder pkt. 2 nr. 6, 7 og 10", "forskrift § 4-2")
    assert b.lacks == (("mangler", ("tjeneste.x", "tjeneste.y")), ("skjønn", ()))
    assert (b.word, b.mentions, b.assumed, b.level) == (
        "uavklart", ("Helse Vest", "Oslo"), "", None,
    )  # fmt: skip
    assert (c.word, c.line, c.said) == ("fraveket (forutsetning)", 31, "fraveket (forutsetning)")


def test_a_text_keeps_its_lines() -> None:
    """Whoever reads the placed text of a fence counts lines as the page does."""
    first, _ = parse_page("s.md", PAGE).page.trials
    assert first.sak.placed.split("\n")[first.line] == '{"tjeneste": {}}'


@pytest.mark.parametrize(
    ("text", "line", "reason", "advice"),
    [
        ("# x\n```sak\n{}\n", 2, "gjerdet «```sak» er ikke lukket", "skriv ``` alene"),
        ("```sak\n{}\n```verdikt\na: b\n```\n", 1, "gjerdet «```sak» er ikke lukket", "alene"),
        ("```verdict\na: b\n```\n", 1, "ukjent gjerde «```verdict»", "mente du ```verdikt?"),
        ("```python\nx\n```\n", 1, "ukjent gjerde «```python»", "velg blant regler, sak"),
        ("```\nx\n```\n", 1, "gjerdet sier ikke hva det er", "velg blant"),
        ("  ```sak\n{}\n```\n", 1, "ikke skrevet på riktig måte", "helt til venstre"),
        ("```verdikt\na: oppfylt\n```\n", 1, "«verdikt» hører ikke til noen sak", "```sak"),
        ("```tekst\nx\n```\n", 1, "«tekst» hører ikke til noen sak", "```sak"),
        ("x\n```sak\n{}\n```\n", 2, "saken har ingen «verdikt»", "```verdikt"),
        (case("a: x") + "```tekst\n```\n```tekst\n```\n", 9, "to gjerder «tekst»", "det ene"),
        (case("a: x\na: y"), 6, "normen «a» står to ganger", "linje 5"),
        (case("oppfylt"), 5, "forstår ikke verdiktet «oppfylt»", "skriv «norm: ord»"),
        (case("a: uavklart"), 5, "«uavklart» må si hvorfor", "mangler, skjønn, tolkning"),
        (case("a: uavklart (mangel)"), 5, "ukjent grunn «mangel»", "mente du «mangler»?"),
        (case("a: x | hjemel: § 4-2"), 5, "ukjent tillegg «hjemel»", "mente du «hjemmel»?"),
        (case("a: x | nevner"), 5, "tillegget «nevner» sier ikke hva", "skriv «nevner: …»"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, line: int, reason: str, advice: str
) -> None:
    """Each fault on its line, with what to do."""
    ((found, told, help_text),) = faults(text)
    assert (found, reason in told, advice in help_text) == (line, True, True), (told, help_text)


def test_one_fault_does_not_hide_another() -> None:
    """All faults of a page, in the order of its lines."""
    text = f"```saks\n```\n{case('a: x | hva: y')}{case('b: uavklart')}"
    assert [line for line, _, _ in faults(text)] == [1, 7, 13]


def test_the_rest_of_a_page_of_diagnostics_is_left_alone() -> None:
    """A page about rule files has «funn» and «tekst», and no cases."""
    text = "```regler\nx\n```\n```funn\nNTR100 1:1-2\n```\n```tekst\nfeil\n```\n"
    assert faults(text) == []
    assert (has_cases(text), has_cases(PAGE)) == (False, True)


def test_what_is_said_is_kept_as_it_is_written() -> None:
    """For whoever is told that it does not hold."""
    assert only(parse_page("s.md", case("a: x | nevner: y"))).said == "x | nevner: y"
