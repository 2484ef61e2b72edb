"""The cases suffice: what they could show, they show, and what is changed, they notice."""

from functools import lru_cache

import pytest

from hjemmel.analysis.coverage import coverage
from hjemmel.analysis.mutation.fates import Alive, fates, score
from hjemmel.analysis.mutation.mutants import mutants
from hjemmel.analysis.mutation.render import about
from hjemmel.analysis.mutation.trying import bench
from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.analysis.uncovered import gaps
from hjemmel.explain.judge import Judge
from hjemmel.provenance.book import new_book
from support.golden_file import pages
from support.golden_run import program_of

MOST_ALIKE = 0.05
"""The largest share of changes that change no verdict."""

_EACH = "tjenesten har levert årsrapport for hvert år fra {}, men tidligst 2022, til og med {}"
_AFTER, _OF = "året etter opprettelsen", "kalenderåret for opprettelsen"
THE_SAME = {
    (
        "3/privat-ideell-avtale",
        "«nøyaktig 1» for «minst 1» i «ingen av tjenestens steder drives av en kommersiell aktør»",
    ),
    *(
        ("4-1/årsrapport-hvert-år", f"{year} for 2022 i «{_EACH.format(first, last)}»")
        for year, first in ((2021, _AFTER), (2023, _AFTER), (2021, _OF))
        for last in ("fjoråret", "forfjor")
    ),
}
"""What says the same in any case, though no search through lists of bounded length shows it.

Is one commercial actor there, or more, the question decides and the clause is not asked; is there
none, neither version finds one; and where it is unknown, so is the question. And which year a first
report is for, is only a question where the service was opened in 2022 or later: then the year of it
is no earlier than 2022, and the year after it no earlier than 2023."""


@lru_cache
def results() -> tuple[PageResult, ...]:
    """The pages that try the project's own rules."""
    judge = Judge.of(program_of({}))
    shared = (each.read for each in pages("vurder") if not each.rules)
    return tuple(try_page(each, judge) for each in shared)


def test_all_that_a_case_could_show_is_shown() -> None:
    """Each outcome of each norm, and each condition deciding alone both ways (masking MC/DC).

    What is left, no case on either side of any boundary can show.
    """
    program = program_of({})
    verdicts = [one.asked for each in results() for one in each.tried]
    covered = coverage(program, verdicts, frozenset(program.by_id))
    left = [each for each in gaps(program, covered) if each.why is None]
    assert [(each.norm.id, each.outcome, each.condition, each.way) for each in left] == []
    assert [(each.norm.id, each.unseen_wordings) for each in covered if each.unseen_wordings] == []


@pytest.mark.grundig
def test_every_change_of_the_rules_is_noticed() -> None:
    """A bound, a day, an «og», a value, a citation …: one small change at a time."""
    program = program_of({})
    cases = [(each.page.name, one) for each in results() for one in each.tried]
    listed = tuple(line for each in results() for line in each.page.listed)
    at = bench(program, cases, listed)
    found = tuple(fates(at, mutants(new_book(program), frozenset(program.by_id))))
    alive = {(about(each.mutant).partition(" ")[0], each.mutant.told)
             for each in found if isinstance(each, Alive)}  # fmt: skip
    assert alive == THE_SAME
    assert score(found).equivalent < MOST_ALIKE * len(found)


def test_the_list_names_every_norm() -> None:
    """The list of all norms is there, and nothing in it is otherwise."""
    listed = {line.norm for each in results() for line in each.page.listed}
    assert listed == set(program_of({}).by_id)
    assert [one for each in results() for one in each.deviations] == []
