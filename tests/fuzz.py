"""Rule files, files of facts and pages of cases, damaged at random for as long as is asked.

    python tests/fuzz.py --minutter 15 [--seed N] [--bare regler|opplysninger|sider]

Whatever they hold: no exception, no more than ten seconds of work, every message with its place
and its help, nothing printed that cannot be seen, and no meaning changed without a word. What
breaks a promise is kept in a folder of its own. Exit code 1 when anything did.
"""

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

from attrs import field, frozen

from fuzzing.edits import damaged, edited
from fuzzing.promises import (
    Rules,
    broken_by_facts,
    broken_by_page,
    broken_by_rules,
    rules,
)
from hjemmel.core.program import Program
from hjemmel.facts.reading import read_cases
from hjemmel.resources import folder
from support import golden_file
from support.golden_run import project

MOST_SECONDS = 10
CORPUS = Path(__file__).parent / "facts_corpus"
Target = Callable[[Random], tuple[str, Iterator[str], bytes]]
"""Makes one damaged file: its name, the promises it breaks, and what it holds."""


class TooSlowError(Exception):
    """More than ten seconds of work on one file."""


@frozen
class Run:
    """How many of each kind were tried, how slow the slowest was, and what broke."""

    folder: Path
    tried: Counter[str] = field(factory=Counter)
    slowest: dict[str, float] = field(factory=dict)
    broken: Counter[str] = field(factory=Counter)


def main() -> int:
    """Run, tell, and say whether all is well."""
    asked = argparse.ArgumentParser(description="Prøver tilfeldig ødelagte filer.")
    asked.add_argument("--minutter", type=float, default=15, help="hvor lenge")
    asked.add_argument("--seed", type=int, default=1, help="frø for tilfeldige valg")
    asked.add_argument("--bare", choices=sorted(TARGETS), help="bare denne typen filer")
    options = asked.parse_args()
    signal.signal(signal.SIGPROF, _too_slow)
    run = Run(Path(mkdtemp(prefix="fuzz-")))
    kinds = [options.bare] if options.bare else sorted(TARGETS)
    targets = {each: TARGETS[each](run.folder) for each in kinds}
    end = time.monotonic() + 60 * options.minutter
    number = options.seed * 1_000_000
    while time.monotonic() < end:
        number += 1
        kind = kinds[number % len(kinds)]
        _try(run, kind, number, targets[kind])
    say(told(run))
    return 1 if run.broken else 0


def _try(run: Run, kind: str, seed: int, target: Target) -> None:
    begun = time.process_time()
    found: list[str] = []
    name, content = "", b""
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        name, promises, content = target(Random(seed))
        found += promises
    except Exception as fault:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        found.append(f"{type(fault).__name__} i {Path(place.filename).name}:{place.lineno}")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    run.tried[kind] += 1
    run.slowest[kind] = max(run.slowest.get(kind, 0), time.process_time() - begun)
    for each in dict.fromkeys(found):
        _tell(run, f"{kind}: {each}", f"{seed}-{name}", content)


def _tell(run: Run, what: str, name: str, content: bytes) -> None:
    """The first of each kind, with the file that shows it."""
    run.broken[what] += 1
    if run.broken[what] <= 3:
        (run.folder / name).write_bytes(content)
        say(f"BRUTT: {what} ({run.folder / name})")


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TooSlowError


def told(run: Run) -> str:
    """The figures of the run."""
    lines = [f"{run.tried[each]:>8} {each}, den tregeste {run.slowest[each]:.1f} s"
             for each in sorted(run.tried)]  # fmt: skip
    lines += [f"{count:>8} × {what}" for what, count in run.broken.most_common()]
    return "\n".join([*lines, f"{sum(run.tried.values())} filer, {len(run.broken)} løfter brutt"])


def say(text: str) -> None:
    """To whoever runs the command."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- the kinds of files ----------------------------------------------------------------------


def _rules(_: Path) -> Target:
    bases: dict[str, Rules] = {}
    pages = {each.name: each.rules for each in golden_file.pages("vurder") if each.rules}
    texts = {f"{page}-{name}": text for page, own in pages.items() for name, text in own.items()}
    texts |= {name: each.text for name, each in project().items()}

    def target(random: Random) -> tuple[str, Iterator[str], bytes]:
        chosen = random.choice(sorted(texts))
        if chosen not in bases:
            bases[chosen] = rules(chosen, texts[chosen])
        text = edited(random, texts[chosen])
        return f"{chosen}.ntr", broken_by_rules(bases[chosen], text), _bytes(text)

    return target


def _facts(place: Path) -> Target:
    program = _shipped()
    own = [folder("data") / "portefolje.jsonl", *sorted(folder("data").glob("*.json"))]
    files = [*own, *(each for each in sorted(CORPUS.iterdir()) if each.suffix != ".tsv")]
    bases = {each: read_cases(each, program.schema).cases for each in own}

    def target(random: Random) -> tuple[str, Iterator[str], bytes]:
        chosen = random.choice(own if random.random() < 0.5 else files)
        content, text = chosen.read_bytes(), ""
        if chosen in bases or random.random() < 0.5:
            text = content.decode(errors="replace")
            made = _bytes(edited(random, text))
        else:
            made = damaged(random, content)
        file = place / chosen.name
        file.write_bytes(made)
        base = bases.get(chosen, ())
        known = text if chosen in bases else ""
        return chosen.name, broken_by_facts(program, base, known, file), made

    return target


def _pages(_: Path) -> Target:
    program = _shipped()
    texts = {each.name: each.path.read_text(encoding="utf-8")
             for each in golden_file.pages("vurder") if not each.rules}  # fmt: skip

    def target(random: Random) -> tuple[str, Iterator[str], bytes]:
        chosen = random.choice(sorted(texts))
        text = edited(random, texts[chosen])
        return f"{chosen}.md", broken_by_page(program, text), _bytes(text)

    return target


def _shipped() -> Program:
    return rules("erne", project()["erne"].text).program


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


TARGETS: dict[str, Callable[[Path], Target]] = {
    "regler": _rules,
    "opplysninger": _facts,
    "sider": _pages,
}


if __name__ == "__main__":
    sys.exit(main())
