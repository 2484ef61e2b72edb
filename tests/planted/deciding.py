"""Wrong versions of what decides: a replay with only what they mark comes out otherwise."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from attrs import frozen

from hjemmel.provenance import causes, decisive
from hjemmel.provenance.causes import Tracing
from hjemmel.provenance.replay import replay
from random_programs.pairs import pairs
from support.evaluation import assess, evaluate

SEED, PAIRS = 1, 600
CONJUNCTION, ALWAYS, MADE_OF = causes._conjunction, causes._always, Tracing._made_of
READ_AS, LIST, DENIED, TERMS = Tracing._read_as, Tracing._list, Tracing._denied, Tracing._terms
STANDING = decisive._standing
POSSIBLE, ASKED = decisive.possible_editions, decisive.asked_editions


def first_of_all(truth: Any, terms: Any) -> Any:
    """Of all that must hold, takes the first for enough."""
    below, flags = CONJUNCTION(truth, terms)

    def first(case: Any, row: Any, here: Any) -> Any:
        found = list(flags(case, row, here))
        return [each and place == found.index(True) for place, each in enumerate(found)]

    return below, first


def any_one_of(truth: Any, terms: Any) -> Any:
    """Of what fails, takes what holds."""
    below, flags = CONJUNCTION(truth, terms)

    def others(case: Any, row: Any, here: Any) -> Any:
        found = flags(case, row, here)
        return found if all(found) else [not each for each in found]

    return below, others


def without_the_question(self: Tracing, node: Any) -> Any:
    """Forgets why a question arises."""
    below, flags = READ_AS(self, node)
    return below, lambda *case: (False, *list(flags(*case))[1:])


def without_the_list(self: Tracing, node: Any) -> Any:
    """Marks entries, and not the list that they stand in."""
    inside = LIST(self, node)

    def parts(*case: Any) -> Iterator[Any]:
        found = inside(*case)
        next(found)
        yield from found

    return parts


def without_exceptions(self: Tracing, _: Any) -> Any:
    """Forgets that no exception holds."""
    return TERMS(self, ())


def without_the_scope(case: Any, ref: Any) -> Any:
    """Of a norm that is referred to, only what it asks for."""
    norm = case.book.norms[ref.norm]
    return decisive.stage_parts(case, norm, decisive.Stage.REQUIREMENT)


def first_possible(case: Any, norm: Any) -> Any:
    """Of the editions that may be in force, takes the first for the one that is."""
    return POSSIBLE(case, norm)[:1]


def first_asked(case: Any, norm: Any, stage: Any) -> Any:
    """Of a norm that applies under no edition, looks at the first."""
    found = ASKED(case, norm, stage)
    return found[:1] if case.applies_nowhere(norm.id) else found


def planted(module: Any, name: str, fault: Any) -> Callable[[], AbstractContextManager[Any]]:
    """What decides, with one part of it wrong."""
    return lambda: patch.object(module, name, fault)


@frozen
class Oversight:
    """A fault in what decides, and how to plant it."""

    what: str
    plant: Callable[[], AbstractContextManager[Any]]

    def __str__(self) -> str:
        return self.what


OVERSIGHTS = (
    Oversight("one of all is enough", planted(causes, "_conjunction", first_of_all)),
    Oversight("what fails is what holds", planted(causes, "_conjunction", any_one_of)),
    Oversight("a comparison needs nothing", planted(Tracing, "_leaves", lambda *_: ())),
    Oversight("a question always arises", planted(Tracing, "_read_as", without_the_question)),
    Oversight("a list needs no list", planted(Tracing, "_list", without_the_list)),
    Oversight("what must not hold needs not be known",
              planted(Tracing, "_denied", without_exceptions)),
    Oversight("of editions that may be in force, one is enough",
              planted(decisive, "possible_editions", first_possible)),
    Oversight("of a norm that applies nowhere, one edition is enough",
              planted(decisive, "asked_editions", first_asked)),
    Oversight("no day picks the edition", planted(decisive, "_dating", lambda *_: [])),
    Oversight("what is taken as given needs no condition",
              planted(decisive, "_given_by", lambda *_: [])),
    Oversight("a norm referred to always applies",
              planted(decisive, "_standing", without_the_scope)),
)  # fmt: skip


def caught(fault: Oversight) -> int | None:
    """The first random pair of rulebook and facts whose replay does not agree."""
    with fault.plant():
        for pair in pairs(SEED, PAIRS):
            seen = pair.situation.observation
            valuation = evaluate(pair.program, seen.view)
            for each in assess(pair.program, seen, valuation, pair.situation.day):
                if not replay(each.case, each.norm, evaluate).agrees:
                    return pair.number
    return None
