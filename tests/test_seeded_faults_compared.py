"""Faulty edits of the project's rulebooks: held against the old version, every one is told of."""

from functools import lru_cache

import pytest

from hjemmel.analysis.comparison.aspects import Aspect
from hjemmel.analysis.comparison.comparing import comparison
from hjemmel.analysis.comparison.comparison import Comparison, NormDifference, Version
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.differences.answers import Changed
from hjemmel.analysis.differences.comparing import differences
from hjemmel.analysis.differences.effort import ORDINARY
from hjemmel.analysis.render_comparison.sections import page
from hjemmel.analysis.render_comparison.text import text
from hjemmel.pipeline import compile_rules
from hjemmel.render.lines import plain
from hjemmel.source.source import read_text
from hjemmel.traceability.citing import citing
from support.edited_rules import edited, texts
from support.fault import E, Fault, K
from support.golden_run import grammar, sentences
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

EDITED = {"a kind of service exchanged for another": "4-2/to-helseforetak"}
"""The norm that is written otherwise, where the proof tells of another that is left alone."""

FEW = ("a reversed scope", "a dead exception", "a lost assumption", "a lost question",
       "a deadline one day late")  # fmt: skip


@lru_cache
def compared(name: str) -> Comparison:
    """The rulebook against itself with the fault."""
    of = COMPARED[name]
    return held(BOOK, (of.file, of.old, of.new))


def told(found: Comparison, of: Fault) -> NormDifference:
    """The norm that a fault is in: the one that is named, or the one that it is at odds with."""
    ids = (EDITED.get(of.name, of.norm), of.other)
    return next(each for each in (*found.norms, *found.unchanged) if each.id in ids)


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
    assert (before.word, before.outcome) != (after.word, after.outcome)


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
    assert len(shown) == ORDINARY.dependants
    assert all(each.witness for each in shown)
    assert len(rest) > 50
    assert all(each.may_turn and each.causes == shown[0].causes for each in rest)
    assert not {each.id for each in rest} & {each.id for each in found.unchanged}


def test_what_is_not_looked_into_is_said_aloud() -> None:
    """With the number, what they rest on, and what that means."""
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


def test_lost_own_words_are_told_with_the_norm() -> None:
    """No verdict is another, and what was said is told as gone."""
    line = next(each for each in texts(BOOK)[K].splitlines(keepends=True)
                if "sier hvem som tildeler" in each)  # fmt: skip
    found = held(BOOK, (K, line, ""))
    (norm,) = found.norms
    assert (norm.id, norm.sort) == ("4-1/logo-tildeles", Sort.ASIDE)
    (words,) = norm.aspects
    assert (words.aspect, words.is_lost) == (Aspect.OWN_WORDS, True)
    assert not found.may_turn


def test_a_lost_assumption_of_a_day_is_told_with_the_norm() -> None:
    """The day stands as it was, but nothing says any more that it is assumed."""
    written = "  fra en dag i 2022, etter veilederen pkt. 3 nr. 16\n"
    bare = "  fra 1. januar 2022, etter veilederen pkt. 3 nr. 16\n"
    taken = f"{bare}    antatt      første dag, veilederen sier ikke hvilken dag\n"
    old, new = (edited(BOOK, (K, written, each)) for each in (taken, bare))
    found = comparison(Version("før", old), Version("nå", new))
    (norm,) = found.norms
    assert (norm.id, norm.sort) == ("3/hdir-operasjonaliserer", Sort.ASIDE)
    (assumed,) = [each for each in norm.aspects if each.aspect is Aspect.ASSUMED]
    assert assumed.is_lost
    assert not found.may_turn


def test_a_lost_source_sentence_is_told() -> None:
    """A norm that is gone takes with it the sentence that only it modelled."""
    rules = texts(BOOK)[K]
    start = rules.index("krav om bruk av logo")
    end = rules.index("\n\n", start) + 2
    found = held(BOOK, (K, rules[start:end], ""))
    assert [each.id for each in found.sorted(Sort.REMOVED)] == ["4-1/logo"]
    before, after = citing(found.old.program).modelled, citing(found.new.program).modelled
    gone = [each for each in before if each not in after]
    assert [each.id for each in found.sentences.lost] == gone
    assert found.may_turn


# --- De Morgan, in the words of the rules ------------------------------------------------------

_NOT_ANY = "  eller når     tjenesten ikke er en nasjonal tjeneste\n"
_NONE_OF_ALL = """  eller når     tjenesten ikke er en nasjonal behandlingstjeneste
    og          tjenesten ikke er en flerregional behandlingstjeneste
    og          tjenesten ikke er en nasjonal kompetansetjeneste
"""


def test_not_any_of_several_is_proved_to_be_none_of_each() -> None:
    """The norm is written otherwise, and no verdict can be another."""
    found = held(BOOK, (E, _NOT_ANY, _NONE_OF_ALL))
    (norm,) = found.norms
    assert (norm.id, norm.sort, norm.own) == ("ern/partner-søker", Sort.SAME, True)
    assert not found.may_turn


def test_one_of_them_forgotten_is_no_longer_the_same() -> None:
    """The proof can fail."""
    short = _NONE_OF_ALL[: _NONE_OF_ALL.rindex("    og  ")]
    found = held(BOOK, (E, _NOT_ANY, short))
    assert [each.id for each in found.sorted(Sort.CHANGED)] == ["ern/partner-søker"]
