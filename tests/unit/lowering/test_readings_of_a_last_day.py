"""A question about a last day: asked where the day stands, and lost from no wording."""

import pytest

from hjemmel.analysis.read_back import read_clauses
from hjemmel.core.nodes import Apply, Node
from hjemmel.provenance.book import new_book
from unit.lowering.rulebook import GOOD, codes, norm, program, words

HEAD = "frist x, etter forskrift § 4-2\n"
ACT = "    utført tjenestens start\n"
DAY = ACT + "    senest 1. mars 2024\n"
LATER = ACT + "    senest 1. april 2024\n"
QUESTION = """  tolkning Når?, etter veileder pkt. 2 nr. 1
    for leddet senest 1. mars 2024
    oppstår når tjenesten er ny
    lesemåte den første: senest 1. mars 2024
    lesemåte den siste: senest 4. mars 2024
    valgt ingen
"""
EARLY = "  fra 1. januar 2011 til og med 31. desember 2023\n"
LATE = "  fra 1. januar 2024\n"
HELD = "krav x, etter forskrift § 4-2\n" + GOOD + "  senest 1. mars 2024\n"


def on(day: str, text: str, start: str = "2024-03-02", new: str = "true") -> str:
    """The verdict of a service that began on a day."""
    facts = f'"start": "{start}", "ny": {new}, "god": false'
    return words(text, f'{{"vurderingsdato": "{day}", "tjeneste": {{{facts}}}}}')["4-2/x"]


def test_under_one_wording_of_several() -> None:
    """The day stands there alone; the other is as it is written."""
    text = HEAD + EARLY + LATER + LATE + DAY + QUESTION
    assert on("2024-06-01", text) == "uavklart"
    text = HEAD + EARLY + DAY + QUESTION + LATE + LATER
    assert on("2024-06-01", text) == "oppfylt"


def test_above_the_wordings_it_is_asked_in_each() -> None:
    """The question is told once."""
    text = HEAD + QUESTION + EARLY + DAY + LATE + DAY
    assert on("2024-06-01", text) == "uavklart"
    assert on("2024-06-01", text, new="false") == "brutt"
    assert len(norm(text).questions) == 1


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (EARLY + DAY + LATE + DAY + QUESTION, "NTR414"),
        (QUESTION + EARLY + DAY + LATE + LATER, "NTR414"),
        (EARLY + DAY + LATE + LATER + QUESTION, "NTR414"),
        (EARLY + LATER + LATE + LATER + QUESTION, "NTR228"),
        (DAY + QUESTION + QUESTION, "NTR123"),
        (DAY + QUESTION.replace("senest 4. mars 2024", "senest tjenestens slag"), "NTR301"),
        (DAY + QUESTION.replace("senest 4. mars 2024", "regnes ikke med"), "NTR229"),
        (DAY + QUESTION.replace("valgt ingen", "valgt den andre"), "NTR218"),
    ],
)
def test_what_is_wrong_with_it(lines: str, code: str) -> None:
    """It is never settled in silence."""
    assert codes(HEAD + lines) == [code]


def test_a_reading_that_is_taken() -> None:
    """The answer is by that day, where the question arises."""
    text = HEAD + DAY + QUESTION.replace("valgt ingen", "valgt den siste")
    assert on("2024-06-01", text) == "oppfylt"
    assert on("2024-06-01", text, new="false") == "brutt"


def test_what_must_hold_is_said_once() -> None:
    """Only the last day is read in several ways."""
    text = HELD + QUESTION
    assert [on(f"2024-03-0{day}", text) for day in (1, 4, 5)] == ["uavklart", "uavklart", "brutt"]
    assert on("2024-03-02", text, new="false") == "brutt"
    asked = norm(text).editions[0].requirement
    assert [str(each.operator) for each in _applied(asked)].count("eller") == 1


def test_what_must_hold_is_read_back_with_its_days() -> None:
    """A last day is no other way to meet it, whichever way it is read."""
    found = program(HELD + QUESTION)
    said = " ".join(read_clauses(new_book(found), found.norm("4-2/x")))
    assert "tjenesten er god, og (det senest 1. mars 2024, med forbehold for spørsmålet" in said


def _applied(node: Node) -> list[Apply]:
    if not isinstance(node, Apply):
        return []
    return [node, *(inner for each in node.arguments for inner in _applied(each))]
