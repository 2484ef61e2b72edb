"""What is proved of one rulebook: faults are found with a case, and sound rules are left alone."""

import json
from collections.abc import Collection
from functools import reduce
from unittest.mock import patch

import pytest

from hjemmel.analysis.differences import means
from hjemmel.analysis.differences.effort import ORDINARY, Effort
from hjemmel.analysis.proofs import asker
from hjemmel.analysis.proofs.finding import Finding, Result, Undecided
from hjemmel.analysis.proofs.looking import findings
from hjemmel.analysis.proofs.marks import Marks
from hjemmel.analysis.proofs.reviewed import FILE, line_of, reviewed
from hjemmel.analysis.proofs.sought import Doubt, Way
from hjemmel.analysis.proofs.stored import restored, stored
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Program
from hjemmel.resources import folder
from support.edited_rules import Edit, edited, texts, unchanged
from support.fault import Fault
from support.golden_run import judged
from support.seeded_faults import FAULTS

P, B = "parkering", "batteriforordningen"
OWNED = "  oppfylt når   kjøretøyet disponeres av søkeren\n"
WEIGHT = "    og          kjøretøyets totalvekt er høyst 3500\n"
CARDS = "  gjelder for   husstanden\n  fra 1. juli 2023\n"
WRITTEN = "  gjelder for   klagen\n  oppfylt når   klagen er skriftlig\n"
LAST_DAY = "  senest        21 dager etter den dagen vedtaket kom fram\n"
BATTERY = "  gjelder for   batteriet\n  oppfylt når   batteriets kapasitet er minst 400\n"

OWNS, NOT_OWNS = "kjøretøyet eies av søkeren", "kjøretøyet ikke eies av søkeren"
BEFORE_2024 = """  gjelder for   husstanden
  gjelder når   vurderingsdagen er før 1. januar 2024
  fra 1. juli 2023
"""
QUESTION = """  tolkning      Må den være skrevet?, etter parkeringsforskriften § 12 a andre ledd bokstav a
    for leddet  klagen er skriftlig
    oppstår når klagen ikke er skriftlig
    lesemåte    ja: regnes ikke med
    lesemåte    nei: regnes med når klagen er skriftlig
    valgt       ingen
"""  # noqa: E501 - a line is a line
FOREGONE = """  gjelder for   klagen
  gjelder når   klagen er skriftlig
  oppfylt når   klagen er skriftlig
"""
WORD = """definisjon egen bil, etter parkeringsforskriften § 3 første ledd bokstav a
  gjelder for   kjøretøyet
  betyr at      kjøretøyet disponeres av søkeren
    og          kjøretøyets totalvekt er høyst 3500

vilkår om bosted"""
REGISTERED = "  oppfylt når   søknaden er folkeregistrert i sonen\n"

FOUND: dict[str, tuple[str, Edit, str, str]] = {
    "a condition and its negation": (
        P, (P, WEIGHT, f"{WEIGHT}    og          kjøretøyet ikke disponeres av søkeren\n"),
        "3/om-kjøretøyet", "NTR602"),
    "bounds that cover all": (
        "sykkelbatterier",
        (B, BATTERY, f"{BATTERY}  eller når     batteriets kapasitet er mindre enn 500\n"),
        "artikkel-4/om-kapasitet", "NTR603"),
    "an exception that takes all": (
        P, (P, WRITTEN, f"{WRITTEN}  med mindre    klage: saken har klage\n"),
        "12a/om-skriftlig-klage", "NTR604"),
    "a bound that follows from another": (
        P, (P, WEIGHT, f"{WEIGHT}    og          kjøretøyets totalvekt er høyst 4000\n"),
        "3/om-kjøretøyet", "NTR605"),
    "an alternative that holds whatever is so": (
        P, (P, WEIGHT, f"{WEIGHT}    og          enten {OWNS}, eller {NOT_OWNS}\n"),
        "3/om-kjøretøyet", "NTR605"),
    "an exception where the norm does not apply anyway": (
        P, (P, LAST_DAY, f"{LAST_DAY}  med mindre    uten vedtak: saken ikke har vedtak\n"),
        "12a/for-å-klage", "NTR606"),
    "a wording that nobody reaches": (
        P, (P, CARDS, BEFORE_2024), "4/om-antall-kort", "NTR607"),
    "readings that agree": (
        P, (P, WRITTEN, WRITTEN + QUESTION), "12a/om-skriftlig-klage", "NTR608"),
    "an outcome that the scope settles": (
        P, (P, WRITTEN, FOREGONE), "12a/om-skriftlig-klage", "NTR611"),
}  # fmt: skip


def found(
    of: Program, norms: Collection[str] | None = None, effort: Effort = ORDINARY
) -> list[Finding]:
    """The findings, without what was left open."""
    return [each for each in findings(of, norms, effort) if isinstance(each, Finding)]


