"""Cases at the boundaries of some norms, gone through one by one: each is written, read and judged
as any case is.

Note: a case that is settled may still turn where more is told of what something follows or is
presumed of. So those that know more are left out only where nothing of the kind is left to tell.
"""

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.boundaries.search import (
    Answer,
    Exhausted,
    Result,
    Search,
    Unsearched,
    View,
    Witness,
)
from hjemmel.core.nodes import Fact
from hjemmel.core.part import Needs, part
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE, Schema

Raw = dict[str, Any]
Says = Callable[[Raw], Answer]
"""What a case says of the question; what is no case, leaves it open."""


@frozen(eq=False)
class Trials:
    """The cases that tell what some norms ask, and how many of them were judged."""

    asked: tuple[Asked, ...]
    schema: Schema
    beside: frozenset[tuple[str, str]]
    looked: list[None] = field(factory=list)

    @classmethod
    def of(
        cls, program: Program, norms: Iterable[Norm], beside: Iterable[Fact],
        first: Iterable[Fact] = (),
    ) -> "Trials":  # fmt: skip
        """The cases of norms; `beside` are the facts that something else is said of, which are told
        early, as are those that are wanted `first`."""
        said = tuple(beside)
        asked = domain(program, tuple(norms), frozenset((*first, *said)))
        return cls(asked, program.schema, frozenset((each.subject, each.name) for each in said))

    @property
    def count(self) -> int:
        """How many cases were judged."""
        return len(self.looked)

    def any_at_all(self, says: Says, most: int) -> Raw | Exhausted | Unsearched:
        """A case that answers, of at most so many."""
        return self._raw_of(self._search(most).first(self._judging(says)))

    def settled(self, says: Says, most: int) -> Raw | Exhausted | Unsearched:
        """The same among those where all is known."""
        return self._raw_of(self._search(most).first_settled(self._judging(says)))

    def _search(self, most: int) -> Search:
        records = [e.key for e in self.schema.records if not e.entry and not e.optional]
        records += [each.record for each in self.asked if each.record != CASE]
        return Search(self.asked, tuple(dict.fromkeys(records)), most)

    def _judging(self, says: Says) -> Callable[[View, int], Answer]:
        def answer(view: View, said: int) -> Answer:
            self.looked.append(None)
            if not (view[CASE] or {}).get("vurderingsdato"):
                return Answer.OPEN
            found = says(self._raw(view))
            return Answer.OPEN if found is Answer.SETTLED and self._may_turn(said) else found

        return answer

    def _may_turn(self, said: int) -> bool:
        """Whether what is left to tell has something said beside it."""
        return any((each.record, each.key) in self.beside for each in self.asked[said:])

    def _raw_of(self, result: Result) -> Raw | Exhausted | Unsearched:
        return self._raw(result.view) if isinstance(result, Witness) else result

    def _raw(self, view: View) -> Raw:
        """A case as it is written."""
        raw: Raw = json.loads(written(view, self.schema), parse_float=Decimal)
        return {key: value for key, value in raw.items() if key != CASE}


def said_beside(*programs: Program) -> list[Fact]:
    """The facts that something follows or is presumed of: told later, they may change all."""
    follows = [each.fact for of in programs for each in of.conclusions]
    return follows + [each.fact for of in programs for each in of.presumptions]


def with_needed(program: Program, norms: Iterable[str], needs: Needs) -> list[Norm]:
    """Some norms, and then those they refer to."""
    names = tuple(norms)
    own = part(program, names, needs)
    first = [own.by_id[each] for each in names]
    return [*first, *(each for each in own.norms if each.id not in names)]
