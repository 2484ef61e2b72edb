"""What is known of terms without any case."""

from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import NO_FRAMES, Do, Term


def fact(graph: Graph, name: str) -> Term:
    """A bit of the case."""
    return graph.make(Do.YES, (), ("tjeneste", name))


def test_the_same_is_made_once() -> None:
    """Whichever way round it is said."""
    graph = Graph()
    one, other = fact(graph, "a"), fact(graph, "b")
    assert graph.conj([one, other]) is graph.conj([other, one, one])
    assert fact(graph, "a") is one


def test_what_python_takes_for_the_same_is_told_apart() -> None:
    """A year is no truth."""
    graph = Graph()
    assert graph.make(Do.VALUE, (), 1) is not graph.make(Do.VALUE, (), True)


def test_what_is_settled_is_left_out() -> None:
    """Constants, what is asked twice, and a thing and its opposite."""
    graph = Graph()
    one, other = fact(graph, "a"), fact(graph, "b")
    assert graph.conj([one, graph.true]) is one
    assert graph.conj([one, graph.false]) is graph.false
    assert graph.disj([one, graph.negation(one)]) is graph.true
    assert graph.conj([one, graph.disj([one, other])]) is one
    assert graph.disj([one, graph.conj([one, other])]) is one
    assert graph.negation(graph.negation(one)) is one
    assert graph.conj([]) is graph.true
    assert graph.disj([]) is graph.false


def test_what_is_asked_of_no_entry_stands_outside_the_list() -> None:
    """It is asked once a case, and not once an entry."""
    graph = Graph()
    frame = graph.frame(("tjeneste", "steder"), 0, NO_FRAMES)
    entry = graph.make(Do.YES, (), ("tjeneste", "steder", "godkjent"), frame.frames)
    outside = fact(graph, "a")
    some = graph.some(frame, graph.conj([outside, entry]))
    assert some is graph.conj([outside, graph.some(frame, entry)])
    every = graph.every(frame, graph.disj([outside, entry]))
    assert every is graph.disj([outside, graph.every(frame, entry)])
    assert graph.some(frame, entry).frames == NO_FRAMES
