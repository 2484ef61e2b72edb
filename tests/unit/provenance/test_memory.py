"""What is kept of a norm for the next case is what would have been told anew."""

from collections.abc import Iterator
from datetime import date
from random import Random

from attrs import evolve

from hjemmel.backends.staged.valuation import stage
from hjemmel.case.observation import observe
from hjemmel.case.statements import Case, Statement
from hjemmel.core.program import Program
from hjemmel.explain.verdict import verdict
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.memory import Memory
from hjemmel.provenance.situation import Situation
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.rows import rows
from hjemmel.render.verdict_json import document
from random_programs.choices import Seeded
from random_programs.programs import program
from random_programs.situations import situation
from unit.lowering.rulebook import program as rules

DAYS = (date(2022, 2, 28), date(2024, 2, 29))


def stated(random: Random, rulebook: Program) -> Case:
    """A case that somebody stated."""
    while True:
        found = situation(Seeded(random), rulebook.schema).case
        if found is not None:
            return found


def mixed(random: Random, one: Case, other: Case) -> Case:
    """A case with some facts of the one and some of the other."""
    records = {}
    for key in {**one.records, **other.records}:
        sides = [case.records[key] for case in (one, other) if key in case.records]
        if len(sides) == 2 or random.random() < 0.7:
            fields = {name for side in sides for name in side}
            records[key] = {name: random.choice(sides).get(name, ()) for name in sorted(fields)}
    return evolve(one, records={
        key: {name: told for name, told in record.items() if told}
        for key, record in records.items()
    })  # fmt: skip


def told(book: Book, case: Case, day: date) -> tuple[object, object]:
    """All that is told of a case."""
    seen = observe(case, book.program.schema, day)
    place = Situation(book, stage(book.program).valuation(seen.view), seen, day)
    verdicts = tuple(verdict(place, norm) for norm in book.program.norms)
    return (
        document(case.id, "", book.program, day, "0", verdicts),
        rows(CaseVerdicts(case.id, "", verdicts), day),
    )


def likenesses(seed: int) -> Iterator[tuple[Program, list[Case]]]:
    """Rulebooks with cases that are alike in some facts."""
    for number in range(60):
        random = Random(f"{seed}/{number}")
        rulebook = program(Seeded(random))
        one, other = stated(random, rulebook), stated(random, rulebook)
        yield rulebook, [mixed(random, one, other) for _ in range(8)]


def test_what_is_remembered_is_what_would_be_told() -> None:
    """Word for word, for cases that differ in some facts and on two days."""
    met = kept = 0
    for rulebook, cases in likenesses(1):
        book = new_book(rulebook)
        book.memory.append(Memory(rulebook))
        for case in cases:
            for day in DAYS:
                assert told(book, case, day) == told(new_book(rulebook), case, day)
                met += len(rulebook.norms)
        kept += len(book.memory[0].told)
    assert kept < 0.8 * met  # else nothing was remembered, and nothing tried


def test_little_is_kept_however_many_cases_there_are() -> None:
    """What is kept is forgotten when there is too much of it."""
    rulebook, cases = next(likenesses(2))
    memory = Memory(rulebook, most=3)
    book = new_book(rulebook)
    book.memory.append(memory)
    for case in cases:
        told(book, case, DAYS[0])
        assert len(memory.told) <= 3


TWO_WAYS = """krav x, etter forskrift § 4-2
  gjelder når tjenesten er god
  oppfylt når tjenesten er ny

krav oppfylt, etter forskrift § 4-2
  oppfylt når § 4-2 «x» er oppfylt

krav brutt, etter forskrift § 4-2
  oppfylt når § 4-2 «x» er brutt
"""


def test_who_refers_in_another_way_is_told_what_decides_there() -> None:
    """That x fails is reason enough that it is not met; that it is broken also takes its scope."""
    rulebook = rules(TWO_WAYS)
    remembering = new_book(rulebook)
    remembering.memory.append(Memory(rulebook))
    facts = {"god": (Statement(True),), "ny": (Statement(False),)}
    case = Case("a", None, {"tjeneste": facts})
    assert told(remembering, case, DAYS[1]) == told(new_book(rulebook), case, DAYS[1])
