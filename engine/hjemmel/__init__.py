"""hjemmel: a Norwegian regulation as rules that can be read aloud, and verdicts that cite it."""

__version__ = "0.1.0"
