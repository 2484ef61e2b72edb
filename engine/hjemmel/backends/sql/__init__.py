"""A program as one SQL query over a table of what is seen of each case."""
