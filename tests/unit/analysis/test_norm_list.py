"""A list of all norms held against the rules."""

from xml.etree import ElementTree as ET

import pytest

from hjemmel.analysis import render_junit, render_trials
from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.expectations.reading import has_cases, parse_page
from hjemmel.explain.judge import Judge
from hjemmel.render.lines import plain
from support.golden_run import program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2 første ledd, forskrift § 4-3
  oppfylt når tjenesten er åpen

forbud stenging, etter forskrift § 4-2 andre ledd
  fra 1. januar 2020 til og med 31. desember 2021
    brutt når tjenesten er ikke åpen
  fra 1. januar 2022, etter forskrift § 4-3
    brutt når tjenesten er ikke åpen
"""
RIGHT = """\
4-2/drift: krav · forskrift · forskrift § 4-2 første ledd, forskrift § 4-3
4-2/stenging: forbud · forskrift · forskrift § 4-2 andre ledd
4-2/stenging: forbud · forskrift · forskrift § 4-3
"""


def listed(lines: str) -> PageResult:
    """A page with such a list, tried."""
    parsed = parse_page("liste.md", f"# Normer\n\n```normer\n{lines}```\n")
    assert parsed.faults == ()
    return try_page(parsed.page, Judge.of(program_of({"prøve": RULES})))


def test_a_list_that_is_right() -> None:
    """Each line is an expectation that holds."""
    result = listed(RIGHT)
    assert (result.expected, result.unheld, result.deviations) == (3, 0, ())


@pytest.mark.parametrize(
    ("old", "new", "line", "wrong"),
    [
        ("drift: krav", "drift: frist", 4, "slag er krav, listen sier frist"),
        ("krav · forskrift ·", "krav · veileder ·", 4, "nivå er forskrift, listen sier veileder"),
        (", forskrift § 4-3\n4-2", "\n4-2", 4,
         ("hjemmel er forskrift § 4-2 første ledd, forskrift § 4-3, "
         "listen sier forskrift § 4-2 første ledd")),
        ("4-2/stenging: forbud · forskrift · forskrift § 4-3\n", "", 5,
         "normen har 2 ordlyder, listen 1"),
        (RIGHT.splitlines()[0] + "\n", "", 4, "normen står ikke i listen"),
        ("4-2/drift", "4-2/drfit", 4, "regelverket har ikke denne normen"),
    ],
)  # fmt: skip
def test_what_differs_is_told_with_its_line(old: str, new: str, line: int, wrong: str) -> None:
    """Kind, level, citation, number of wordings, a norm too many, a norm too few."""
    result = listed(RIGHT.replace(old, new, 1))
    assert (line, wrong) in [(each.line, each.wrong) for each in result.deviations]
    assert f"liste.md:{line}" in plain(render_trials.text([result], 200))
    suite = ET.fromstring(render_junit.render([result])).find("testsuite")
    assert suite is not None
    assert int(suite.attrib["failures"]) == result.unheld
    assert wrong in "".join(each.attrib["message"] for each in suite.iter("failure"))


@pytest.mark.parametrize(
    ("line", "reason", "advice"),
    [
        ("4-2/drift krav", "forstår ikke linjen", "skriv «norm: slag · nivå · hjemmel»"),
        ("4-2/drift: krva · forskrift · forskrift § 4-2", "ukjent slag «krva»", "mente du «krav»?"),
    ],
)
def test_a_line_that_is_not_understood(line: str, reason: str, advice: str) -> None:
    """Where it is, what is wrong, and what to write."""
    (fault,) = parse_page("liste.md", f"```normer\n{line}\n```\n").faults
    assert fault.line == 2
    assert reason in fault.reason
    assert advice in fault.help


def test_a_page_with_only_a_list_is_found() -> None:
    """It has no cases, and is tried all the same."""
    assert has_cases("# Normer\n```normer\n```\n")


PERIODS = """\
4-2/stenging: forbud · forskrift · forskrift § 4-2 andre ledd \
· fra 1. januar 2020 til og med 31. desember 2021
4-2/stenging: forbud · forskrift · forskrift § 4-3 · fra 1. januar 2022
"""


def test_the_lines_to_paste_are_those_that_hold() -> None:
    """Of a norm with several wordings with their days; pasted, nothing differs any more."""
    told = listed("4-2/stenging: forbud · forskrift · forskrift § 4-2\n").deviations
    paste = "\n".join(line for each in told for line in each.paste) + "\n"
    assert PERIODS in paste
    assert listed(paste).deviations == ()
    assert PERIODS.splitlines()[1] in plain(
        render_trials.text([listed(RIGHT.splitlines()[0] + "\n")], 500)
    )


def test_days_in_the_list_are_held_against_the_rules() -> None:
    """They may be left out; where they stand they must be right."""
    wrong = RIGHT.splitlines()[0] + "\n" + PERIODS.replace("2022", "2023")
    [found] = listed(wrong).deviations
    assert found.wrong == "perioden er fra 1. januar 2022, listen sier fra 1. januar 2023"
    assert found.paste == (PERIODS.splitlines()[1],)
