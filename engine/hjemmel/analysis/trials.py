"""The cases of a page, judged: what came of each, and what is printed of it."""

import re
from collections.abc import Set

from attrs import field, frozen

from hjemmel.analysis.expectations import unmet
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind, Norm, Program, levels
from hjemmel.expectations.page import Expected, Fault, Page, Trial
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import Verdict
from hjemmel.facts.faults import RawCase, Rejected
from hjemmel.facts.json_file import read_json
from hjemmel.facts.schema import DAY, decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.render.lines import plain
from hjemmel.render.verdict_text import case_page, headings
from hjemmel.source.citation import UNDECLARED, Level
from hjemmel.words.outcomes import NOT_OPEN, UNREAD, outcome_word

Faults = tuple[Fault, ...]
_LINE = re.compile(r"linje (?P<line>\d+), (?P<rest>.+)")
WIDTH = 100
"""Of what is printed in a page."""


@frozen
class Tried:
    """A case of a page with its verdicts by norm."""

    trial: Trial
    case: Case
    verdicts: dict[str, Verdict] = field(repr=False)

    @property
    def asked(self) -> tuple[Verdict, ...]:
        """The verdicts that the page says something of, in the order of the law."""
        norms = {each.norm for each in self.trial.expected}
        return tuple(each for norm, each in self.verdicts.items() if norm in norms)


@frozen
class Broken:
    """An expectation that does not hold: what was found, and all that is wrong with it."""

    page: str
    trial: Trial
    expected: Expected
    verdict: Verdict
    wrong: tuple[str, ...]


def words_of(program: Program) -> dict[str, tuple[str, ...]]:
    """The words that each norm of the program can have."""
    unread = {each.level for each in program.sources if not all(of.is_read for of in each.editions)}
    return {norm.id: _words(norm, unread) for norm in program.norms}


def levels_of(program: Program) -> tuple[str, ...]:
    """The sources that a page may name: those that norms rest on, the highest first; those that
    are declared; and those that need not be."""
    declared = (each.level for each in program.sources)
    found = (*levels(program), *declared, *UNDECLARED)
    return tuple(dict.fromkeys(each.value for each in found))


def _words(norm: Norm, unread: Set[Level]) -> tuple[str, ...]:
    """Those of its kind and levels; that nobody has looked it up, where a source has editions
    that were not read; that an access is not open, which nobody may have asked for."""
    mine = sorted(norm.wordings, key=lambda wording: wording.level.rank)
    found = (outcome_word(norm, wording, each) for each in Outcome for wording in mine)
    resting_on = {of.level for each in norm.wordings for of in each.citations}
    looked_up = (UNREAD,) if resting_on & unread else ()
    unasked = (NOT_OPEN,) if norm.kind is Kind.PERMISSION else ()
    return tuple(dict.fromkeys((*found, *unasked, *looked_up)))


def tried(page: Page, trial: Trial, judge: Judge) -> Tried | Faults:
    """A case judged; or what is wrong with its facts, by the lines of the page."""
    stem = f"{page.name}:{trial.line}"
    match tuple(read_json(SourceFile(page.name, stem, trial.sak.placed.encode()))):
        case (RawCase() as raw,):
            return _judged(page, trial, judge, raw)
        case (Rejected() as found,):
            return (_rejected(page, trial, found),)
        case _:
            help_text = "skriv én sak i hvert gjerde"
            return (Fault(page.name, trial.line, "gjerdet «sak» har flere saker", help_text),)


def _judged(page: Page, trial: Trial, judge: Judge, raw: RawCase) -> Tried | Faults:
    told = decode(raw, Vocabulary.of(judge.program.schema))
    case = told.case
    if case is None or told.faults:  # who writes a page wants all of it read
        return tuple(_rejected(page, trial, raw.origin.rejected(each)) for each in told.faults)
    if case.day is None:
        reason = "saken sier ikke hvilken dag den vurderes etter"
        return (Fault(page.name, trial.line, reason, f'skriv "{DAY}": "2024-06-01"'),)
    found = judge.judged(case, case.day).verdicts
    return Tried(trial, case, {each.norm.id: each for each in found})


def _rejected(page: Page, trial: Trial, found: Rejected) -> Fault:
    """What is wrong with the facts; a line that it tells of is one of the page."""
    at = _LINE.match(found.place)
    place = at["rest"] if at else found.place or found.field
    reason = f"{place}: {found.reason}" if place else found.reason
    return Fault(page.name, int(at["line"]) if at else trial.line, reason, found.help)


def broken(page: Page, found: Tried) -> tuple[Broken, ...]:
    """The expectations of a case that do not hold."""
    pairs = [(each, found.verdicts[each.norm]) for each in found.trial.expected]
    told = [Broken(page.name, found.trial, each, has, unmet(each, has)) for each, has in pairs]
    return tuple(each for each in told if each.wrong)


def printed(program: Program, found: Tried) -> str:
    """What is printed of the norms that the page names."""
    situation = next(iter(found.verdicts.values())).case
    heads = headings(program, situation.observation, found.case.title)
    return plain(case_page(heads, situation.day, found.asked, WIDTH))
