"""Very many cases on Spark: the parts of a result shared by the machines of a cluster."""
