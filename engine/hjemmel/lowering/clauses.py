"""Clauses and conditions to core nodes."""

from typing import assert_never

from hjemmel.check import names, problems_logic, problems_names, problems_types
from hjemmel.check.suggestions import NOT_DECLARED, meant_fact, replacement
from hjemmel.check.types import shown
from hjemmel.core.nodes import Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.schema import ASSESSMENTS, PRESENCE
from hjemmel.core.types import (
    Date,
    Enumerated,
    Listed,
    Registered,
    Truth,
    Type,
    is_ordered,
    is_symbolic,
    is_truth,
)
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering import enumerations, quantities, references, values
from hjemmel.lowering.context import Context
from hjemmel.syntax import tree

_DAYS = {"senest": Op.NOT_AFTER, "tidligst": Op.NOT_BEFORE, "før": Op.BEFORE, "etter": Op.AFTER}
_AMOUNTS = {"minst": Op.AT_LEAST, "høyst": Op.AT_MOST, "inntil": Op.AT_MOST, "mer enn": Op.MORE,
            "mindre enn": Op.LESS}  # fmt: skip


def lower_condition(ctx: Context, condition: tree.Condition) -> Node | None:
    """Alternatives of conjunctions. None where a diagnostic has been given."""
    found = [_conjunction(ctx, each) for each in condition.alternatives]
    if any(each is None for each in found):
        return None
    nodes = [each for each in found if each]
    enumerations.check_parallel(ctx, nodes, condition.span)
    return ctx.any_of(nodes, condition.span, condition.words)


def _conjunction(ctx: Context, clauses: tuple[tree.Clause, ...]) -> Node | None:
    """Clauses joined by «og». «saken har X» guards the others."""
    outer = ctx.guards
    ctx.guards = outer | guarded(ctx, clauses)
    found = [lower_clause(ctx, each) for each in clauses]
    ctx.guards = outer
    if any(each is None for each in found):
        return None
    nodes, span = [each for each in found if each], clauses[0].span
    enumerations.check_parallel(ctx, nodes, span)
    return ctx.all_of(nodes, span)


def guarded(ctx: Context, clauses: tuple[tree.Clause, ...]) -> frozenset[str]:
    """The records that these clauses make sure the case has."""
    return frozenset(
        record.key
        for each in clauses
        if isinstance(each, tree.CaseHas) and not each.negated
        for record in [names.record_named(ctx.symbols.schema, each.record.words)]
        if record is not None
    )


def lower_clause(ctx: Context, clause: tree.Clause) -> Node | None:
    """One clause; where a question is open about it, with the readings that replace it."""
    written = _lower(ctx, clause)
    if written is None:
        return None
    for each in ctx.replacements:
        if each.clause == clause:
            return each.lower(written)
    return written


def _lower(ctx: Context, clause: tree.Clause) -> Node | None:  # noqa: C901, PLR0912 - a line each
    match clause:
        case tree.Claim():
            return _claim(ctx, clause)
        case tree.Judged():
            return _judged(ctx, clause)
        case tree.CaseHas():
            return _case_has(ctx, clause)
        case tree.Is():
            return _is(ctx, clause)
        case tree.Bound():
            return _bound(ctx, clause)
        case tree.Exists():
            return quantities.lower_exists(ctx, clause)
        case tree.ForEach():
            return quantities.lower_for_each(ctx, clause)
        case tree.CoversEach():
            return quantities.lower_covers_each(ctx, clause)
        case tree.Compare():
            return quantities.lower_compare(ctx, clause)
        case tree.CoversYears():
            return quantities.lower_covers_years(ctx, clause)
        case tree.Either():
            found = [lower_clause(ctx, each) for each in clause.clauses]
            if any(each is None for each in found):
                return None
            nodes = [each for each in found if each]
            enumerations.check_parallel(ctx, nodes, clause.span)
            return ctx.any_of(nodes, clause.span, clause.words)
        case _:
            assert_never(clause)


def _negated(ctx: Context, node: Node, clause: tree.Clause) -> Node:
    return ctx.apply(Op.NOT, node, span=clause.span, words=clause.words)


def _claim(ctx: Context, clause: tree.Claim) -> Node | None:
    words = clause.name.words + (f" {clause.denied.words}" if clause.denied else "")
    found = ctx.symbols.names.claim(words, ctx.bound)
    if not found:
        _unknown_claim(ctx, clause, words, list(names.claims(ctx.symbols.schema, ctx.bound)))
        return None
    if ctx.is_untyped(found[0].fact) or values.is_ambiguous(ctx, words, found, clause.span):
        return None
    if not is_truth(found[0].fact.type):
        ctx.report(problems_types.not_a_claim(words, shown(found[0].fact.type), clause.span))
        return None
    fact = values.use(ctx, found[0], clause.name.span, "" if clause.negated else clause.words)
    return _negated(ctx, fact, clause) if clause.negated else fact


