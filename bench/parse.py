"""How many lines of rule text are parsed in a second.

`python bench/parse.py` parses every rule file again and again, and prints the median.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

RULES = Path(__file__).resolve().parent.parent / "rules"
# To be adjusted to the parser as it becomes: a function from a file's text to its tree.
MODULE, FUNCTION = "hjemmel.pipeline", "parse"
REPETITIONS = 9


def parser() -> Callable[[str], Any]:
    """Our parser."""
    return getattr(import_module(MODULE), FUNCTION)


def seconds(parse: Callable[[str], Any], texts: list[str]) -> float:
    """How long one parse of them all takes."""
    start = perf_counter()
    for text in texts:
        parse(text)
    return perf_counter() - start


def main() -> None:
    """Warm up, repeat, print."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(RULES.rglob("*.ntr"))]
    if not texts:
        raise SystemExit(f"ingen regelfiler i {RULES.name}/")
    lines = sum(len(text.splitlines()) for text in texts)
    parse = parser()
    seconds(parse, texts)
    taken = median(seconds(parse, texts) for _ in range(REPETITIONS))
    print(f"{lines / taken:,.0f} linjer/s ({lines} linjer i {len(texts)} filer)".replace(",", " "))


if __name__ == "__main__":
    main()
