"""The graph of terms as formulas for a solver, which proves, or gives a case."""
