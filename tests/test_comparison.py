"""Two versions of a rulebook: what differs is told, and nothing that differs is silent."""

from unittest.mock import patch

import pytest

from hjemmel.analysis.comparison import comparing
from hjemmel.analysis.comparison.aspects import Aspect
from hjemmel.analysis.comparison.causes import By, Cause
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.comparison.texts import Change, Part, word_changes
from hjemmel.analysis.differences import means
from hjemmel.analysis.render_comparison.gist import answer
from hjemmel.analysis.render_comparison.html import html
from hjemmel.analysis.render_comparison.markdown import markdown
from hjemmel.analysis.render_comparison.sections import page
from support.compared import BOUND, CARD, VEHICLE, F, P, norm, read, told
from support.rewrites import CHANGES, OWNER, REWRITES, WRITTEN
from support.versions import SMALL, TAKEN, held, small

# --- effect ----------------------------------------------------------------------------------


def test_a_change_of_effect_is_shown_in_the_smallest_case_with_both_reasons() -> None:
    """And a norm that only asks of it, under what caused it."""
    found = held(P, BOUND)
    own, other = norm(found, VEHICLE), norm(found, CARD)
    assert (own.sort, own.own, own.causes) == (Sort.CHANGED, True, (Cause(By.NORM, VEHICLE),))
    assert own.witness is not None
    assert (own.witness.before.word, own.witness.after.word) == ("oppfylt", "ikke oppfylt")
    assert '"totalvekt": 3500' in own.witness.case
    assert (other.sort, other.own, other.causes) == (
        Sort.CHANGED, False, (Cause(By.NORM, VEHICLE),)
    )  # fmt: skip
    assert {each.id for each in found.norms} == {VEHICLE, CARD}
    assert found.may_turn
    said = read(found)
    assert "Før: oppfylt" in said
    assert "Nå: ikke oppfylt" in said
    assert "totalvekt: 3500" in said
    assert f"Den bygger på det som er endret: {VEHICLE} (§ 3)." in said


@pytest.mark.parametrize(
    "name", ["at most one for less than two", "conditions in another order", "a norm moved"]
)
def test_what_means_the_same_is_told_as_proved(name: str) -> None:
    """It is written otherwise, and no verdict can be another."""
    book, edits = REWRITES[name]
    found = held(book, *edits)
    assert not found.may_turn
    assert {each.sort for each in found.norms} <= {Sort.SAME, Sort.ASIDE}
    assert "ingen verdikt kan bli et annet" in answer(found).casefold()


def test_written_otherwise_with_the_same_effect() -> None:
    """The norm itself is written otherwise, and that is told with the proof."""
    found = held(P, (P, "antall kort er høyst 1", "antall kort er mindre enn 2"))
    (only,) = found.sorted(Sort.SAME)
    assert (only.id, only.own) == ("4/om-antall-kort", True)
    assert "Bevist: normen står likt i alle saker." in read(found)


def test_without_a_solver_nothing_is_said_to_be_proved() -> None:
    """It is tried, that is said aloud, and it is not excluded that a verdict turns."""
    with (
        patch.object(means, "has_prover", lambda: False),
        patch.object(comparing, "has_prover", lambda: False),
    ):
        found = held(P, (P, "antall kort er høyst 1", "antall kort er mindre enn 2"))
    assert norm(found, "4/om-antall-kort").sort is Sort.TRIED
    assert found.may_turn
    assert "PRØVD, ikke bevist, fordi løseren er ikke installert" in read(found)
    assert "OBS: For " in read(found)


# --- which norm is which ---------------------------------------------------------------------


def test_a_new_title_with_the_id_kept() -> None:
    """The norm is renamed, and nothing else."""
    title = "vilkår om bosted, etter parkeringsforskriften § 3 første ledd bokstav a\n"
    renamed = title.replace("om bosted", "om adresse") + "  kjennemerke   3/om-bosted\n"
    found = held(P, (P, title, renamed))
    of = norm(found, "3/om-bosted")
    assert (of.sort, of.is_renamed, of.is_moved) == (Sort.ASIDE, True, False)
    assert told(of) == {Aspect.TITLE: (("om bosted",), ("om adresse",))}
    assert not found.may_turn


