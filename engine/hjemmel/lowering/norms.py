"""One norm: its wordings, when it applies, what it asks for."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, partial

from attrs import frozen

from hjemmel.check.heads import Head, Step
from hjemmel.check.norm_structure import Anatomy, Asked, Part
from hjemmel.check.questions import clauses_in, common_conditions
from hjemmel.core.nodes import Default, Node, Op, Ref, Standing
from hjemmel.core.program import Edition, Kind, Norm
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.comparisons import names_role
from hjemmel.lowering.context import Context
from hjemmel.lowering.deadlines import lower_deadline, lower_held, the_day
from hjemmel.lowering.exceptions import lower_exceptions
from hjemmel.lowering.questions import Questions
from hjemmel.lowering.tables import lower_table
from hjemmel.lowering.values import lower_value
from hjemmel.lowering.wordings import (
    binding,
    from_source,
    said_presumed,
    suspensions,
    wordings_of,
)
from hjemmel.syntax import lines as written
from hjemmel.syntax import tree
from hjemmel.syntax.blocks import ProcessLine, StepLine


def lower_norm(ctx: Context, head: Head) -> Norm:
    """A norm from its lines."""
    if head.step is not None:
        return _lower_step(ctx, head, head.step)
    assert head.anatomy is not None
    anatomy = head.anatomy
    parts = anatomy.editions or (anatomy.common,)
    deciding = _deciding(ctx, anatomy.common.deciding)
    own_days = [
        _deciding(ctx, part.deciding) if part.deciding and part is not anatomy.common else None
        for part in parts
    ]
    shared = anatomy.common.binds
    wordings = [
        [binding(each, shared if part is anatomy.common else [*shared, *part.binds])
         for each in found]
        for found, part in zip(wordings_of(ctx, head, anatomy), parts, strict=True)
    ]  # fmt: skip
    questions = Questions(ctx, head.id)
    bodies = zip(wordings, _bodies(ctx, head, anatomy, questions), own_days, strict=True)
    editions = [Edition(each, *body, day) for found, body, day in bodies for each in found]
    return Norm(
        head.id, head.title, _kind(head), head.place, head.rulebook,
        _subject(ctx, anatomy.subject), deciding,
        tuple(sorted(editions, key=_begins)),
        _own_words(anatomy), tuple(questions.found), suspensions(ctx, anatomy),
        ctx.tables.record(anatomy.asked_with) if anatomy.asked_with else "", head.span,
    )  # fmt: skip


def _kind(head: Head) -> Kind:
    """What is no norm to judge by states what it says of a fact."""
    return Kind(head.kind) if head.judges else Kind.STATEMENT


def _begins(of: Edition) -> date:
    return of.wording.start.first if of.wording.start else date.min


def _own_words(anatomy: Anatomy) -> str:
    """What the author says about the norm, besides the rule itself."""
    return " ".join(filter(None, (anatomy.own_words, _presumed_of_all(anatomy))))


def _presumed_of_all(anatomy: Anatomy) -> str:
    """What the source says, where that is the same of every wording."""
    apart = any(each.presumed for each in anatomy.editions)
    return "" if apart or not anatomy.common.presumed else said_presumed(anatomy.common.presumed)


def _subject(ctx: Context, line: written.AppliesTo | None) -> str:
    return ctx.tables.record(line) if line else ctx.symbols.default_subject


def _deciding(ctx: Context, line: written.Deciding | None) -> Node:
    if line is None:
        return the_day(ctx)
    value = lower_value(ctx, line.value)
    return ctx.apply(Op.IF_COME, value, the_day(ctx)) if line.or_today else value


Body = tuple[Node, Node]
"""When a wording applies, and what it asks for."""


def _bodies(ctx: Context, head: Head, anatomy: Anatomy, questions: Questions) -> Iterator[Body]:
    """The wordings' bodies. What they share is lowered once, but for a question of one of them."""
    common = anatomy.common
    shared = _Common(ctx, head, common)
    for part in anatomy.editions or (common,):
        mine = [] if part is common else part.questions
        day = part.deciding or common.deciding
        with (
            questions.replacing((*common.questions, *mine)),
            ctx.decided_by(partial(_deciding, ctx, day)),
        ):
            by_day = part.deciding is not None and _asks_for_a_holder(ctx, common)
            apart = by_day or _are_of(mine, common)
            own = _Common(ctx, head, common) if apart and part is not common else shared
            yield _body(ctx, head, own, part)


