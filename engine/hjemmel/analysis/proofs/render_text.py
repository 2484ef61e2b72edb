"""What a finding rests on, in words: below its message, and at the end of the command."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from hjemmel.analysis.proofs.finding import Finding, Undecided
from hjemmel.analysis.proofs.sought import Doubt, Never, Way
from hjemmel.core.program import Program
from hjemmel.words.outcomes import outcome_word

MOST = 6
"""So many norms are named where several are meant."""


def below(program: Program, finding: Finding) -> Iterator[str]:
    """How sure it is, the case that shows it, how the norms stand in it, and its fingerprint."""
    before = " " * (_gutter(finding) + 1)
    yield f"{before}= {resting(finding.rests_on)}"
    if finding.shown is not None:
        lead = "minste sak" if finding.shown.is_smallest else "sak"
        yield f"{before}= {lead}: {finding.shown.case}"
        if told := _standings(program, finding):
            yield f"{before}= i saken: {told}"
    yield f"{before}= merke {finding.mark}"


def _gutter(finding: Finding) -> int:
    """How far in the lines stand that are told of it."""
    span, notes = finding.told.span, finding.told.notes
    lines = [span.line, *(each.span.line for each in notes if each.span.file == span.file)]
    return max(len(str(each)) for each in lines)


def resting(of: Never) -> str:
    """Whether it is proved, shown or tried, and why."""
    match of.way:
        case Way.PROVED:
            return "bevist: det gjelder alle saker som kan fortelles"
        case Way.SHOWN:
            return "vist av saken, som er vurdert på vanlig måte"
        case Way.TRIED:
            why = f" ({of.doubt.value})" if of.doubt else ""
            return f"prøvd, ikke bevist{why}: alle de {of.tried} sakene på grensene er gått gjennom"
        case _:
            assert_never(of.way)


def _standings(program: Program, finding: Finding) -> str:
    assert finding.shown is not None
    told = []
    for norm_id, (outcome, _) in list(finding.shown.standings.items())[:MOST]:
        norm = program.by_id[norm_id]
        told.append(f"{norm_id} {outcome_word(norm, norm.wordings[-1], outcome)}")
    return ", ".join(told)


def open_questions(found: Sequence[Undecided]) -> Iterator[str]:
    """What nobody got to the end of, by why, with the norms it is about."""
    by_doubt = {doubt: [e for e in found if e.doubt is doubt] for doubt in Doubt}
    for doubt, some in by_doubt.items():
        if some:
            codes = Counter(each.code for each in some)
            told = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
            yield f"ikke avgjort, fordi {doubt.value}: {_spelt(len(some))} ({told})"
            yield f"  = normene: {named(norm for each in some for norm in each.norms)}"


def summary(norms: int, new: Sequence[Finding], old: Sequence[Finding]) -> str:
    """How many there were."""
    told = f"{norms} {'norm' if norms == 1 else 'normer'} spurt"
    if not new and not old:
        return f"{told}, ingen funn"
    counted = [f"{len(new)} nye funn" if len(new) != 1 else "1 nytt funn"] if new else []
    if old:
        counted.append(f"{len(old)} funn er gjennomgått")
    return f"{told}, {', '.join(counted)}"


def named(norms: Iterable[str]) -> str:
    """Some norms, the first of them by name."""
    found = list(dict.fromkeys(norms))
    more = len(found) - MOST
    return ", ".join(found[:MOST]) + (f" og {more} til" if more > 0 else "")


def _spelt(count: int) -> str:
    return "1 spørsmål" if count == 1 else f"{count} spørsmål"
