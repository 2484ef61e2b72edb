"""Two versions of a rulebook: what means the same is proved to, and what does not is shown."""

import json
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from attrs import evolve

from hjemmel.analysis.differences import means, proving
from hjemmel.analysis.differences.answers import (
    Added,
    Answer,
    Basis,
    Changed,
    Reason,
    Removed,
    Unchanged,
)
from hjemmel.analysis.differences.comparing import differences
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.replaying import DoesNotReplayError
from hjemmel.core.outcome import Outcome
from support.edited_rules import edited, unchanged
from support.every_case import EveryCase, told_in
from support.golden_run import judged
from support.rewrites import CHANGES, REWRITES
from support.rewritten import rewritten

PROVED = (Basis.SAME_TERMS, Basis.PROVED)
P = "parkering"


def changed(of: Iterator[Answer]) -> dict[str, Changed]:
    """The norms that are told apart, each with its case."""
    return {each.norm: each for each in of if isinstance(each, Changed)}


# --- what means the same ---------------------------------------------------------------------


@pytest.mark.parametrize("name", REWRITES)
def test_what_means_the_same_is_proved_unchanged(name: str) -> None:
    """Every norm, and for lists of any length."""
    book, edits = REWRITES[name]
    for each in differences(unchanged(book), edited(book, *edits)):
        assert isinstance(each, Unchanged), each
        assert (each.basis in PROVED, dict(each.within)) == (True, {})


@pytest.mark.parametrize("book", [P, "sykkelbatterier", "rules"])
def test_a_whole_rulebook_written_otherwise_is_proved_unchanged(book: str) -> None:
    """Every «og» as what is denied of «eller», and turned round."""
    program = unchanged(book)
    other = rewritten(program)
    assert other.norms != program.norms
    found = list(differences(program, other))
    assert {each.basis for each in found if isinstance(each, Unchanged)} <= set(PROVED)
    assert changed(iter(found)) == {}


# --- what does not ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_effect_is_shown_in_a_case(name: str) -> None:
    """The case is read and judged by both as any other, comes to what is said, and names what the
    change is about."""
    book, edits, about = CHANGES[name]
    old, new = unchanged(book), edited(book, *edits)
    found = changed(differences(old, new))
    assert found
    for norm, each in found.items():
        facts = _with_name(each.case)
        for program, (result, stage) in ((old, each.before), (new, each.after)):
            verdict = judged(program, facts).verdicts[norm]
            assert (verdict.outcome, verdict.stage) == (result, stage)
        assert each.before != each.after
        assert each.is_smallest
    assert any(about in each.case for each in found.values())


def _with_name(case: str) -> str:
    return json.dumps({"sak": "forskjell", **json.loads(case)}, ensure_ascii=False)


def test_the_same_question_gets_the_same_case() -> None:
    """However often it is asked, and whatever was asked before."""
    book, edits, _ = CHANGES["a bound"]
    new = edited(book, *edits)
    first = changed(differences(unchanged(book), new))
    list(differences(unchanged("sykkelbatterier"), unchanged("sykkelbatterier")))
    assert changed(differences(unchanged(book), new)) == first


def test_norms_that_only_one_version_has() -> None:
    """A norm is known by its id."""
    old = unchanged("sykkelbatterier")
    gone = old.norms[-1].id  # no other refers to it
    fewer = evolve(
        old, norms=old.norms[:-1], order=tuple(each for each in old.order if each != gone)
    )
    wanted = [gone]
    assert list(differences(old, fewer, wanted)) == [Removed(gone)]
    assert list(differences(fewer, old, wanted)) == [Added(gone)]


# --- the smallest case -----------------------------------------------------------------------

SMALL = {
    "a year": "artikkel-4/om-levetid",
    "a scope reversed": "artikkel-9/til-salg",
    "a value dropped": "3/om-kjøretøyet",
    "a presumption dropped": "3/om-kjøretøyet",
}


@pytest.mark.parametrize("name", SMALL)
def test_no_smaller_case_shows_the_difference(name: str) -> None:
    """All cases at the boundaries that tell of fewer things are gone through."""
    book, edits, _ = CHANGES[name]
    looking = EveryCase(unchanged(book), edited(book, *edits))
    norm = SMALL[name]
    each = changed(differences(looking.old, looking.new, [norm]))[norm]
    told = told_in(each.case)
    assert looking.tells(norm, told, is_settled(each))
    assert not looking.tells(norm, told - 1, is_settled(each))


def is_settled(of: Changed) -> bool:
    """Whether neither version leaves it open."""
    return Outcome.UNDECIDED not in (of.before[0], of.after[0])


# --- when nothing is proved ------------------------------------------------------------------


def test_without_a_solver_cases_are_tried_and_the_answer_says_so() -> None:
    """What is found is shown all the same; what is not, is not proved."""
    book, edits, _ = CHANGES["a bound"]
    old, new = unchanged(book), edited(book, *edits)
    proved = changed(differences(old, new))
    with patch.object(means, "has_prover", lambda: False):
        tried = list(differences(old, new))
    found = changed(iter(tried))
    assert "3/om-kjøretøyet" in found
    assert set(found) <= set(proved)
    for norm, each in found.items():
        assert not each.is_smallest
        assert judged(old, _with_name(each.case)).verdicts[norm].outcome is each.before[0]
        assert judged(new, _with_name(each.case)).verdicts[norm].outcome is each.after[0]
    others = [each for each in tried if isinstance(each, Unchanged)]
    assert others
    for each in others:
        assert (each.basis, each.reason) == (Basis.TRIED, Reason.NO_PROVER)
        assert each.tried > 0


def test_where_the_solver_may_do_no_work_cases_are_tried_and_the_answer_says_so() -> None:
    """It is never taken for a proof."""
    book, edits = REWRITES["at most for less than one more"]
    found = differences(unchanged(book), edited(book, *edits), effort=Effort(work=1, cases=50))
    spent = [each for each in found if isinstance(each, Unchanged) and each.reason]
    assert spent
    assert {(each.basis, each.reason) for each in spent} == {(Basis.TRIED, Reason.SPENT)}


def test_a_name_that_only_one_version_knows_leaves_the_others_to_be_proved() -> None:
    """No case that both can read is told by it."""
    found = [*differences(unchanged(P), edited(P, (P, "  verdi motorsykkel\n", "")))]
    assert not any(isinstance(each, Unchanged) and each.reason for each in found)
    assert not any(isinstance(each, Changed) and "motorsykkel" in each.case for each in found)


def test_facts_that_are_declared_otherwise_are_tried() -> None:
    """One case may be two to the versions."""
    found = differences(
        unchanged(P),
        edited(P, (P, "totalvekt             er heltall", "totalvekt             er desimaltall")),
    )
    told = {each.reason for each in found if isinstance(each, Unchanged)}
    assert Reason.REDECLARED in told


def test_a_case_that_does_not_replay_is_an_error() -> None:
    """It is never shown."""
    book, edits, _ = CHANGES["a bound"]
    with (
        patch.object(proving, "raw_of", lambda *_: {"vurderingsdato": "2024-01-01"}),
        pytest.raises(DoesNotReplayError, match="som skulle vise en forskjell"),
    ):
        list(differences(unchanged(book), edited(book, *edits)))
