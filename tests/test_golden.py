"""The golden pages: what is written by hand holds, and what is printed is what was read."""

import re

import pytest

from hjemmel.analysis.expectations import unmet
from hjemmel.analysis.proofs import problems as problems_proofs
from hjemmel.analysis.trials import Tried, printed
from hjemmel.check import (
    problems_calendar,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_presumptions,
    problems_readings,
    problems_references,
    problems_sentences,
    problems_sources,
    problems_structure,
    problems_types,
    problems_wordings,
)
from hjemmel.diagnostics.catalogue import CATALOGUE
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.render_text import render, summary
from hjemmel.explain.verdict import Verdict
from hjemmel.pipeline import Library
from hjemmel.provenance.replay import replay
from hjemmel.source.shown import shown
from hjemmel.syntax import problems as problems_syntax
from hjemmel.syntax import problems_signs
from hjemmel.syntax.lexicon import line_words
from support.evaluation import evaluate
from support.golden_file import Page, Trial, pages, rewrite
from support.golden_run import (
    compiled,
    grammar,
    judged,
    outcomes,
    program_of,
    project,
)

VERDICTS = pages("vurder")
CHECKS = pages("kontroller")
PROOFS = pages("bevis")
"""What is found by asking of all cases; `test_proof_pages.py` looks at them."""
WIDTH = 100
NEVER = {"fullført etter tabellen"}
"""A step has no table; the word stands in the grammar beside those of the other kinds."""
ALWAYS_SO = {("4-1/anmodning", "fails"), ("4-1/ikke-klagerett", "fails")}
"""What the chosen reading lets be so of anyone: no case can show it otherwise."""
TRIALS = [
    pytest.param(page, trial, id=f"{page.name}:{trial.line}")
    for page in VERDICTS
    for trial in page.trials
]
PAGES_OF_CODES = (
    problems_calendar,
    problems_structure,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_presumptions,
    problems_proofs,
    problems_readings,
    problems_references,
    problems_sentences,
    problems_sources,
    problems_types,
    problems_wordings,
    problems_syntax,
    problems_signs,
)
"""Importing these enters their codes in the catalogue."""


@pytest.mark.parametrize(("page", "trial"), TRIALS)
def test_verdicts_are_those_written_by_hand(page: Page, trial: Trial) -> None:
    """Every norm that the page names has the word, the gaps and the citations it says."""
    found = judged(program_of(page.rules), trial.facts)
    unknown = [each.norm for each in trial.expected if each.norm not in found.verdicts]
    assert unknown == []
    told = {each.norm: unmet(each, found.verdicts[each.norm]) for each in trial.expected}
    assert not {norm: wrong for norm, wrong in told.items() if wrong}


@pytest.mark.parametrize(("page", "trial"), TRIALS)
def test_every_backend_gives_the_same(page: Page, trial: Trial) -> None:
    """The evaluator, the compiled functions and the oracle agree on every norm of the case."""
    program = program_of(page.rules)
    found = outcomes(program, judged(program, trial.facts).observation)
    first = found["staged"]
    assert {name: each for name, each in found.items() if each != first} == {}


@pytest.mark.parametrize(("page", "trial"), TRIALS)
def test_the_decisive_facts_decide(page: Page, trial: Trial) -> None:
    """With all other facts forgotten, each norm that the page names stands as it stood."""
    found = judged(program_of(page.rules), trial.facts)
    for each in trial.expected:
        verdict = found.verdicts[each.norm]
        assert replay(verdict.case, verdict.norm, evaluate).agrees, each.norm


@pytest.mark.parametrize("page", VERDICTS, ids=lambda page: page.name)
def test_printed_verdicts(page: Page, update_golden: bool) -> None:
    """The printed page of a case is the one that stands in the golden page."""
    program = program_of(page.rules)
    texts = {}
    for trial in page.trials:
        if trial.text is not None:
            found = judged(program, trial.facts)
            texts[trial.text.line] = printed(program, Tried(trial, found.case, found.verdicts))
    _compare(page, texts, update_golden)


