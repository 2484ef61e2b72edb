"""What several terms join first is worked out once, and nothing else comes out for that."""

from random import Random
from typing import Any

import numpy as np
import pytest

from hjemmel.backends.columns.batch import Truths
from hjemmel.backends.columns.operations import Known, Running
from hjemmel.backends.columns.plan import plan_of
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Do, Term

ROWS, FACTS = 64, 12


class Drawn:
    """A batch of random truths; the last fact is the same in every row."""

    rows = ROWS

    def truths(self, path: tuple[str, ...]) -> Truths:
        """A fact by its number."""
        number = int(path[1])
        bits = np.random.default_rng(number).integers(0, 256, ROWS // 8, np.uint8)
        bits = bits if number < FACTS - 1 else np.full(1, 255, np.uint8)
        return Truths(bits, ~bits)


def leaves(graph: Graph) -> list[Term]:
    """A term for each fact."""
    return [graph.make(Do.YES, (), ("tjeneste", str(each))) for each in range(FACTS)]


def worked_out(term: Term, batch: Drawn) -> np.ndarray:
    """Straight from its parts, a truth for each row."""
    match term.do:
        case Do.YES:
            bits = batch.truths(term.data).yes
            return np.unpackbits(np.broadcast_to(bits, ROWS // 8), bitorder="little").astype(bool)
        case Do.NOT:
            return ~worked_out(term.parts[0], batch)
        case Do.CONSTANT:
            return np.full(ROWS, term.data)
        case _:
            join = np.logical_and if term.do is Do.ALL else np.logical_or
            return join.reduce([worked_out(each, batch) for each in term.parts])


def run(terms: list[Term]) -> list[np.ndarray]:
    """By a plan."""
    batch: Any = Drawn()
    found = plan_of(terms).run(Running(batch, Known()))
    return [
        np.unpackbits(np.broadcast_to(bits, ROWS // 8), bitorder="little").astype(bool)
        for bits in found
    ]


@pytest.mark.parametrize("seed", range(20))
def test_random_terms(seed: int) -> None:
    """Long conjunctions in disjunctions in conjunctions, many of which begin alike."""
    random, graph = Random(seed), Graph()
    terms = leaves(graph)
    for _ in range(60):
        some = random.sample(terms, random.randint(2, 6))
        join = random.choice([graph.conj, graph.disj])
        terms.append(graph.negation(join(some)) if random.random() < 0.3 else join(some))
    wanted = random.sample(terms, 30)
    for term, found in zip(wanted, run(wanted), strict=True):
        assert np.array_equal(found, worked_out(term, Drawn()))


def test_what_begins_alike_is_worked_out_once() -> None:
    """Four facts joined to each of the others take one step each, and two for the four."""
    graph = Graph()
    facts = leaves(graph)
    wanted = [graph.conj([*facts[:4], each]) for each in facts[4:]]
    joined = [parts for _, _, term, parts, _ in plan_of(wanted).steps if term.do is Do.ALL]
    assert sorted(map(len, joined)) == [2] * len(wanted) + [4]
