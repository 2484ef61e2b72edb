"""One norm: its wordings, when it applies, what it asks for."""

from collections.abc import Iterator
from datetime import date

from attrs import define, field

from hjemmel.check import names, problems_names
from hjemmel.check.heads import Head
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.periods import check_periods
from hjemmel.check.questions import clauses_in, common_conditions
from hjemmel.check.wordings import first_day_problems
from hjemmel.core.nodes import Default, Fact, Literal, Node, Op
from hjemmel.core.program import Kind, Norm, Wording
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date, Days
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering.citations import lower_citations
from hjemmel.lowering.clauses import guarded, lower_condition
from hjemmel.lowering.context import Context
from hjemmel.lowering.exceptions import lower_exceptions
from hjemmel.lowering.questions import Questions
from hjemmel.lowering.references import norm_holds
from hjemmel.lowering.tables import lower_table
from hjemmel.lowering.values import of_type
from hjemmel.source.citation import Citation, highest
from hjemmel.source.days import day_in_words
from hjemmel.source.span import Span
from hjemmel.syntax import lines as written

Period = tuple[date | None, date | None]


def lower_norm(ctx: Context, head: Head) -> Norm | None:
    """A norm from its lines. None where it has an error that leaves nothing to run."""
    ctx.place, ctx.norm = head.place, head.id
    if head.step is not None:
        return _lower_step(ctx, head)
    assert head.anatomy is not None
    anatomy = head.anatomy
    subject = _subject(ctx, anatomy.subject)
    ctx.guards = frozenset((subject,)) | _scope_guards(ctx, anatomy.common.scope)
    wordings = _wordings(ctx, head, anatomy)
    deciding = _deciding(ctx, anatomy)
    parts = anatomy.editions or (anatomy.common,)
    questions = Questions(ctx, head.id)
    bodies = list(_bodies(ctx, head, anatomy, questions))
    ctx.guards = frozenset()
    if deciding is None or len(wordings) < len(parts) or any(None in body for body in bodies):
        return None
    periods = [_within(ctx, deciding, (each.start, each.end)) for each in wordings]
    applies = [each for each, _ in bodies if each is not None]
    asks = [each for _, each in bodies if each is not None]
    shared = all(each is applies[0] for each in applies)
    return Norm(
        head.id, head.title, Kind(head.kind), head.place, head.rulebook, subject,
        tuple(sorted(wordings, key=lambda each: each.start or date.min)), deciding,
        ctx.any_of(periods, words="en ordlyd er i kraft"),
        applies[0] if shared else _by_period(ctx, periods, applies, wordings),
        _by_period(ctx, periods, asks, wordings),
        bool(anatomy.presumed), _own_words(anatomy), tuple(questions.found), head.span,
    )  # fmt: skip


def _own_words(anatomy: Anatomy) -> str:
    """What the author says about the norm, besides the rule itself."""
    presumed = f"Forutsatt: {anatomy.presumed}." if anatomy.presumed else ""
    return " ".join(filter(None, (anatomy.own_words, presumed)))


def _subject(ctx: Context, line: written.AppliesTo | None) -> str:
    if line is None:
        return ctx.symbols.default_subject
    schema = ctx.symbols.schema
    record = names.record_named(schema, line.record.words)
    if record is None:
        near = nearest(line.record.words, names.record_names(schema))
        ctx.report(
            problems_names.unknown_record(line.record.words, line.record.span, "".join(near))
        )
        return ctx.symbols.default_subject
    return record.key


def _scope_guards(ctx: Context, scope: written.Scope | None) -> frozenset[str]:
    """Records that the scope makes sure of, where it has no alternatives."""
    if scope is None or len(scope.condition.alternatives) != 1:
        return frozenset()
    return guarded(ctx, scope.condition.alternatives[0])


def _wordings(ctx: Context, head: Head, anatomy: Anatomy) -> tuple[Wording, ...]:
    """The dated wordings; without any, one from the first day of the source on."""
    if not anatomy.editions:
        citations = lower_citations(ctx, head.cited)
        return (_from_source(ctx, citations, anatomy.common),) if citations else ()
    found = []
    for part in anatomy.editions:
        assert part.edition is not None
        cited = part.edition.cited if part.edition.cited.citations else head.cited
        citations = lower_citations(ctx, cited)
        if citations:
            found.append(_wording(part.edition.start, part.edition.end, citations, part.assumed))
        for each in first_day_problems(part, cited, ctx.symbols.sources):
            ctx.report(each)
    periods = [(e.edition.start, e.edition.end, e.edition.span) for e in anatomy.editions
               if e.edition]  # fmt: skip
    for each in check_periods(periods):
        ctx.report(each)
    return tuple(found)