def _unknown_claim(
    ctx: Context, clause: tree.Claim, words: str, options: list[names.Found]
) -> None:
    if ctx.was_lost(words):
        return
    for each in names.assessments(ctx.symbols.schema):
        if each.name.casefold() == words.casefold():
            ctx.report(problems_names.assessment_without_owner(each.name, each.holder, clause.span))
            return
    path = ctx.symbols.names.path(words, ctx.bound)
    for found in (*ctx.symbols.names.predicate(words, ctx.bound), *path):
        if said := names.said_with_is(ctx.symbols.schema, ctx.bound, found.fact):
            ctx.report(problems_names.missing_is(words, said, clause.span))
            return
    if path and not is_truth(path[0].fact.type):
        ctx.report(problems_types.not_a_claim(words, shown(path[0].fact.type), clause.span))
        return
    truths = [each for each in options if is_truth(each.fact.type)]
    meant = meant_fact(ctx.symbols.schema, words, truths)
    help, declared = (meant.question, meant.declared) if meant else (NOT_DECLARED, None)
    ctx.report(problems_names.unknown_name(words, clause.span, help, declared, replacement(meant)))


def _judged(ctx: Context, clause: tree.Judged) -> Node | None:
    options = names.assessments(ctx.symbols.schema)
    matter = clause.matter.words
    declared = next((e for e in options if e.name.casefold() == matter.casefold()), None)
    if declared is None:
        if not ctx.was_lost(matter):
            near = nearest(matter, [each.name for each in options])
            span = next((each.span for each in options if (each.name,) == near), None)
            help = f"mente du «{near[0]}»?" if near else "erklær vurderingen, eller rett navnet"
            ctx.report(
                problems_names.unknown_name(matter, clause.matter.span, help, span, "".join(near))
            )
        return None
    if clause.body.words.casefold() != declared.holder.casefold():
        ctx.report(
            problems_names.wrong_assessor(matter, declared.holder, clause.body.span, declared.span)
        )
        return None
    ctx.used.add((ASSESSMENTS, declared.key))
    words = clause.words if clause.positive else ""
    fact = Fact(ASSESSMENTS, declared.key, declared.type, ctx.origin(clause.span, words))
    return fact if clause.positive else _negated(ctx, fact, clause)


def _case_has(ctx: Context, clause: tree.CaseHas) -> Node | None:
    record = names.record_named(ctx.symbols.schema, clause.record.words)
    if record is None:
        if not ctx.was_lost(clause.record.words):
            near = nearest(clause.record.words, names.record_names(ctx.symbols.schema))
            ctx.report(
                problems_names.unknown_record(
                    clause.record.words, clause.record.span, "".join(near)
                )
            )
        return None
    ctx.used.add((record.key, PRESENCE))
    words = "" if clause.negated else clause.words
    fact = Fact(record.key, PRESENCE, Truth(), ctx.origin(clause.span, words))
    return _negated(ctx, fact, clause) if clause.negated else fact


def _is(ctx: Context, clause: tree.Is) -> Node | None:
    left = clause.left
    if isinstance(left, (tree.NormName, tree.NormGroup)):
        node = references.lower_outcome(ctx, left, clause)
        return node and (_negated(ctx, node, clause) if clause.negated else node)
    said = _predicates(ctx, clause)
    if said:
        return _predicate(ctx, said, clause)
    known = values.lower_value(ctx, left, None)
    if known is None:
        return None
    node = lower_equal(ctx, known, clause.values, clause)
    return node and (_negated(ctx, node, clause) if clause.negated else node)


def _predicates(ctx: Context, clause: tree.Is) -> list[names.Found]:
    """«tjenesten er (ikke) godkjent»: the yes/no facts whose name follows «er»."""
    left = clause.left
    if not isinstance(left, tree.Name) or len(clause.values) != 1:
        return []
    value = clause.values[0]
    if not isinstance(value, tree.Name):
        return []
    found = ctx.symbols.names.predicate(f"{left.words} {value.words}", ctx.bound)
    return [each for each in found if is_truth(each.fact.type)]


def _predicate(ctx: Context, found: list[names.Found], clause: tree.Is) -> Node | None:
    if values.is_ambiguous(ctx, clause.words, found, clause.span):
        return None
    fact = values.use(ctx, found[0], clause.span, "" if clause.negated else clause.words)
    return _negated(ctx, fact, clause) if clause.negated else fact


