"""Verdicts and comparisons as text, pages, tables and JSON."""