def _from_source(ctx: Context, citations: tuple[Citation, ...], common: Part) -> Wording:
    source = ctx.symbols.sources.get(highest(citations))
    assumed = [*([source.assumed] if source and source.assumed else []), *common.assumed]
    return _wording(source.start if source else None, None, citations, assumed)


def _wording(
    start: date | None, end: date | None, citations: tuple[Citation, ...],
    assumed: list[written.Assumed],
) -> Wording:  # fmt: skip
    which = {each.which for each in assumed}
    return Wording(
        start, end, citations, "; ".join(each.text for each in assumed),
        bool(which & {"første dag", "begge dager"}), bool(which & {"siste dag", "begge dager"}),
    )  # fmt: skip


def _deciding(ctx: Context, anatomy: Anatomy) -> Node | None:
    if anatomy.deciding is None:
        return Fact(CASE, "vurderingsdato", Date(), ctx.origin(words=names.THE_DAY))
    found = of_type(ctx, anatomy.deciding.value, Date())
    return found.node if found else None


def _within(ctx: Context, deciding: Node, period: Period) -> Node:
    """The deciding day lies in the period."""
    start, end = period
    bounds = []
    if start is not None:
        first = Literal(start, Date(), ctx.origin())
        bounds.append(ctx.apply(Op.NOT_BEFORE, deciding, first))
    if end is not None:
        last = Literal(end, Date(), ctx.origin())
        bounds.append(ctx.apply(Op.NOT_AFTER, deciding, last))
    return ctx.all_of(bounds) if bounds else ctx.true()


def _by_period(
    ctx: Context, periods: list[Node], bodies: list[Node], wordings: tuple[Wording, ...]
) -> Node:
    """What is said by the wording in force."""
    if len(bodies) == 1:
        return bodies[0]
    guarded_bodies: list[Node] = [
        Default((), period, body, ctx.origin(words=f"ordlyden {_shown(wording)}"))
        for period, body, wording in zip(periods, bodies, wordings, strict=True)
    ]
    return ctx.any_of(guarded_bodies, words="ordlyden i kraft")


def _shown(wording: Wording) -> str:
    start = f"fra {day_in_words(wording.start)}" if wording.start else ""
    end = f"til og med {day_in_words(wording.end)}" if wording.end else ""
    return f"{start} {end}".strip()


Body = tuple[Node | None, Node | None]
"""When a wording applies, and what it asks for. None where a diagnostic has been given."""


def _bodies(ctx: Context, head: Head, anatomy: Anatomy, questions: Questions) -> Iterator[Body]:
    """The wordings' bodies. What they share is lowered once, but for a question of one of them."""
    common = anatomy.common
    shared = _Common(ctx, head, common)
    clauses = tuple(clauses_in(common_conditions(common)))
    for part in anatomy.editions or (common,):
        mine = () if part is common else part.questions
        apart = any(each.clause and each.clause.clause in clauses for each in mine)
        with questions.replacing((*common.questions, *mine)):
            yield _body(ctx, head, _Common(ctx, head, common) if apart else shared, part)


@define
class _Common:
    """What a norm says outside its wordings, lowered once however many wordings share it."""

    ctx: Context
    head: Head
    part: Part
    _exceptions: list[tuple[Node, ...] | None] = field(factory=list)
    _applies: list[Node | None] = field(factory=list)

    def applies(self) -> Node | None:
        """When the norm applies, where no wording says it itself."""
        if not self._applies:
            scope = _lower_scope(self.ctx, self.part.scope)
            self._applies.append(_excepting(self.ctx, self.head, scope, self.exceptions()))
        return self._applies[0]

    def exceptions(self) -> tuple[Node, ...] | None:
        """What it does not apply to."""
        if not self._exceptions:
            self._exceptions.append(lower_exceptions(self.ctx, self.part.exceptions))
        return self._exceptions[0]


def _lower_scope(ctx: Context, line: written.Scope | None) -> Node | None:
    return lower_condition(ctx, line.condition) if line else ctx.true()


