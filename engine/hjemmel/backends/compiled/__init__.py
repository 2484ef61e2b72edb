"""The compiled backend: the outcomes of a program as one Python function, for very many cases."""
