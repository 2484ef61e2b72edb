"""Reasons: what a valuation means to the people it is about. Pure functions, no files."""
