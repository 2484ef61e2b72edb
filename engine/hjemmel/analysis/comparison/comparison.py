"""Two versions of a rulebook held together: the whole of what differs, as data.

Each part is one field, and one section where it is shown; a part more is a field more here, and a
section in `analysis/render_comparison/sections.py`.
"""

from typing import assert_never

from attrs import field, frozen

from hjemmel.analysis.comparison.aspects import Aspect, Difference
from hjemmel.analysis.comparison.causes import Cause
from hjemmel.analysis.comparison.declarations import Redeclared
from hjemmel.analysis.comparison.sentences import Sentences
from hjemmel.analysis.comparison.services import Flip, Services
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.comparison.texts import FileDifference, Texts
from hjemmel.analysis.comparison.witness import Witness
from hjemmel.analysis.differences.answers import (
    Added,
    Answer,
    Basis,
    Changed,
    Removed,
    Unasked,
    Unchanged,
)
from hjemmel.analysis.elsewhere.passed_by import PassedBy
from hjemmel.core.program import Norm, Program


@frozen(eq=False)
class Version:
    """One version: what it is called, its program, and the texts of its rule files by name."""

    label: str
    program: Program = field(repr=False)
    texts: Texts = field(factory=dict, repr=False)


@frozen(eq=False)
class NormDifference:
    """One norm that differs, or may.

    `own` is whether the norm itself asks otherwise; else what it refers to does. `read` is what it
    says before and now, as it is read back, where that differs.
    """

    old: Norm | None
    new: Norm | None
    answer: Answer
    own: bool
    causes: tuple[Cause, ...]
    aspects: tuple[Difference, ...] = ()
    read: Difference | None = None
    witness: Witness | None = None
    seen: Flip | None = None
    """A service that turns, where no case was found or looked for."""

    @property
    def norm(self) -> Norm:
        """The norm as it is now, or was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def id(self) -> str:
        """The id that it has now, or had."""
        return self.norm.id

    @property
    def sort(self) -> Sort:
        """What has become of it."""
        if self.seen is not None:
            return Sort.CHANGED
        match self.answer:
            case Added():
                return Sort.ADDED
            case Removed():
                return Sort.REMOVED
            case Changed():
                return Sort.CHANGED
            case Unasked():
                return Sort.UNASKED
            case Unchanged(basis=Basis.TRIED):
                return Sort.TRIED
            case Unchanged(within=within) if within:
                return Sort.TRIED
            case Unchanged():
                return Sort.SAME if self.own else Sort.ASIDE
            case _:
                assert_never(self.answer)

    @property
    def is_moved(self) -> bool:
        """Whether it stands at another place, or has another id."""
        return any(each.aspect in (Aspect.PLACE, Aspect.ID) for each in self.aspects)

    @property
    def is_renamed(self) -> bool:
        """Whether it has another title."""
        return any(each.aspect is Aspect.TITLE for each in self.aspects)

    @property
    def may_turn(self) -> bool:
        """Whether a verdict of it can be another, or that is not excluded."""
        is_open = self.sort not in (Sort.SAME, Sort.ASIDE)
        return is_open or any(each.aspect is Aspect.WORD for each in self.aspects)


@frozen(eq=False)
class BesideDifference:
    """A presumption or a conclusion that differs; it judges nothing, but decides what is seen."""

    called: str
    old: Norm | None
    new: Norm | None
    own: bool
    aspects: tuple[Difference, ...] = ()
    read: Difference | None = None

    @property
    def norm(self) -> Norm:
        """It as it is now, or was."""
        found = self.new or self.old
        assert found is not None
        return found


@frozen(eq=False)
class Comparison:
    """All that differs.

    `norms` are those that differ or may, in the order of the law; `unchanged` are the ids of those
    that ask something that is written otherwise, and were found to stand the same all the same.
    """

    old: Version
    new: Version
    texts: tuple[FileDifference, ...] = ()
    norms: tuple[NormDifference, ...] = ()
    unchanged: tuple[NormDifference, ...] = ()
    beside: tuple[BesideDifference, ...] = ()
    declared: tuple[Redeclared, ...] = ()
    sentences: Sentences = Sentences()
    elsewhere: tuple[PassedBy, ...] = ()
    services: Services | None = None

    @property
    def is_same_text(self) -> bool:
        """Whether the rule files say the same, letter by letter, as far as they are read."""
        return self.old.program.fingerprint == self.new.program.fingerprint and not self.texts

    @property
    def is_only_layout(self) -> bool:
        """Whether nothing is said otherwise but in remarks, and in how the files are set out."""
        return not (self.norms or self.unchanged or self.beside or self.sentences.lost
                    or self.sentences.new or any(e.may_turn for e in self.declared)
                    )  # fmt: skip

    @property
    def may_turn(self) -> bool:
        """Whether the verdict of some norm can be another, or that is not excluded."""
        return any(each.may_turn for each in (*self.norms, *self.unchanged))

    def sorted(self, *sorts: Sort) -> tuple[NormDifference, ...]:
        """The norms of some sorts."""
        return tuple(each for each in self.norms if each.sort in sorts)

    def by_id(self, norm: str) -> NormDifference | None:
        """A norm by the id it has now, or had."""
        return next((e for e in (*self.norms, *self.unchanged) if e.id == norm), None)
