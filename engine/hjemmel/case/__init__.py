"""A case: what is stated of it, and what that lets a rule see."""
