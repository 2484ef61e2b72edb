"""A verdict's reason in one line: what decided it, what is missing, or why it is not asked."""

import re
from collections.abc import Iterable, Iterator, Sequence

from hjemmel.case.observation import Unknown
from hjemmel.core.nodes import Apply, Default, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.explain.dated import selected
from hjemmel.explain.finding import Finding, Result, flat, reworded
from hjemmel.explain.missing import Missing, with_holder
from hjemmel.explain.observed_values import LACKING
from hjemmel.explain.standing import period
from hjemmel.explain.verdict import Verdict, missing, reason
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.words.outcomes import requirement_lead
from hjemmel.words.phrases import chosen_words, exception_words, none_of, words

_COUNT = re.compile(r"(\d+( til \d+)?) av (\d+)")
_CHOSEN = re.compile(rf"\(({chosen_words('.*')})\)$")
_EXCEPTION = exception_words("")
_MOST = 3
"""A line has room for so many steps with their values; of more than that it gives the names."""
_NAMED = 6
"""So many names, or missing things in one place, a line gives; then how many more there are."""


def gist(verdict: Verdict) -> str:
    """The reason in one line, as long as it needs to be."""
    match verdict.outcome:
        case Outcome.MET | Outcome.BROKEN:
            findings = reason(verdict)
            last = findings[-1]
            lead = requirement_lead(verdict.norm.kind)
            told = decided_by(reworded(last, last.what.removeprefix(f"{lead} ")))
            return "; ".join((told, *_chosen(findings)))
        case Outcome.UNDECIDED:
            return _lacks(missing(verdict))
        case Outcome.NOT_APPLICABLE:
            chosen = _chosen(reason(verdict)) if verdict.norm.interpretations else ()
            return "; ".join((not_applicable(verdict), *chosen))
        case _:
            return "i kraft: " + "; ".join(map(period, verdict.norm.wordings))


def _chosen(findings: tuple[Finding, ...]) -> Iterable[str]:
    """The readings of open questions that this rests on."""
    notes = (note for each in flat(findings) if each.decisive for note in each.notes)
    return dict.fromkeys(found[1] for note in notes if (found := _CHOSEN.search(note)))


def lacking(lack: Missing) -> str:
    """One thing that is missing: «mangler (hos tjenesten): tjenestens type», «skjønn: …»."""
    return f"{lack.kind.value}{_held(lack)}: {_said(lack)}"


def _lacks(lacks: tuple[Missing, ...]) -> str:
    groups: dict[str, list[Missing]] = {}
    for lack in lacks:
        groups.setdefault(f"{lack.kind.value}{_held(lack)}", []).append(lack)
    return "; ".join(f"{lead}: {_listed(group)}" for lead, group in groups.items())


def _listed(lacks: Sequence[Missing]) -> str:
    """What is missing in one place; who has not assessed several things is named once."""
    told: list[str] = []
    for lack, before in zip(lacks, (None, *lacks), strict=False):
        text = _said(lack)
        if before and _assessor(before) == _assessor(lack):
            text = text.removeprefix(f"{_assessor(lack)} ")
        told.append(text)
    return _few(told)


def _few(told: Sequence[str]) -> str:
    """All of them, or the first and how many more there are."""
    if len(told) <= _NAMED:
        return "; ".join(told)
    return "; ".join((*told[: _NAMED - 1], f"og {len(told) - _NAMED + 1} til"))


def _held(lack: Missing) -> str:
    """« (hos tjenesten)»: who can tell; whose discretion it is, the words themselves say."""
    told = lack.kind is Unknown.DISCRETION and not lack.words
    return f" ({with_holder(lack.kind, lack.holder)})" if lack.holder and not told else ""


def _said(lack: Missing) -> str:
    name = lack.name or lack.about
    if lack.kind is not Unknown.DISCRETION:
        return _placed(lack, f"{name} ({lack.words})" if lack.words else name)
    return _placed(lack, f"{name}, {lack.words}" if lack.words else f"{_assessor(lack)} at {name}")


def _placed(lack: Missing, told: str) -> str:
    """With the cell to fill in, where the case comes from a table."""
    if not lack.cell:
        return told
    return f"{told[:-1]}; {lack.cell})" if told.endswith(")") else f"{told} ({lack.cell})"


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
    below = [each for each in finding.because if _tells(each, finding.result)]
    counted = _COUNT.fullmatch(finding.value)
    if not below or (finding.value and not counted):
        yield _told(finding)
    elif counted and len(below) > _MOST:
        yield _named(below, finding.result, counted[3])
    else:
        for each in below:
            yield from [_unless(each)] if _is_exception(each) else _telling(each)


def _tells(part: Finding, whole: Result) -> bool:
    """Whether a part came out as the whole did; an exception that holds makes the whole fail."""
    if _is_exception(part):
        return part.decisive and part.result is Result.HOLDS and whole is Result.FAILS
    return part.decisive and part.result is whole


def _is_exception(finding: Finding) -> bool:
    return finding.what.startswith(_EXCEPTION)


def _unless(finding: Finding) -> str:
    return f"{finding.what}: {finding.value}" if finding.value else finding.what


def _named(parts: Sequence[Finding], result: Result, count: str) -> str:
    """Many parts by name, with what they have in common said once."""
    usual = {Result.HOLDS: ": ja", Result.FAILS: ": nei"}.get(result, "")
    texts = dict.fromkeys(text.removesuffix(usual) for each in parts for text in _telling(each))
    first, *others = texts
    start = first.split(" ", 1)[0] + " "
    if all(each.startswith(start) for each in others):
        others = [each.removeprefix(start) for each in others]
    return f"{len(parts)} av {count} {result.value}: {_few([first, *others])}"


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
        inner = node.arguments if isinstance(node, Apply) and sense(node) is Sense.ALL else ()
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
        case Apply() if sense(node) is Sense.ALL:
            inner = node.arguments
        case _:  # a clause by itself
            inner = ()
    failing = [_failing(case, each) for each in inner if case.truth(each, TOP)[1]]
    return " og ".join(failing) or words(case.book, node, {})
