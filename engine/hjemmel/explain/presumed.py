"""What a verdict takes as given because nobody has told, and why it does."""

from attrs import frozen

from hjemmel.case.observation import Path
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Presumption
from hjemmel.explain import trace
from hjemmel.explain.finding import Finding
from hjemmel.explain.standing import citations, wordings_in_force
from hjemmel.explain.verdict import Verdict, decisive_facts, told_of
from hjemmel.source.citation import Citation


@frozen
class Presumed:
    """One fact: where it stands, what takes it as given, and the findings of when that works."""

    path: Path
    by: Presumption
    citations: tuple[Citation, ...]
    because: tuple[Finding, ...]


def presumed(found: Verdict) -> tuple[Presumed, ...]:
    """What the verdict rests on that nobody has told, in the order of the law."""
    if not found.case.observation.presumed:
        return ()
    return told_of(found, "forutsatt", lambda: _presumed(found))


def _presumed(found: Verdict) -> tuple[Presumed, ...]:
    given, case = found.case.observation.presumed, found.case
    told = []
    for path in decisive_facts(found):
        by = given.get(path)
        if by is not None:
            cited = citations(by.norm, wordings_in_force(case, by.norm))
            because = trace.reason(case, by.norm, Stage.APPLIES)
            told.append(Presumed(path, by, cited, because))
    return tuple(told)