def lower_equal(
    ctx: Context, left: values.Typed, wanted: tuple[tree.Expression, ...], clause: tree.Clause
) -> Node | None:
    """«A er B eller C» for a left side already lowered."""
    found = [values.lower_value(ctx, each, left.type) for each in wanted]
    if any(each is None for each in found):
        return None
    typed = [each for each in found if each]
    for each, value in zip(typed, wanted, strict=True):
        if each.type != left.type or isinstance(left.type, Listed):
            ctx.report(problems_types.wrong_type(shown(each.type), _single(left.type), value.span))
            return None
    nodes = [each.node for each in typed]
    if isinstance(left.type, Truth):
        return _truth_is(ctx, left.node, nodes, clause)
    if is_symbolic(left.type):
        return _symbol_is(ctx, left, nodes, clause)
    for each in typed:
        if _is_unreachable(ctx, left.node, Op.EQUALS, each.node):
            return None
    same = [ctx.apply(Op.EQUALS, left.node, e, span=clause.span, words=clause.words) for e in nodes]
    return ctx.any_of(same, clause.span, clause.words)


def _is_unreachable(ctx: Context, left: Node, operator: Op, right: Node) -> bool:
    """Report a number of different values that a closed enumeration does not have."""
    kind = left.body.type if isinstance(left, Each) and isinstance(left.body, Fact) else None
    if not isinstance(kind, Enumerated) or not isinstance(right, Literal):
        return False
    assert isinstance(left, Each)
    size = len(ctx.symbols.schema.enumeration(kind.name).values)
    least = int(str(right.value)) + (operator is Op.MORE)
    if left.quantifier is not Quantifier.DISTINCT or least <= size:
        return False
    if operator not in (Op.EQUALS, Op.AT_LEAST, Op.MORE):
        return False
    ctx.report(problems_logic.never_true(str(right.value), str(size), right.origin.span))
    return True


def _single(kind: Type) -> str:
    return "en enkelt verdi" if isinstance(kind, Listed) else shown(kind)


def _truth_is(ctx: Context, left: Node, nodes: list[Node], clause: tree.Clause) -> Node | None:
    value = nodes[0]
    if len(nodes) != 1 or not isinstance(value, Literal):
        ctx.report(problems_types.wrong_type("flere verdier", "ja eller nei", clause.span))
        return None
    return left if value.value else _negated(ctx, left, clause)


def _symbol_is(
    ctx: Context, left: values.Typed, nodes: list[Node], clause: tree.Clause
) -> Node | None:
    if len(nodes) == 1:
        return ctx.apply(Op.IS, left.node, nodes[0], span=clause.span, words=clause.words)
    literals = [each.value for each in nodes if isinstance(each, Literal)]
    if isinstance(left.type, Enumerated) and len(literals) == len(nodes):
        term = ctx.symbols.schema.enumeration(left.type.name)
        if set(term.values) == set(literals):
            ctx.report(problems_logic.always_true(term.name, clause.span))
            return None
    is_row = not clause.words  # what one row of a table leaves out, another may hold
    every = len(literals) == len(nodes) and not is_row
    if every and isinstance(left.type, (Enumerated, Registered)):
        enumerations.check_named(ctx, left.type, set(literals), clause.span)
    return ctx.apply(Op.IS_AMONG, left.node, *nodes, span=clause.span, words=clause.words)


def _bound(ctx: Context, clause: tree.Bound) -> Node | None:
    if isinstance(clause.left, (tree.NormName, tree.NormGroup)):
        ctx.report(problems_types.wrong_norm_outcome(clause.relation, clause.span))
        return None
    left = values.lower_value(ctx, clause.left, None)
    if left is None:
        return None
    return lower_bound(ctx, left, clause.relation, clause.right, clause)


def lower_bound(
    ctx: Context, left: values.Typed, relation: str, right: tree.Expression, clause: tree.Clause
) -> Node | None:
    """«A er minst B» for a left side already lowered."""
    table = _DAYS if isinstance(left.type, Date) else _AMOUNTS
    if not is_ordered(left.type) or relation not in table:
        options = ", ".join(f"«er {each}»" for each in table)
        help = f"bruk {options}" if is_ordered(left.type) else "bruk «er» eller «er ikke»"
        ctx.report(
            problems_types.wrong_relation(f"er {relation}", shown(left.type), clause.span, help)
        )
        return None
    limit = values.of_type(ctx, right, left.type)
    if limit is None or _is_unreachable(ctx, left.node, table[relation], limit.node):
        return None
    return ctx.apply(table[relation], left.node, limit.node, span=clause.span, words=clause.words)
