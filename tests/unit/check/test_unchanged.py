"""A changed word costs the norm it stands in, and what is remembered is told of that alone."""

import pytest

from hjemmel.check import heads, symbols, unchanged
from hjemmel.core.program import Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.lowering import rulebook
from hjemmel.pipeline import compile_rules
from hjemmel.source.sentences import Sentences, parse_sentences
from hjemmel.source.source import read_text
from hjemmel.store.storage import dump
from hjemmel.syntax import parse
from support.engine_texts import PARKING
from support.golden_run import grammar

MORE = """
rolle direktoratet
  innehaver fra 1. januar 2020 er Veivesenet

vurdering plassen gir trygghet, gjøres av direktoratet

krav trygt, etter forskrift § 1-1 femte ledd
  oppfylt når § 1-1 «takst» er oppfylt
  og direktoratet har vurdert at plassen gir trygghet

krav alt, etter forskrift § 1-1 sjette ledd
  oppfylt når alle krav i forskrift § 1-1 er oppfylt

prosess søknad, etter forskrift § 1-1 sjuende ledd
  steg a utlysning
    fullført når plassens takst er minst 10 kroner
  steg b vedtak
    fullført når saken har klage
"""
TEXT = PARKING + MORE
SENTENCES = "id\tkilde\tsted\tdel\tavtrykk\nF1\tforskrift\t§ 1-1\tførste ledd\tx\n"


def compiled(text: str, sentences: Sentences | None = None) -> Checked[Program]:
    """A rulebook, checked and lowered with what is remembered of others."""
    return compile_rules(("x",), {"x": read_text("x.ntr", text)}, grammar(), sentences)


def compiled_afresh(text: str) -> Checked[Program]:
    """A rulebook, with nothing remembered."""
    for remembering in (
        parse.parse,
        parse._read,
        symbols._declared,
        heads._of_block,
        unchanged._checked,
        unchanged._names_of_norms,
        rulebook._lowered,
    ):
        remembering.cache_clear()
    return compiled(text)


def same_norms(first: str, second: str) -> tuple[set[str], set[str]]:
    """The norms of the second text that are those of the first, and the others, by their ids."""
    before = {id(each) for each in compiled_afresh(first).value.norms}
    norms = compiled(second).value.norms
    same = {each.id for each in norms if id(each) in before}
    return same, {each.id for each in norms} - same


def test_a_changed_word_costs_one_norm() -> None:
    """The others are the same objects as before, numbers and all."""
    same, others = same_norms(TEXT, TEXT.replace("er minst 20 kroner", "er minst 30 kroner"))
    assert others == {"1-1/takst"}
    assert len(same) > 5


def test_a_line_half_written_costs_one_norm_too() -> None:
    """What cannot be read is no reason to look at the others again."""
    same, others = same_norms(TEXT, TEXT.replace("er minst 20 kroner", "er ??? kroner"))
    assert (others, "1-1/takst" in same) == (set(), False)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        # Who is meant by a group of norms; the title is the id, and it is referred to by it.
        ("krav hensyn", "anbefaling hensyn", {"1-1/alt", "1-1/hensyn"}),
        ("krav felles,", "krav andre,", {"1-1/alt", "1-1/andre"}),
        # What is declared is the ground under all.
        ("timer er heltall", "timer er desimaltall", None),
        ("  verdi sykkel", "  verdi sykkel\n  verdi trikk", None),
        ("kilde forskrift, gjelder fra 1. januar 2020", "kilde forskrift, gjelder fra 1. mai 2019",
         None),
    ],
)  # fmt: skip
def test_a_norm_is_checked_anew_when_what_it_rests_on_changes(
    old: str, new: str, changed: set[str] | None
) -> None:
    """One that it means by a name, or something that is declared."""
    assert old in TEXT
    after = TEXT.replace(old, new).replace("oppfylt når plassens kjøretøy er sykkel\n  tolkning",
                                           f"{'fulgt' if 'anbefaling' in new else 'oppfylt'} når "
                                           "plassens kjøretøy er sykkel\n  tolkning")  # fmt: skip
    same, others = same_norms(TEXT, after)
    assert (others if changed else same) == (changed or set())


def test_the_sources_are_looked_up_again() -> None:
    """Another account of the sources may lack what was cited."""
    assert compiled(TEXT).ok
    codes = {each.code for each in compiled(TEXT, parse_sentences(SENTENCES)).diagnostics}
    assert codes >= {"NTR214"}
    assert compiled(TEXT).ok


@pytest.mark.parametrize("line", range(5, len(TEXT.split("\n"))))
def test_nothing_is_told_that_would_not_be_told_afresh(line: int) -> None:
    """Without one line: the same is found and meant whether or not the whole was read before."""
    lines = TEXT.split("\n")
    text = "\n".join((*lines[:line], *lines[line + 1 :]))
    compiled(TEXT)
    remembered, afresh = compiled(text), compiled_afresh(text)
    assert remembered.diagnostics == afresh.diagnostics
    assert [each.place for each in remembered.diagnostics] == [
        each.place for each in afresh.diagnostics
    ]
    assert dump(remembered.value) == dump(afresh.value)
