"""One norm: its wordings, when it applies, what it asks for."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from attrs import evolve, frozen

from hjemmel.check import names
from hjemmel.check.heads import Head, Step
from hjemmel.check.norm_structure import Anatomy, Asked, Part
from hjemmel.check.periods import Lasting, ends
from hjemmel.check.questions import clauses_in, common_conditions
from hjemmel.core.nodes import Default, Fact, Node, Op, Ref, Standing
from hjemmel.core.program import Edition, Kind, Norm, Wording
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context
from hjemmel.lowering.exceptions import lower_exceptions
from hjemmel.lowering.questions import Questions
from hjemmel.lowering.tables import lower_table
from hjemmel.lowering.values import lower_value
from hjemmel.source.citation import Citation, highest
from hjemmel.source.moment import Moment
from hjemmel.source.span import Span
from hjemmel.syntax import lines as written
from hjemmel.syntax.blocks import ProcessLine, StepLine


def lower_norm(ctx: Context, head: Head) -> Norm:
    """A norm from its lines."""
    if head.step is not None:
        return _lower_step(ctx, head, head.step)
    assert head.anatomy is not None
    anatomy = head.anatomy
    wordings = _wordings(ctx, head, anatomy)
    deciding = _deciding(ctx, anatomy)
    ctx.decided_by.append(lambda: _deciding(ctx, anatomy))
    shared = anatomy.common.binds
    wordings = tuple(
        _binding(each, [*shared, *part.binds] if part is not anatomy.common else shared)
        for each, part in zip(wordings, anatomy.editions or (anatomy.common,), strict=True)
    )
    questions = Questions(ctx, head.id)
    bodies = list(_bodies(ctx, head, anatomy, questions))
    editions = [Edition(wording, *body) for wording, body in zip(wordings, bodies, strict=True)]
    return Norm(
        head.id, head.title, _kind(head), head.place, head.rulebook,
        _subject(ctx, anatomy.subject), deciding,
        tuple(sorted(editions, key=_begins)),
        bool(anatomy.presumed), _own_words(anatomy), tuple(questions.found), head.span,
    )  # fmt: skip


def _kind(head: Head) -> Kind:
    """A presumption is no norm to judge by: what it takes as given, it states."""
    return Kind.STATEMENT if head.is_presumption else Kind(head.kind)


def _begins(of: Edition) -> date:
    return of.wording.start.first if of.wording.start else date.min


def _own_words(anatomy: Anatomy) -> str:
    """What the author says about the norm, besides the rule itself."""
    presumed = f"Forutsatt: {anatomy.presumed}." if anatomy.presumed else ""
    return " ".join(filter(None, (anatomy.own_words, presumed)))


def _subject(ctx: Context, line: written.AppliesTo | None) -> str:
    return ctx.tables.record(line) if line else ctx.symbols.default_subject


def _wordings(ctx: Context, head: Head, anatomy: Anatomy) -> tuple[Wording, ...]:
    """The dated wordings; without any, one from the first day of the source on."""
    if not anatomy.editions:
        return (_from_source(ctx, ctx.citations(head.cited), anatomy.common),)
    dated = [(part, part.edition) for part in anatomy.editions if part.edition]
    last = ends(Lasting(each.start, each.end, each.span) for _, each in dated)
    return tuple(_dated(ctx, head, part, last[each.span]) for part, each in dated)


def _dated(ctx: Context, head: Head, part: Part, last: Moment | None) -> Wording:
    edition = part.edition
    assert edition is not None  # each of the editions of an anatomy has one
    cited = edition.cited if edition.cited.citations else head.cited
    return _wording(edition.start, last, ctx.citations(cited), part.assumed)


def _from_source(ctx: Context, citations: tuple[Citation, ...], common: Part) -> Wording:
    source = ctx.symbols.sources.head(highest(citations))
    assumed = [*([source.assumed] if source and source.assumed else []), *common.assumed]
    return _wording(source.start if source else None, None, citations, assumed)


def _wording(
    start: Moment | None, end: Moment | None, citations: tuple[Citation, ...],
    assumed: list[written.Assumed],
) -> Wording:  # fmt: skip
    which = {line.which for line in assumed}
    return Wording(
        start, end, citations, "; ".join(line.text for line in assumed),
        bool(which & {"første dag", "begge dager"}), bool(which & {"siste dag", "begge dager"}),
    )  # fmt: skip


def _binding(wording: Wording, lines: Sequence[written.Binds]) -> Wording:
    """The wording with whom it binds, and whom it gives a right."""
    named = {side: tuple(who.words for each in lines if each.side == side for who in each.who)
             for side in (written.DUTY, written.RIGHT)}  # fmt: skip
    return evolve(wording, duty_on=named[written.DUTY], right_of=named[written.RIGHT])


def _deciding(ctx: Context, anatomy: Anatomy) -> Node:
    if anatomy.deciding is None:
        return _today(ctx)
    return lower_value(ctx, anatomy.deciding.value)


Body = tuple[Node, Node]
"""When a wording applies, and what it asks for."""


def _bodies(ctx: Context, head: Head, anatomy: Anatomy, questions: Questions) -> Iterator[Body]:
    """The wordings' bodies. What they share is lowered once, but for a question of one of them."""
    common = anatomy.common
    shared = _Common(ctx, head, common)
    for part in anatomy.editions or (common,):
        mine = [] if part is common else part.questions
        with questions.replacing((*common.questions, *mine)):
            own = _Common(ctx, head, common) if _are_of(mine, common) else shared
            yield _body(ctx, head, own, part)


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
        scope = _lower_scope(self.ctx, self.part.scope)
        return _excepting(self.ctx, self.head, scope, self.exceptions)

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
    exceptions = common.exceptions
    if part.scope is not None and part is not common.part:
        applies = _excepting(ctx, head, _lower_scope(ctx, part.scope), exceptions)
    else:
        applies = common.applies
    asked = _asked(ctx, head, part if part.says_something else common.part)
    if exceptions and head.kind == Kind.PERMISSION.value:
        asked = Default(exceptions, asked, ctx.true(), ctx.origin(head.span))
    return applies, asked


