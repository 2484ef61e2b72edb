"""How many lines of rule text are parsed in a second.

`python bench/parse.py` parses every rule file again and again, and prints the median: to a tree,
and all the way to a program with names, types, periods and logic checked; then the same again, and
with one word changed. The grammar is built beforehand; how long that takes stands beside.
"""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "engine"))  # needs no install

from hjemmel.files.reading import Once  # noqa: E402
from hjemmel.pipeline import compile_rules  # noqa: E402
from hjemmel.rulebooks.shelf import account, grammar, shelf  # noqa: E402
from hjemmel.source.sentences import parse_sentences  # noqa: E402
from hjemmel.source.source import Source, read_text  # noqa: E402
from hjemmel.syntax.parse import parse  # noqa: E402

REPETITIONS = 9


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def sources(folder: str) -> dict[str, Source]:
    """The rule files by name, as if they stood in a folder: blocks once read are remembered."""
    return {path.stem: read_text(f"{folder}/{path.name}", path.read_text(encoding="utf-8"))
            for path in sorted((ROOT / "rules").glob("*.ntr"))}  # fmt: skip


def with_a_word_more(library: dict[str, Source], word: int) -> dict[str, Source]:
    """The files with a word more in the first own words of a norm of the largest."""
    name, source = max(library.items(), key=lambda each: len(each[1].text))
    changed = re.sub(r"(\n  med egne ord .*)", rf"\1 Mer {word}.", source.text, count=1)
    return {**library, name: read_text(source.name, changed)}


def main() -> None:
    """Warm up, repeat, print."""
    text, on = grammar(Once()), shelf(())
    place = account(on)
    sentences = parse_sentences(place.read_text(encoding="utf-8")) if place else None

    def tree(library: dict[str, Source]) -> object:
        return [parse(source, text) for source in library.values()]

    def program(library: dict[str, Source]) -> object:
        return compile_rules(on.names, library, text, sentences)

    lines = sum(len(source.lines) for source in sources("").values())
    built = seconds(partial(parse, read_text("tom.ntr", ""), text))
    for name, work in {"til tre": tree, "til program": program}.items():
        libraries = [sources(f"{name} {each}") for each in range(REPETITIONS + 1)]
        _, *taken = [seconds(partial(work, each)) for each in libraries]
        again = median(seconds(partial(work, libraries[0])) for _ in range(REPETITIONS))
        changed = [with_a_word_more(libraries[0], each) for each in range(REPETITIONS)]
        word = median([seconds(partial(work, each)) for each in changed])
        speed = f"{lines / median(taken):,.0f}".replace(",", " ")
        print(f"{name:<12}{speed:>9} linjer/s{median(taken) * 1000:>8.0f} ms"
              f"   uendret, en gang til {again * 1000:.0f} ms"
              f"   et ord til {word * 1000:.0f} ms")  # fmt: skip
    print(f"grammatikken{built * 1000:>26.0f} ms, én gang")
    print(f"{lines} linjer i {len(on.files)} filer, median av {REPETITIONS} runder")


if __name__ == "__main__":
    main()
