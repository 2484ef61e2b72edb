"""A verdict's reason in one line: what decided it, what is missing, or why it is not asked."""

import re
from collections.abc import Iterator
from itertools import groupby

from hjemmel.core.nodes import Apply, Default, Node
from hjemmel.core.observation import Unknown
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.explain.dated import selected
from hjemmel.explain.editions import period
from hjemmel.explain.finding import Finding, reworded
from hjemmel.explain.groups import LACKING
from hjemmel.explain.missing import Missing
from hjemmel.explain.phrases import exception_words, none_of, words
from hjemmel.explain.situation import TOP, Situation
from hjemmel.explain.verdict import Verdict, missing, reason
from hjemmel.explain.wording import requirement_lead

_COUNT = re.compile(r"\d+( til \d+)? av \d+")
_MOST = 3
"""A line has room for so many steps; of more than that it says only how many."""


def gist(verdict: Verdict) -> str:
    """The reason in one line, as long as it needs to be."""
    match verdict.outcome:
        case Outcome.MET | Outcome.BROKEN:
            last = reason(verdict)[-1]
            lead = requirement_lead(verdict.norm.kind)
            return decided_by(reworded(last, last.what.removeprefix(f"{lead} ")))
        case Outcome.UNDECIDED:
            return _lacks(missing(verdict))
        case Outcome.NOT_APPLICABLE:
            return not_applicable(verdict)
        case _:
            return "i kraft: " + "; ".join(map(period, verdict.norm.wordings))


def lacking(lack: Missing) -> str:
    """One thing that is missing: «mangler: tjenestens type», «skjønn: … har ikke vurdert …»."""
    return f"{lack.kind.value}: {_said(lack)}"


def _lacks(lacks: tuple[Missing, ...]) -> str:
    groups = groupby(lacks, key=lambda lack: lack.kind)
    return "; ".join(f"{kind.value}: {_listed(tuple(group))}" for kind, group in groups)


def _listed(lacks: tuple[Missing, ...]) -> str:
    """What is missing of one kind; who has not assessed several things is named once."""
    told: list[str] = []
    for lack, before in zip(lacks, (None, *lacks), strict=False):
        text = _said(lack)
        if before and _assessor(before) == _assessor(lack):
            text = text.removeprefix(f"{_assessor(lack)} ")
        told.append(text)
    return "; ".join(told)


def _said(lack: Missing) -> str:
    name = lack.name or lack.about
    if lack.kind is not Unknown.DISCRETION:
        return f"{name} ({lack.words})" if lack.words else name
    return f"{name}, {lack.words}" if lack.words else f"{_assessor(lack)} at {name}"


def _assessor(lack: Missing) -> str:
    return f"{lack.holder or 'noen'} har ikke vurdert"


def not_applicable(verdict: Verdict) -> str:
    """Why a norm is not asked: no subject, out of its scope, or an exception."""
    case, norm = verdict.case, verdict.norm
    if verdict.stage is Stage.SUBJECT:
        return f"saken har {none_of(case.book, norm.subject)}"
    applies = selected(case, norm, norm.applies)
    exceptions = dict.fromkeys(_excepted(case, applies))
    if exceptions:
        return "; ".join(map(exception_words, exceptions))
    return f"gjelder når {_failing(case, applies)}: holder ikke"


def decided_by(finding: Finding) -> str:
    """The values of the decisive steps that came out as the whole did."""
    return "; ".join(dict.fromkeys(_telling(finding)))


def _telling(finding: Finding) -> Iterator[str]:
    """What a step tells by itself, or what is told of the steps it joins."""
    below = [each for each in finding.because if each.decisive and each.result is finding.result]
    counted = _COUNT.fullmatch(finding.value)
    if not below or (finding.value and (not counted or len(below) > _MOST)):
        yield _told(finding)
    else:
        for each in below:
            yield from _telling(each)


def _told(finding: Finding) -> str:
    if " = " in finding.value or finding.value.startswith(LACKING):
        return finding.value
    return f"{finding.what}: {finding.value}" if finding.value else finding.what


def _excepted(case: Situation, node: Node) -> Iterator[str]:
    """The exceptions that hold in a failing clause."""
    if isinstance(node, Default):
        for each in node.exceptions:
            if case.truth(each, TOP)[0]:
                yield words(case.book, each, {})
        inner: tuple[Node, ...] = (node.condition, node.consequence)
    else:
        inner = node.arguments if isinstance(node, Apply) and node.operator == "og" else ()
    for each in inner:
        if case.truth(each, TOP)[1]:
            yield from _excepted(case, each)


def _failing(case: Situation, node: Node) -> str:
    """The part of a scope that fails, in words."""
    if node.origin.words:
        return node.origin.words
    match node:
        case Default():
            inner: tuple[Node, ...] = (node.condition, node.consequence)
        case Apply(operator="og"):
            inner = node.arguments
        case _:  # a clause by itself
            inner = ()
    failing = [_failing(case, each) for each in inner if case.truth(each, TOP)[1]]
    return " og ".join(failing) or words(case.book, node, {})
