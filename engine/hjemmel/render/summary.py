"""A verdict's reason in one line: what decided it, what is missing, or why it is not asked."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from hjemmel.core.nodes import Apply, Default, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.explain.finding import Finding, Interpreted, Off, flat
from hjemmel.explain.steps import Breach, Part, Requirement
from hjemmel.explain.verdict import Verdict, missing, reason
from hjemmel.provenance.decisive import asked_editions
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.render.binding_words import binding, bound_in_short
from hjemmel.render.consequence_words import in_line
from hjemmel.render.decided_words import decided_by
from hjemmel.render.marks import Numbers, in_full, in_short, marks
from hjemmel.render.missing_words import all_lacking
from hjemmel.render.note_words import chosen, note_in_words
from hjemmel.source.days import day_in_words
from hjemmel.words.periods import period, suspension
from hjemmel.words.phrases import exception_words, none_of, words
from hjemmel.words.values import listed


def gist(verdict: Verdict) -> str:
    """The reason in one line, as long as it needs to be, with all that it rests on spelled out;
    where it fails, also on whom the duty lay."""
    failed = verdict.outcome is Outcome.BROKEN
    bound = binding(verdict)[:1] if failed else ()
    return "; ".join((_reason(verdict), *bound, *in_full(verdict)))


def line(verdict: Verdict, numbers: Numbers) -> str:
    """The reason for a page of many: whom it binds in a word, what a failure decides, and marks
    with numbers of notes."""
    bound, led_to = bound_in_short(verdict), in_line(verdict)
    return "; ".join((_reason(verdict), *bound, *led_to, *in_short(verdict, numbers)))


def brief(verdict: Verdict) -> str:
    """The reason where there is no room for notes: whom it binds, and the marks alone."""
    words = dict.fromkeys(each.word for each in marks(verdict))
    return "; ".join((_reason(verdict), *bound_in_short(verdict), *words))


def _reason(verdict: Verdict) -> str:
    match verdict.outcome:
        case Outcome.MET | Outcome.BROKEN:
            findings = reason(verdict)
            told = decided_by(verdict.case.book, _without_lead(findings[-1]))
            return "; ".join((told, *_days_off(findings[-1]), *_chosen(findings)))
        case Outcome.UNDECIDED:
            return all_lacking(missing(verdict))
        case Outcome.NOT_APPLICABLE:
            chosen = _chosen(reason(verdict)) if verdict.norm.interpretations else ()
            return "; ".join((not_applicable(verdict), *chosen))
        case _ if verdict.suspensions:
            return "; ".join(map(suspension, verdict.suspensions))
        case _:
            return "i kraft: " + "; ".join(map(period, verdict.norm.wordings))


def _without_lead(finding: Finding) -> Finding:
    """What it asks for or forbids, without «oppfylt når»: the word of the verdict says as much."""
    if not isinstance(finding.step.role, (Requirement, Breach)):
        return finding
    return finding._replace(step=evolve(finding.step, role=Part()))


def _chosen(findings: tuple[Finding, ...]) -> dict[str, Any]:
    """The readings of open questions that this rests on, each once."""
    notes = (note for each in flat(findings) if each.decisive for note in each.notes)
    questions = (note.question for note in notes if isinstance(note, Interpreted))
    return dict.fromkeys(filter(None, map(chosen, questions)))


def _days_off(finding: Finding) -> tuple[str, ...]:
    """The days off that this rests on: those with a name, or the only one there is."""
    notes = (note for each in flat((finding,)) if each.decisive for note in each.notes)
    off = [note for note in notes if isinstance(note, Off)]
    named = dict.fromkeys(f"{day_in_words(each.day)} ({each.name})" for each in off if each.name)
    if len(named) > 1:
        return (f"fridager: {listed([*named])}",)
    return tuple(dict.fromkeys(note_in_words(e) for e in off if e.name or len(off) == 1))


def not_applicable(verdict: Verdict) -> str:
    """Why a norm is not asked: no subject, out of its scope, or an exception."""
    case, norm = verdict.case, verdict.norm
    if verdict.stage is Stage.SUBJECT:
        return f"saken har {none_of(case.book, norm.subject)}"
    editions = asked_editions(case, norm, Stage.APPLIES)
    return "; ".join(dict.fromkeys(_not_applicable(case, each.applies) for each in editions))


def _not_applicable(case: Situation, applies: Node) -> str:
    """The same, of one wording."""
    exceptions = dict.fromkeys(_excepted(case, applies))
    if exceptions:
        return "; ".join(map(exception_words, exceptions))
    return f"gjelder når {_failing(case, applies)}: holder ikke"


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
