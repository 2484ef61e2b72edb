"""The query of some cases, run by Spark."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import numpy as np
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from hjemmel.archive.deciding import Deciding, deciding
from hjemmel.archive.engines import Engine
from hjemmel.archive.reasons import Words, bit_of
from hjemmel.archive.spark.asking import Asked, decided, rows_of
from hjemmel.archive.spark.question import question_of
from hjemmel.archive.spark.session import session
from hjemmel.archive.spark.survey import survey_of
from hjemmel.archive.tables import Seen
from hjemmel.backends.columns.evaluator import Numbers
from hjemmel.backends.sql.printed import CASES
from hjemmel.backends.sql.spark import SETTINGS, variables
from hjemmel.case.observation import Unknown, View
from hjemmel.core.program import Program
from support.doors import LACKS, Answers, Door, Key, in_columns

NORMS = 20
"""So many norms in a query: Spark plans it in seconds, and all of them in many minutes."""
_LACKING = (Unknown.MISSING.value, Unknown.DISCRETION.value)


def in_spark(by: Deciding, views: Sequence[View], spark: SparkSession) -> tuple[Numbers, Words]:
    """How each norm stands in each case, and why."""
    for name, value in SETTINGS.items():
        spark.conf.set(name, value)
    question, seen = question_of(by), seen_of(by, views)
    survey = survey_of(question, by, [seen])
    query = question.printed(survey.shape)
    for each in variables(survey.answers):
        spark.sql(each)
    asked = Asked(query.leaves, survey.places)
    table = rows_of(by, asked, seen)
    frame = spark.createDataFrame(table, from_arrow_schema(asked.schema())).coalesce(1)
    frame.createOrReplaceTempView(CASES)
    (batch,) = spark.sql(question.packed(query.text)).toArrow().combine_chunks().to_batches()
    found = decided(question, batch)
    order = np.argsort(found.rows)
    return found.standings[:, order], found.words[:, order]


@contextmanager
def on_spark(program: Program, master: str) -> Iterator[Door]:
    """Spark's SQL behind the same door as other engines."""
    with session(master) as spark:
        yield door(program, spark)


def door(program: Program, spark: SparkSession) -> Door:
    """The same in a session that is open, some norms at a time."""
    keys, ids = in_columns(program)[1], [norm.id for norm in program.norms]
    parts = [deciding(Engine.COLUMNS, program, ids[at : at + NORMS], why=True)
             for at in range(0, len(ids), NORMS)]  # fmt: skip
    return lambda views: _answers(parts, keys, views, spark)


def _answers(
    parts: Sequence[Deciding], keys: Sequence[Key], views: Sequence[View], spark: SparkSession
) -> Answers:
    standings, bits = list[Numbers](), dict[Key, np.ndarray]()
    for by in parts:
        found, words = in_spark(by, views, spark)
        standings.append(found)
        for meaning, bit in by.reasons.key.meanings:
            says = LACKS if meaning.says in _LACKING else meaning.says
            bits[meaning.norm, says, meaning.fact] = bit_of(words, bit)
    return Answers(np.concatenate(standings), np.stack([bits[each] for each in keys]))


def seen_of(by: Deciding, views: Sequence[View]) -> Seen:
    """The cases as if they were the rows of a batch."""
    rows = np.arange(1, 1 + len(views))
    days = np.full(len(views), date(2024, 1, 1).toordinal(), np.int32)
    names = pa.array([f"S-{each}" for each in rows])
    return Seen(rows, names, days, by.ready.batch(views), [], [], [], 0, (), {})
