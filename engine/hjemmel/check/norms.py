"""One norm: whether what it says is sound, and what its words refer to."""

from collections.abc import Sequence

from attrs import frozen

from hjemmel.check import names, problems_names, problems_structure
from hjemmel.check.checking import Checking, Surroundings, every
from hjemmel.check.citations import check_citations
from hjemmel.check.clauses import guarded, is_sound_clause, is_sound_condition
from hjemmel.check.dated import period_problems
from hjemmel.check.decision_tables import is_sound_table
from hjemmel.check.exceptions import are_sound_exceptions
from hjemmel.check.heads import Head, Step
from hjemmel.check.infer_values import is_of_type
from hjemmel.check.norm_structure import Anatomy, Asked, Part
from hjemmel.check.presumptions import Presumed, presumed_of
from hjemmel.check.readings import check_readings_of_day
from hjemmel.check.references import BodyReference, RecordReference
from hjemmel.check.tables import Tables
from hjemmel.check.wordings import begins, first_day_problems, gone_unsaid, last_day_problems
from hjemmel.core.types import Date
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax import lines as written


@frozen
class CheckedNorm:
    """What has been found of a norm.

    `is_complete` says that all that it says has a meaning; there may be errors besides that.
    `refers_to` are the norms that it depends on. `presumed` is what it says of a
    fact, where it is a presumption or a conclusion.
    """

    head: Head
    tables: Tables
    diagnostics: tuple[Diagnostic, ...]
    refers_to: frozenset[str]
    is_complete: bool
    presumed: Presumed | None = None


def check_norm(around: Surroundings, head: Head) -> CheckedNorm:
    """Check a norm from its lines."""
    ctx = Checking(around, head.place, head.id, is_sound_clause, kind=head.kind)
    complete = _is_complete(ctx, head) and not ctx.has_open_ends
    presumed = presumed_of(ctx, head) if complete and not head.judges else None
    complete = complete and (presumed is not None or head.judges)
    found, refers_to = tuple(ctx.diagnostics), frozenset(ctx.refers_to)
    return CheckedNorm(head, ctx.tables, found, refers_to, complete, presumed)


def _is_complete(ctx: Checking, head: Head) -> bool:
    if head.step is not None:
        return _is_sound_step(ctx, head, head.step)
    assert head.anatomy is not None
    anatomy = head.anatomy
    ctx.subject = _subject(ctx, anatomy.subject)
    asked = anatomy.asked_with is None or _is_sound_request(ctx, anatomy.asked_with)
    _refer_to_bodies(ctx, [each for part in (anatomy.common, *anatomy.editions)
                           for each in part.binds])  # fmt: skip
    ctx.guards = frozenset((ctx.subject,)) | _scope_guards(ctx, anatomy.common.scope)
    cited = _are_cited(ctx, head, anatomy)
    lines = [each.deciding for each in (anatomy.common, *anatomy.editions) if each.deciding]
    deciding = every(is_of_type(ctx, each.value, Date()) for each in lines)
    parts = anatomy.editions or (anatomy.common,)
    bodies = [_is_sound_body(ctx, head, anatomy.common, part) for part in parts]
    for part in (anatomy.common, *anatomy.editions):
        _look_up_quoted(ctx, part.questions)
    return asked and cited and deciding and all(bodies)


def _refer_to_bodies(ctx: Checking, lines: Sequence[written.Binds]) -> None:
    """Keep whom each of the lines names."""
    for line in lines:
        for each in line.who:
            ctx.tables.refer(each, BodyReference(each.words), each.span)


def _subject(ctx: Checking, line: written.AppliesTo | None) -> str:
    """The key of the record that a norm is about."""
    named = _record(ctx, line) if line else None
    return ctx.around.symbols.default_subject if named is None else named


def _record(ctx: Checking, line: written.AppliesTo | written.AskedWith) -> str | None:
    """The key of the record that a line names; None, with what is wrong reported, where none is."""
    named = line.record
    record = names.record_named(ctx.schema, named.words)
    if record is None and ctx.was_record_lost(named.words):
        return None
    if record is None:
        near = nearest(named.words, names.record_names(ctx.schema))
        ctx.report(problems_names.unknown_record(named.words, named.span, "".join(near)))
        return None
    ctx.tables.refer(line, RecordReference(record.key), named.span)
    return record.key


def _is_sound_request(ctx: Checking, line: written.AskedWith) -> bool:
    """Whether what it is asked with is a record, and one that a case may lack."""
    record = _record(ctx, line)
    if record is None:
        return False
    if not ctx.schema.may_lack(record):
        because = f"hver sak har {line.record.words}, så alle ville ha søkt"
        help = "nevn en del som er erklært «valgfri»"
        ctx.report(problems_structure.idle_line("søkes med", because, help, line.span))
    return True