def test_a_new_title_and_so_a_new_id() -> None:
    """It is known to be the same norm, and the new id is told: pages of cases name the old one."""
    title = "vilkår om bosted, etter parkeringsforskriften § 3 første ledd bokstav a\n"
    found = held(P, (P, title, title.replace("om bosted", "om adresse")))
    of = norm(found, "3/om-adresse")
    assert of.old is not None
    assert (of.old.id, of.sort) == ("3/om-bosted", Sort.ASIDE)
    assert told(of)[Aspect.ID] == (("3/om-bosted",), ("3/om-adresse",))
    assert not found.sorted(Sort.ADDED, Sort.REMOVED)
    assert not found.may_turn
    assert "3/om-bosted → 3/om-adresse" in read(found)


def test_a_norm_that_stands_at_another_place() -> None:
    """The norm is the same, and the place is told."""
    found = held(P, (P, WRITTEN, WRITTEN.replace("bokstav a", "bokstav c")))
    (of,) = found.norms
    assert (of.sort, of.is_moved) == (Sort.ASIDE, True)
    assert set(told(of)) == {Aspect.PLACE, Aspect.CITATIONS}
    assert not found.may_turn


def test_norms_that_are_gone_or_new() -> None:
    """Each with all that it says, and either way verdicts may turn."""
    gone = held(P, (P, WRITTEN, ""))
    (of,) = gone.sorted(Sort.REMOVED)
    assert (of.id, gone.may_turn) == ("12a/om-skriftlig-klage", True)
    assert "Normen er borte." in read(gone)
    new = held(P, (P, WRITTEN, WRITTEN + WRITTEN.replace("skriftlig klage", "klagens språk")))
    (of,) = new.sorted(Sort.ADDED)
    assert (of.id, new.may_turn) == ("12a/om-klagens-språk", True)


# --- what is not effect ----------------------------------------------------------------------


def test_an_assumption_that_is_lost() -> None:
    """It is told, though no outcome can be another."""
    found = small(("    antatt      første dag, kilden sier ikke hvilken dag det ble endret\n", ""))
    of = norm(found, "1/om-lengden")
    assert told(of)[Aspect.ASSUMED][1] == ()
    assert not found.may_turn
    assert "Ikke lenger antatt" in read(found)


def test_an_open_question_that_is_lost() -> None:
    """It is told, and so is the case that is no longer undecided."""
    found = small((TAKEN, ""))
    of = norm(found, "1/om-forsikring")
    assert of.sort is Sort.CHANGED
    assert told(of)[Aspect.READING][1] == ()
    assert "Tolkning som er borte" in read(found)


def test_a_reading_that_is_chosen() -> None:
    """The question is the same; what is chosen is told before and now."""
    found = small(("    valgt       ingen", "    valgt       formålet"))
    lost, new = told(norm(found, "1/om-forsikring"))[Aspect.READING]
    assert "ingen er valgt" in lost[0]
    assert "valgt: «formålet»" in new[0]


def test_a_lower_level_turns_the_word() -> None:
    """The outcome is the same in every case, but what was a breach is a departure."""
    found = small(
        ("krav om forsikring, etter forskriften § 1 andre ledd",
         "krav om forsikring, etter veilederen § 1 andre ledd")
    )  # fmt: skip
    of = norm(found, "1/om-forsikring")
    assert of.sort is Sort.ASIDE
    assert {Aspect.LEVEL, Aspect.WORD, Aspect.CITATIONS} <= set(told(of))
    assert found.may_turn
    assert "får andre ord enn før" in answer(found)


