"""Very many cases: from a table to a table, part by part, with the reasons of every row."""
