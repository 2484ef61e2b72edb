"""The query of some cases, run by Spark."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from hjemmel.archive.deciding import Deciding
from hjemmel.archive.reasons import Words
from hjemmel.archive.spark.asking import Asked, decided, rows_of
from hjemmel.archive.spark.question import question_of
from hjemmel.archive.spark.survey import survey_of
from hjemmel.archive.tables import Seen
from hjemmel.backends.columns.evaluator import Numbers
from hjemmel.backends.sql.printed import CASES
from hjemmel.backends.sql.spark import SETTINGS, variables
from hjemmel.case.observation import View


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


def seen_of(by: Deciding, views: Sequence[View]) -> Seen:
    """The cases as if they were the rows of a batch."""
    rows = np.arange(1, 1 + len(views))
    days = np.full(len(views), date(2024, 1, 1).toordinal(), np.int32)
    names = pa.array([f"S-{each}" for each in rows])
    return Seen(rows, names, days, by.ready.batch(views), [], [], [], 0, (), {})
