"""A new edition of a source, read and held against the account of its sentences."""
