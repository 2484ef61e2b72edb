"""What is written as a norm and judges nothing: what it says of a fact, and when."""

from hjemmel.core.nodes import Apply, Fact, Literal, Node, Value
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Conclusion, Norm, Presumption


def presumption_of(norm: Norm) -> Presumption:
    """The norm with the fact that it says, and what it says that it is."""
    fact, value = _said(norm.editions[0].requirement)
    return Presumption(norm, fact, value)


def conclusion_of(norm: Norm) -> Conclusion:
    """The same of what follows."""
    fact, value = _said(norm.editions[0].requirement)
    return Conclusion(norm, fact, value)


def _said(clause: Node) -> tuple[Fact, Value]:
    match clause:
        case Fact():
            return clause, True
        case Apply(arguments=(Fact() as fact,)) if sense(clause) is Sense.NOT:
            return fact, False
        case Apply(arguments=(Fact() as fact, Literal(value=value))):
            return fact, value
        case _:  # the checker has seen that it says one fact
            raise AssertionError(clause)
