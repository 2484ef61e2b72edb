"""The time that a wording is in force, in words."""

from hjemmel.core.program import Suspension, Wording
from hjemmel.source.moment import moment_in_words, period_in_words


def period(wording: Wording) -> str:
    """«fra 1. januar 2022 til og med 31. desember 2023», with what is assumed."""
    text = period_in_words(wording.start, wording.end)
    notes = "; ".join(filter(None, (assumption(wording), choice(wording))))
    return f"{text} ({notes})" if notes else text


def suspension(of: Suspension) -> str:
    """«ikke i kraft fra 1. juli 2022 til og med 31. desember 2022, etter forskriften § 9»."""
    cited = f", etter {'; '.join(map(str, of.citations))}" if of.citations else ""
    return f"ikke i kraft {period_in_words(of.start, of.end)}{cited}"


def choice(wording: Wording) -> str:
    """«første dag er valgt (en dag mellom … og …): …», or empty."""
    return "; ".join(
        f"{'siste' if each.is_last else 'første'} dag er valgt "
        f"({moment_in_words(each.within)}): {each.why}"
        for each in wording.chosen
    )


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
