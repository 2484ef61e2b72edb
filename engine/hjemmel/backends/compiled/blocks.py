"""The statements of a function: what is read, what gets a name, and the loops."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from hjemmel.backends.compiled.constants import is_direct
from hjemmel.backends.compiled.lists import COUNT, EVERY, SPREAD
from hjemmel.backends.compiled.terms import Kind, Sort, Term
from hjemmel.backends.compiled.uses import Uses
from hjemmel.backends.compiled.writing import Writing

OTHERWISE = "otherwise"
"""The function that decides where a fact is an interval or a list partial."""
MOST_LOOPS = 18
"""How many loops may stand inside one another; Python itself takes 20."""


LETTERS = {Kind.RECORD: "r", Kind.FACT: "v", Kind.VALUE: "e", Kind.CONSTANT: "K"}


class TooDeepError(Exception):
    """More loops inside one another than Python takes."""


@frozen
class Blocks:
    """The statements of one function, and the names they give."""

    uses: Uses
    rivals: Mapping[Term, Term]
    names: dict[Term, str] = field(factory=dict)
    counted: dict[str, int] = field(factory=dict)
    loops: list[Term] = field(factory=list)
    """The loops being written, outermost first."""

    @property
    def writing(self) -> Writing:
        """Expressions with the names given so far."""
        return Writing(self.names)

    def body(self) -> list[str]:
        """All statements before the result."""
        lines: list[str] = []
        for record in self.uses.needed:
            if record.kind is Kind.RECORD:
                lines += self._record(record)
        outermost = [each for each in self.uses.needed if each.home is None]
        return lines + self._statements(outermost)

    def constants(self) -> list[str]:
        """What stands outside the function, so that it is made once."""
        return [
            f"{self._named(each)} = {each.text}"
            for each in self.uses.needed
            if each.kind is Kind.CONSTANT and not is_direct(each.value)
        ]

    def _record(self, record: Term) -> list[str]:
        name = self._named(record)
        facts = self.uses.belonging.get(record, ())
        fetched = f"{name} = {record.text.format(record.parts[0].text)}"
        if not facts:
            return [fetched]
        names = [self._named(each) for each in facts]
        keys = [each.parts[1].text for each in facts]
        together = ", ".join(names) + ("," if len(names) == 1 else "")
        return [
            fetched,
            f"if {name} is None:",
            f"    {' = '.join(names)} = None",
            "else:",
            "    try:",
            *(f"        {each} = {name}[{key}]" for each, key in zip(names, keys, strict=True)),
            "    except KeyError:",
            f"        {together} = map({name}.get, ({', '.join(keys)},))",
            *self._looked_at(facts),
        ]

    def _looked_at(self, facts: Sequence[Term]) -> list[str]:
        """Where a fact is an interval or a list partial, another function decides."""
        looks = [f"isinstance({self.names[each]}, tuple)" for each in facts
                 if each.sort is Sort.ORDERED]  # fmt: skip
        looks += [f"isinstance({self.names[each]}, PartialList)" for each in facts
                  if each.sort is Sort.LIST]  # fmt: skip
        return [f"if {' or '.join(looks)}:", f"    return {OTHERWISE}(view)"] if looks else []

    def _statements(self, terms: Iterable[Term]) -> list[str]:
        lines: list[str] = []
        for term in terms:
            if term in self.uses.named:
                lines += self._statement(term)
        return lines

    def _statement(self, term: Term) -> list[str]:
        match term.kind:
            case Kind.FACT if term not in self.names:
                text = self.writing.value(term)
                return [f"{self._named(term)} = {text}", *self._looked_at([term])]
            case Kind.VALUE:
                text = self.writing.guarded(term)
                return [f"{self._named(term)} = {text}"]
            case Kind.ATOM | Kind.ALL | Kind.ANY:
                text = self.writing.unnamed(term)
                rival = self.names.get(self.rivals.get(term, term))
                if rival is not None:
                    text = f"not {rival} and {text}"
                return [f"{self._named(term)} = {text}"]
            case Kind.LOOP:
                return self._loop(term)
            case _:
                return []

    def _loop(self, loop: Term) -> list[str]:
        number = self._next("n")
        least, most = f"n{number}", f"m{number}"
        for each in self.uses.belonging.get(loop, ()):
            self.names[each] = least if each.text == "0" else most
        if loop.text == SPREAD:
            return self._spread(loop, least, most)
        return self._around(loop, least, most)

    def _spread(self, loop: Term, least: str, most: str) -> list[str]:
        column = self.names.get(loop.parts[0]) or self.writing.guarded(loop.parts[0])
        return [
            f"{most} = {column}",
            f"{least} = set({most} or ())",
            f"if None in {least}:",
            f"    {least}, {most} = spread({most}, {most})",
            "else:",
            f"    {least} = {most} = len({least})",
        ]

    def _around(self, loop: Term, least: str, most: str) -> list[str]:
        variable, *asked = loop.parts
        items = self.writing.value(variable.parts[0])
        outside = dict(self.names)
        entry = self.names[variable] = f"x{variable.depth}"
        self.loops.append(loop)
        if len(self.loops) > MOST_LOOPS:
            raise TooDeepError
        inside = self._inside(variable, asked)
        self.loops.pop()
        bits = [self.writing.value(each) for each in asked]
        before, lines, after = _LOOPS.get(loop.text, _distinct)(least, most, bits)
        # What was named inside has no value outside.
        self.names.clear()
        self.names.update(outside)
        return [
            *before,
            f"for {entry} in {items} or ():",
            *("    " + line for line in [*inside, *lines]),
            *after,
        ]

    def _inside(self, variable: Term, asked: Sequence[Term]) -> list[str]:
        """What must be worked out for each entry."""
        found: set[Term] = set()
        waiting = list(asked)
        while waiting:
            term = waiting.pop()
            if term not in found:
                found.add(term)
                waiting += [each for each in term.needs if variable in each.free]
        ordered = sorted(found, key=lambda each: each.number)
        return self._statements(each for each in ordered if each.home is variable)

    def _named(self, term: Term) -> str:
        letter = LETTERS.get(term.kind, "b")
        self.names[term] = f"{letter}{self._next(letter)}"
        return self.names[term]

    def _next(self, letter: str) -> int:
        number = self.counted.get(letter, 0)
        self.counted[letter] = number + 1
        return number


Parts = tuple[list[str], list[str], list[str]]
"""What stands before a loop, in it and after it."""


def _every(least: str, most: str, bits: list[str]) -> Parts:
    well, ill = bits
    return (
        [f"{least}, {most} = True, False"],
        [f"if {ill}:", f"    {least}, {most} = False, True", "    break",
         f"if not ({well}):", f"    {least} = False"],
        [],
    )  # fmt: skip


def _count(least: str, most: str, bits: list[str]) -> Parts:
    sure, never = bits
    return (
        [f"{least} = {most} = 0"],
        [f"if {sure}:", f"    {least} += 1", f"elif not ({never}):", f"    {most} += 1"],
        [f"{most} += {least}"],
    )


def _distinct(least: str, most: str, bits: list[str]) -> Parts:
    sure, never, value = bits
    return (
        [f"{least}, {most} = [], []"],
        [f"if {sure}:", f"    {least} += ({value},)",
         f"if not ({never}):", f"    {most} += ({value},)"],
        [f"{least}, {most} = spread({least}, {most})"],
    )  # fmt: skip


_LOOPS = {EVERY: _every, COUNT: _count}
