"""Norwegian for values, facts, operators, outcomes and days."""
