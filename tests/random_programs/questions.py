"""Random open questions: about a clause, about the last day of an act, and about that of a
condition."""

from hjemmel.core.nodes import Apply, Node
from hjemmel.core.program import Interpretation, Reading
from hjemmel.core.types import Date, Whole
from hjemmel.source.citation import Citation
from random_programs.builder import Builder
from random_programs.choices import chance, weighted
from random_programs.clauses import ordered, truth

Asked = tuple[Node, Interpretation]
"""What stands for the clause, and the question about it."""


def about_a_clause(
    builder: Builder, norm_id: str, written: Node, cited: tuple[Citation, ...]
) -> Asked:
    """Any readings of any clause."""
    arises = truth(builder, (), 1) if chance(builder.choices, 40) else builder.literal(True)
    readings = [truth(builder, (), 1), truth(builder, (), 1)]
    return _asked(builder, norm_id, (arises, readings, written), cited)


def about_a_last_day(builder: Builder, norm_id: str, cited: tuple[Citation, ...]) -> Asked:
    """The day as it is written, and the first working day from it: of an act, or of a condition."""
    choices = builder.choices
    known = chance(choices, 70)
    day = builder.any_literal(Date()) if known else ordered(builder, (), Date(), 1)
    moved = builder.apply("virkedager_fra", builder.copied(day), builder.literal(1, Whole()))
    if chance(choices, 60):  # so far on that cases often come between the two
        moved = builder.apply("dager_etter", builder.copied(day), builder.literal(365, Whole()))
    off = builder.apply("ikke", builder.apply("er_virkedag", builder.copied(day)))
    arises = off if chance(choices, 30) else builder.literal(True)
    if chance(choices, 70):
        act = builder.fact(Date(), ())
        by = [_in_time(builder, act, each) for each in (day, builder.copied(day), moved)]
        return _asked(builder, norm_id, (arises, by[1:], by[0]), cited)
    left = [_time_left(builder, each) for each in (day, builder.copied(day), moved)]
    time_left, question = _asked(builder, norm_id, (arises, left[1:], left[0]), cited)
    return builder.apply("eller", truth(builder, (), 1), time_left), question


def _in_time(builder: Builder, act: Node, last: Node) -> Apply:
    return builder.apply("innen_frist", builder.copied(act), last, builder.today())


def _time_left(builder: Builder, last: Node) -> Apply:
    return builder.apply("siste_dag", last, builder.today())


def _asked(
    builder: Builder, norm_id: str, of: tuple[Node, list[Node], Node], cited: tuple[Citation, ...]
) -> Asked:
    """When it arises, the readings, and what is written; with a reading chosen, or none."""
    arises, readings, written = of
    chosen = weighted(builder.choices, ((3, None), (1, 0), (1, 1)))
    taken = builder.apply("samstemt", *readings) if chosen is None else readings[chosen]
    clause = builder.apply("tolket", arises, taken, written)
    question = Interpretation(
        question="Hva menes?",
        norm=norm_id,
        arises=arises,
        readings=tuple(Reading(f"lesemåte {n}", each) for n, each in enumerate(readings)),
        chosen=None if chosen is None else f"lesemåte {chosen}",
        citations=cited,
        clause=clause.origin.id,
    )
    return clause, question
