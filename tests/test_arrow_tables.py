"""Plainly told cases in an Arrow table stand as they do one by one, and are written to another."""

from datetime import date
from decimal import Decimal
from random import Random

import numpy as np
import pyarrow as pa
import pytest

from hjemmel.backends.columns.arrow import GREATEST, NOT_DONE, Table
from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.evaluator import Columns, columns
from hjemmel.backends.columns.names import Names
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.columns.results import outcomes_table
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.term import Sort
from hjemmel.case.observation import View, observe
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Date, Fraction
from many_services import services
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import program
from support.arrow_table import table_of
from support.evaluation import judge_of
from support.golden_run import program_of
from support.plain_cases import plain_case
from support.real_cases import golden_observations

RULEBOOKS, CASES, SERVICES = 60, 12, 200
DAY = date(2024, 6, 1)


def ready_for(rulebook: Program) -> Columns:
    """All norms."""
    return columns(rulebook, [norm.id for norm in rulebook.norms])


def told(rulebook: Program, views: list[View], day: date) -> list[View]:
    """What is seen of the plain cases of some views, with nothing added."""
    return [observe(plain_case(view), rulebook.schema, day).view for view in views]


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_tables(seed: int) -> None:
    """Lists, lists in lists, sizes and names come out of a table as they went in."""
    choices = Seeded(Random(f"tabell {seed}"))
    rulebook = program(choices)
    facts = [facts_of(choices, rulebook) for _ in range(CASES)]
    views = told(rulebook, [each.told or each.view for each in facts], facts[0].day)
    ready = ready_for(rulebook)
    table = Table(
        table_of(views, rulebook.schema), rulebook.schema, facts[0].day, ready.known.names
    )
    assert np.array_equal(standings(ready, rulebook, table),
                          standings(ready, rulebook, ready.batch(views)))  # fmt: skip


def standings(ready: Columns, rulebook: Program, batch: Batch) -> np.ndarray:
    """With what is taken as given besides."""
    observing = Observing(rulebook, ready.folding, ready.known)
    return ready.standings(observing.observe(batch))


def test_services_from_a_table_to_a_table() -> None:
    """By the project's rulebook: each outcome is the word for what it is one by one."""
    rulebook, ready = program_of({}), ready_for(program_of({}))
    views = [each.view for each in golden_observations()[::10]]
    views += services(rulebook, SERVICES, 12)
    plain = told(rulebook, views, DAY)
    table = Table(table_of(plain, rulebook.schema), rulebook.schema, DAY, ready.known.names)
    written = outcomes_table(ready.norms, standings(ready, rulebook, table))
    staged, presuming = stage(rulebook), judge_of(rulebook).presuming
    rows = written.to_pylist()
    for view, row in zip(views, rows, strict=True):
        norms = staged.valuation(presuming.observe(plain_case(view), DAY).view).norms
        assert row == {norm: outcome(norms[norm])[0].value for norm in norms}


def test_sizes_known_in_part() -> None:
    """A day between two, an act that is not done, and a decimal number."""
    schema = Schema((RecordDeclaration("tjeneste", "tjenesten", "tjenestens", (
        FieldDeclaration("dag", "dag", Date()), FieldDeclaration("andel", "andel", Fraction()),
    )),))  # fmt: skip
    first, last = date(2023, 1, 1), date(2023, 12, 31)
    rows = [
        {"dag": first, "dag" + GREATEST: last, "dag" + NOT_DONE: None, "andel": Decimal("0.5")},
        {"dag": first, "dag" + GREATEST: None, "dag" + NOT_DONE: False, "andel": None},
        {"dag": None, "dag" + GREATEST: None, "dag" + NOT_DONE: True, "andel": Decimal("1.5")},
        {"dag": None, "dag" + GREATEST: None, "dag" + NOT_DONE: None, "andel": Decimal(2)},
    ]
    batch = pa.RecordBatch.from_pydict({"tjeneste": pa.array(rows)})
    table = Table(batch, schema, DAY, Names())
    found = table.ends(("tjeneste", "dag"), Sort.DAY)
    assert np.unpackbits(found.low_known, count=4, bitorder="little").tolist() == [1, 1, 1, 0]
    assert np.unpackbits(found.high_known, count=4, bitorder="little").tolist() == [1, 1, 0, 0]
    assert found.low.tolist()[:3] == [each.toordinal() for each in (first, first, DAY)]
    assert found.high.tolist()[:2] == [each.toordinal() for each in (last, first)]
    shares = table.ends(("tjeneste", "andel"), Sort.NUMBER)
    assert [shares.low[at] for at in (0, 2, 3)] == [Decimal("0.5"), Decimal("1.5"), Decimal(2)]


def test_a_table_needs_no_more_than_what_is_known() -> None:
    """Of what it has no column for, nothing is told."""
    rulebook, ready = program_of({}), ready_for(program_of({}))
    nothing = pa.RecordBatch.from_pydict({"tittel": pa.array(["a", "b"])})
    table = Table(nothing, rulebook.schema, DAY, ready.known.names)
    seen = observe(plain_case({}), rulebook.schema, DAY).view
    assert np.array_equal(standings(ready, rulebook, table),
                          standings(ready, rulebook, ready.batch([seen, seen])))  # fmt: skip


@pytest.mark.parametrize("first", [0, 3, 8, 13])
def test_a_table_that_is_cut_out_of_another(first: int) -> None:
    """Bits that do not begin at a byte of their own stand for the same rows."""
    rulebook, ready = program_of({}), ready_for(program_of({}))
    plain = told(rulebook, services(rulebook, 40, 3), DAY)
    rows = table_of(plain, rulebook.schema).slice(first, 20)
    cut = Table(rows, rulebook.schema, DAY, ready.known.names)
    alone = ready.batch(plain[first : first + 20])
    assert np.array_equal(standings(ready, rulebook, cut), standings(ready, rulebook, alone))
