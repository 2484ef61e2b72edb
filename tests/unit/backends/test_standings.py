"""How a norm stands, as terms, is what it is stage by stage."""

from itertools import product

import pytest

from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import PLANES, STANDINGS, decided, planes
from hjemmel.core.outcome import NormMeaning, outcome

SETTLED = ((True, False), (False, True))
TRUTHS = (*SETTLED, (False, False))
ALL = list(product(SETTLED, *[TRUTHS] * 4))


def meaning_of(graph: Graph, truths: tuple[tuple[bool, bool], ...]) -> NormMeaning:
    """Truths that are known, as terms."""
    return NormMeaning(*(tuple(map(graph.constant, each)) for each in truths))


@pytest.mark.parametrize("truths", ALL, ids=str)
def test_a_norm_stands_in_one_way_and_that_is_its_outcome(truths: tuple) -> None:
    """For all combinations of what a norm may come to."""
    graph = Graph()
    found = decided(graph, meaning_of(graph, truths))
    assert set(found) == set(STANDINGS)
    assert [each for each in STANDINGS if found[each] is graph.true] == [
        outcome(NormMeaning(*truths))
    ]
    bits = planes(graph, meaning_of(graph, truths))
    number = sum(1 << at for at in range(PLANES) if bits[at] is graph.true)
    assert STANDINGS[number] == outcome(NormMeaning(*truths))
