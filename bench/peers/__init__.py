"""Other engines over the same workload, each in its own language."""
