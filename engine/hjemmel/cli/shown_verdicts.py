"""Which of the verdicts are shown, where only some are asked for; all of them are judged."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click
from attrs import define, evolve

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.telling import tell
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program, levels
from hjemmel.explain.judge import Judged
from hjemmel.explain.verdict import Verdict
from hjemmel.words.values import listed

_INFLECTED = {"ikke aktuelt": Outcome.NOT_APPLICABLE.value}
"""As people say it of a case, and as it is written of a norm."""
_OUTCOMES = (*(each.value for each in Outcome), *_INFLECTED)
_EFFECTS = tuple(each.value for each in Effect if each is not Effect.NONE)

Command = Callable[..., Any]


def options(command: Command) -> Command:
    """The options that choose among the verdicts."""
    by_word = click.option("--utfall", "words", metavar="ORD", multiple=True,
                           type=click.Choice((*_OUTCOMES, *_EFFECTS), case_sensitive=False),
                           help="vis bare verdikter med dette svaret (holder, holder ikke, "
                           "uavklart, ikke aktuell, ikke i kraft) eller denne virkningen (brudd, "
                           "fravik, «vilkår ikke oppfylt», avslag); sluttkoden følger "
                           "alle")  # fmt: skip
    by_level = click.option("--niva", "levels", metavar="NIVÅ", multiple=True,
                            help="vis bare verdikter på dette nivået, som er navnet på en kilde "
                            "(forskrift, veileder, nettside); sluttkoden følger alle"
                            )  # fmt: skip
    return by_word(by_level(command))


@define(eq=False)
class Choice:
    """The answers and effects, and the levels, that are asked for; how many cases have none."""

    words: frozenset[str]
    levels: frozenset[str]
    cases: int = 0
    empty: int = 0

    @property
    def is_all(self) -> bool:
        """Whether nothing was asked for by name."""
        return not self.words and not self.levels

    @property
    def told(self) -> str:
        """«bare uavklart» and «bare brudd eller fravik, forskrift»; of all of them nothing."""
        parts = [each for each in (self.words, self.levels) if each]
        told = ", ".join(listed(sorted(each), "eller") for each in parts)
        return f"bare {told}" if told else ""

    def among(self, judged: Iterator[Judged]) -> Iterator[Judged]:
        """The cases with the verdicts that are shown; last how many have none."""
        if self.is_all:
            yield from judged
            return
        for each in judged:
            shown = tuple(filter(self._has, each.verdicts))
            self.cases += 1
            self.empty += not shown
            yield evolve(each, verdicts=shown)
        tell(f"merk: {self.told} er vist; {self.empty} av {self.cases} saker har ingen slike")

    def _has(self, verdict: Verdict) -> bool:
        words = {verdict.outcome.value, verdict.effect.value}
        level = verdict.level.value
        return (not self.words or bool(words & self.words)) and (
            not self.levels or level in self.levels
        )


def choice(words: Sequence[str], levels: Sequence[str]) -> Choice:
    """The choice that was made with the options."""
    return Choice(frozenset(_INFLECTED.get(each, each) for each in words), frozenset(levels))


def among_sources(made: Choice, program: Program) -> Choice:
    """The choice by the sources' names, however they were written; ends where one is unknown."""
    sources = {form.casefold(): each.value for each in levels(program)
               for form in (each.value, each.name)}  # fmt: skip
    for each in sorted(made.levels):
        if each.casefold() not in sources:
            known = listed(list(dict.fromkeys(sources.values())), "eller")
            stop(f"regelverket har ingen kilde «{each}»", f"skriv {known}")
    return evolve(made, levels=frozenset(sources[each.casefold()] for each in made.levels))