def _excepting(
    ctx: Context, head: Head, scope: Node | None, exceptions: tuple[Node, ...] | None
) -> Node | None:
    """The scope without what is excepted; an exception from a permission closes it instead."""
    if scope is None or exceptions is None:
        return None
    if not exceptions or head.kind == Kind.PERMISSION.value:
        return scope
    return Default(exceptions, scope, ctx.true(), ctx.origin(head.span))


def _body(ctx: Context, head: Head, common: _Common, part: Part) -> Body:
    """When a wording applies and what it asks for."""
    exceptions = common.exceptions()
    if part.scope is not None and part is not common.part:
        applies = _excepting(ctx, head, _lower_scope(ctx, part.scope), exceptions)
    else:
        applies = common.applies()
    asked = _asked(ctx, head, part if part.says_something else common.part)
    if applies is None or exceptions is None or asked is None:
        return None, None
    if head.kind == Kind.PROHIBITION.value:
        asked = ctx.apply(Op.NOT, asked)
    if exceptions and head.kind == Kind.PERMISSION.value:
        asked = Default(exceptions, asked, ctx.true(), ctx.origin(head.span))
    return applies, asked


def _asked(ctx: Context, head: Head, part: Part) -> Node | None:
    if head.item is not None:
        return lower_condition(ctx, head.item.condition)
    if part.requirement is not None:
        return _held(ctx, part.requirement, part.latest)
    if part.table is not None:
        return lower_table(ctx, part.table, part.rows)
    if part.done is not None and part.latest is not None:
        act = of_type(ctx, part.done.act, Date())
        last = of_type(ctx, part.latest.value, Date())
        if act is None or last is None:
            return None
        words = f"{part.done.act.words} er senest {part.latest.words}"
        return _in_time(ctx, act.node, last.node, head.span, words)
    return None


def _held(ctx: Context, asked: written.Requirement, latest: written.Latest | None) -> Node | None:
    """What must hold; where it has a last day, it holds or that day has not gone by.

    No act is in time the day after the last: such a deadline is open until then, and fails.
    """
    held = lower_condition(ctx, asked.condition)
    if latest is None:
        return held
    last = of_type(ctx, latest.value, Date())
    if held is None or last is None:
        return None
    one_day = Literal(1, Days(), ctx.origin())
    never = ctx.apply(Op.DAYS_LATER, last.node, one_day)
    words = f"innen fristen, {latest.words}"
    time_left = _in_time(ctx, never, last.node, latest.span, words)
    said = f"{asked.condition.words}, senest {latest.words}"
    return ctx.any_of([held, time_left], asked.condition.span, said)


def _in_time(ctx: Context, act: Node, last: Node, span: Span, words: str) -> Node:
    today = Fact(CASE, "vurderingsdato", Date(), ctx.origin(words=names.THE_DAY))
    return ctx.apply(Op.IN_TIME, act, last, today, span=span, words=words)


def _lower_step(ctx: Context, head: Head) -> Norm | None:
    """A step applies where its process does and the step before is done."""
    assert head.step is not None
    process = head.step.process
    about = next((e for e in process.lines if isinstance(e, written.AppliesTo)), None)
    scope_line = next((e for e in process.lines if isinstance(e, written.Scope)), None)
    subject = _subject(ctx, about)
    ctx.guards = frozenset((subject,)) | _scope_guards(ctx, scope_line)
    scope = _lower_scope(ctx, scope_line)
    line = head.step.requirement
    asked = lower_condition(ctx, line.condition) if line else None
    citations = lower_citations(ctx, head.cited)
    if scope is None or asked is None or not citations:
        return None
    if head.step.before is not None:
        before = norm_holds(ctx, head.step.before, head.span, "steget foran er fullført")
        scope = ctx.all_of([scope, before], head.span)
    deciding = Fact(CASE, "vurderingsdato", Date(), ctx.origin(words=names.THE_DAY))
    wording = _from_source(ctx, citations, Part())
    own = " ".join(each.text for each in process.lines if isinstance(each, written.OwnWords))
    return Norm(
        head.id, head.title, Kind.STEP, head.place, head.rulebook, subject, (wording,), deciding,
        _within(ctx, deciding, (wording.start, wording.end)), scope, asked,
        False, own, (), head.span,
    )  # fmt: skip
