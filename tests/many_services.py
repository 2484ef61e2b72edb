"""All engines on very many services, by the project's own rulebook.

    python tests/many_services.py 200000 [--seed N] [--postgresql] [--spark] [--prosesser N]

One case at a time by the evaluator, with the explanation of every norm; the compiled function;
columns; and the query in DuckDB, and in PostgreSQL and Spark where that is asked for. Every norm
must come out the same, be decided at the same stage, by the same facts, and lack the same ones.
Exit code 1 when one does not.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import monotonic
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

import numpy as np
from attrs import field, frozen

from hjemmel.backends.terms.standings import STANDINGS, Standing
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from support.doors import Answers, Door, Key, OneByOne, compiled, in_columns, in_duckdb, outcomes
from support.golden_run import program_of
from support.real_cases import golden_observations
from support.varied_services import Services

DAYS = (date(2012, 6, 1), date(2021, 6, 1), date(2022, 1, 1), date(2024, 6, 1), date(2026, 10, 1))
BATCH, SHARE, SPARK_SHARE = 2_500, 5_000, 25_000
COLUMNS, COMPILED, DUCKDB, SPARK = "kolonner", "kompilert", "duckdb", "spark"


@frozen
class Compared:
    """How often norms stood so, how many reasons there were, and what differs: the case, the norm,
    and what either says."""

    cases: int = 0
    counted: Counter[Standing] = field(factory=Counter)
    reasons: int = 0
    differences: list[str] = field(factory=list)

    def __add__(self, other: "Compared") -> "Compared":
        return Compared(
            self.cases + other.cases,
            self.counted + other.counted,
            self.reasons + other.reasons,
            [*self.differences, *other.differences],
        )


def services(program: Program, count: int, seed: object) -> list[View]:
    """Varied from the cases of the golden pages."""
    real = [each.view for each in golden_observations()]
    return list(Services(program, real, DAYS, Random(repr(seed))).views(count))


def compared(
    program: Program,
    views: Sequence[View],
    others: Mapping[str, Door],
    slow_to_begin: Mapping[str, Door] = MappingProxyType({}),
) -> Compared:
    """All norms in all cases by all engines.

    The last are asked of all cases in one: what takes them long is to plan, and not the cases.
    """
    at_once, keys = in_columns(program)
    comparing = Comparing(program, keys, others)
    found, said = Compared(), list[Answers]()
    for start in range(0, len(views), BATCH):
        some = views[start : start + BATCH]
        said.append(at_once(some))
        found += comparing.of(some, said[-1])
    for name, door in slow_to_begin.items():
        found.differences.extend(comparing.apart(name, joined(said), door(views)))
    return found


def joined(parts: Sequence[Answers]) -> Answers:
    """The answers of cases one after another."""
    return Answers(
        np.concatenate([each.standings for each in parts], axis=1),
        np.concatenate([each.reasons for each in parts], axis=1),
    )


@frozen(eq=False)
class Comparing:
    """A program in all engines. What columns say is held against all the others."""

    program: Program
    keys: Sequence[Key]
    others: Mapping[str, Door]

    def of(self, views: Sequence[View], said: Answers) -> Compared:
        """A batch of cases, and what columns say of it."""
        alone = OneByOne(self.program)
        expected = alone.standings(views)
        counted = Counter(each for case in expected for each in case)
        pairs = zip(alone.reasons(views), alone.reasons_by(self.keys, said, views), strict=True)
        differences = [
            *self._standings(expected, said),
            *(f"sak {at}: grunnene er ulike i {COLUMNS}: {_first(*pair)}"
              for at, pair in enumerate(pairs) if pair[0] != pair[1]),
            *self._compiled(views, said),
        ]  # fmt: skip
        for name, door in self.others.items():
            differences += self.apart(name, said, door(views))
        return Compared(len(views), counted, int(said.reasons.sum()), differences)

    def _standings(self, expected: Sequence[Sequence[Standing]], said: Answers) -> Iterator[str]:
        for at, case in enumerate(expected):
            for norm, number, of in zip(self._norms, said.standings[:, at], case, strict=True):
                if STANDINGS[number] != of:
                    yield f"sak {at}, {norm}: {COLUMNS} {STANDINGS[number]}, ikke {of}"

    def _compiled(self, views: Sequence[View], said: Answers) -> Iterator[str]:
        decide = compiled(self.program)
        for at, (view, of) in enumerate(zip(views, outcomes(said.standings), strict=True)):
            if (found := decide(view)) != of:
                yield f"sak {at}: {COMPILED} {_first(found, of)}"

    def apart(self, name: str, said: Answers, found: Answers) -> Iterator[str]:
        """Where another engine says something else."""
        for norm, at in np.argwhere(found.standings != said.standings):
            yield f"sak {at}, {self._norms[norm]}: {name} {STANDINGS[found.standings[norm, at]]}"
        for key, at in np.argwhere(found.reasons != said.reasons):
            yield f"sak {at}, {self.keys[key]}: {name} {found.reasons[key, at]}"

    @property
    def _norms(self) -> list[str]:
        return [each.id for each in self.program.norms]


def _first(one: object, other: object) -> str:
    """What either says of the first norm on which they differ."""
    match one, other:
        case (tuple(), tuple()) | (list(), list()):
            return next((_first(*pair) for pair in zip(one, other, strict=True)
                         if pair[0] != pair[1]), "")  # fmt: skip
        case dict(), dict():
            norm = next(each for each in one if one[each] != other.get(each))
            return f"{norm}: {one[norm]}, ikke {other.get(norm)}"
        case _:
            return f"{one}, ikke {other}"


def lines(found: Compared) -> Iterator[str]:
    """How often each, and what differs."""
    total = sum(found.counted.values())
    for (result, stage), count in found.counted.most_common():
        yield f"{100 * count / total:6.1f} %  {result.value}, ved {stage.value}"
    yield from found.differences[:20]
    yield (f"{found.cases} tjenester, {total} verdikter, {found.reasons} opplysninger som avgjør "
           f"eller mangler, {len(found.differences)} ulike")  # fmt: skip


def share(seed: int, more: Sequence[str], numbered: tuple[int, int]) -> Compared:
    """Some of the services, in a process of its own."""
    number, count = numbered
    program = program_of({})
    views = services(program, count, (seed, number))
    with ExitStack() as stack:
        doors = {each: stack.enter_context(DOORS[each](program)) for each in (DUCKDB, *more)}
        slow = {each: doors.pop(each) for each in (SPARK,) if each in doors}
        return compared(program, views, doors, slow)


# What must be installed besides is imported by who asks for it.


def _postgresql(program: Program) -> AbstractContextManager[Door]:
    from motorer.queries import in_postgresql  # noqa: PLC0415

    return in_postgresql(program)


def _spark(program: Program) -> AbstractContextManager[Door]:
    from motorer.spark_query import on_spark  # noqa: PLC0415

    return on_spark(program, "local[1]")


DOORS: Mapping[str, Callable[[Program], AbstractContextManager[Door]]] = {
    DUCKDB: lambda program: nullcontext(in_duckdb(program)),
    "postgresql": _postgresql,
    SPARK: _spark,
}


def main() -> int:
    """Compare and tell."""
    asked = argparse.ArgumentParser(description="Holder alle motorene mot hverandre.")
    asked.add_argument("tjenester", type=int, nargs="?", default=200_000)
    asked.add_argument("--seed", type=int, default=1)
    for each in ("postgresql", SPARK):
        asked.add_argument(f"--{each}", action="append_const", dest="more", const=each, default=[])
    asked.add_argument("--prosesser", type=int, default=2)
    options = asked.parse_args()
    size = SPARK_SHARE if SPARK in options.more else SHARE
    starts = range(0, options.tjenester, size)
    parts = [(at, min(size, options.tjenester - at)) for at in starts]
    found, begun = Compared(), monotonic()
    doing = partial(share, options.seed, options.more)
    with ProcessPoolExecutor(options.prosesser, get_context("spawn")) as pool:
        for each in pool.map(doing, parts):
            found += each
            told = f"{found.cases} tjenester, {len(found.differences)} ulike"
            sys.stderr.write(f"{told}, {monotonic() - begun:.0f} s\n")
    sys.stdout.write("\n".join(lines(found)) + "\n")
    return 1 if found.differences else 0


if __name__ == "__main__":
    sys.exit(main())
