"""Which provisions ask for a fact, so that whoever fills it in can look them up."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from hjemmel.core.nodes import Each, Fact, Node
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import PRESENCE
from hjemmel.core.types import Listed, Row
from hjemmel.core.walk import children_of
from hjemmel.source.citation import Citation, resting

MOST = 3
"""So many provisions are named; that there are more is said."""

Asked = tuple[str, str]
"""A record and one of its fields; the field is `*` where it is asked for the record itself."""


def provisions(program: Program) -> Mapping[Asked, str]:
    """Of every fact that some norm asks for: «§ 4-4, veileder pkt. 4.4».

    What follows and what is presumed is named only where no norm asks for the fact itself.
    """
    return {**_cited(program, program.beside), **_cited(program, program.norms)}


def _cited(program: Program, norms: Iterable[Norm]) -> dict[Asked, str]:
    found: dict[Asked, dict[Citation, None]] = {}
    for norm in norms:
        cited = [each for wording in norm.wordings for each in resting(wording.citations)]
        for asked in dict.fromkeys(asked_by(program, norm)):
            found.setdefault(asked, {}).update(dict.fromkeys(cited))
    return {asked: _told(cited) for asked, cited in found.items()}


def _told(cited: Mapping[Citation, None]) -> str:
    """The provisions, those of the highest source first."""
    ordered = sorted(cited, key=lambda each: each.level.rank)
    names = list(dict.fromkeys(_provision(each) for each in ordered))
    return ", ".join(names[:MOST]) + (" m.fl." if len(names) > MOST else "")


def _provision(cited: Citation) -> str:
    """«§ 4-4», «veileder pkt. 4.4»: the law's own provisions need no source name."""
    return evolve(cited, part="").short


def asked_by(program: Program, norm: Norm) -> Iterator[Asked]:
    """All that a norm asks for, as often as it does so."""
    yield norm.subject, PRESENCE
    nodes = [*norm.days, *norm.clauses]
    for question in norm.interpretations:
        nodes += [question.arises, *(each.replacement for each in question.readings)]
    for node in nodes:
        yield from _asked_in(program, node, {})


def _asked_in(program: Program, node: Node, bound: Mapping[str, str]) -> Iterator[Asked]:
    """What a node asks for, where `bound` are the records that the variables stand for."""
    if isinstance(node, Fact):
        yield bound.get(node.subject, node.subject), node.name
    if isinstance(node, Each):
        kind = node.domain.type
        element = kind.element if isinstance(kind, Listed) else None
        bound = {**bound, node.variable: element.name if isinstance(element, Row) else ""}
    for each in children_of(node):
        yield from _asked_in(program, each, bound)
