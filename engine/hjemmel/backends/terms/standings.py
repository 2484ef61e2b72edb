"""How norms stand, as terms: a number for each outcome and the stage that decided it."""

from collections.abc import Iterable, Mapping

from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Term
from hjemmel.core.outcome import NormMeaning, Outcome, Stage
from hjemmel.core.program import Norm, Program
from hjemmel.core.semantics import norm_meaning
from hjemmel.core.told import Entering, enter_norms

Standing = tuple[Outcome, Stage]

STANDINGS: tuple[Standing, ...] = (
    (Outcome.MET, Stage.REQUIREMENT),
    (Outcome.BROKEN, Stage.REQUIREMENT),
    (Outcome.UNDECIDED, Stage.REQUIREMENT),
    (Outcome.UNDECIDED, Stage.APPLIES),
    (Outcome.UNDECIDED, Stage.IN_FORCE),
    (Outcome.NOT_APPLICABLE, Stage.SUBJECT),
    (Outcome.NOT_APPLICABLE, Stage.APPLIES),
    (Outcome.NO_RULE, Stage.IN_FORCE),
)
"""All there are. Their numbers take three bits."""
PLANES = 3


def folded(program: Program) -> Folding:
    """The program as terms: its norms, and what is written as norms but judges nothing."""
    return folded_into(Graph(), program)


def folded_into(graph: Graph, program: Program) -> Folding:
    """The same in a graph that another program may be in: what both ask is one term."""
    folding = Folding(graph)
    enter = folding.norms.__setitem__
    enter_norms(program, folding, enter, enter)
    for each in program.beside:
        enter(each.id, norm_meaning(each, folding, program.schema))
    return folding


def entering(folding: Folding, program: Program) -> Entering:
    """A program on its way into terms."""
    enter = folding.norms.__setitem__
    return Entering.of(program, folding, enter, enter)


def with_more(folding: Folding, by: Entering, norms: Iterable[Norm]) -> Folding:
    """Terms of a program, and of further norms that refer to its own; those stay as they are."""
    more = Folding(folding.graph, {**folding.norms})
    enter = more.norms.__setitem__
    into = by.again(more, enter, enter)
    for each in norms:
        into.enter(each)
    return more


def decided(graph: Graph, norm: NormMeaning) -> Mapping[Standing, Term]:
    """The bit that says that a norm stands so, for each way in which it can; one of them is set.

    As `outcome.outcome` asks stage by stage. That the subject is there is always known.
    """
    conj, no = graph.conj, graph.negation
    there, in_force, applies, met = norm.subject, norm.in_force, norm.applies, norm.requirement
    nowhere = norm.somewhere[1]
    asked = conj([there[0], in_force[0]])
    binding = conj([asked, applies[0]])
    open_date = conj([there[0], no(in_force[0]), no(nowhere)])
    fails = graph.disj([conj([asked, applies[1]]), conj([there[0], no(in_force[0]), nowhere])])
    return {
        (Outcome.MET, Stage.REQUIREMENT): conj([binding, met[0]]),
        (Outcome.BROKEN, Stage.REQUIREMENT): conj([binding, no(met[0]), met[1]]),
        (Outcome.UNDECIDED, Stage.REQUIREMENT): conj([binding, no(met[0]), no(met[1])]),
        (Outcome.UNDECIDED, Stage.APPLIES): conj([asked, no(applies[0]), no(applies[1])]),
        (Outcome.UNDECIDED, Stage.IN_FORCE): conj([open_date, no(in_force[1])]),
        (Outcome.NOT_APPLICABLE, Stage.SUBJECT): no(there[0]),
        (Outcome.NOT_APPLICABLE, Stage.APPLIES): fails,
        (Outcome.NO_RULE, Stage.IN_FORCE): conj([open_date, in_force[1]]),
    }


def planes(graph: Graph, norm: NormMeaning) -> tuple[Term, ...]:
    """The bits of the number of the way in which a norm stands, the least first."""
    found = decided(graph, norm)
    return tuple(
        graph.disj([found[each] for at, each in enumerate(STANDINGS) if at >> plane & 1])
        for plane in range(PLANES)
    )