def test_a_citation_a_kind_and_own_words() -> None:
    """Each by itself."""
    cited = held(P, (P, "etter rundskrivet pkt. 3 nr. 2\n", "etter rundskrivet pkt. 3 nr. 3\n"))
    assert told(cited.norms[0])[Aspect.CITATIONS] == (
        ("rundskrivet pkt. 3 nr. 2",), ("rundskrivet pkt. 3 nr. 3",)
    )  # fmt: skip
    assert not cited.may_turn
    line = "  gjelder for   klagen\n  oppfylt når   klagen er skriftlig\n"
    own = held(P, (P, line, f"  med egne ord  Et brev er nok.\n{line}"))
    assert told(own.norms[0]) == {Aspect.OWN_WORDS: ((), ("Et brev er nok.",))}


def test_the_citation_of_an_exception_is_not_silent() -> None:
    """What only the steps of a reason show, is heard when the norm is read back."""
    found = held(P, (P, "særlig behov, etter parkeringsforskriften § 3 andre ledd:",
                     "særlig behov, etter parkeringsforskriften § 3 tredje ledd:"))  # fmt: skip
    assert norm(found, VEHICLE).read is not None
    assert not found.may_turn


def test_a_presumption_that_is_gone_is_the_cause() -> None:
    """The norm is written as before; what was taken as given is not."""
    found = held(P, (P, OWNER, ""))
    (beside,) = found.beside
    assert beside.new is None
    of = norm(found, VEHICLE)
    assert (of.sort, of.own) == (Sort.CHANGED, False)
    assert of.causes == (Cause(By.BESIDE, beside.norm.id),)


def test_what_is_declared_otherwise_is_told() -> None:
    """A holder of a role, the meaning of a fact, and who tells it."""
    found = held(P, (P, "er Nordvik Parkering", "er Bymiljøetaten"))
    assert [(each.sort.value, each.name) for each in found.declared] == [
        ("rolle", "parkeringsmyndigheten")
    ]
    meaning = held(P, (P, "tillatt totalvekt i kilo", "tillatt totalvekt i kg"))
    assert [each.name for each in meaning.declared] == ["kjøretøy.totalvekt"]
    assert not meaning.may_turn


def test_only_a_remark_is_changed() -> None:
    """No verdict can be another, and that it is only a remark is said."""
    found = held(P, *REWRITES["a remark"][1])
    assert (found.may_turn, found.is_only_layout, found.norms) == (False, True, ())
    assert answer(found).startswith("Bare oppsett, overskrifter, merknader eller kilder")
    blank = held(P, *REWRITES["blank lines"][1])
    assert [each.is_layout for each in blank.texts] == [True]
    assert (blank.may_turn, blank.norms) == (False, ())


def test_the_same_rules() -> None:
    """There is nothing to tell but that."""
    found = held(P)
    assert found.is_same_text
    assert answer(found) == "Reglene er de samme i de to utgavene. Ingen verdikt kan bli et annet."


FEW = ("a bound", "a scope reversed", "an exception dropped")


@pytest.mark.parametrize(
    "name",
    [*FEW, *(pytest.param(e, marks=pytest.mark.grundig) for e in CHANGES if e not in FEW)],
)
def test_no_change_of_effect_is_silent(name: str) -> None:
    """Every one is among the norms, and the exit code says so."""
    book, edits, _ = CHANGES[name]
    found = held(book, *edits)
    assert found.sorted(Sort.CHANGED)
    assert found.may_turn


# --- text ------------------------------------------------------------------------------------


def test_the_text_by_norm_and_word() -> None:
    """Each stretch with the norm that it is part of."""
    found = held(P, BOUND)
    (file,) = found.texts
    (hunk,) = file.hunks
    assert (file.name, hunk.norms, hunk.change) == (P, (VEHICLE,), Change.WRITTEN)
    pieces = word_changes(hunk.before[0], hunk.after[0])
    assert [(part, said) for part, said in pieces if part is not Part.SAME] == [
        (Part.OUT, "3500"), (Part.IN, "3499")
    ]  # fmt: skip


def test_a_paragraph_that_is_moved() -> None:
    """It is not told as one that is gone and one that is new."""
    found = held(P, *REWRITES["a norm moved"][1])
    assert Change.MOVED in {hunk.change for file in found.texts for hunk in file.hunks}


# --- the project's own rules -----------------------------------------------------------------


