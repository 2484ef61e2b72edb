"""Every adverse verdict on a real service stands in a table, with what the service itself says.

The page is written by hand. An adverse verdict that is not there is a fault: in the facts, or in
the rules.
"""

import json
import re
from functools import lru_cache
from typing import Any

import pytest

from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.explain.binding import bound_by
from hjemmel.explain.verdict import Verdict
from hjemmel.resources import folder
from support.golden_file import GOLDEN
from support.golden_run import judged, program_of

PAGE = GOLDEN / "vurder" / "virkelige-tjenester.md"
TODAY = "2025-06-01"
"""The day on which they are all measured, besides each case's own."""
ROW = re.compile(
    r"^\| (?P<case>[\w-]+) \| (?P<day>\d{4}-\d\d-\d\d) \| `(?P<norm>[^`]+)` \| (?P<word>[^|]+) "
    r"\| (?P<who>[^|]+) \| (?P<says>[^|]+) \|$",
    re.MULTILINE,
)
FILES = ("portefolje.jsonl", "ar-for-ar.jsonl")
GRADES = {"offisiell", "egenrapport", "part", "utledet"}


def told(file: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    lines = (folder("data") / file).read_text(encoding="utf-8").splitlines()
    return [json.loads(each) for each in lines]


def adverse(found: Verdict) -> bool:
    """Whether somebody can be met with it: a failure, a refusal, or advice not followed."""
    unheeded = found.norm.kind is Kind.ADVICE and found.outcome is Outcome.BROKEN
    return unheeded or found.effect is not Effect.NONE


@lru_cache
def measured() -> dict[tuple[str, str, str], tuple[str, str]]:
    """The adverse verdicts of all the cases, on each one's own day and today: word and who."""
    program, met = program_of({}), {}
    for case in (each for file in FILES for each in told(file)):
        for day in {case.get("vurderingsdato", TODAY), TODAY}:
            verdicts = judged(program, json.dumps(case | {"vurderingsdato": day})).verdicts
            for norm, each in verdicts.items():
                if adverse(each):
                    who = " og ".join(one.holder or one.who for one in bound_by(each))
                    met[case["sak"], day, norm] = (each.word, who)
    return met


def written() -> dict[tuple[str, str, str], tuple[str, str]]:
    """The same, as the page has them."""
    rows = ROW.finditer(PAGE.read_text(encoding="utf-8"))
    return {
        (row["case"], row["day"], row["norm"]): (row["word"].strip(), row["who"].strip())
        for row in rows
    }


def test_every_adverse_verdict_is_on_the_page_and_no_other() -> None:
    """By case, day and norm: the word, and whom it binds."""
    assert measured() == written()


def test_there_are_forty_nine_services_and_forty_seven_cases() -> None:
    """None is lost, and none is told of twice."""
    for file, number in zip(FILES, (49, 47), strict=True):
        names = [each["sak"] for each in told(file)]
        assert len(names) == len(set(names)) == number


@pytest.mark.parametrize("file", FILES)
def test_every_fact_has_a_source_and_a_grade(file: str) -> None:
    """All that is told of a service, an application or what follows."""
    for case in told(file):
        for record in (each for each in case.values() if isinstance(each, dict)):
            for key, fact in record.items():
                assert "avventer" in fact or (fact["kilde"] and fact["grad"] in GRADES), key


def test_what_the_overview_lists_and_who_calls_itself_national() -> None:
    """A service of the directorate's overview is listed there; an own report says its own name."""
    for case in told("portefolje.jsonl"):
        service = case["tjeneste"]
        source = service["type"]["kilde"]
        listed = source.startswith("Helsedirektoratet, oversikt")
        assert ("står_i_den_offisielle_oversikten" in service) is listed
        if "tjenestens årsrapport" in source:
            assert service["kaller_seg_nasjonal_tjeneste"]["verdi"]


def test_the_page_says_what_supports_it() -> None:
    """In own words, for each."""
    rows = [*ROW.finditer(PAGE.read_text(encoding="utf-8"))]
    assert rows
    assert all(len(row["says"].strip()) > len("ukjent") for row in rows)