def codes(of: Program, norms: Collection[str] | None = None) -> list[tuple[str, str]]:
    """The findings by norm and code."""
    return [(each.norms[0], each.code) for each in found(of, norms)]


# --- what is found ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", FOUND)
def test_a_fault_is_found_once_and_nothing_else(name: str) -> None:
    """Where one thing is wrong with a norm, one thing is told of it."""
    book, edit, norm, code = FOUND[name]
    assert codes(edited(book, edit), [norm]) == [(norm, code)]


@pytest.mark.parametrize("book", [P, "sykkelbatterier"])
def test_nothing_is_found_in_a_sound_rulebook(book: str) -> None:
    """Neither is any question left open."""
    assert list(findings(unchanged(book))) == []


def test_norms_at_odds_are_shown_where_both_apply() -> None:
    """The case is judged as any: both norms apply, and they are not both met."""
    program = edited(P, (P, "  oppfylt når   klagen er vurdert av noen andre",
                         "  oppfylt når   klagen ikke er skriftlig"))  # fmt: skip
    (only,) = found(program, ["12a/om-ny-vurdering"])
    assert (only.code, only.norms) == ("NTR601", ("12a/om-skriftlig-klage", "12a/om-ny-vurdering"))
    assert only.shown is not None
    assert only.shown.is_smallest
    verdicts = judged(program, _named(only.shown.case)).verdicts
    stands = {verdicts[each].outcome for each in only.norms}
    assert stands == {Outcome.MET, Outcome.BROKEN}
    assert {verdicts[each].stage for each in only.norms} == {Stage.REQUIREMENT}
    assert set(json.loads(only.shown.case)) == {"vurderingsdato", "klage"}


def test_the_case_of_an_idle_condition_shows_it_failing() -> None:
    """So a reader sees that something else decides."""
    book, edit, norm, _ = FOUND["a bound that follows from another"]
    (only,) = found(edited(book, edit), [norm])
    assert only.shown is not None
    assert json.loads(only.shown.case)["kjøretøy"]["totalvekt"] > 4000
    assert only.shown.standings[norm][0] is Outcome.BROKEN


def test_of_two_that_say_the_same_the_last_is_told() -> None:
    """Either could go, but not both."""
    program = edited(
        P, (P, WEIGHT, f"{WEIGHT}    og          kjøretøyets totalvekt er mindre enn 3501\n")
    )
    (only,) = found(program, ["3/om-kjøretøyet"])
    assert "mindre enn 3501" in only.told.message


def test_what_several_norms_share_is_idle_only_where_it_is_so_in_all() -> None:
    """A definition serves more than one norm; what one of them does not need, another does."""
    both = (P, OWNED, "  oppfylt når   kjøretøyet er en egen bil\n")
    one = (P, REGISTERED, f"{REGISTERED}    og          kjøretøyet er en egen bil\n")
    edits = ((P, "vilkår om bosted", WORD), both, one)
    (only,) = found(edited(P, *edits), ["3/om-kjøretøyet"])
    # The norm could do without that of the word; but the other norm could not.
    lines = reduce(lambda text, each: text.replace(*each[1:]), edits, texts(P)[P]).splitlines()
    assert lines[only.told.span.line - 1] + "\n" == WEIGHT
    assert only.code == "NTR605"


# --- how sure it is --------------------------------------------------------------------------


def test_longer_lists_than_were_looked_at_leave_a_question_open() -> None:
    """A number that is greater than any list that was looked at, is no proof that it is never
    reached."""
    program = edited(
        "rules", ("erne", "nettverket har minst ti medlemmer", "nettverket har minst 40 medlemmer")
    )
    results = list(findings(program, ["ern/minst-ti-medlemmer"]))
    doubts = {(each.code, each.doubt) for each in results if isinstance(each, Undecided)}
    assert ("NTR602", Doubt.LONGER) in doubts
    assert not [each for each in results if isinstance(each, Finding)]


def test_without_a_solver_all_cases_at_the_boundaries_are_gone_through() -> None:
    """What is found is said to be tried, and in how many cases."""
    book, edit, norm, code = FOUND["a bound that follows from another"]
    with (
        patch.object(means, "has_prover", lambda: False),
        patch.object(asker, "has_prover", lambda: False),
    ):
        (only,) = found(edited(book, edit), [norm])
    assert (only.code, only.rests_on.way, only.rests_on.doubt) == (code, Way.TRIED, Doubt.NO_PROVER)
    assert only.rests_on.tried > 10
    assert only.shown is not None


def test_where_the_work_is_spent_it_is_said() -> None:
    """The cases at the boundaries are gone through instead."""
    book, edit, norm, _ = FOUND["a bound that follows from another"]
    results = list(findings(edited(book, edit), [norm], Effort(work=1, cases=2_000)))
    doubts = {e.rests_on.doubt if isinstance(e, Finding) else e.doubt for e in results}
    assert doubts == {Doubt.SPENT}


