"""Whether clauses and conditions are sound: their names known, their types right."""

from typing import assert_never

from hjemmel.check import names, problems_names, problems_types
from hjemmel.check.agreement import check_agreement
from hjemmel.check.checking import Checking, every
from hjemmel.check.claims import (
    is_sound_assessment,
    is_sound_claim,
    is_sound_predicate,
    is_sound_presence,
    plain_claims,
    plain_predicates,
)
from hjemmel.check.comparisons import is_sound_bound, is_sound_equality
from hjemmel.check.counted import counted, impersonal
from hjemmel.check.infer_lists import are_sound, is_sound_of_entries
from hjemmel.check.infer_values import has_calendar, infer_value, is_of_type
from hjemmel.check.left_out import check_parallel
from hjemmel.check.list_clauses import (
    is_sound_comparison,
    is_sound_cover,
    is_sound_member,
    is_sound_series,
    is_sound_span,
)
from hjemmel.check.outcomes import find_norm, is_sound_outcome
from hjemmel.check.problems_presumptions import told_outside
from hjemmel.check.quantified import each_has, of_entries
from hjemmel.check.readings import check_readings_of_clause
from hjemmel.check.runs import before
from hjemmel.check.stated import nearly_with_value, what_it_is, with_value
from hjemmel.check.unknown_sentences import is_unknown_sentence
from hjemmel.core.types import Date
from hjemmel.syntax import lines as written
from hjemmel.syntax import tree
from hjemmel.syntax.problems import inline_or
from hjemmel.syntax.show_expressions import clause as in_words


def is_sound_condition(ctx: Checking, condition: tree.Condition) -> bool:
    """Alternatives of conjunctions; each is looked at."""
    sound = every(_is_sound_conjunction(ctx, clauses) for clauses in condition.alternatives)
    if sound:
        check_parallel(ctx, condition.alternatives, condition.span)
    return sound


def _is_sound_conjunction(ctx: Checking, clauses: tuple[tree.Clause, ...]) -> bool:
    """Clauses joined by «og». «saken har X» guards the others."""
    outer = ctx.guards
    ctx.guards = outer | guarded(ctx, clauses)
    sound = are_sound(ctx, clauses)
    ctx.guards = outer
    if sound:
        check_parallel(ctx, [(clause,) for clause in clauses], clauses[0].span)
    return sound


def guarded(ctx: Checking, clauses: tuple[tree.Clause, ...]) -> frozenset[str]:
    """The records that these clauses make sure the case has."""
    return frozenset(
        record.key
        for clause in clauses
        if isinstance(clause, tree.CaseHas) and not clause.negated
        for record in [names.record_named(ctx.schema, clause.record.words)]
        if record is not None
    )


def is_sound_clause(ctx: Checking, clause: tree.Clause) -> bool:
    """One clause; where a question is open about it, the readings that replace it are checked."""
    if not _is_sound(ctx, clause):
        return False
    for asked in ctx.questions:
        if asked.clause and asked.clause.clause == clause:
            check_readings_of_clause(ctx, asked, is_sound_condition)
            break
    return True


def _is_sound(ctx: Checking, clause: tree.Clause) -> bool:  # noqa: C901, PLR0912 - a line each
    match clause:
        case tree.Claim():
            return _is_sound_claim(ctx, clause)
        case tree.Judged():
            return is_sound_assessment(ctx, clause)
        case tree.CaseHas():
            return is_sound_presence(ctx, clause)
        case tree.Is():
            return _is_sound_equality(ctx, clause)
        case tree.Among():
            return is_sound_member(ctx, clause)
        case tree.Bound():
            return _is_sound_bound(ctx, clause)
        case tree.IsWorkingDay():
            return has_calendar(ctx, clause.span) and is_of_type(ctx, clause.day, Date())
        case tree.IsTold():
            return _is_sound_told(ctx, clause)
        case tree.Exists():
            return is_sound_of_entries(ctx, clause.source, clause.filters)
        case tree.Defined():
            return find_norm(ctx, clause.definition) is not None
        case tree.ForEach():
            return is_sound_of_entries(ctx, clause.source, (*clause.filters, *clause.body))
        case tree.CoversEach():
            return is_sound_cover(ctx, clause)
        case tree.Compare():
            return is_sound_comparison(ctx, clause)
        case tree.CoversSpan():
            return is_sound_span(ctx, clause)
        case tree.HasEach():
            return is_sound_series(ctx, clause)
        case tree.Either():
            return _is_sound_choice(ctx, clause)
        case tree.OfEntries() | tree.EachHas() | tree.Counted() | tree.Impersonal():
            return _is_sound_sentence(ctx, clause)
        case _:
            assert_never(clause)


