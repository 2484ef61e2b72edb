"""The analyses on facts of every type: none falls, and what they show can be read back."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from hjemmel.analysis import render_gaps
from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.boundaries.search import View, day_of
from hjemmel.analysis.coverage import coverage
from hjemmel.analysis.mutation import render
from hjemmel.analysis.mutation.fates import Alive, Fate, fates
from hjemmel.analysis.mutation.mutants import mutants
from hjemmel.analysis.mutation.trying import bench
from hjemmel.analysis.uncovered import Gap, gaps
from hjemmel.case.observation import observe
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.facts.faults import RawCase
from hjemmel.facts.json_file import read_json
from hjemmel.facts.schema import decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.provenance.book import new_book
from support.every_type import EVERY_TYPE
from support.golden_run import program_of


@cache
def program() -> Program:
    """The rulebook."""
    return program_of({"alle": EVERY_TYPE})


@cache
def all_gaps() -> tuple[Gap, ...]:
    """What no case shows, where there are no cases."""
    return tuple(gaps(program(), coverage(program(), (), frozenset(program().by_id))))


@cache
def all_fates() -> tuple[Fate, ...]:
    """What becomes of every change, where there are no cases."""
    norms = frozenset(program().by_id)
    return tuple(fates(bench(program(), (), ()), mutants(new_book(program()), norms)))


def witnesses() -> Iterator[View]:
    """All cases that are shown."""
    yield from (each.witness for each in all_gaps() if each.witness)
    yield from (each.witness for each in all_fates() if isinstance(each, Alive) and each.witness)


def read_back(line: str) -> Case:
    """A case as one who copies it into a file has it read."""
    (raw,) = read_json(SourceFile("sak.json", "sak", line.encode()))
    assert isinstance(raw, RawCase), line
    told = decode(raw, Vocabulary.of(program().schema))
    assert told.case is not None, (line, told)
    assert not told.faults, (line, told)
    return told.case


def told(value: Any) -> Any:
    """What a view says, and no more."""
    match value:
        case list():
            return type(value).__name__, [told(each) for each in value]
        case dict():
            return {key: told(each) for key, each in value.items() if each is not None}
        case _:
            return value


def test_every_case_shown_is_read_back_as_the_same_case() -> None:
    """In kroner and not in øre, with all its figures, and with its unknown entries."""
    schema, found = program().schema, tuple(witnesses())
    assert len(found) > 100
    for view in found:
        line = written(view, schema)
        seen = observe(read_back(line), schema, day_of(view)).view
        assert told({key: seen[key] for key in view}) == told(dict(view)), line


def test_everything_is_told() -> None:
    """For people and for programs."""
    book = new_book(program())
    assert render_gaps.text(book, all_gaps(), 100)
    assert len(render_gaps.document(book, all_gaps())) == len(all_gaps())
    assert render.text(program(), all_fates(), 100)
    assert render.document(program(), all_fates())


def test_a_number_between_two_others_is_tried() -> None:
    """More than 0,3 and less than 0,31 can be met, so it is not told that it cannot."""
    (norm,) = (each for each in program().norms if each.title == "nummer 12")
    found = [each for each in all_gaps() if each.norm == norm and each.outcome is Outcome.MET]
    assert [each.why for each in found] == [None]
    assert [each.witness for each in found] != [None]
