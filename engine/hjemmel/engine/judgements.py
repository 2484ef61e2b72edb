"""A case judged: all its verdicts, and what of it was not read."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from hjemmel import __version__
from hjemmel.case.statements import Case
from hjemmel.engine.errors import Unread
from hjemmel.engine.unknown import unknown_norm
from hjemmel.engine.verdicts import Verdict, verdict_of
from hjemmel.explain import verdict as inner
from hjemmel.render.lines import plain
from hjemmel.render.reason_text import page
from hjemmel.render.verdict_json import document

if TYPE_CHECKING:
    from hjemmel.engine.rulebook import Rulebook

WIDTH = 84


@frozen(eq=False, repr=False)
class Judgement:
    """The verdicts of one case on one day, in the order of the law.

    `unread` is what was told of the case and not read; the rest was, and what is not read counts
    as unknown. `notes` are what is worth knowing besides.
    """

    rulebook: "Rulebook"
    day: date
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]
    _case: Case
    _found: tuple[inner.Verdict, ...]

    @property
    def case(self) -> str:
        """The name of the case."""
        return self._case.id

    @property
    def title(self) -> str:
        """Its title; empty where it has none."""
        return self._case.title

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One of each norm."""
        return tuple(map(verdict_of, self._found))

    def verdict(self, norm_id: str) -> Verdict:
        """That of one norm."""
        return self.verdicts[self._place(norm_id)]

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def findings(self) -> tuple[Verdict, ...]:
        """Those where a duty, prohibition, deadline or condition fails, at any level."""
        return tuple(each for each in self.verdicts if each.is_finding)

    def explain(self, norm_id: str, width: int = WIDTH) -> str:
        """The whole reason for one norm, as `ntr forklar` writes it, in lines of so many signs."""
        return plain(page(self._found[self._place(norm_id)], width))

    def what_it_takes(self, norm_id: str) -> dict[str, Any]:
        """What would settle the verdict of a norm, if it is open, or turn it, if it fails: each way
        judged again. As dictionaries and lists, with the words of `ntr forklar --hva-skal-til`."""
        from hjemmel.analysis.settling.finding import what_it_takes
        from hjemmel.analysis.settling.render_json import document as settling
        from hjemmel.analysis.settling.replaying import Judging

        norm = self._found[self._place(norm_id)].norm
        judging = Judging(self.rulebook.judge_of, norm, self._case, self.day)
        return settling(judging, what_it_takes(judging))

    def to_json(self) -> dict[str, Any]:
        """What `ntr vurder --format json` writes of the case, as dictionaries and lists."""
        program, case = self.rulebook.program, self._case
        return document(case.id, case.title, program, self.day, __version__, self._found)

    def _place(self, norm_id: str) -> int:
        place = self._places.get(norm_id)
        if place is None:
            raise unknown_norm(norm_id, self._places)
        return place

    @cached_property
    def _places(self) -> dict[str, int]:
        return {each.norm.id: place for place, each in enumerate(self._found)}

    def __repr__(self) -> str:
        return f"Judgement({self.case!r}, {self.day.isoformat()}, {len(self)} verdicts)"

    def __reduce__(self) -> tuple[Any, ...]:
        """What it was made from: judged again, it is the same."""
        return judged, (self.rulebook, self._case, self.day, self.unread, self.notes)


def judged(
    rulebook: "Rulebook",
    case: Case,
    day: date,
    unread: tuple[Unread, ...] = (),
    notes: tuple[str, ...] = (),
) -> Judgement:
    """The judgement of a case that is read."""
    found = rulebook.judge_of.judged(case, day)
    return Judgement(rulebook, day, unread, notes, case, found.verdicts)
