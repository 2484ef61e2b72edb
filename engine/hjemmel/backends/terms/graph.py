"""The terms of one program, each made once, and what can be said of them without any case."""

from collections.abc import Hashable, Iterable, Sequence

from attrs import field, frozen

from hjemmel.backends.terms.term import NO_FRAMES, Do, Frame, Path, Sort, Term


@frozen(eq=False)
class Graph:
    """All terms made so far."""

    made: dict[Hashable, Term] = field(factory=dict)
    frames: dict[Hashable, Frame] = field(factory=dict)
    true: Term = field(init=False)
    false: Term = field(init=False)

    @true.default
    def _true(self) -> Term:
        return self.make(Do.CONSTANT, data=True)

    @false.default
    def _false(self) -> Term:
        return self.make(Do.CONSTANT, data=False)

    def make(
        self,
        do: Do,
        parts: tuple[Term, ...] = (),
        data: Hashable = None,
        frames: frozenset[Frame] = NO_FRAMES,
        sort: Sort = Sort.BIT,
    ) -> Term:
        """The one term of this content."""
        key = (do, parts, type(data), data, frames)
        found = self.made.get(key)
        if found is None:
            of_parts = frames.union(*(each.frames for each in parts))
            found = self.made[key] = Term(len(self.made), do, parts, data, of_parts, sort)
        return found

    def frame(self, path: Path, depth: int, around: frozenset[Frame]) -> Frame:
        """The entries of a list for a quantifier that stands so many quantifiers in."""
        key = (path, depth, around)
        if key not in self.frames:
            self.frames[key] = Frame(path, depth, around)
        return self.frames[key]

    # --- bits ----------------------------------------------------------------------------

    def constant(self, value: bool) -> Term:
        """One of two."""
        return self.true if value else self.false

    def negation(self, bit: Term) -> Term:
        """The bit is not set."""
        match bit.do:
            case Do.CONSTANT:
                return self.constant(bit is self.false)
            case Do.NOT:
                return bit.parts[0]
            case _:  # nothing is known of it
                return self.make(Do.NOT, (bit,))

    def conj(self, bits: Iterable[Term]) -> Term:
        """All of the bits."""
        return self._joined(bits, Do.ALL, Do.ANY, self.true, self.false)

    def disj(self, bits: Iterable[Term]) -> Term:
        """Any of the bits."""
        return self._joined(bits, Do.ANY, Do.ALL, self.false, self.true)

    def _joined(self, bits: Iterable[Term], do: Do, other: Do, none: Term, decided: Term) -> Term:
        found: dict[Term, None] = {}
        for each in bits:
            found.update(dict.fromkeys(each.parts if each.do is do else (each,)))
        found.pop(none, None)
        if decided in found or any(e.do is Do.NOT and e.parts[0] in found for e in found):
            return decided
        # «a and (a or b)» is a.
        kept = [e for e in found if e.do is not other or found.keys().isdisjoint(e.parts)]
        if len(kept) < 2:
            return kept[0] if kept else none
        return self.make(do, tuple(sorted(kept, key=lambda each: each.number)))

    # --- entries of a list ---------------------------------------------------------------

    def every(self, frame: Frame, bit: Term) -> Term:
        """For every entry; what is asked of none of them stands outside."""
        if bit.do is Do.ALL:
            return self.conj([self.every(frame, each) for each in bit.parts])
        if bit.do is Do.ANY:
            outside, inside = _parted(bit.parts, frame)
            if outside:
                return self.disj([*outside, self.every(frame, self.disj(inside))])
        return bit if bit is self.true else self._reduced(Do.EVERY, frame, (bit,))

    def some(self, frame: Frame, bit: Term) -> Term:
        """For some entry; what is asked of none of them stands outside."""
        if bit.do is Do.ANY:
            return self.disj([self.some(frame, each) for each in bit.parts])
        if bit.do is Do.ALL:
            outside, inside = _parted(bit.parts, frame)
            if outside:
                return self.conj([*outside, self.some(frame, self.conj(inside))])
        return bit if bit is self.false else self._reduced(Do.SOME, frame, (bit,))

    def number(self, do: Do, frame: Frame, *parts: Term) -> Term:
        """How many entries, or how many different names they have, where the first part holds."""
        if parts[0] is self.false:
            return self.make(Do.VALUE, (), 0, sort=Sort.NUMBER)
        return self._reduced(do, frame, parts, Sort.NUMBER)

    def _reduced(
        self, do: Do, frame: Frame, parts: tuple[Term, ...], sort: Sort = Sort.BIT
    ) -> Term:
        key = (do, parts, frame)
        found = self.made.get(key)
        if found is None:
            left = frame.around.union(*(each.frames for each in parts)) - {frame}
            found = self.made[key] = Term(len(self.made), do, parts, frame, left, sort)
        return found


def _parted(parts: Sequence[Term], frame: Frame) -> tuple[list[Term], list[Term]]:
    """Those that do not depend on the entry, and those that do."""
    outside = [each for each in parts if frame not in each.frames]
    return outside, [each for each in parts if frame in each.frames]
