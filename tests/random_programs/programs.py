"""Random rulebooks: several norms over a schema that grows as their clauses ask for facts."""

from hjemmel.core.nodes import Node
from hjemmel.core.program import Interpretation, Kind, Norm, Program, Reading, Wording
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.types import Date
from hjemmel.source.citation import Citation, Level
from random_programs.builder import CASE_RECORDS, ENTRY_RECORDS, Builder
from random_programs.choices import Choices, chance, pick, shuffled, weighted
from random_programs.clauses import default, ordered, truth
from random_programs.values import DAYS, ENUMERATIONS, REGISTER, ROLE

CITED = (Citation(Level.REGULATION, "§ 1"),)


def program(choices: Choices) -> Program:
    """One to four norms; each may refer to those made before it."""
    builder = Builder(choices)
    norms: list[Norm] = []
    for number in range(weighted(choices, ((3, 1), (4, 2), (3, 3), (2, 4)))):
        norms.append(_norm(builder, number))
        builder.norms.append(norms[-1].id)
    order = tuple(norm.id for norm in norms)
    return Program("tilfeldig", "", schema(builder), tuple(shuffled(choices, norms)), order)


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
    return Schema(records, ENUMERATIONS, (REGISTER,), (ROLE,))


def norm_of(norm_id: str, requirement: Node, builder: Builder) -> Norm:
    """A norm that is always in force and always applies."""
    return Norm(
        id=norm_id,
        title=norm_id,
        kind=Kind.DUTY,
        place="§ 1",
        rulebook="tilfeldig",
        subject=CASE_RECORDS[0],
        wordings=(Wording(None, None, CITED),),
        deciding=builder.today(),
        in_force=builder.literal(True),
        applies=builder.literal(True),
        requirement=requirement,
    )


def _norm(builder: Builder, number: int) -> Norm:
    choices, norm_id = builder.choices, f"4-2/norm-{number}"
    by_fact = chance(choices, 40)
    deciding = ordered(builder, (), Date(), 1) if by_fact else builder.today()
    requirement, interpretations = _requirement(builder, norm_id)
    return Norm(
        id=norm_id,
        title=norm_id,
        kind=Kind.DUTY,
        place="§ 1",
        rulebook="tilfeldig",
        subject=weighted(choices, ((4, CASE_RECORDS[0]), (1, CASE_RECORDS[1]))),
        wordings=(Wording(None, None, CITED),),
        deciding=deciding,
        in_force=_in_force(builder, deciding),
        applies=_applies(builder),
        requirement=requirement,
        interpretations=interpretations,
    )


def _in_force(builder: Builder, deciding: Node) -> Node:
    """Always, or where the deciding date falls in one of the periods."""
    periods = weighted(builder.choices, ((5, 0), (4, 1), (2, 2)))
    if periods == 0:
        return builder.literal(True)
    wordings = tuple(_period(builder, deciding) for _ in range(periods))
    return wordings[0] if periods == 1 else builder.apply("eller", *wordings)


def _period(builder: Builder, deciding: Node) -> Node:
    start, end = sorted((pick(builder.choices, DAYS), pick(builder.choices, DAYS)))
    begun = builder.apply("tidligst", deciding, builder.literal(start, Date()))
    lasts = builder.apply("senest", deciding, builder.literal(end, Date()))
    bounds = weighted(builder.choices, ((2, (begun,)), (2, (begun, lasts)), (1, (lasts,))))
    return bounds[0] if len(bounds) == 1 else builder.apply("og", *bounds)


def _applies(builder: Builder) -> Node:
    shape = weighted(builder.choices, ((3, "always"), (4, "unless"), (3, "when")))
    if shape == "always":
        return builder.literal(True)
    if shape == "when":
        return truth(builder, (), 2)
    return default(builder, (), 2, truth(builder, (), 1))


def _requirement(builder: Builder, norm_id: str) -> tuple[Node, tuple[Interpretation, ...]]:
    """A clause; sometimes one that the sources leave open."""
    choices = builder.choices
    written = truth(builder, (), weighted(choices, ((2, 1), (4, 2), (1, 3))))
    if not chance(choices, 25):
        return written, ()
    arises = truth(builder, (), 1) if chance(choices, 40) else builder.literal(True)
    readings = [truth(builder, (), 1), truth(builder, (), 1)]
    chosen = weighted(choices, ((3, None), (1, 0), (1, 1)))
    taken = builder.apply("samstemt", *readings) if chosen is None else readings[chosen]
    clause = builder.apply("tolket", arises, taken, written)
    question = Interpretation(
        question="Hva menes?",
        norm=norm_id,
        arises=arises,
        readings=tuple(Reading(f"lesemåte {n}", each) for n, each in enumerate(readings)),
        chosen=None if chosen is None else f"lesemåte {chosen}",
        citations=CITED,
        clause=clause.origin.id,
    )
    return clause, (question,)
