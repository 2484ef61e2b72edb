"""Clauses that are a fact by themselves: claims, assessments, and whether the case has a record."""

from hjemmel.check import names, problems_names, problems_types
from hjemmel.check.checking import Checking
from hjemmel.check.infer_names import is_ambiguous, refer
from hjemmel.check.references import BodyReference, FactReference, RecordReference
from hjemmel.check.suggestions import NOT_DECLARED, meant_fact, replacement
from hjemmel.check.types import shown
from hjemmel.core.schema import ASSESSMENTS
from hjemmel.core.types import is_truth
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax import tree


def plain_claims(ctx: Checking, clause: tree.Claim) -> list[tree.Clause]:
    """The claim itself, where a fact is called by all of its words."""
    words = clause.name.words + (f" {clause.denied.words}" if clause.denied else "")
    is_one = not clause.others and ctx.around.symbols.names.claim(words, ctx.bound)
    return [clause] if is_one else []


def plain_predicates(ctx: Checking, clause: tree.Is) -> list[tree.Clause]:
    """«A er B» itself, where a yes/no fact is called by all of its words."""
    return [clause] if _predicates(ctx, clause) else []


def is_sound_claim(ctx: Checking, clause: tree.Claim) -> bool:
    """«tjenesten har referansegruppe»."""
    words = clause.name.words + (f" {clause.denied.words}" if clause.denied else "")
    facts = ctx.around.symbols.names.claim(words, ctx.bound)
    if not facts:
        _unknown(ctx, clause, words)
        return False
    if ctx.is_untyped(facts[0].fact) or is_ambiguous(ctx, words, facts, clause.span):
        return False
    kind = facts[0].fact.type
    if not is_truth(kind):
        ctx.report(problems_types.not_a_claim(words, shown(kind), clause.span))
        return False
    spans = [name.span for name in (clause.name, clause.denied) if name]
    refer(ctx, clause, facts[0], words, *spans)
    return True


def _unknown(ctx: Checking, clause: tree.Claim, words: str) -> None:
    if ctx.was_lost(words):
        return
    for assessment in names.assessments(ctx.schema):
        if assessment.name.casefold() == words.casefold():
            name, holder = assessment.name, assessment.holder
            ctx.report(problems_names.assessment_without_owner(name, holder, clause.span))
            return
    known = ctx.around.symbols.names
    path = ctx.path(words)
    for fact in (*known.predicate(words, ctx.bound), *path):
        if said := names.said_with_is(ctx.schema, ctx.bound, fact.fact):
            ctx.report(problems_names.missing_is(words, said, clause.span))
            return
    if path and not is_truth(path[0].fact.type):
        ctx.report(problems_types.not_a_claim(words, shown(path[0].fact.type), clause.span))
        return
    claims = names.claims(ctx.schema, ctx.bound)
    truths = [claim for claim in claims if is_truth(claim.fact.type)]
    meant = meant_fact(ctx.schema, words, truths)
    help, declared = (meant.question, meant.declared) if meant else (NOT_DECLARED, None)
    ctx.report(problems_names.unknown_name(words, clause.span, help, declared, replacement(meant)))


def is_sound_predicate(ctx: Checking, clause: tree.Is) -> bool | None:
    """«tjenesten er (ikke) godkjent»: whether it is sound; None where no fact is called so."""
    facts = _predicates(ctx, clause)
    if not facts:
        return None
    if is_ambiguous(ctx, clause.words, facts, clause.span):
        return False
    refer(ctx, clause, facts[0], clause.words, clause.span)
    return True


def _predicates(ctx: Checking, clause: tree.Is) -> list[names.NamedFact]:
    """The yes/no facts that «A er B» can be."""
    left, value = clause.left, clause.values[0]
    if not isinstance(left, tree.Name) or not isinstance(value, tree.Name) or clause.values[1:]:
        return []
    said = f"{left.words} {value.words}"
    found = ctx.around.symbols.names.predicate(said, ctx.bound)
    return [each for each in found if is_truth(each.fact.type)]


def is_sound_assessment(ctx: Checking, clause: tree.Judged) -> bool:
    """«myndigheten har vurdert at …»."""
    options = names.assessments(ctx.schema)
    matter, body = clause.matter, clause.body
    folded = matter.words.casefold()
    declared = next((option for option in options if option.name.casefold() == folded), None)
    if declared is None:
        if not ctx.was_lost(matter.words):
            near = nearest(matter.words, [option.name for option in options])
            span = next((option.span for option in options if (option.name,) == near), None)
            help = f"mente du «{near[0]}»?" if near else "erklær vurderingen, eller rett navnet"
            ctx.report(
                problems_names.unknown_name(matter.words, matter.span, help, span, "".join(near))
            )
        return False
    if body.words.casefold() != declared.holder.casefold():
        ctx.report(
            problems_names.wrong_assessor(matter.words, declared.holder, body.span, declared.span)
        )
        return False
    ctx.tables.refer(body, BodyReference(declared.holder), body.span)
    fact = FactReference(ASSESSMENTS, declared.key, declared.type, ASSESSMENTS)
    ctx.tables.refer(clause, fact, matter.span)
    return True


def is_sound_presence(ctx: Checking, clause: tree.CaseHas) -> bool:
    """«saken har søknad»."""
    named = clause.record
    record = names.record_named(ctx.schema, named.words)
    if record is None:
        if not ctx.was_lost(named.words):
            near = nearest(named.words, names.record_names(ctx.schema))
            ctx.report(problems_names.unknown_record(named.words, named.span, "".join(near)))
        return False
    ctx.tables.refer(clause, RecordReference(record.key), named.span)
    return True
