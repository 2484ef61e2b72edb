"""Ways to run a program: each a small algebra under the one semantics of the core."""
