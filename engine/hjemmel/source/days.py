"""Days as they are read aloud."""

from datetime import date

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """«15. mars 2024»."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
