"""What must be known of all the rows before Spark can be asked of any: one look at each part."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from hjemmel.archive.deciding import Aside, Deciding
from hjemmel.archive.spark.question import Question
from hjemmel.archive.tables import Seen
from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.functions import Answers
from hjemmel.backends.sql.leaves import Shape
from hjemmel.backends.sql.observed import places_of, shape_of
from hjemmel.backends.sql.printed import terms_of
from hjemmel.backends.terms.term import Path


@frozen
class Survey:
    """What the rows of a batch, a part or all of them are like.

    `answers` are those of each function, `places` the digits behind the point that sizes have.
    """

    shape: Shape
    answers: Sequence[Answers]
    places: Mapping[Path, int]
    undated: int
    aside: tuple[Aside, ...]


def survey_of(question: Question, by: Deciding, seen: Iterable[Seen]) -> Survey:
    """What the batches of a part are like."""
    found = [each for batch in seen for each in _looked(question, by, batch)]
    return together(question, found)


def together(question: Question, some: Iterable[Survey]) -> Survey:
    """What all of them are like."""
    spans, several, further = set[Path](), set[Path](), set[Path]()
    answers: list[Answers] = [{} for _ in question.plain.functions.all]
    places: dict[Path, int] = {}
    undated, aside = 0, list[Aside]()
    for each in some:
        spans |= each.shape.spans
        several |= each.shape.several
        further |= each.shape.further
        for known, more in zip(answers, each.answers, strict=True):
            known.update(more)
        for path, most in each.places.items():
            places[path] = max(most, places.get(path, most))
        undated += each.undated
        aside += each.aside
    shape = Shape(frozenset(spans), frozenset(several), frozenset(further))
    return Survey(shape, answers, places, undated, tuple(aside))


def _looked(question: Question, by: Deciding, seen: Seen) -> Iterable[Survey]:
    yield _of(question, by, seen.plain, seen.undated, seen.aside)
    if seen.views:
        yield _of(question, by, by.ready.batch(seen.views), 0, ())


def _of(
    question: Question, by: Deciding, batch: Batch, undated: int, aside: tuple[Aside, ...]
) -> Survey:
    running = Running(batch, by.ready.known)
    shape = shape_of(running, terms_of(question.wanted))
    answers = question.plain.functions.asked(running)
    places = places_of(running, question.plain.leaves)
    return Survey(shape, answers, places, undated, aside)
