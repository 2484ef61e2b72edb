"""Pages of cases: what a lawyer writes down beforehand, to be held against the rules."""
