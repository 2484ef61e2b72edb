"""Wrong versions of parts of the engine, to be put in their place one at a time."""
