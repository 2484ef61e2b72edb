"""The fingerprint of a finding: another as soon as what it is about means something else."""

from collections.abc import Iterable
from hashlib import sha256

from attrs import frozen

from hjemmel.core.part import Needs, needs_of
from hjemmel.core.program import Norm, Program

LENGTH = 12
"""So many figures are enough to tell the findings of a rulebook apart, and few enough to copy."""


@frozen(eq=False)
class Marks:
    """Gives findings of a program their fingerprints."""

    program: Program
    needs: Needs

    @classmethod
    def of(cls, program: Program) -> "Marks":
        """Ready for a program."""
        return cls(program, needs_of(program))

    def of_norms(self, code: str, norms: Iterable[str], detail: object = "") -> str:
        """By what norms ask, and all that they refer to: not by words, places or citations."""
        wanted = frozenset[str]().union(*(self.needs[each] for each in norms))
        asked = [_asked(each) for each in self.program.norms if each.id in wanted]
        return mark(code, (tuple(norms), asked, detail))


def mark(code: str, detail: object) -> str:
    """By a code, and what it is about."""
    return sha256(f"{code} {detail!r}".encode()).hexdigest()[:LENGTH]


def _asked(norm: Norm) -> object:
    editions = [
        (each.wording.start, each.wording.end, each.deciding, each.applies, each.requirement)
        for each in norm.editions
    ]
    apart = [(each.start, each.end) for each in norm.suspensions]
    return norm.id, norm.kind.value, norm.subject, norm.deciding, editions, apart
