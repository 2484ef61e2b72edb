"""Literals and citations as text."""

from datetime import date

from hjemmel.source.days import MONTHS
from hjemmel.source.moment import Moment, moment_in_words
from hjemmel.syntax.lines import Cited
from hjemmel.syntax.show_names import source_words
from hjemmel.syntax.tree import Cite


def cited(of: Cited) -> str:
    """«, etter …, jf. …» with every citation; nothing where there is none."""
    rests, compared = (", ".join(map(citation, each)) for each in (of.citations, of.compared))
    return (f", etter {rests}" if rests else "") + (f", jf. {compared}" if compared else "")


def citation(of: Cite) -> str:
    """«forskriften § 4-2 første ledd»."""
    source = source_words(of.source) if of.source else ""
    return " ".join(filter(None, (source, of.provision, of.part)))


def day(of: date) -> str:
    """«1. januar 2024»."""
    return f"{day_of_month(of.month, of.day)} {of.year:04}"


def day_of_month(month: int, number: int) -> str:
    """«1. januar»."""
    return f"{number}. {MONTHS[month - 1]}"


def from_to(start: Moment, end: Moment | None) -> str:
    """«fra 1. januar 2024 til og med 31. desember 2024», or without an end."""
    return f"fra {moment_in_words(start)}" + (f" til og med {moment_in_words(end)}" if end else "")


def number(digits: str) -> str:
    """A number as the language writes it: a decimal comma, and no blanks, as it may be a year."""
    return digits.replace(".", ",")


def amount(ore: int) -> str:
    """«1 000 kroner», with øre only where there are some."""
    kroner, rest = divmod(ore, 100)
    thousands = f"{kroner:,}".replace(",", " ")
    return f"{thousands},{rest:02} kroner" if rest else f"{thousands} kroner"


def period(length: int, unit: str) -> str:
    """A length of time, whole years as years."""
    if unit == "dager":
        return "1 dag" if length == 1 else f"{length} dager"
    if length and length % 12 == 0:
        return f"{length // 12} år"
    return "1 måned" if length == 1 else f"{length} måneder"
