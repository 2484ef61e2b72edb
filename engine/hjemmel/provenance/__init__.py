"""What decides: the way back from a verdict to the facts that gave it."""