# --- what was read ---------------------------------------------------------------------------


def test_a_mark_stays_as_long_as_the_rule_means_the_same() -> None:
    """Words, remarks and places are no part of it; a number is."""
    norm = "3/om-kjøretøyet"
    marks = [
        Marks.of(each).of_norms("NTR605", [norm])
        for each in (
            unchanged(P),
            edited(P, (P, "merknad Kommunen og", "merknad Denne kommunen og")),
            edited(P, (P, "\n\n\n§ 4 Antall kort", "\n\n\n\n\n§ 4 Antall kort")),
            edited(P, (P, "totalvekt er høyst 3500", "totalvekt er høyst 3499")),
        )
    ]
    assert marks[0] == marks[1] == marks[2] != marks[3]


def test_what_is_written_of_a_finding_is_read_again() -> None:
    """With the reason, on one line whatever somebody wrote."""
    (only,) = _one_finding()
    line = line_of(only, "lest\nav meg")
    read = reviewed(f"# om funn\n\n{line}\n")
    assert read.faults == ()
    assert [(each.mark, each.norm, each.why) for each in read.reviews] == [
        (only.mark, only.norms[0], "lest av meg")
    ]
    assert read.stale([only], only.norms) == ()
    assert [each.line for each in read.stale([], only.norms)] == [3]


@pytest.mark.parametrize(
    "line", ["NTR605 3/om-kjøretøyet: grunn", "0123456789ab NTR605 3/x:", "tull"]
)
def test_a_line_that_is_no_review_is_told_of(line: str) -> None:
    """By its number."""
    (fault,) = reviewed(f"# om funn\n{line}\n").faults
    assert fault.line == 2


def test_the_same_mark_twice_is_told_of() -> None:
    """Two reasons for one finding."""
    line = "0123456789ab NTR605 3/x: grunn"
    (fault,) = reviewed(f"{line}\n{line}\n").faults
    assert "linje 1" in fault.reason


def test_what_is_stored_comes_back_as_it_was() -> None:
    """Findings with and without cases, and open questions."""
    open_question: Result = Undecided("NTR601", ("a", "b"), Doubt.SPENT, 7)
    results = (*_one_finding(), open_question)
    assert restored(json.loads(json.dumps(stored(results)))) == results


def _one_finding() -> tuple[Finding, ...]:
    book, edit, norm, _ = FOUND["a bound that follows from another"]
    return tuple(found(edited(book, edit), [norm]))


# --- the project's own rules -----------------------------------------------------------------


def seen(fault: Fault) -> list[Finding]:
    """What is found of the norms that a fault touches, and was not there before."""
    known = reviewed((folder("rules") / FILE).read_text(encoding="utf-8")).marks
    program = edited("rules", (fault.file, fault.old, fault.new))
    norms = [fault.norm, fault.other] if fault.other else [fault.norm]
    return [each for each in found(program, norms) if each.mark not in known]


QUICK = ("a condition and its negation", "readings that agree")
SEEN = {each.name: each for each in FAULTS if each.code and each.code.startswith("NTR6")}


@pytest.mark.parametrize("name", QUICK)
def test_a_seeded_fault_is_found(name: str) -> None:
    """By the norm, with the right code, and a case where there can be one."""
    _is_found(SEEN[name])


@pytest.mark.grundig
@pytest.mark.parametrize("name", [each for each in SEEN if each not in QUICK])
def test_every_seeded_fault_is_found(name: str) -> None:
    """Those that one version alone shows."""
    _is_found(SEEN[name])


def _is_found(fault: Fault) -> None:
    hits = [each for each in seen(fault) if each.code == fault.code and fault.norm in each.norms]
    assert hits
    assert not fault.other or fault.other in hits[0].norms
    assert hits[0].shown is not None or fault.code in (
        "NTR604",
        "NTR605",
        "NTR606",
        "NTR607",
        "NTR608",
    )


@pytest.mark.grundig
def test_no_finding_in_the_rules_is_unread() -> None:
    """And nothing that is written of one, is about none."""
    known = reviewed((folder("rules") / FILE).read_text(encoding="utf-8"))
    marks = {each.mark for each in found(unchanged("rules"))}
    assert marks == known.marks


def test_the_table_of_faults_is_of_edits_that_can_be_made() -> None:
    """Each is of words that stand once; most are found by one version alone."""
    rules = texts("rules")
    assert [each.name for each in FAULTS if rules[each.file].count(each.old) != 1] == []
    assert len({each.name for each in FAULTS}) == len(FAULTS) >= 40
    assert sum(each.code is not None for each in FAULTS) >= 22


def _named(case: str) -> str:
    return json.dumps({"sak": "S-1", **json.loads(case)}, ensure_ascii=False)
