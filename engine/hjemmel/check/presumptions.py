"""Presumptions and conclusions: what they may say, on what, and whether two of them meet."""

from collections.abc import Iterator, Sequence

import attrs
from attrs import frozen

from hjemmel.check import problems_presumptions as problems
from hjemmel.check.checking import Checking
from hjemmel.check.forms import Form, Forms
from hjemmel.check.heads import Head
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.problems_presumptions import CONCLUSION, PRESUMPTION, Words
from hjemmel.check.references import FactReference
from hjemmel.check.tables import Tables
from hjemmel.core.schema import ASSESSMENTS, CASE
from hjemmel.core.types import Listed
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span
from hjemmel.syntax import lines as written
from hjemmel.syntax import tree

Fact = tuple[str, str]
"""A fact of the case: its record and its name."""


@frozen
class Presumed:
    """What a presumption takes as given, or a conclusion says, under which conditions, and what
    these ask for, where."""

    of: Words
    title: str
    span: Span
    asked_at: Span
    fact: Fact
    conditions: Form
    rests_on: tuple[Fact, ...]


def presumed_of(ctx: Checking, head: Head) -> Presumed | None:
    """What it says of a fact; None, with what is wrong reported, where it cannot."""
    assert head.anatomy is not None
    of = CONCLUSION if head.is_conclusion else PRESUMPTION
    anatomy = head.anatomy
    misplaced = list(_misplaced(of, head, anatomy))
    for each in misplaced:
        ctx.report(each)
    asked = anatomy.common.requirement
    if misplaced or asked is None:
        return None
    fact = _fact(ctx, of, asked)
    if fact is None:
        return None
    if ctx.refers_to:
        where = _asked_at(head, anatomy)
        ctx.report(problems.rests_on_untold(of, "en annen norm", where, None))
        return None
    conditions = tuple(_conditions(anatomy))
    forms = Forms(ctx.tables, ctx.schema, ())
    rests_on = (each for part in conditions for each in _facts_in(ctx.tables, part))
    periods = tuple((each.start, each.end) for each in _editions(anatomy))
    return Presumed(
        of,
        head.title,
        head.span,
        _asked_at(head, anatomy),
        fact,
        (periods, tuple(map(forms.of, conditions))),
        tuple(rests_on),
    )


def presumption_problems(presumed: Sequence[Presumed]) -> Iterator[Diagnostic]:
    """Where one rests on another that it may not rest on, and where two say the same or the
    opposite."""
    first: dict[object, Presumed] = {}
    about = {each.fact: each for each in reversed(presumed) if each.of is PRESUMPTION}
    follows = {each.fact: each for each in reversed(presumed) if each.of is CONCLUSION}
    for each in presumed:
        others = about if each.of is PRESUMPTION else {**about, **follows}
        for fact in each.rests_on:
            if fact in others:
                yield _rests_on(each, others[fact])
                break
        before = first.setdefault((each.of.kind, each.fact, each.conditions), each)
        if before is not each:
            yield problems.said_twice(each.of, each.title, each.span, before.span)


def _rests_on(each: Presumed, other: Presumed) -> Diagnostic:
    can = "kan legges til grunn" if other.of is PRESUMPTION else "følger av en slutning"
    note = Note(other.span, f"{other.of.said} her")
    return problems.rests_on_untold(each.of, f"noe som selv {can}", each.asked_at, note)


def _misplaced(of: Words, head: Head, anatomy: Anatomy) -> Iterator[Diagnostic]:
    """Lines that only a norm has, or that stand where they have no say."""
    if head.item is not None:
        yield problems.not_a_line_of(of, f"– {head.item.title}", head.item.span)
    for part in (anatomy.common, *anatomy.editions):
        for name, line in _foreign(part):
            yield problems.not_a_line_of(of, name, line.span)
    for part in anatomy.editions:
        if part.requirement:
            yield problems.not_a_line_of(of, part.requirement.lead, part.requirement.span)
    if any(each.presumed for each in (anatomy.common, *anatomy.editions)):
        yield problems.not_a_line_of(of, "forutsatt", head.span)


def _foreign(
    part: Part,
) -> Iterator[tuple[str, written.TableHead | written.Done | written.Latest | written.Question]]:
    if part.table:
        yield "… etter tabellen", part.table
    if part.done:
        yield "utført", part.done
    if part.latest:
        yield "senest", part.latest
    for asked in part.questions:
        yield "tolkning", asked.question


def _fact(ctx: Checking, of: Words, asked: written.Requirement) -> Fact | None:
    """The one fact that is said; what is said of another kind is reported."""
    clause = _only(asked.condition)
    reference = _reference(ctx, clause)
    if not isinstance(reference, FactReference):
        judged = isinstance(clause, (tree.Judged, tree.CaseHas))
        what = "en vurdering" if isinstance(clause, tree.Judged) else "at saken har en del"
        report = problems.not_sayable(of, what, asked.span) if judged else (
            problems.not_one_fact(of, asked.span)
        )  # fmt: skip
        ctx.report(report)
        return None
    why = _unfit(reference)
    if why:
        ctx.report(problems.not_sayable(of, why, asked.span))
        return None
    return reference.record, reference.name


def _only(condition: tree.Condition) -> tree.Clause | None:
    clauses = [clause for each in condition.alternatives for clause in each]
    return clauses[0] if len(clauses) == 1 else None


def _reference(ctx: Checking, clause: tree.Clause | None) -> object:
    """What is said to be so, or to be one value."""
    match clause:
        case tree.Claim():
            return ctx.tables.references.get(clause)
        case tree.Is():
            said = ctx.tables.references.get(clause)
            if said is not None:
                return said
            one = len(clause.values) == 1 and ctx.tables.constant(clause.values[0])
            return ctx.tables.references.get(clause.left) if one and not clause.negated else None
        case _:  # no other clause says of one fact what it is
            return None


def _unfit(fact: FactReference) -> str:
    """Why a fact cannot be taken as given; nothing where it can."""
    if fact.record == ASSESSMENTS:
        return "en vurdering"
    if isinstance(fact.type, Listed) or fact.subject != fact.record:
        return "en liste eller en oppføring"
    return "vurderingsdagen" if fact.record in ("", CASE) else ""


def _asked_at(head: Head, anatomy: Anatomy) -> Span:
    """Where its condition stands; its title where it has none of its own."""
    scopes = (part.scope for part in (anatomy.common, *anatomy.editions))
    return next((each.condition.span for each in scopes if each), head.span)


def _editions(anatomy: Anatomy) -> list[written.Edition]:
    return [each.edition for each in anatomy.editions if each.edition]


def _conditions(anatomy: Anatomy) -> Iterator[object]:
    """All that is asked before anything is taken as given."""
    for part in (anatomy.common, *anatomy.editions):
        yield part.scope.condition if part.scope else None
        yield tuple(each.condition for each in part.exceptions)
        yield part.deciding.value if part.deciding else None


def _facts_in(tables: Tables, node: object) -> Iterator[Fact]:
    """The facts that a condition asks for."""
    reference = tables.references.get(node)
    if isinstance(reference, FactReference):
        yield reference.record, reference.name
    if isinstance(node, tuple):
        for part in node:
            yield from _facts_in(tables, part)
    elif attrs.has(kind := type(node)):
        for each in attrs.fields(kind):
            if each.eq:  # places and words are no part of a node
                yield from _facts_in(tables, getattr(node, each.name))
