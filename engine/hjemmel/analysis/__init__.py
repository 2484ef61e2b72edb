"""Questions asked of a rulebook itself, not of a case."""