def _scope_guards(ctx: Checking, scope: written.Scope | None) -> frozenset[str]:
    """Records that the scope makes sure of, where it has no alternatives."""
    if scope is None or len(scope.condition.alternatives) != 1:
        return frozenset()
    return guarded(ctx, scope.condition.alternatives[0])


def _are_cited(ctx: Checking, head: Head, anatomy: Anatomy) -> bool:
    """Whether every wording rests on something; their periods are looked at on the way."""
    if not anatomy.editions:
        check_citations(ctx, head.cited)
        for gap in anatomy.gaps:
            because = "ingen ordlyd sier hvilken dag den gjelder fra"
            help = "skriv ordlyden under dagen den gjelder fra: «fra …»"
            ctx.report(problems_structure.idle_line("ikke i kraft", because, help, gap.span))
        return bool(head.cited.citations)
    rests = []
    last = max(anatomy.editions, key=begins)
    for part in anatomy.editions:
        assert part.edition is not None
        cited = part.edition.cited if part.edition.cited.citations else head.cited
        check_citations(ctx, cited)
        rests.append(bool(cited.citations))
        sources = ctx.around.symbols.sources
        for problem in first_day_problems(part, cited, sources):
            ctx.report(problem)
        if part is last:
            for problem in last_day_problems(part, cited, sources):
                ctx.report(problem)
    for gap in anatomy.gaps:
        check_citations(ctx, gap.cited)
        if gone := gone_unsaid(gap, anatomy):
            ctx.report(gone)
    for problem in period_problems(anatomy):
        ctx.report(problem)
    return all(rests)


def _look_up_quoted(ctx: Checking, questions: list[Asked]) -> None:
    """What the clauses after «for leddet» refer to. Their faults are told of where they stand."""
    quiet = Checking(ctx.around, ctx.place, ctx.norm, is_sound_clause, ctx.tables,
                     subject=ctx.subject)  # fmt: skip
    for asked in questions:
        if asked.clause is None:
            continue
        if isinstance(asked.clause.clause, written.Latest):
            _is_day(quiet, asked.clause.clause)
        else:
            is_sound_clause(quiet, asked.clause.clause)


def _is_sound_body(ctx: Checking, head: Head, common: Part, part: Part) -> bool:
    """When a wording applies and what it asks for."""
    ctx.questions = tuple(common.questions) if part is common else (
        *common.questions, *part.questions
    )  # fmt: skip
    own = [] if part is common else part.exceptions
    exceptions = are_sound_exceptions(ctx, [*common.exceptions, *own])
    line = part.scope or common.scope
    scope = line is None or is_sound_condition(ctx, line.condition)
    asked = _is_sound_asking(ctx, head, part if part.says_something else common)
    ctx.questions = ()
    return exceptions and scope and asked


def _is_sound_asking(ctx: Checking, head: Head, part: Part) -> bool:
    if head.item is not None:
        return is_sound_condition(ctx, head.item.condition)
    if part.requirement is not None:
        held = is_sound_condition(ctx, part.requirement.condition)
        return _is_day(ctx, part.latest) and held
    if part.table is not None:
        return is_sound_table(ctx, part.table, part.rows)
    if part.done is not None and part.latest is not None:
        act = is_of_type(ctx, part.done.act, Date())
        return _is_day(ctx, part.latest) and act
    return False


def _is_day(ctx: Checking, latest: written.Latest | None) -> bool:
    """A last day; where a question is open about it, the readings that replace it are checked."""
    if latest is None:
        return True
    if not is_of_type(ctx, latest.value, Date()):
        return False
    for asked in ctx.questions:
        if asked.clause and asked.clause.clause == latest:
            check_readings_of_day(ctx, asked, is_sound_condition)
    return True


def _is_sound_step(ctx: Checking, head: Head, step: Step) -> bool:
    """A step applies where its process does and the step before is done."""
    lines = step.process.lines
    about = next((line for line in lines if isinstance(line, written.AppliesTo)), None)
    scope = next((line for line in lines if isinstance(line, written.Scope)), None)
    ctx.subject = _subject(ctx, about)
    _refer_to_bodies(ctx, [line for line in lines if isinstance(line, written.Binds)])
    ctx.guards = frozenset((ctx.subject,)) | _scope_guards(ctx, scope)
    conditions = [line.condition for line in (scope, step.requirement) if line]
    sound = every(is_sound_condition(ctx, condition) for condition in conditions)
    check_citations(ctx, head.cited)
    if step.before is not None:
        ctx.refers_to.add(step.before)
    return sound and step.requirement is not None and bool(head.cited.citations)
