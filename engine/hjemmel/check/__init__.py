"""What the words of a rulebook refer to, and whether they fit together."""
