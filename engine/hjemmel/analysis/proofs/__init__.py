"""What can be proved of one rulebook by itself: what contradicts, never matters, or is left out."""
