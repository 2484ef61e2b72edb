"""The golden pages of what is proved of a rulebook: each code, with the case that shows it."""

import pytest

from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proofs.looking import findings
from hjemmel.analysis.proofs.render_text import below
from hjemmel.core.program import Program
from hjemmel.diagnostics.catalogue import CATALOGUE
from hjemmel.diagnostics.render_text import render
from support.golden_file import Page, pages, rewrite
from support.golden_run import compiled

PROOFS = pages("bevis")


def looked(page: Page) -> tuple[Program, list[str], list[Finding]]:
    """The program of a page, its lines, and what is found in it."""
    checked, library = compiled(tuple(page.rules.items()))
    assert checked.ok, [each.message for each in checked.diagnostics]
    found = [each for each in findings(checked.value) if isinstance(each, Finding)]
    return checked.value, list(library["regler"].raw_lines), found


@pytest.mark.parametrize("page", PROOFS, ids=lambda page: page.name)
def test_findings_are_those_written_by_hand(page: Page) -> None:
    """Just these, under the right words."""
    _, lines, results = looked(page)
    found = [
        (e.code, e.told.span.line, e.told.span.column, e.told.span.end - 1,
         lines[e.told.span.line - 1][e.told.span.column - 1 : e.told.span.end - 1])
        for e in results
    ]  # fmt: skip
    assert found == [(e.code, e.line, e.first, e.last, e.words) for e in page.findings]


@pytest.mark.parametrize("page", PROOFS, ids=lambda page: page.name)
def test_printed_findings(page: Page, update_golden: bool) -> None:
    """With how sure they are, and the smallest case."""
    program, lines, found = looked(page)
    told = ["\n".join([render(each.told, lines), *below(program, each)]) for each in found]
    text = "\n\n".join(told) + "\n"
    if update_golden:
        rewrite(page, {page.text.line: text})
    else:
        assert page.text.text == text


def test_every_code_has_a_page() -> None:
    """Called after it."""
    codes = {code for code, each in CATALOGUE.items() if hasattr(problems, each.function)}
    assert {each.name[:6] for each in PROOFS} == {each for each in codes if each[:4] == "NTR6"}
