"""What a verdict rests on that nobody has told: what is taken as given, what follows, and why."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from hjemmel.case.observation import Path
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Conclusion, Presumption
from hjemmel.explain import trace
from hjemmel.explain.finding import Finding
from hjemmel.explain.standing import citations, wordings_in_force
from hjemmel.explain.verdict import Verdict, decisive_facts, told_of
from hjemmel.source.citation import Citation


@frozen
class Presumed:
    """One fact: where it stands, what gives it, and the findings of when that works."""

    path: Path
    by: Presumption | Conclusion
    citations: tuple[Citation, ...]
    because: tuple[Finding, ...]


def presumed(found: Verdict) -> tuple[Presumed, ...]:
    """What the verdict rests on that is taken as given, in the order of the law."""
    given = found.case.observation.presumed
    if not given:
        return ()
    return told_of(
        found, "forutsatt", lambda: _told(found, {path: (each,) for path, each in given.items()})
    )


def concluded(found: Verdict) -> tuple[Presumed, ...]:
    """What the verdict rests on that follows from what is told, in the order of the law."""
    followed = found.case.observation.concluded
    if not followed:
        return ()
    return told_of(found, "følger", lambda: _told(found, followed))


def _told(
    found: Verdict, given: Mapping[Path, Iterable[Presumption | Conclusion]]
) -> tuple[Presumed, ...]:
    case, told = found.case, []
    for path in decisive_facts(found):
        for by in given.get(path, ()):
            cited = citations(by.norm, wordings_in_force(case, by.norm))
            because = trace.reason(case, by.norm, Stage.APPLIES)
            told.append(Presumed(path, by, cited, because))
    return tuple(told)
