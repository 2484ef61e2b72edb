"""What was found: what may be wrong, by which norms, how sure it is, and a case that shows it."""

from attrs import frozen

from hjemmel.analysis.proofs.sought import Doubt, Found, Never
from hjemmel.diagnostics.diagnostic import Diagnostic


@frozen
class Finding:
    """One thing that may be wrong with the rules.

    `norms` are those that it is about, the one it is told of first. `mark` is its fingerprint: it
    is the same as long as the rules it is about mean the same. `shown` is a case that shows it,
    where a case can.
    """

    told: Diagnostic
    norms: tuple[str, ...]
    mark: str
    rests_on: Never
    shown: Found | None = None

    @property
    def code(self) -> str:
        """Which kind of thing it is."""
        return self.told.code


@frozen
class Undecided:
    """A question that nobody got to the end of."""

    code: str
    norms: tuple[str, ...]
    doubt: Doubt
    tried: int = 0


Result = Finding | Undecided
