"""Of how many norms that rest on one change a difference is looked for."""

from collections import Counter
from collections.abc import Collection, Mapping

from attrs import field, frozen

from hjemmel.analysis.comparison.causes import Cause
from hjemmel.analysis.differences.answers import Answer, Changed


@frozen(eq=False)
class Budget:
    """What has been shown so far, by what caused it.

    A norm that is written otherwise is always asked about; one that only rests on changes, until
    `most` have been shown of each of them. What rests on nothing known is asked about, too.
    """

    caused: Mapping[str, tuple[Cause, ...]]
    own: Collection[str]
    most: int
    shown: Counter[Cause] = field(factory=Counter)

    def is_spent(self, norm: str) -> bool:
        """Whether enough has been shown of all that a norm rests on."""
        causes = self.caused.get(norm, ())
        if norm in self.own or not causes:
            return False
        return all(self.shown[each] >= self.most for each in causes)

    def noted(self, found: Answer) -> Answer:
        """An answer, which counts where it shows a norm that stands otherwise by what it rests
        on."""
        if isinstance(found, Changed) and found.norm not in self.own:
            self.shown.update(self.caused.get(found.norm, ()))
        return found
