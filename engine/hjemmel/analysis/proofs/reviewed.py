"""Findings that somebody has read, and the reason why the rules stand as they are all the same.

One on each line: the fingerprint of the finding, its code, the norm, a colon and the reason. When
the rule comes to mean something else, the finding has another fingerprint, and returns.
"""

import re
from collections.abc import Iterable

from attrs import frozen

from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proofs.marks import LENGTH

FILE = "gjennomgatt.txt"
"""Beside the rule files."""
_LINE = re.compile(rf"([0-9a-f]{{{LENGTH}}}) +(NTR\d{{3}}) +(\S+?) *: *(\S.*)")
_HELP = "skriv merket, koden, normen, kolon og grunnen, slik «ntr bevis --gjennomgatt» gjør"
HEADING = (
    "# Funn fra «ntr bevis» som er lest, og hvorfor reglene likevel står slik. Merket gjelder\n"
    "# reglene slik de er nå: blir de endret, kommer funnet igjen.\n"
)


@frozen
class Review:
    """A finding that was read, and why it may stand. `line` is where that is written."""

    line: int
    mark: str
    code: str
    norm: str
    why: str


@frozen
class Misread:
    """A line that is no review, and what to do."""

    line: int
    reason: str
    help: str


@frozen
class Reviewed:
    """All that is written in a file."""

    reviews: tuple[Review, ...] = ()
    faults: tuple[Misread, ...] = ()

    @property
    def marks(self) -> frozenset[str]:
        """The fingerprints of what was read."""
        return frozenset(each.mark for each in self.reviews)

    def stale(self, found: Iterable[Finding], norms: Iterable[str]) -> tuple[Review, ...]:
        """Those of some norms that are about nothing that was found."""
        marks, asked = {each.mark for each in found}, frozenset(norms)
        return tuple(e for e in self.reviews if e.mark not in marks and e.norm in asked)


def reviewed(text: str) -> Reviewed:
    """What a file says. A line that is blank, or begins with «#», says nothing."""
    reviews, faults, seen = list[Review](), list[Misread](), dict[str, int]()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            faults.append(Misread(number, "linjen er ikke et funn som er gjennomgått", _HELP))
        elif found[1] in seen:
            told = f"merket {found[1]} står også på linje {seen[found[1]]}"
            faults.append(Misread(number, told, "ta bort den ene linjen"))
        else:
            seen[found[1]] = number
            reviews.append(Review(number, found[1], found[2], found[3], found[4].strip()))
    return Reviewed(tuple(reviews), tuple(faults))


def line_of(finding: Finding, why: str) -> str:
    """The line that says that a finding was read."""
    return f"{finding.mark} {finding.code} {finding.norms[0]}: {' '.join(why.split())}"
