"""How long lists a question must look at so that longer ones show nothing new.

Note: why so few entries are enough. Take any case, and for each question that is asked of all
entries, or of some, keep one entry: one that fails it, or one that meets it. For each number of
entries that is held against n, keep n + 1 of those that count, or all if there are fewer; of
different names, one for each. Leave out all others. Then every answer is as it was: what holds of
all entries holds of fewer, what holds of some still holds of the one that was kept, and a number
that was too great still is. What is asked of a list once for each entry of another is kept for each
of those. Where a number is held against another that is not written in the rules, or two lists ask
for each other, nothing of the kind can be said: then so many are looked at, and the answer says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from hjemmel.backends.terms.term import Do, Frame, Path, Term

WITHIN = 4
"""So many entries where no number of them is enough."""
MOST = 12
"""More are never looked at."""
_ASKS = (Do.EVERY, Do.SOME)
_COUNTS = (Do.COUNT, Do.LEAST, Do.MOST)
_PASS_ON = (Do.IF_KNOWN, Do.GREATER, Do.LESSER)


@frozen(eq=False)
class Lengths:
    """The longest list of each fact; `within` are those of which longer ones may show more."""

    longest: Mapping[Path, int]
    within: Mapping[Path, int]


def lengths(terms: Sequence[Term]) -> Lengths:
    """How long each list has to be for some terms, and all that they are made of."""
    return _Reckoning(terms).lengths()


@frozen(eq=False)
class _Reckoning:
    terms: Sequence[Term]
    found: dict[Path, int | None] = field(factory=dict)
    asked: dict[Path, list[Term]] = field(init=False)
    users: dict[Term, list[Term]] = field(init=False)

    @asked.default
    def _asked(self) -> dict[Path, list[Term]]:
        found: dict[Path, list[Term]] = defaultdict(list)
        for each in self.terms:
            if each.do in _ASKS or each.do in _COUNTS:
                found[each.data.path].append(each)
        return found

    @users.default
    def _users(self) -> dict[Term, list[Term]]:
        found: dict[Term, list[Term]] = defaultdict(list)
        for each in self.terms:
            for part in each.parts:
                found[part].append(each)
        return found

    def lengths(self) -> Lengths:
        read = dict.fromkeys(each.data for each in self.terms if each.do is Do.BOUNDED)
        needs = {path: self._need(path, ()) for path in (*read, *self.asked)}
        longest = {
            path: WITHIN if need is None else min(need, MOST) for path, need in needs.items()
        }
        within = {
            path: longest[path] for path, need in needs.items() if need is None or need > MOST
        }
        return Lengths(longest, within)

    def _need(self, path: Path, around: tuple[Path, ...]) -> int | None:
        """How many entries are enough; None where no number is."""
        if path in around:
            return None
        if path not in self.found:
            needs = [self._of(each, (*around, path)) for each in self.asked.get(path, ())]
            known = [each for each in needs if each is not None]
            self.found[path] = sum(known) if len(known) == len(needs) else None
        return self.found[path]

    def _of(self, term: Term, around: tuple[Path, ...]) -> int | None:
        frame: Frame = term.data
        need = 1 if term.do in _ASKS else self._counted(term)
        for other in term.frames - frame.around:
            times = self._need(other.path, around)
            if times is None or need is None:
                return None
            need *= times
        return need

    def _counted(self, term: Term) -> int | None:
        """One more than the greatest number that a number of entries is held against."""
        against = list(self._against(term))
        if any(each is None for each in against):
            return None
        return max((int(each) for each in against if each is not None), default=0) + 1

    def _against(self, term: Term) -> Iterable[int | None]:
        for user in self.users[term]:
            others = [each for each in user.parts if each is not term and each.do is not Do.ANY]
            written = [each.data for each in others if each.do is Do.VALUE]
            if user.do is Do.AT_MOST:
                yield written[0] if written else None
            elif user.do in _PASS_ON:
                yield from self._against(user)
                yield from (each.data if each.do is Do.VALUE else None
                            for each in user.parts[:2] if each is not term)  # fmt: skip
            else:
                yield None
