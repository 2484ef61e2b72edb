"""What came of pages of cases, as JUnit XML, which build servers read."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from hjemmel.analysis.expectations import found_in_words
from hjemmel.analysis.page_results import PageResult
from hjemmel.analysis.render_trials import reason, stale_text
from hjemmel.analysis.trials import Broken
from hjemmel.expectations.page import Expected, Trial
from hjemmel.source.shown import shown_lines


def render(results: Sequence[PageResult]) -> str:
    """A suite for each page, a case for each expectation."""
    top = ET.Element("testsuites", name="ntr test")
    for each in results:
        _suite(top, each)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _suite(top: ET.Element, result: PageResult) -> None:
    count = result.expected + len(result.stale) + len(result.faults)
    failures = result.unheld + len(result.stale)
    suite = ET.SubElement(
        top,
        "testsuite",
        name=_clean(result.page.name),
        tests=str(count),
        failures=str(failures),
        errors=str(len(result.faults)),
        skipped="0",
    )
    page = result.page.name
    unheld = {each.expected.line: each for each in result.broken}
    for found in result.tried:
        for expected in found.trial.expected:
            case = _case(suite, page, _title(found.trial, expected), expected.line)
            if expected.line in unheld:
                _failure(case, unheld[expected.line])
    _list(suite, result)
    for line in result.stale:
        told = "«tekst» er ikke slik svaret skrives nå"
        case = _case(suite, page, "tekst", line)
        unlike = ET.SubElement(case, "failure", message=told, type="tekst")
        changed = (f"{each.sign} {each.text}" for each in stale_text(result, line))
        unlike.text = _clean("\n".join(changed))
    for fault in result.faults:
        case = _case(suite, page, "siden kan ikke prøves", fault.line)
        wrong = ET.SubElement(case, "error", message=_clean(fault.reason), type="feil")
        wrong.text = _clean(fault.help)


def _list(suite: ET.Element, result: PageResult) -> None:
    """A case for each line of a list of norms; what differs may have no line of its own."""
    wrong: dict[int, list[str]] = {}
    for each in result.deviations:
        wrong.setdefault(each.line, []).append(f"{each.norm}: {each.wrong}")
    for listed in result.page.listed:
        case = _case(suite, result.page.name, listed.norm, listed.line)
        for told in wrong.get(listed.line, ()):
            ET.SubElement(case, "failure", message=_clean(told), type="liste")


def _case(suite: ET.Element, page: str, name: str, line: int) -> ET.Element:
    return ET.SubElement(
        suite, "testcase", classname=_clean(page), name=_clean(f"{line}: {name}"),
        file=_clean(page), line=str(line), time="0",
    )  # fmt: skip


def _title(trial: Trial, expected: Expected) -> str:
    return f"{expected.norm} ({trial.heading})" if trial.heading else expected.norm


def _failure(case: ET.Element, found: Broken) -> None:
    message = f"ventet {found.expected.said}, fikk {found_in_words(found.verdict)}"
    wrong = ET.SubElement(case, "failure", message=_clean(message), type="verdikt")
    wrong.text = _clean("\n".join((*found.wrong, "", reason(found))))


def _clean(text: str) -> str:
    return shown_lines(text)  # nor can XML hold what is not shown
