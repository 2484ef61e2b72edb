"""Random rule files: every tree that the parser can give."""
