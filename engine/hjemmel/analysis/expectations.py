"""A verdict held against what was expected of it."""

import re

from hjemmel.core.outcome import Outcome
from hjemmel.expectations.page import Expected
from hjemmel.explain.missing import Missing
from hjemmel.explain.standing import is_assumed
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.render import reason_text
from hjemmel.render.lines import plain
from hjemmel.words.periods import assumption

_UNBROKEN = 10_000  # a page so wide that no words are parted


def unmet(expected: Expected, verdict: Verdict) -> tuple[str, ...]:
    """What the verdict does not have of what was expected, in words."""
    wrong = [] if verdict.word == expected.word else [f"er {verdict.word}"]
    wrong += _unmet_lacks(expected, verdict)
    cited = [form for each in verdict.citations for form in each.forms]
    wrong += [f"viser ikke til {each}" for each in expected.citations if each not in cited]
    if expected.mentions:
        told = " ".join(plain(reason_text.page(verdict, _UNBROKEN)).split())
        wrong += [f"nevner ikke {each}" for each in expected.mentions if each not in told]
    if expected.level not in (None, verdict.level.value):
        wrong.append(f"nivå {verdict.level.value}")
    return (*wrong, *_unassumed(expected, verdict))


def found_in_words(verdict: Verdict) -> str:
    """The verdict as a page would write it."""
    if verdict.outcome is not Outcome.UNDECIDED:
        return verdict.word
    kinds: dict[str, list[str]] = {}
    for each in missing(verdict):
        kinds.setdefault(each.kind.value, []).append(_name(each))
    told = [
        f"{kind}: {', '.join(dict.fromkeys(filter(None, names)))}" for kind, names in kinds.items()
    ]
    return f"{verdict.word} ({'; '.join(told)})" if told else verdict.word


def _unassumed(expected: Expected, verdict: Verdict) -> list[str]:
    if expected.assumed is None:
        return []
    if verdict.wording is None or not is_assumed(verdict.wording):
        return ["ordlyden er ikke antatt"]
    said = assumption(verdict.wording)
    return [] if expected.assumed in said else [f"antatt: {said}"]


def _unmet_lacks(expected: Expected, verdict: Verdict) -> list[str]:
    lacks = missing(verdict)
    kinds = list(dict.fromkeys(each.kind.value for each in lacks))
    if kinds != [kind for kind, _ in expected.lacks]:
        return [f"uavklart: {', '.join(kinds)}"] if kinds else ["ikke uavklart"]
    wrong = []
    for kind, names in expected.lacks:
        told = {_name(each) for each in lacks if each.kind.value == kind}
        if names and told != set(names):
            wrong.append(f"{kind}: {', '.join(sorted(told))}")
    return wrong


def _name(lack: Missing) -> str:
    """Who holds the discretion, or a fact without its place in a list."""
    return lack.holder if lack.kind.value == "skjønn" else re.sub(r"\[\d+\]", "", lack.about)
