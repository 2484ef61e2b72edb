"""A program as a graph of terms that no backend owns: what is asked of a case, each thing once."""
