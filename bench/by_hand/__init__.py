"""Some norms of the rulebook as a good analyst would write them, in SQL and in Polars."""
