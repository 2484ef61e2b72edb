"""What can never hold, always holds or says nothing more, seen without a prover.

Only conjunctions are looked at, clause by clause, so not all is found; but all that is told is so.
"""