def _asked(ctx: Context, head: Head, part: Part) -> Node:
    if head.item is not None:
        return lower_condition(ctx, head.item.condition)
    if part.requirement is not None:
        return _held(ctx, part.requirement, part.latest)
    if part.table is not None:
        return lower_table(ctx, part.table, part.rows)
    assert part.done is not None and part.latest is not None  # else nothing is asked for
    act, last = lower_value(ctx, part.done.act), lower_value(ctx, part.latest.value)
    words = f"{part.done.act.words} er senest {part.latest.words}"
    return _in_time(ctx, act, last, head.span, words)


def _held(ctx: Context, asked: written.Requirement, latest: written.Latest | None) -> Node:
    """What must hold; where it has a last day, it holds or that day has not gone by."""
    held = lower_condition(ctx, asked.condition)
    if latest is None:
        return held
    last = lower_value(ctx, latest.value)
    words = f"innen fristen, {latest.words}"
    time_left = ctx.apply(Op.LAST_DAY, last, _today(ctx), span=latest.span, words=words)
    said = f"{asked.condition.words}, senest {latest.words}"
    return ctx.any_of([held, time_left], asked.condition.span, said)


def _in_time(ctx: Context, act: Node, last: Node, span: Span, words: str) -> Node:
    return ctx.apply(Op.IN_TIME, act, last, _today(ctx), span=span, words=words)


def _today(ctx: Context) -> Fact:
    return Fact(CASE, "vurderingsdato", Date(), ctx.origin(words=names.THE_DAY))


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
    wording = _from_source(ctx, ctx.citations(head.cited), Part())
    wording = _binding(wording, [*_bound_by(lines), *step.binds])
    own = " ".join(line.text for line in lines if isinstance(line, written.OwnWords))
    return Norm(
        head.id, head.title, Kind.STEP, head.place, head.rulebook, _subject(ctx, about),
        _today(ctx), (Edition(wording, scope, asked),), False, own, (), head.span,
    )  # fmt: skip
