"""Reads all of a table, and writes as many rows of another: `merely.py KILDE FORM MÅL`.

What is written is what a result has, in the same way: `FORM` is a part of one.
"""

import sys

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 65_536

source, shape, target = sys.argv[1:]
pattern = pq.read_table(shape).slice(0, ROWS).combine_chunks()
few = [each.name for each in pattern.schema if pa.types.is_dictionary(each.type)]
with pq.ParquetWriter(target, pattern.schema, compression="zstd", use_dictionary=few,
                      write_statistics=["sak", "rad", "vurdert"]) as out:  # fmt: skip
    for batch in pq.ParquetFile(source).iter_batches(ROWS):
        out.write_table(pattern.slice(0, batch.num_rows))
