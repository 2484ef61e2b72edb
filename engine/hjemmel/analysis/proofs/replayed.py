"""A case judged as any is, to see whether what was sought is so in it."""

from collections.abc import Iterable

from attrs import field, frozen

from hjemmel.analysis.differences.replaying import Judging, NoCaseError, Raw
from hjemmel.analysis.proofs.sought import Sought, Standings, holds, norms_in
from hjemmel.core.program import Program


@frozen(eq=False)
class Replayed:
    """A program, with norms of our own, ready to judge."""

    program: Program
    judging: Judging = field(init=False)

    @judging.default
    def _judging(self) -> Judging:
        return Judging(self.program)

    def standings(self, norms: Iterable[str], case: Raw) -> Standings:
        """How norms stand in a case."""
        return {each: self.judging.standing(each, case) for each in norms}

    def shows(self, sought: Sought, case: Raw) -> bool:
        """Whether it is so in a case; `NoCaseError` where it is no case."""
        return holds(sought, self.standings(norms_in(sought), case))

    def may_show(self, sought: Sought, case: Raw) -> bool:
        """The same; what is no case, shows nothing."""
        try:
            return self.shows(sought, case)
        except NoCaseError:
            return False

    def may_stand(self, norms: Iterable[str], case: Raw) -> Standings | None:
        """How norms stand in a case; None where it is no case."""
        try:
            return self.standings(norms, case)
        except NoCaseError:
            return None
