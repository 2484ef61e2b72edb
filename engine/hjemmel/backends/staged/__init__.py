"""The evaluator: a program is folded once, into steps that fill a row of slots for each case."""
