"""The 25-condition workload: its data, its hand-written baseline and its digest."""
