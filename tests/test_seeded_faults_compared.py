"""Faulty edits of the project's rulebooks: held against the old version, every one is told of."""

from functools import lru_cache

import pytest

from hjemmel.analysis.comparison.aspects import Aspect
from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.differences.answers import Changed
from hjemmel.analysis.differences.comparing import differences
from hjemmel.pipeline import compile_rules
from hjemmel.source.source import read_text
from support.edited_rules import edited, texts, unchanged
from support.fault import K, Fault
from support.golden_run import grammar, sentences
from support.rewrites import REWRITES
from support.seeded_faults import FAULTS
from support.versions import held

BOOK = "rules"
REFUSED = {each.name: each for each in FAULTS if each.code and each.code.startswith("NTR4")}
"""Edits that are mistakes: there is no new version to hold against the old."""

COMPARED = {each.name: each for each in FAULTS if each.name not in REFUSED}
WITHOUT_EFFECT = {
    "a dead exception",
    "a condition that follows",
    "a lower bound beside a higher",
    "readings that agree",
    "a question that never arises",
}
"""What is written can never matter, so no verdict is another: that is what is told."""

FEW = ("a reversed scope", "a dead exception", "a lost assumption", "a lost question",
       "a deadline one day late")  # fmt: skip


@lru_cache
def compared(name: str) -> Comparison:
    """The rulebook against itself with the fault."""
    of = COMPARED[name]
    return held(BOOK, (of.file, of.old, of.new))


def told(found: Comparison, of: Fault) -> NormDifference:
    """The norm that a fault is in: the one that is named, or the one that it is at odds with."""
    (norm, *_) = [
        each for each in (*found.norms, *found.unchanged) if each.id in (of.norm, of.other)
    ]
    return norm


@pytest.mark.parametrize("name", FEW)
def test_a_seeded_fault_is_told(name: str) -> None:
    """Some of every sort."""
    _is_told(name)


@pytest.mark.grundig
@pytest.mark.parametrize("name", sorted(COMPARED.keys() - {*FEW}))
def test_every_seeded_fault_is_told(name: str) -> None:
    """The whole table."""
    _is_told(name)


def _is_told(name: str) -> None:
    fault, found = COMPARED[name], compared(name)
    norm = told(found, fault)
    if name in WITHOUT_EFFECT:
        assert (norm.sort, norm.own) == (Sort.SAME, True)
        assert norm.read is not None
        assert not found.may_turn
        return
    assert found.may_turn
    assert norm.may_turn
    if norm.sort is Sort.UNASKED:  # enough others that rest on the same are shown
        assert norm.causes
        assert any({*each.causes} >= {*norm.causes} for each in found.sorted(Sort.CHANGED))
        of = (found.old.program, found.new.program)
        (answer,) = differences(*of, [norm.id])
        assert isinstance(answer, Changed)
        assert answer.is_smallest
        return
    assert norm.sort is Sort.CHANGED
    assert norm.witness is not None
    assert norm.witness.is_smallest
    before, after = norm.witness.before, norm.witness.after
    assert (before.word, before.outcome, before.reason) != (after.word, after.outcome, after.reason)


@pytest.mark.parametrize("name", REFUSED)
def test_an_edit_that_is_a_mistake_is_refused_before_it_is_compared(name: str) -> None:
    """It is told where it stands, by its code."""
    of = REFUSED[name]
    now = dict(texts(BOOK))
    now[of.file] = now[of.file].replace(of.old, of.new)
    library = {key: read_text(f"{key}.ntr", text) for key, text in now.items()}
    checked = compile_rules(("erne",), library, grammar(), sentences())
    assert of.code in {each.code for each in checked.diagnostics}
    assert not checked.ok


def test_the_unchanged_rulebook_gives_nothing() -> None:
    """Nothing is told where nothing is another."""
    found = held(BOOK)
    assert (found.norms, found.unchanged, found.beside, found.declared) == ((), (), (), ())
    assert (found.elsewhere, found.sentences.lost, found.sentences.new) == ((), (), ())
    assert not found.may_turn


# --- what a presumption that is gone does to many ----------------------------------------------


def test_of_many_norms_that_rest_on_one_change_some_are_shown_and_all_are_told() -> None:
    """None is told to stand the same that was not looked into."""
    found = compared("a lost assumption")
    (beside,) = found.beside
    assert beside.new is None
    shown, rest = found.sorted(Sort.CHANGED), found.sorted(Sort.UNASKED)
    assert len(shown) == 3
    assert all(each.witness for each in shown)
    assert len(rest) > 50
    assert all(each.may_turn and each.causes == shown[0].causes for each in rest)
    assert not {each.id for each in rest} & {each.id for each in found.unchanged}


def test_what_is_not_looked_into_is_said_aloud() -> None:
    """With the number, what they rest on, and what that means."""
    from hjemmel.analysis.render_comparison.sections import page
    from hjemmel.analysis.render_comparison.text import text
    from hjemmel.render.lines import plain

    found = compared("a lost assumption")
    said = plain(text(page(found), 1_000_000))
    count = len(found.sorted(Sort.UNASKED))
    assert f"… og {count} normer til bygger på det: formodning 2/formodet-ikke-avviklet" in said
    assert "De kan få et annet verdikt. Det er ikke undersøkt i hvilke saker." in said


# --- what is lost that is not an outcome ---------------------------------------------------------


def test_a_lost_question_is_told_among_what_answers_rest_on() -> None:
    """The reading that is gone, in its own words."""
    norm = told(compared("a lost question"), COMPARED["a lost question"])
    (reading,) = [each for each in norm.aspects if each.aspect is Aspect.READING]
    assert reading.is_lost
    assert "Er utredning av enkeltpasienter behandling?" in reading.before[0]


@pytest.mark.parametrize(("lead", "aspect"), [("antatt", Aspect.ASSUMED),
                                              ("med egne ord", Aspect.OWN_WORDS)])  # fmt: skip
def test_a_line_that_is_lost_is_told_with_the_norm(lead: str, aspect: Aspect) -> None:
    """No verdict is another, and what was said is told as gone."""
    text = texts(BOOK)[K]
    line = next(each for each in text.splitlines(keepends=True) if each.strip().startswith(lead))
    assert text.count(line)
    found = held(BOOK, (K, line, ""))
    lost = {one.aspect for each in found.norms for one in each.aspects if one.before}
    assert aspect in lost
    assert not [each for each in found.norms if each.sort is Sort.CHANGED]


def test_a_lost_source_sentence_is_told() -> None:
    """A norm that is gone takes with it the sentence that only it modelled."""
    program = unchanged(BOOK)
    text = texts(BOOK)[K]
    start = text.index("krav om logo") if "krav om logo" in text else -1
    assert start >= 0
    end = text.index("\n\n", start)
    found = held(BOOK, (K, text[start : end + 2], ""))
    gone = {each.id for each in found.sorted(Sort.REMOVED)}
    assert gone <= set(program.by_id)
    assert gone
    assert found.sentences.lost
    assert {norm for each in found.sentences.lost for norm in each.norms} <= gone


# --- De Morgan, in the words of the rules ------------------------------------------------------


def test_the_table_of_rewrites_has_de_morgan() -> None:
    """And it is proved to be without effect."""
    assert REWRITES
