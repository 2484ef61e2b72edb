"""Shapes of clauses that say one thing together: groups of norms, and what a list must cover."""

from attrs import frozen

from hjemmel.core.nodes import Apply, Aspect, Each, Fact, Literal, Node, Op, Quantifier, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.explain.observed_values import LACKING, UNSURE
from hjemmel.provenance.book import Book
from hjemmel.provenance.situation import UNDECIDED, Here, Situation
from hjemmel.words.phrases import Names, is_always, words
from hjemmel.words.values import listed, shown

NONE_APPLICABLE = "ingen aktuelle"


@frozen
class Required:
    """The values a list must cover, in words."""

    domain: Fact
    values: tuple[str, ...]


def flattened(node: Apply) -> tuple[Node, ...]:
    """The parts of «og» or «eller», with parts of the same kind that have no words taken apart."""
    found: list[Node] = []
    for each in node.arguments:
        if (
            isinstance(each, Apply)
            and each.operator == node.operator
            and not each.origin.words
            and only_norm(each) is None
            and required_values(each) is None
        ):
            found += flattened(each)
        else:
            found.append(each)
    return tuple(found)


def only_norm(node: Node) -> str | None:
    """The norm that a clause is about, if it asks of one norm and nothing else."""
    if isinstance(node, Ref):
        return node.norm
    if not isinstance(node, Apply):
        return None
    found = None
    for each in node.arguments:
        norm = only_norm(each)
        if norm is None or found not in (None, norm):
            return None
        found = norm
    return found


def none_applicable(case: Situation, node: Apply) -> bool:
    """True for a group of norms of which none applies in the case."""
    norms = [only_norm(each) for each in node.arguments]
    return all(norm is not None and _denied(case, norm) for norm in norms)


def _denied(case: Situation, norm: str) -> bool:
    aspects = (Aspect.SUBJECT, Aspect.IN_FORCE, Aspect.APPLIES)
    return any(case.norm_truth(norm, aspect)[1] for aspect in aspects)


def required_values(node: Apply) -> Required | None:
    """What «omfatter» was made into: for each value, some member of one list has it.

    In the same property of the members, and of the same members. Clauses that look alike but ask
    of different properties, or that an author wrote one by one, are told one by one.
    """
    if sense(node) is not Sense.ALL or len(node.arguments) < 2:
        return None
    found = [_sought(each) for each in node.arguments]
    columns = [each[0] for each in found if each]
    if None in found or any(each != columns[0] for each in columns):
        return None
    domain, _, where, _ = columns[0]
    if not is_always(where) and not node.origin.words:
        return None
    return Required(domain, tuple(shown(each[1].value, each[1].type) for each in found if each))


_Column = tuple[Fact, str, Node, Fact]
"""A list, its variable, its filter, and the property asked of its members."""


def _sought(node: Node) -> tuple[_Column, Literal] | None:
    """The column and the value in «noen er v»."""
    match node:
        case Each(
            Quantifier.SOME,
            variable,
            domain,
            where,
            Apply(Op.IS | Op.EQUALS, (Fact() as mine, wanted)),
        ) if mine.subject == variable and isinstance(wanted, Literal):
            said = node.origin.words
            own = said and not said.endswith(f" omfatter {wanted.value}")
            return None if own else ((domain, variable, where, mine), wanted)
        case _:
            return None


def covering_words(book: Book, required: Required, names: Names) -> str:
    """«tjenestens regioner omfatter A, B og C»."""
    return f"{words(book, required.domain, names)} omfatter {listed(list(required.values))}"


def lacking(case: Situation, node: Apply, here: Here, required: Required) -> str:
    """«mangler A, B»; and those of which it is not known."""
    truths = [case.truth(each, here) for each in node.arguments]
    pairs = list(zip(truths, required.values, strict=True))
    absent = ", ".join(value for truth, value in pairs if truth[1])
    unsure = ", ".join(value for truth, value in pairs if truth == UNDECIDED)
    told = [f"{LACKING} {absent}" if absent else "", f"{UNSURE} {unsure}" if unsure else ""]
    return "; ".join(filter(None, told)) or "alle"
