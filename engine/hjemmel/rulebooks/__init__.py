"""Rulebooks by name, file, folder or text: found, read and compiled. Says nothing to anybody."""
