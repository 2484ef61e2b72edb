"""Reading cases, strictly and by the declared schema, and the templates to fill in."""
