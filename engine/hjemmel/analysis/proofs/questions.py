"""Open questions that make no difference: they never arise, or all readings come to the same."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.asker import Asker
from hjemmel.analysis.proofs.finding import Result
from hjemmel.analysis.proofs.rules import Rules, undecided
from hjemmel.analysis.proofs.sought import (
    APPLIES,
    ASIDE,
    MET,
    Apart,
    Never,
    Screened,
    Sought,
    Stands,
    StandsNot,
    weakest,
)
from hjemmel.analysis.proofs.variants import asking, read_as
from hjemmel.core.nodes import Apply, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Interpretation, Norm
from hjemmel.core.walk import nodes_of

_NEVER = "det oppstår aldri der normen gjelder"
_ALIKE = "lesemåtene gir det samme svaret i hver sak"
Asked = Sequence[Interpretation]
"""A question, once for each wording that it is asked in."""


def idle_questions(rules: Rules, norm: Norm) -> Iterator[Result]:
    """The questions of a norm that make no difference."""
    for asked in _by_question(norm):
        yield from _of_question(rules, norm, asked)


def _by_question(norm: Norm) -> list[Asked]:
    found: dict[Interpretation, list[Interpretation]] = {}
    for each in norm.interpretations:
        found.setdefault(each, []).append(each)
    return list(found.values())


def _of_question(rules: Rules, norm: Norm, asked: Asked) -> Iterator[Result]:
    node = _clause(norm, asked[0])
    if node is None:
        return
    count = len(asked[0].readings)
    read = [read_as(norm, f"lesemåte {each}", asked, each) for each in range(count)]
    arises = asking(norm, "oppstår", asked[0].arises)
    asker = rules.asker([norm.id], [*read, arises])
    where: Sought = (Stands(arises.id, MET), StandsNot(norm.id, ASIDE))
    occurs = asker.screened(where)
    alike = [] if isinstance(occurs, Never) else _alike(asker, read)
    doubt = undecided("NTR608", norm.id, [occurs, *alike])
    if isinstance(occurs, Never):
        told = problems.idle_question(norm, asked[0], node, _NEVER)
        yield rules.finding(told, (norm.id,), occurs, None, asked[0])
    elif alike and all(isinstance(each, Never) for each in alike):
        told = problems.idle_question(norm, asked[0], node, _ALIKE)
        shown = rules.shown([norm.id], [arises], (Stands(arises.id, MET), Stands(norm.id, APPLIES)))
        never = weakest(each for each in alike if isinstance(each, Never))
        yield rules.finding(told, (norm.id,), never, shown, asked[0])
    elif doubt is not None:
        yield doubt


def _alike(asker: Asker, read: Sequence[Norm]) -> list[Screened]:
    """Whether each two readings come to the same; as far as the first two that do not."""
    found: list[Screened] = []
    for one, other in combinations(read, 2):
        found.append(asker.screened((Apart(one.id, other.id),)))
        if not isinstance(found[-1], Never):
            break
    return found


def _clause(norm: Norm, asked: Interpretation) -> Node | None:
    """What the question is about, as it is written."""
    for clause in norm.clauses:
        for node in nodes_of(clause):
            match node:
                case Apply(_, (_, taken, _)) if (
                    sense(node) is Sense.READ_AS and taken.origin.id == asked.clause
                ):
                    return node
                case _:  # something else
                    continue
    return None
