"""Judging only what an edit can touch comes to the same as judging everything anew."""

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from hjemmel.engine import load_texts
from hjemmel.explain.verdict import full_word, missing
from hjemmel.workbench.protocol import Session
from hjemmel.workbench.version import Version
from support.benches import ask, regulation, words

EDITED = "forskrift_kap4"
LINES = re.compile(r"(oppfylt når|gjelder når|brutt når|åpen når|senest|betyr at|fra 1\.)")
CHANGES: tuple[Callable[[str], str], ...] = (
    partial(re.sub, r"\d+", lambda found: str(int(found[0]) + 1), count=1),
    lambda line: line.replace(" er ", " er ikke ", 1),
    lambda line: line.replace("minst", "høyst", 1),
    lambda line: line.replace("alle", "ingen", 1),
    lambda line: re.sub(r" eller [^,\n]+$", "", line),
)


def edits(seed: int) -> Iterator[str]:
    """The regulation with a word of one line changed, over and over."""
    chance, text = random.Random(seed), regulation()["texts"][EDITED]
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if LINES.search(line)]
    while True:
        at, change = chance.choice(places), chance.choice(CHANGES)
        new = change(lines[at])
        if new != lines[at]:
            yield "\n".join([*lines[:at], new, *lines[at + 1 :]])


def all_words(version: Version, session: Session) -> dict[tuple[str, str], str]:
    """The word of every norm in every case, judged by a version of its own."""
    bench = session.bench
    return {
        (held.case.id, norm): full_word(verdict, missing(verdict))
        for held in bench.cases(version).values()
        for norm, verdict in version.verdicts(held.case, bench.day_of(held.case)).items()
    }


def turned(texts: dict[str, str], session: Session) -> set[tuple[str, str, str | None, str | None]]:
    """What differs between all verdicts of the base and all of some texts, read from nothing."""
    given = regulation()
    rulebook = load_texts(texts, given["names"], given["sentences"])
    before = all_words(session.bench.before, session)
    after = all_words(Version(rulebook), session)
    return {
        (*key, before.get(key), after.get(key))
        for key in {*before, *after}
        if before.get(key) != after.get(key)
    }


def given_cases(most: int) -> dict[str, Any]:
    """The regulation with some of its portfolio, every so many of them."""
    given = regulation()
    lines = given["portfolio"].splitlines()
    return {**given, "portfolio": "\n".join(lines[:: max(len(lines) // most, 1)])}


def compared(seed: int, count: int, cases: int) -> int:
    """How many verdicts so many edits turn, where each is as when everything is judged."""
    session = Session.start(given_cases(cases))
    number, all_turned = 0, 0
    for text in edits(seed):
        if not ask(session, "analyse", {EDITED: text})["ok"]:
            continue
        found = words(ask(session, "compare")["rows"])
        assert found == turned({**regulation()["texts"], EDITED: text}, session)
        all_turned += len(found)
        number += 1
        if number == count:
            return all_turned
    raise AssertionError("the edits come to no end")


def test_what_is_judged_again_is_all_that_turns() -> None:
    """On some edits; some of them turn verdicts, so that there is something to be wrong about."""
    assert compared(seed=3, count=3, cases=6)


@pytest.mark.grundig
@pytest.mark.parametrize("seed", range(6))
def test_so_it_is_on_many_edits(seed: int) -> None:
    """Whichever they are."""
    assert compared(seed, count=20, cases=49)


def test_what_is_found_of_an_edit_does_not_depend_on_those_before() -> None:
    """What is remembered of other texts is never told of this one."""
    given = given_cases(1)
    session = Session.start(given)
    found = edits(11)
    for _ in range(3):
        text = next(found)
        after = ask(session, "analyse", {EDITED: text})
        fresh = Session.start({**given, "texts": {**given["texts"], EDITED: text}})
        begun = fresh.started["analysis"]
        assert begun is not None
        told = ("ok", "diagnostics", "outline")
        assert [after[each] for each in told] == [ask(fresh, "analyse", {})[each] for each in told]
