"""A line that stays as it was, and why."""

from attrs import frozen


@frozen
class Left:
    """The line, the words that have a newer form, and what it takes to write them in it."""

    line: int
    words: str
    why: str

    def line_in(self, text: str) -> int:
        """The line where the words stand in another layout of the file."""
        rows = enumerate(text.splitlines(), start=1)
        found = [number for number, row in rows if self.words in row]
        return min(found, key=lambda number: abs(number - self.line), default=self.line)


@frozen
class Offer:
    """Texts to take the place of a clause, the best first, and why, where none of them will do."""

    texts: tuple[str, ...]
    why: str = ""