def test_a_deadline_of_the_project_a_day_later() -> None:
    """Only what is written there turns, and the day between is the case."""
    found = held("rules", (F, "15. januar i søknadens år", "16. januar i søknadens år"))
    of = norm(found, "4-1/søknadsfrist")
    assert of.witness is not None
    assert "-01-16" in of.witness.case
    assert {each.id for each in found.sorted(Sort.CHANGED)} == {"4-1/søknadsfrist"}


def test_nothing_of_a_text_is_taken_for_markup() -> None:
    """What an author writes is text, in a comment as on a page."""
    line = "  gjelder for   klagen\n  oppfylt når   klagen er skriftlig\n"
    found = held(P, (P, line, f"  med egne ord  Se <b>loven</b> *her* og @noen.\n{line}"))
    said = markdown(page(found))
    assert "\\<b\\>loven\\</b\\> \\*her\\* og &#64;noen" in said


def test_a_question_that_a_new_wording_does_not_ask() -> None:
    """It still stands in the older wording, and is closed in the new one: that is told."""
    old = "  gjelder for   båten\n  oppfylt når   båten er forsikret\n"
    start = SMALL.index(old)
    asked = SMALL[start + len(old) :]
    before, after = (SMALL[start:], (
        "  gjelder for   båten\n  fra 1. januar 2020 til og med 31. desember 2024\n"
        "    oppfylt når båten er forsikret\n"
        + "".join(f"  {line}\n" for line in asked.rstrip().splitlines())
        + "  fra 1. januar 2025\n    oppfylt når båtens lengde er høyst 20\n"
    ))  # fmt: skip
    found = small((before, after))
    (not_asked,) = (lines for aspect, lines in told(norm(found, "1/om-forsikring")).items()
                    if aspect is Aspect.NOT_ASKED)  # fmt: skip
    which = "Trenger en åpen båt forsikring? Ordlyden fra 1. januar 2025 stiller ikke spørsmålet"
    assert not_asked == ((), (which,))
    assert f"Tolkningen hører til en annen ordlyd: «{which}»" in read(found)


def test_wordings_are_read_one_by_one_the_oldest_first() -> None:
    """All of a wording in one paragraph; the old one beside what it has become."""
    split = SPLIT.replace("januar 2024\n", "januar 2024 til og med 31. desember 2026\n")
    said = read(
        small((SPLIT, f"{split}  fra 1. januar 2027\n    oppfylt når båtens lengde er høyst 15\n"))
    )
    _, lines = said.split("Slik leses normen:\n")
    starts = [each.strip()[:40] for each in lines.splitlines()[:3]]
    assert starts == [
        "- Ordlyd fra 1. januar 2024, etter forsk",
        "+ Ordlyd fra 1. januar 2024 til og med 3",
        "+ Ordlyd fra 1. januar 2027, etter forsk",
    ]
    assert "I ordlyden" not in said
    assert "høyst 15." in lines.splitlines()[2]


SPLIT = (
    SMALL[SMALL.index("  fra 1. januar 2024\n") : SMALL.index("\nandre ledd")].rstrip("\n") + "\n"
)


def test_norms_that_rest_on_one_that_is_changed_are_folded_on_a_page() -> None:
    """With how many they are; what is written otherwise, stands open."""
    found = held("rules", (K, *USED))
    own = found.by_id("2/godkjent")
    assert own is not None
    assert own.own
    derived = [each for each in found.sorted(Sort.CHANGED) if not each.own]
    told = "".join(html(page(found), "0", ()))
    lead = "normer er ikke skrevet om, men bygger på det som er endret"
    fold = f"<details><summary>{len(derived)} {lead}</summary>"
    before, after = told.split(fold)
    assert "2/godkjent · " in before
    assert all(f"{each.id} · " in after for each in derived)
    assert "<details>" in markdown(page(found))


K = "forskrift_kap4"
USED = (
    "  betyr at      tjenesten er godkjent\n    og          tjenesten ikke er avviklet\n",
    "  betyr at      tjenesten er godkjent\n",
)
