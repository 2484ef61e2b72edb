"""A judged portfolio as one page: what counts at a glance, figures, a table, and each case."""
