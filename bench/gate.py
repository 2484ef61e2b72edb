"""A gate: a ratio that was measured, and what it must be."""

from attrs import frozen


@frozen
class Gate:
    """A ratio that must be at most its limit; or at least, where that is what is wanted."""

    what: str
    ratio: float
    limit: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether it is kept."""
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self) -> str:
        words = "minst" if self.at_least else "høyst"
        ratio, limit = number(self.ratio, 2), number(self.limit, 1)
        return (
            f"{'nådd' if self.is_met else 'BRUTT':<6}{self.what:<58}{ratio:>7} × ({words} {limit})"
        )


def number(value: float, decimals: int) -> str:
    """A number as it is written in Norwegian."""
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")
