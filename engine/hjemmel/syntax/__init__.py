"""Text to tree and back: parsing, recovery block by block, and the one canonical layout."""
