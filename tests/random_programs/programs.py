"""Random rulebooks: several norms over a schema that grows as their clauses ask for facts."""

from datetime import timedelta

from attrs import evolve

from hjemmel.core.nodes import Node
from hjemmel.core.program import Edition, Interpretation, Kind, Norm, Program, Wording
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.types import Date
from hjemmel.source.citation import Citation, Level
from hjemmel.source.moment import Moment
from random_programs.builder import CASE_RECORDS, ENTRY_RECORDS, Builder
from random_programs.choices import Choices, chance, pick, shuffled, weighted
from random_programs.clauses import default, ordered, truth
from random_programs.presumptions import asked_by, conclusions, presumptions, required_by
from random_programs.questions import about_a_clause, about_a_last_day
from random_programs.values import CALENDAR, DAYS, ENUMERATIONS, REGISTER, ROLE

CITED = (Citation(Level.REGULATION, "§ 1"),)
KINDS = ((6, Kind.DUTY), (3, Kind.PROHIBITION), (3, Kind.STATEMENT))
"""What is asked, what is forbidden, and what is held against nobody."""


def program(choices: Choices) -> Program:
    """One to four norms; each may refer to those made before it."""
    builder = Builder(choices)
    norms: list[Norm] = []
    for number in range(weighted(choices, ((2, 1), (4, 2), (4, 3), (2, 4)))):
        norms.append(_norm(builder, number))
        builder.norms.append(norms[-1].id)
    order = tuple(norm.id for norm in norms)
    # What judges nothing refers to no norm, and says nothing that a norm has said.
    apart = evolve(builder, norms=[], clauses=[])
    conditions = [_condition(apart, number) for number in range(3)]
    of_conclusions = [_condition(apart, number) for number in range(3, 5)]
    followed = conclusions(apart, of_conclusions, asked_by(norms))
    taken = asked_by([*conditions, *of_conclusions])
    given = presumptions(apart, conditions, taken, required_by(norms) - taken)
    return Program(
        "tilfeldig",
        "",
        schema(builder),
        tuple(shuffled(choices, norms)),
        order,
        presumptions=given,
        conclusions=followed,
    )


def _condition(builder: Builder, number: int) -> Norm:
    """When a presumption or conclusion works: mostly a simple thing, so that it often does."""
    simple = norm_of(f"4-2/formodning-{number}", builder.literal(True), builder)
    if not chance(builder.choices, 40):
        (edition,) = simple.editions
        asked = truth(builder, (), 1) if chance(builder.choices, 60) else builder.literal(True)
        return evolve(simple, editions=(evolve(edition, applies=asked),))
    return evolve(_norm(builder, number), id=simple.id)


def schema(builder: Builder) -> Schema:
    """The records with the facts that the clauses have asked for."""
    records = tuple(
        RecordDeclaration(
            key=name,
            definite=name,
            genitive=name,
            fields=tuple(builder.fields[name]),
            optional=name != CASE_RECORDS[0],
            entry=name in ENTRY_RECORDS,
        )
        for name in (*CASE_RECORDS, *ENTRY_RECORDS)
    )
    return Schema(records, ENUMERATIONS, (REGISTER,), (ROLE,), CALENDAR)


def norm_of(norm_id: str, requirement: Node, builder: Builder) -> Norm:
    """A norm that is always in force and always applies."""
    return Norm(
        id=norm_id,
        title=norm_id,
        kind=Kind.DUTY,
        place="§ 1",
        rulebook="tilfeldig",
        subject=CASE_RECORDS[0],
        deciding=builder.today(),
        editions=(Edition(Wording(None, None, CITED), builder.literal(True), requirement),),
    )


def _norm(builder: Builder, number: int) -> Norm:
    choices, norm_id = builder.choices, f"4-2/norm-{number}"
    by_fact = chance(choices, 30)
    deciding = ordered(builder, (), Date(), 1) if by_fact else builder.today()
    applies = _applies(builder)
    editions, questions = [], []
    for wording in _wordings(builder):
        if not editions or chance(choices, 45):  # else what the wording before it asks for
            requirement, asked = _requirement(builder, norm_id)
        own = chance(choices, 40)  # else the scope is common to all of them
        # Else it is the day of the norm that decides whether it is in force.
        day = _own_day(builder) if chance(choices, 22) else None
        scope = _applies(builder) if own else applies
        editions.append(Edition(wording, scope, requirement, day))
        questions += asked
    questions = list(dict.fromkeys(questions))
    return Norm(
        id=norm_id,
        title=norm_id,
        kind=weighted(choices, KINDS),
        place="§ 1",
        rulebook="tilfeldig",
        subject=weighted(choices, ((4, CASE_RECORDS[0]), (1, CASE_RECORDS[1]))),
        deciding=deciding,
        editions=tuple(editions),
        interpretations=tuple(questions),
    )


def _own_day(builder: Builder) -> Node:
    """Mostly a day that the case tells of; else that of evaluation, which is always known."""
    return builder.today() if chance(builder.choices, 30) else builder.fact(Date(), ())


def _wordings(builder: Builder) -> tuple[Wording, ...]:
    """One that is always in force, or one to three in periods, perhaps with gaps between them,
    and with boundaries of which only a span is known."""
    count = weighted(builder.choices, ((3, 0), (3, 1), (4, 2), (2, 3)))
    if count == 0:
        return (Wording(None, None, CITED),)
    days = sorted({pick(builder.choices, DAYS) for _ in range(2 * count)})
    found = [Wording(*each, CITED) for each in zip(days[::2], days[1::2], strict=False)]
    found = found or [Wording(days[0], None, CITED)]
    if chance(builder.choices, 85):
        found = [_blurred(builder.choices, each) for each in found]
    if chance(builder.choices, 85):
        found = [*map(_meeting, found, found[1:]), found[-1]]
    if chance(builder.choices, 40):
        found[0] = evolve(found[0], start=None)
    if chance(builder.choices, 40):
        found[-1] = evolve(found[-1], end=None)
    return tuple(found)


def _blurred(choices: Choices, wording: Wording) -> Wording:
    """With either boundary known only within a span, inside the period."""
    assert wording.start is not None
    first, last = wording.start.first, wording.end.last if wording.end else wording.start.last
    if last <= first + timedelta(days=1):
        return wording
    if chance(choices, 70):
        return evolve(wording, start=Moment(first, last - timedelta(days=1)))
    return evolve(wording, end=Moment(first + timedelta(days=1), last))


def _meeting(wording: Wording, after: Wording) -> Wording:
    """Until the other begins."""
    assert after.start is not None
    return evolve(wording, end=after.start.day_before)


def _applies(builder: Builder) -> Node:
    shape = weighted(builder.choices, ((3, "always"), (4, "unless"), (3, "when")))
    if shape == "always":
        return builder.literal(True)
    if shape == "when":
        return truth(builder, (), 2)
    return default(builder, (), 2, truth(builder, (), 1))


def _requirement(builder: Builder, norm_id: str) -> tuple[Node, tuple[Interpretation, ...]]:
    """A clause; sometimes one that the sources leave open, or whose last day they do."""
    choices = builder.choices
    shape = weighted(choices, ((75, "plain"), (25, "clause"), (15, "last day")))
    if shape == "last day":
        asked, question = about_a_last_day(builder, norm_id, CITED)
        return asked, (question,)
    written = truth(builder, (), weighted(choices, ((2, 1), (4, 2), (1, 3))))
    if shape == "plain":
        return written, ()
    asked, question = about_a_clause(builder, norm_id, written, CITED)
    return asked, (question,)
