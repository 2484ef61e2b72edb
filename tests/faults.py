"""Faults planted in the engine, one at a time, to see that the agreement run finds each.

    python tests/faults.py [PAR]

A check that has never failed has shown nothing. Each fault here is one that a careful person
could make; the run of `agreement.py` must catch it within so many pairs. Faults in what the
backends share (the logic, the operator table, the fold) are caught by the oracle alone.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

from attrs import evolve

from hjemmel.backends import concluding, presuming
from hjemmel.backends.compiled import results, runtime
from hjemmel.backends.compiled.blocks import Blocks
from hjemmel.backends.compiled.emitter import Emitter
from hjemmel.backends.compiled.logic import Logic
from hjemmel.backends.compiled.terms import Sort
from hjemmel.backends.staged import loops, row
from hjemmel.backends.staged.stager import Stager
from hjemmel.case import observation, registered
from hjemmel.case.observation import PartialList, _Seen
from hjemmel.core import calendar, kleene, operators, semantics
from hjemmel.core import outcome as outcomes
from hjemmel.core.nodes import Default, Each, Literal, Standing
from hjemmel.core.operators import FUNCTIONS, OPERATORS
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.core.schema import Role, Tenure, Validity
from hjemmel.core.types import Truth
from planted import counting, deciding, evaluator, last_days, observing, told_alone, wordings
from planted.fault import Fault, Patch
from planted.in_columns import FAULTS as IN_COLUMNS
from random_programs.backends import present
from random_programs.comparison import Disagreement, Run, run

TRINNVIS = "trinnvis"
"""The backend by which a fault in what they share is looked for."""
SEED, PAIRS = 1, 6000
"""Every fault must be caught within so many pairs from this seed."""

# --- the shared logic ------------------------------------------------------------------------


def forgetful_disjunction(bits: Any, truths: Any) -> Any:
    """Never fails."""
    return bits.disj([holds for holds, _ in truths]), bits.constant(False)


def hasty_disjunction(bits: Any, truths: Any) -> Any:
    """Fails as soon as one does."""
    return bits.disj([h for h, _ in truths]), bits.disj([f for _, f in truths])


def choice_without_consensus(bits: Any, arises: Any, then: Any, otherwise: Any) -> Any:
    """Unknown whenever it is unknown whether the question arises."""

    def side(index: int) -> Any:
        taken, left = bits.conj([arises[0], then[index]]), bits.conj([arises[1], otherwise[index]])
        return bits.disj([taken, left])

    return side(0), side(1)


def first_reading(bits: Any, truths: Any) -> Any:
    """Takes the first reading for what all agree on."""
    return truths[0]


def with_meaning(name: str, meaning: Callable[..., Any]) -> Patch:
    """A row of the operator table with another meaning."""
    return lambda: patch.dict(OPERATORS, {name: evolve(OPERATORS[name], meaning=meaning)})


def in_time_without_today(alg: Any, act: Any, last: Any, _: Any) -> Any:
    """Looks only at whether the act came by the last day."""
    return alg.at_most(act[1], last[0]), alg.below(last[1], act[0])


def overlapping_is_same(alg: Any, left: Any, right: Any) -> Any:
    """Two sizes are the same as soon as the least of them are."""
    same = alg.conj([alg.at_most(left[0], right[0]), alg.at_most(right[0], left[0])])
    apart = alg.disj([alg.below(left[1], right[0]), alg.below(right[1], left[0])])
    return same, apart


def settled_membership(alg: Any, value: Any, *allowed: Any) -> Any:
    """Not among the names as soon as one of them is another."""
    hits = [alg.alike(value, each) for each in allowed]
    return alg.disj(hits), alg.disj([alg.unlike(value, each) for each in allowed])


# --- the fold --------------------------------------------------------------------------------


def folding(change: Callable[[Any], Any]) -> Patch:
    """The fold over nodes that are changed on the way."""
    fold = semantics._meaning
    return lambda: patch.object(
        semantics, "_meaning", lambda node, *rest: fold(change(node), *rest)
    )


def without_exceptions(node: Any) -> Any:
    """A rule that has no exceptions."""
    return evolve(node, exceptions=()) if isinstance(node, Default) else node


def without_inner_exceptions(node: Any) -> Any:
    """A rule whose exceptions have none of their own."""
    if not isinstance(node, Default):
        return node
    return evolve(node, exceptions=tuple(without_exceptions(each) for each in node.exceptions))


def without_where(node: Any) -> Any:
    """A quantifier over all that is in the list."""
    return evolve(node, where=Literal(True, Truth())) if isinstance(node, Each) else node


def met_or_not(alg: Any, norm: Any, asked: Any) -> Any:
    """Takes a norm that does not apply for a broken one."""
    met = outcomes.standing(alg, norm, Standing.MET)
    return met if asked is Standing.MET else kleene.negation(met)


def not_all(alg: Any, *truths: Any) -> Any:
    """«Ingen» as «ikke alle»."""
    return kleene.negation(kleene.conjunction(alg, truths))


def requirement_first(norm: Any) -> Any:
    """Looks at whether it applies before whether it is in force."""
    turned = evolve(norm, in_force=norm.applies, applies=norm.in_force)
    return outcomes_as_they_are(turned)


outcomes_as_they_are = outcomes.outcome


def unknown_scope_is_no_scope(norm: Any) -> Any:
    """Takes a norm that may apply for one that does not."""
    result, stage = outcomes_as_they_are(norm)
    doubtful = result is Outcome.UNDECIDED and stage is outcomes.Stage.APPLIES
    return (Outcome.NOT_APPLICABLE, stage) if doubtful else (result, stage)


# --- the evaluator ---------------------------------------------------------------------------


def staging(method: str, replacement: Callable[..., Any]) -> Patch:
    """The folding into steps, with one method replaced."""
    return lambda: patch.object(Stager, method, replacement)


def looping(step: str, replacement: Callable[..., Any]) -> Patch:
    """The steps of lists, with one of them replaced."""
    return lambda: patch.object(loops, step, replacement)


def reading(function: str, replacement: Callable[..., Any]) -> Patch:
    """The functions of the row, with one of them replaced."""
    return lambda: patch.object(row, function, replacement)


# --- the compiled backend --------------------------------------------------------------------


def short_month(day: Any, months: int) -> Any:
    """Takes every month to have 28 days."""
    return calendar.months_later_down(day.replace(day=min(day.day, 28)), months)


def known_spread(sure: Any, possible: Any) -> Any:
    """Leaves the unknown values out."""
    return tuple(len({each for each in of if each is not None}) for of in (sure, possible))


def decided_too_early(norm: Any, writing: Any) -> str:
    """Tells of a requirement that fails before asking whether the norm applies."""
    broken = f"{Outcome.BROKEN.name} if {writing.bit(norm.requirement[1])}"
    return f"({broken} else {OUTCOME_TEXT(norm, writing)})"


OUTCOME_TEXT = results.outcome_text


def last_forgotten(self: Logic, bits: Any) -> Any:
    """«And» without its last bit, where there are three."""
    return CONJ(self, bits if len(bits) < 3 else bits[:-1])


CONJ = Logic.conj


def only_at_intervals(self: Blocks, facts: Any) -> Any:
    """Does not see that a list is known in part."""
    return LOOKED_AT(self, [each for each in facts if each.sort is not Sort.LIST])


LOOKED_AT = Blocks._looked_at

FAULTS: tuple[Fault, ...] = (
    Fault("kleene", "eller never fails",
          lambda: patch.object(kleene, "disjunction", forgetful_disjunction)),
    Fault("kleene", "eller fails as soon as one does",
          lambda: patch.object(kleene, "disjunction", hasty_disjunction)),
    Fault("kleene", "samstemt is og",
          lambda: patch.object(kleene, "agreement", kleene.conjunction)),
    Fault("kleene", "samstemt is the first reading",
          lambda: patch.object(kleene, "agreement", first_reading)),
    Fault("kleene", "tolket knows no consensus",
          lambda: patch.object(kleene, "choice", choice_without_consensus)),
    Fault("kleene", "ikke makes the unknown hold",
          lambda: patch.object(kleene, "negation", lambda truth: (truth[1], truth[1]))),
    Fault("operators", "innen_frist does not look at the day",
          with_meaning("innen_frist", in_time_without_today)),
    Fault("operators", "lik compares the least only", with_meaning("lik", overlapping_is_same)),
    Fault("operators", "er_blant fails with one name",
          with_meaning("er_blant", settled_membership)),
    Fault("operators", "minst is mer_enn", with_meaning("minst", operators._more)),
    Fault("operators", "a day that may not have come has no other instead",
          with_meaning("kommet_ellers", OPERATORS["tidligste"].meaning)),
    Fault("operators", "seneste is tidligste",
          with_meaning("seneste", OPERATORS["tidligste"].meaning)),
    Fault("operators", "months round up where they should down",
          lambda: patch.dict(FUNCTIONS, {"måneder_etter_ned": calendar.months_later_up})),
    *(Fault("days", what, plant) for what, plant in (*counting.FAULTS, *last_days.FAULTS)),
    Fault("semantics", "a rule forgets its exceptions", folding(without_exceptions)),
    Fault("semantics", "an exception forgets its own", folding(without_inner_exceptions)),
    Fault("semantics", "a quantifier ignores where", folding(without_where)),
    Fault("semantics", "the last day of a wording is not in it",
          lambda: patch.object(semantics, "at_most", operators._less)),
    Fault("semantics", "every edition has a say whatever the day",
          lambda: patch.object(semantics, "_agreed", wordings.every_edition)),
    Fault("semantics", "editions that may be in force never agree",
          lambda: patch.object(semantics, "_agreed", wordings.the_only_edition)),
    Fault("semantics", "wordings that meet may both be out of force",
          lambda: patch.object(semantics, "_runs", wordings.no_runs)),
    Fault("semantics", "a wording is in force by its own day though a later one is",
          lambda: patch.object(semantics, "_unless_later", wordings.no_later_one)),
    Fault("semantics", "one day decides all wordings, whatever each says of its own",
          lambda: patch.object(semantics, "_runs_by_day", wordings.by_the_first_day)),
    Fault("semantics", "a boundary in a span is its first day",
          lambda: patch.object(semantics, "_span", wordings.first_of_span)),
    Fault("outcome", "in force is asked though it applies under no wording",
          lambda: patch.object(outcomes, "outcome", wordings.in_force_first)),
    Fault("semantics", "a prohibition is a duty",
          lambda: patch.object(Kind, "forbids", property(lambda _: False))),
    Fault("outcome", "a broken norm is one that is not met",
          lambda: patch.object(semantics, "standing", met_or_not)),
    Fault("operators", "none of the norms is not all of them",
          with_meaning("ingen_norm", not_all)),
    Fault("operators", "a last day has gone by when it comes",
          with_meaning("siste_dag", last_days.gone_by_at_once)),
    Fault("semantics", "an enumeration has no end",
          lambda: patch.object(semantics, "_limit", lambda *_: None)),
    Fault("outcome", "applies is looked at before in force",
          lambda: patch.object(outcomes, "outcome", requirement_first)),
    Fault("outcome", "may apply is does not apply",
          lambda: patch.object(outcomes, "outcome", unknown_scope_is_no_scope)),
    Fault("observasjon", "an entry that nobody recognises is surely there",
          lambda: patch.object(observation, "_unsure", lambda _: ())),
    Fault("observasjon", "a list with an entry that nobody recognises is whole",
          lambda: patch.object(_Seen, "_entries", observing.whole_but_for_the_strange)),
    Fault("observasjon", "a day in a month is the first of it",
          lambda: patch.object(_Seen, "content", observing.first_of_the_month)),
    Fault("observasjon", "a source that cannot be read is left out",
          lambda: patch.object(_Seen, "fact", observing.readable_sources_only)),
    Fault("observasjon", "a record that nobody tells of is one the case does not have",
          lambda: patch.object(concluding, "observe", observing.untold_is_absent)),
    Fault("observasjon", "of names that differ, the first is right",
          lambda: patch.object(observation, "left_possible", observing.first_source_is_right)),
    Fault("observasjon", "what lists that differ share is the whole list",
          lambda: patch.object(observation, "common_entries", observing.whole_though_contested)),
    Fault("roller", "whoever may have held it did",
          lambda: patch.object(observation, "objection", observing.whoever_it_may_have_been)),
    Fault("roller", "one of those who act together is enough",
          lambda: patch.object(Tenure, "could_act", observing.one_of_them_is_enough)),
    Fault("roller", "each of those who hold it together is it",
          lambda: patch.object(semantics, "_is_alone", observing.each_of_several)),
    Fault("roller", "somebody always has it",
          lambda: patch.object(Role, "is_held_on", observing.somebody_always_has_it)),
    Fault("formodninger", "what is told is replaced by what is taken as given",
          lambda: patch.object(presuming.Presuming, "given", observing.added_to_what_is_told)),
    Fault("formodninger", "the first that works decides",
          lambda: patch.object(presuming, "_settled", observing.whoever_comes_first)),
    Fault("formodninger", "what may work works",
          lambda: patch.object(presuming, "_works", observing.given_unless_it_fails)),
    *(Fault("formodninger", what, plant) for what, plant in told_alone.FAULTS),
    Fault("slutninger", "what is told goes before what follows",
          lambda: patch.object(concluding, "_is_news", observing.only_where_nobody_told)),
    Fault("slutninger", "what may follow follows",
          lambda: patch.object(concluding, "_works", observing.follows_unless_it_fails)),
    Fault("slutninger", "what follows goes before what a party told",
          lambda: patch.object(concluding, "_weight", observing.always_official)),
    Fault("registre", "what is told goes before the register",
          lambda: patch.object(registered, "_with", observing.register_only_where_nobody_told)),
    Fault("registre", "what was or will be so, is so",
          lambda: patch.object(Validity, "covers", observing.at_any_time)),
    Fault("trinnvis", "one of several names is whichever it may be",
          reading("within", evaluator.any_name_is_enough)),
    Fault("trinnvis", "names that may be the same are different",
          reading("unlike", evaluator.not_the_same_set)),
    Fault("trinnvis", "at_most is below", staging("at_most", Stager.below)),
    Fault("trinnvis", "greater is lesser", staging("greater", Stager.lesser)),
    Fault("trinnvis", "unknown names are different",
          reading("unlike", lambda left, right: lambda at: at[left] != at[right])),
    Fault("trinnvis", "two unknown names are the same",
          reading("alike", lambda left, right: lambda at: at[left] == at[right])),
    Fault("trinnvis", "a list known in part is whole",
          looping("is_complete", lambda items: items is not None)),
    Fault("trinnvis", "a list not given is empty",
          looping("is_complete", lambda items: not isinstance(items, PartialList))),
    Fault("trinnvis", "what any further member may be is a member", looping("members_in", len)),
    Fault("trinnvis", "none of a kind is none", looping("entries", evaluator.members_alone)),
    Fault("trinnvis", "alle ignores where", looping("every", evaluator.every_whatever_where)),
    Fault("trinnvis", "antall counts what it does not know as sure",
          looping("count", evaluator.count_of_possible)),
    Fault("trinnvis", "antall leaves out what it does not know",
          looping("count", evaluator.count_of_sure)),
    Fault("trinnvis", "antall ulike counts every unknown as another value",
          looping("distinct", evaluator.distinct_of_all_unknown)),
    Fault("trinnvis", "antall ulike forgets the size of the enumeration",
          looping("distinct", evaluator.distinct_without_limit)),
    Fault("trinnvis", "antall ulike of an unknown value may be none",
          looping("distinct", evaluator.distinct_of_surely_known)),
    Fault("trinnvis", "presence is inverted", staging("truth_of", evaluator.presence_inverted)),
    Fault("trinnvis", "silence is no", reading("is_value", evaluator.silence_is_no)),
    Fault("trinnvis", "not done is done today", reading("parting", evaluator.not_done_is_today)),
    Fault("trinnvis", "a reference is wrong", staging("norm_of", evaluator.wrong_truth_of_norm)),
    Fault("trinnvis", "what a list does not decide is done in it",
          staging("_emit", evaluator.innermost)),
    Fault("trinnvis", "a term is known by its parts in any order",
          staging("_term", evaluator.known_by_parts)),
    Fault("trinnvis", "a truth turned is the same", staging("_pair", evaluator.unturned)),
    Fault("kompilert", "greater is lesser",
          lambda: patch.object(Emitter, "greater", Emitter.lesser)),
    Fault("kompilert", "below is at_most", lambda: patch.object(Emitter, "below", Emitter.at_most)),
    Fault("kompilert", "a list known in part is whole",
          lambda: patch.object(Blocks, "_looked_at", only_at_intervals)),
    Fault("kompilert", "months have 28 days",
          lambda: patch.dict(runtime.FASTER, {calendar.months_later_down: short_month})),
    Fault("kompilert", "antall ulike leaves out the unknown",
          lambda: patch.object(runtime, "spread", known_spread)),
    Fault("kompilert", "an outcome is told too early",
          lambda: patch.object(results, "outcome_text", decided_too_early)),
    Fault("kompilert", "og forgets its last part",
          lambda: patch.object(Logic, "conj", last_forgotten)),
    *IN_COLUMNS,
)  # fmt: skip


def caught(fault: Fault, count: int = PAIRS) -> Run:
    """The agreement run with the fault planted, of the backends that can show it."""
    own = fault.where if fault.where in present() else TRINNVIS
    backends = {name: each for name, each in present().items() if name.startswith(own)}
    with fault.plant():
        return run(SEED, count, backends)


def by_answer(found: tuple[Disagreement, ...]) -> bool:
    """Caught by what a backend answers, and not because it broke down."""
    return any(each.norm != "all" for each in found)


def main() -> int:
    """Plant each fault and tell which pair catches it."""
    asked = argparse.ArgumentParser(description="Planter feil, og ser at hver av dem blir funnet.")
    asked.add_argument("par", type=int, nargs="?", default=PAIRS, help="par for hver feil")
    count, missed = asked.parse_args().par, 0
    for fault in FAULTS:
        failure = caught(fault, count).failure
        missed += failure is None
        told = "IKKE FUNNET" if failure is None else f"funnet av par {failure.pair.number}"
        sys.stdout.write(f"{told:22}  {fault}\n")
    for oversight in deciding.OVERSIGHTS:
        pair = deciding.caught(oversight)
        missed += pair is None
        told = "IKKE FUNNET" if pair is None else f"funnet av par {pair}"
        sys.stdout.write(f"{told:22}  avgjørende: {oversight}\n")
    total = len(FAULTS) + len(deciding.OVERSIGHTS)
    sys.stdout.write(f"\n{total - missed} av {total} feil funnet\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