@pytest.mark.parametrize("page", CHECKS, ids=lambda page: page.name)
def test_findings_are_those_written_by_hand(page: Page) -> None:
    """A rule file gives exactly the diagnostics that its page says, under the right words."""
    checked, library = compiled(tuple(page.rules.items()))
    found = []
    for each in checked.diagnostics:
        lines = _lines(library, each)
        line = lines[each.span.line - 1] if each.span.line else ""
        words = shown(line[each.span.column - 1 : each.span.end - 1]).strip()
        place = (each.span.file.removesuffix(".ntr") or "regler", each.span.line)
        found.append((each.code, *place, each.span.column, each.span.end - 1, words))
    expected = [(e.code, e.file, e.line, e.first, e.last, e.words) for e in page.findings]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("page", CHECKS, ids=lambda page: page.name)
def test_printed_findings(page: Page, update_golden: bool) -> None:
    """The printed diagnostics are those that stand in the golden page."""
    checked, library = compiled(tuple(page.rules.items()))
    told = [render(each, _lines(library, each)) for each in checked.diagnostics]
    text = "\n\n".join([*told, summary(checked.diagnostics)]) + "\n"
    _compare(page, {page.text.line: text}, update_golden)


def test_every_code_has_a_page() -> None:
    """A diagnostic has a golden page called after its code, and no page is without its code."""
    assert PAGES_OF_CODES
    shown = {page.name[:6] for page in (*CHECKS, *PROOFS)}
    wrong = [page.name for page in CHECKS if page.name[:6] not in {f.code for f in page.findings}]
    assert (set(CATALOGUE) - shown, shown - set(CATALOGUE), wrong) == (set(), set(), [])


def test_every_norm_has_a_page_with_each_outcome() -> None:
    """Every norm of the rulebooks is met, broken and undecided in some page, but for what is
    always so."""
    program = program_of({})
    wanted = {(n.id, each) for n in program.norms for each in ("holds", "fails", "open")}
    shown = {
        (each.norm, _side(found.verdicts[each.norm]))
        for page in VERDICTS
        if not page.rules
        for trial in page.trials
        for found in [judged(program, trial.facts)]
        for each in trial.expected
    }
    assert wanted - shown == ALWAYS_SO


@pytest.mark.parametrize(
    "page", [page for page in VERDICTS if page.rules], ids=lambda page: page.name
)
def test_own_rulebooks_are_shown_in_full(page: Page) -> None:
    """A page with a rulebook of its own says how each of its norms comes out."""
    named = {each.norm for trial in page.trials for each in trial.expected}
    assert {norm.id for norm in program_of(page.rules).norms} == named


def test_every_line_word_is_shown() -> None:
    """Every word that may open a line opens one in some rulebook or golden page."""
    texts = [source.text for source in project().values()]
    texts += [text for page in (*VERDICTS, *CHECKS) for text in page.rules.values()]
    lines = {line.strip().lower() for text in texts for line in text.splitlines()}
    unseen = [
        words
        for word in line_words(grammar())
        for words in word.shown or (word.terminal,)
        if not any(
            line.startswith(words) if word.shown else word.pattern.match(line) for line in lines
        )
    ]
    assert set(unseen) == NEVER


def _lines(library: Library, of: Diagnostic) -> list[str]:
    """The lines of the file that a diagnostic is about."""
    return library[of.span.file.removesuffix(".ntr")].written_lines if of.span.file else []


def _compare(page: Page, texts: dict[int, str], update: bool) -> None:
    """The fences against what is printed now; or write that in."""
    if update:
        rewrite(page, texts)
        return
    written = {each.line: each.text for each in page.fences if each.line in texts}
    assert written == texts


def _side(verdict: Verdict) -> str:
    return {"MET": "holds", "BROKEN": "fails", "UNDECIDED": "open"}.get(verdict.outcome.name, "")


_DELETING = re.compile(r"= hjelp: .*\b(ta (den|det|bort)|tas bort|fjern|slett|stryk)\b")
_MAY_GO = frozenset({"NTR201", "NTR209", "NTR210", "NTR223", "NTR230", "NTR240"})
"""Of names and files that nothing rests on; and signs that nobody sees (17x)."""


@pytest.mark.parametrize("page", CHECKS, ids=lambda page: page.name)
def test_nobody_is_told_to_delete_a_condition(page: Page) -> None:
    """What somebody wrote of the law is put right; the way out is never less of it."""
    parts = re.split(r"\n\n", page.text.text)
    told = [part for part in parts if _DELETING.search(part)]
    codes = {found for part in told for found in re.findall(r"\[(NTR\d{3})\]", part)}
    assert {each for each in codes if not each.startswith("NTR17")} <= _MAY_GO