def _asks_for_a_holder(ctx: Context, common: Part) -> bool:
    """Whether what is said outside the wordings asks who holds a role: that is by their days."""
    clauses = clauses_in(common_conditions(common))
    return any(isinstance(each, tree.Is) and names_role(ctx, each) for each in clauses)


def _are_of(questions: list[Asked], common: Part) -> bool:
    """Whether any of the questions is about a clause outside the wordings."""
    asked = [each.clause.clause for each in questions if each.clause]
    common_clauses = clauses_in(common_conditions(common)) if asked else ()
    return any(clause in asked for clause in common_clauses)


@frozen(eq=False)
class _Common:
    """What a norm says outside its wordings, lowered once however many wordings share it."""

    ctx: Context
    head: Head
    part: Part

    @cached_property
    def applies(self) -> Node:
        """When the norm applies, where no wording says it itself."""
        return _excepting(self.ctx, self.head, self.scope, self.exceptions)

    @cached_property
    def scope(self) -> Node:
        """When it applies, but for what is excepted."""
        return _lower_scope(self.ctx, self.part.scope)

    @cached_property
    def exceptions(self) -> tuple[Node, ...]:
        """What it does not apply to."""
        return lower_exceptions(self.ctx, self.part.exceptions)


def _lower_scope(ctx: Context, line: written.Scope | None) -> Node:
    return lower_condition(ctx, line.condition) if line else ctx.true()


def _excepting(ctx: Context, head: Head, scope: Node, exceptions: tuple[Node, ...]) -> Node:
    """The scope without what is excepted; an exception from a permission closes it instead."""
    if not exceptions or head.kind == Kind.PERMISSION.value:
        return scope
    return Default(exceptions, scope, ctx.true(), ctx.origin(head.span))


def _body(ctx: Context, head: Head, common: _Common, part: Part) -> Body:
    """When a wording applies and what it asks for."""
    own = part is not common.part
    exceptions = _exceptions(ctx, common, part) if own else common.exceptions
    if own and (part.scope or part.exceptions):
        scope = _lower_scope(ctx, part.scope) if part.scope else common.scope
        applies = _excepting(ctx, head, scope, exceptions)
    else:
        applies = common.applies
    asked = _asked(ctx, head, part if part.says_something else common.part)
    if exceptions and head.kind == Kind.PERMISSION.value:
        asked = Default(exceptions, asked, ctx.true(), ctx.origin(head.span))
    return applies, asked


def _exceptions(ctx: Context, common: _Common, part: Part) -> tuple[Node, ...]:
    """What the norm does not apply to, and what it does not while the wording is in force."""
    shared = {line.name for line in common.part.exceptions}
    if any(line.parent in shared for line in part.exceptions):
        return lower_exceptions(ctx, [*common.part.exceptions, *part.exceptions])
    return (*common.exceptions, *lower_exceptions(ctx, part.exceptions))


def _asked(ctx: Context, head: Head, part: Part) -> Node:
    if head.item is not None:
        return lower_condition(ctx, head.item.condition)
    if part.requirement is not None:
        return lower_held(ctx, part.requirement, part.latest)
    if part.table is not None:
        return lower_table(ctx, part.table, part.rows)
    assert part.done is not None and part.latest is not None  # else nothing is asked for
    return lower_deadline(ctx, head.span, part.done, part.latest)


def _bound_by(lines: Sequence[ProcessLine]) -> Iterator[written.Binds]:
    """Those whom a whole process binds."""
    for line in lines:
        if isinstance(line, StepLine):
            return
        if isinstance(line, written.Binds):
            yield line


def _lower_step(ctx: Context, head: Head, step: Step) -> Norm:
    """A step applies where its process does and the step before is done."""
    lines = step.process.lines
    about = next((line for line in lines if isinstance(line, written.AppliesTo)), None)
    scope_line = next((line for line in lines if isinstance(line, written.Scope)), None)
    assert step.requirement is not None  # the checker has seen to it
    scope = _lower_scope(ctx, scope_line)
    asked = lower_condition(ctx, step.requirement.condition)
    if step.before is not None:
        origin = ctx.origin(head.span, "steget foran er fullført")
        before = Ref(step.before, Standing.MET, origin)
        scope = ctx.all_of([scope, before], head.span)
    wording = from_source(ctx, ctx.citations(head.cited), Part())
    wording = binding(wording, [*_bound_by(lines), *step.binds])
    own = " ".join(line.text for line in lines if isinstance(line, written.OwnWords))
    return Norm(
        head.id, head.title, Kind.STEP, head.place, head.rulebook, _subject(ctx, about),
        the_day(ctx), (Edition(wording, scope, asked),), own, (), (), "", head.span,
    )  # fmt: skip
