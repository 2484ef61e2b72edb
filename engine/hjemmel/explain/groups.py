"""Shapes of clauses that say one thing together: groups of norms, and what a list must cover."""

from attrs import frozen

from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Ref
from hjemmel.explain.observed_values import LACKING, UNSURE
from hjemmel.provenance.book import Book
from hjemmel.provenance.situation import UNDECIDED, Here, Situation
from hjemmel.words.phrases import Names, words
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
    for part in node.arguments:
        if isinstance(part, Apply) and part.operator == node.operator and not part.origin.words:
            found += flattened(part)
        else:
            found.append(part)
    return tuple(found)


def none_applicable(case: Situation, group: Apply) -> bool:
    """True for a group of norms of which none applies in the case."""
    return all(_denied(case, ref.norm) for ref in group.arguments if isinstance(ref, Ref))


def _denied(case: Situation, norm: str) -> bool:
    *before, _ = case.valuation.norms[norm].stages
    return any(fails for _, (_, fails) in before)


def required_values(covering: Apply) -> Required:
    """The list, and the values that «omfatter» asks of it."""
    members = [each for each in covering.arguments if isinstance(each, Each)]
    wanted = [each.body.arguments[1] for each in members if isinstance(each.body, Apply)]
    values = (shown(each.value, each.type) for each in wanted if isinstance(each, Literal))
    return Required(members[0].domain, tuple(values))


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
