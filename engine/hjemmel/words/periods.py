"""The time that a wording is in force, in words."""

from hjemmel.core.program import Wording
from hjemmel.source.moment import period_in_words


def period(wording: Wording) -> str:
    """«fra 1. januar 2022 til og med 31. desember 2023», with what is assumed."""
    text = period_in_words(wording.start, wording.end)
    note = assumption(wording)
    return f"{text} ({note})" if note else text


def assumption(wording: Wording) -> str:
    """«første dag er antatt: …», or empty."""
    match wording.assumed_start, wording.assumed_end:
        case True, True:
            which = "første og siste dag er antatt"
        case True, False:
            which = "første dag er antatt"
        case False, True:
            which = "siste dag er antatt"
        case _:
            return f"antatt: {wording.assumed}" if wording.assumed else ""
    return f"{which}: {wording.assumed}" if wording.assumed else which
