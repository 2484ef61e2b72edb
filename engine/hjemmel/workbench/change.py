"""What is written otherwise in the draft than in the base, and what that may turn."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from hjemmel.analysis.comparison.causes import Causes
from hjemmel.analysis.comparison.declarations import redeclared
from hjemmel.analysis.comparison.pairing import Pairing
from hjemmel.core.program import Norm
from hjemmel.workbench.version import Version


@frozen(eq=False)
class Change:
    """Two versions held together, norm by norm. A norm may have got another id (`pairing`)."""

    base: Version
    draft: Version
    pairing: Pairing
    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    redeclared: tuple[str, ...]

    @classmethod
    def none(cls, version: Version) -> "Change":
        """Nothing is written otherwise."""
        return cls.of(version, version)

    @classmethod
    def of(cls, base: Version, draft: Version) -> "Change":
        """What differs between two versions."""
        pairing = Pairing.of(base.program, draft.program)
        pairs = tuple(pairing.pairs())
        said = redeclared(base.program, draft.program)
        return cls(
            base, draft, pairing,
            tuple(now.id for was, now in pairs if was and now and _differ(was, now)),
            tuple(now.id for was, now in pairs if now and not was),
            tuple(was.id for was, now in pairs if was and not now),
            tuple(f"{each.sort.value} {each.name}".strip() for each in said if each.may_turn),
        )  # fmt: skip

    @property
    def direct(self) -> tuple[str, ...]:
        """The norms that are written otherwise, or are new."""
        return tuple(
            each for each in self.draft.program.by_id if each in {*self.changed, *self.new}
        )

    @cached_property
    def causes(self) -> Causes:
        """What may have made each norm stand otherwise."""
        old, new = self.pairing.old, self.pairing.as_before
        return Causes(old, new, redeclared(old, new))

    @cached_property
    def affected(self) -> tuple[str, ...]:
        """The norms of the draft that may stand otherwise, or are called something else, in the
        order of the law."""
        if self.base is self.draft:
            return ()
        return tuple(self._affected())

    def _affected(self) -> Iterator[str]:
        direct = set(self.direct)
        for each in self.draft.program.norms:
            if each.id in direct or self.causes.of(self.was(each.id)):
                yield each.id

    def was(self, norm: str) -> str:
        """The id that a norm had before, by the one it has now."""
        return self.pairing.was.get(norm, norm)

    def before(self, norm: str) -> Norm | None:
        """A norm of the draft as it was in the base; None where that has it not."""
        return self.base.norm(self.was(norm))


def _differ(was: Norm, now: Norm) -> bool:
    return was is not now and was != now