def _is_sound_told(ctx: Checking, clause: tree.IsTold) -> bool:
    """A day, in what says what follows from its being told."""
    if ctx.kind != written.CONCLUSION:
        ctx.report(told_outside(clause.span))
        return False
    return is_of_type(ctx, clause.day, Date())


def _is_sound_claim(ctx: Checking, clause: tree.Claim) -> bool:
    """A yes/no fact, or a fact that a verb names with its value."""
    options = [*with_value(ctx, clause), *plain_claims(ctx, clause)]
    if not options and (nearly := nearly_with_value(ctx, clause)):
        options = [nearly]
    if not options and clause.others:
        ctx.report(inline_or(before(clause.others[0].span)))
        return False
    if not options or options == [clause]:
        return is_sound_claim(ctx, clause)
    return _is_sound_meaning(ctx, clause, options)


def _is_sound_meaning(ctx: Checking, clause: tree.Clause, options: list[tree.Clause]) -> bool:
    """A sentence by what it says in full, which is kept; more than one is a fault."""
    if len(options) > 1:
        shown = ", ".join(f"«{in_words(each)}»" for each in options)
        ctx.report(problems_names.ambiguous(clause.words, shown, clause.span))
        return False
    ctx.tables.meanings[clause] = options[0]
    check_agreement(ctx, options[0] if isinstance(options[0], tree.Is) else clause)
    return _is_sound(ctx, options[0])


def _is_sound_sentence(
    ctx: Checking, clause: tree.OfEntries | tree.EachHas | tree.Counted | tree.Impersonal
) -> bool:
    """A sentence of a group, by what it says in full."""
    match clause:
        case tree.OfEntries():
            options = of_entries(ctx, clause)
        case tree.EachHas():
            options = each_has(ctx, clause)
        case tree.Counted():
            options = counted(ctx, clause)
        case tree.Impersonal():
            options = impersonal(ctx, clause)
        case _:
            assert_never(clause)
    return bool(options) and _is_sound_meaning(ctx, clause, options)


def _is_sound_equality(ctx: Checking, clause: tree.Is) -> bool:
    left = clause.left
    if isinstance(left, (tree.NormName, tree.NormGroup)):
        return is_sound_outcome(ctx, left, clause)
    if options := what_it_is(ctx, clause):
        return _is_sound_meaning(ctx, clause, [*options, *plain_predicates(ctx, clause)])
    predicate = is_sound_predicate(ctx, clause)
    if predicate is not None:
        return predicate
    if is_unknown_sentence(ctx, clause):
        return False
    known = infer_value(ctx, left, None)
    return known is not None and is_sound_equality(ctx, left, clause.values, clause)


def _is_sound_bound(ctx: Checking, clause: tree.Bound) -> bool:
    left, relation = clause.left, clause.relation
    if isinstance(left, (tree.NormName, tree.NormGroup)):
        ctx.report(problems_types.wrong_norm_outcome(relation, clause.span))
        return False
    known = infer_value(ctx, left, None)
    return known is not None and is_sound_bound(ctx, left, relation, clause.right, clause.span)


def _is_sound_choice(ctx: Checking, clause: tree.Either) -> bool:
    sound = are_sound(ctx, clause.clauses)
    if sound:
        check_parallel(ctx, [(part,) for part in clause.clauses], clause.span)
    return sound
