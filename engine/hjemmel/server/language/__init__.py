"""The language server: an editor's questions about rule files, answered by the façade.

Note: positions. The façade counts lines and columns from 1, and columns as a person counts the
characters. The protocol counts from 0, in units that the two agree on when they meet (UTF-16 where
nothing else is offered). `columns.py` alone knows both.
"""
