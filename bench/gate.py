"""A gate: a ratio that was measured, and what it must be."""

from attrs import frozen


@frozen
class Aim:
    """A ratio that we would have at most so much; told of, and no more."""

    what: str
    ratio: float
    wanted: float

    def __str__(self) -> str:
        told = "mål" if self.ratio > self.wanted else "nådd"
        ratio, wanted = number(self.ratio, 2), number(self.wanted, 1)
        return f"{told:<6}{self.what:<58}{ratio:>7} × (vil ha høyst {wanted})"


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
