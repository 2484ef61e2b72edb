"""Slips of the hand inside a line that are known by what stands there and what could have stood."""

import re
from collections.abc import Set as AbstractSet

from attrs import frozen

from hjemmel.source.days import month_called

_MONTH = re.compile(r"([^\W\d_]+\.?) (\d{4})(?![\w-])")
_YEAR = re.compile(r"(\d{4})(?![\w-])")


@frozen
class Slip:
    """The words that are wrong, what to do, and what may be written instead where that is all.

    They begin `back` signs before the place where the line could not be read.
    """

    words: str
    help: str
    instead: str = ""
    back: int = 0


_ORDINALS = ("", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende",
             "niende", "tiende")  # fmt: skip
_CLAMP = "komma foran «men»: «…, men tidligst …» eller «…, men senest …»"
_DENIED = "«ikke» står ved verbet: «tjenesten ikke er …», «tjenesten ikke har …»"
_THOSE_WHO = "uten komma foran: «alle steder som …, har …»"
_PART = "stedet i bestemmelsen skrives uten komma foran: «§ 4-2 første ledd»"
_DECLARED = "et navn med et bindeord i skrives i «…», her og der det brukes"


def slip(before: str, rest: str, accepted: AbstractSet[str]) -> Slip | None:
    """What is known of a line from what stands `before` the place where one of `accepted` was to
    be, and the `rest` from there."""
    return _of_days(rest, accepted) or _of_words(before, rest)


def unfinished_slip(line: str) -> Slip | None:
    """What is known of a line that ended where more was to come."""
    found = re.search(
        r"(?:§ ?\S+|artikkel \d+)(,) (?:\w+ (?:ledd|punktum|strekpunkt)|bokstav)", line
    )
    return Slip(",", f"skriv {_PART}", back=len(line.rstrip()) - found.start(1)) if found else None


def _of_words(before: str, rest: str) -> Slip | None:
    if re.match(r"(tidligst|senest|aldri)(?![\w-])", rest) and re.search(r"[^,] men $", before):
        return Slip("men", f"skriv {_CLAMP}", ", men", back=len("men "))
    if re.match(r"ikke ", rest) and re.search(r"(når|at|og|dersom|hvis) +$", before):
        return Slip("ikke", _DENIED)
    if re.match(r", som ", rest):
        return Slip(",", f"skriv «som …» {_THOSE_WHO}")
    if (found := re.match(r"(\d{1,2})\.? (?=ledd|punktum|strekpunkt)", rest)) is not None:
        ordinal = _ORDINALS[int(found[1])] if int(found[1]) < len(_ORDINALS) else "ellevte"
        return Slip(found[0].strip(), f"skriv det med bokstaver: «{ordinal} …»", ordinal)
    return _of_values(before, rest) or _of_sources(before, rest) or _of_lines(before, rest)


_COMPARED = {
    "lik": "«er 4»", "lik med": "«er 4»", "større enn": "«er mer enn»", "over": "«er mer enn»",
    "høyere enn": "«er mer enn»", "flere enn": "«er mer enn»", "under": "«er mindre enn»",
    "lavere enn": "«er mindre enn»", "færre enn": "«er mindre enn»", "minimum": "«er minst»",
    "maksimum": "«er høyst»", "maks": "«er høyst»", "opptil": "«er høyst»", "opp til": "«er høyst»",
    "mellom": "to ledd: «er minst …», og på ny linje «og … er høyst …»",
}  # fmt: skip
_NOT_COMPARED = {
    "lik": "«er ikke 4»", "større enn": "«er høyst»", "over": "«er høyst»", "under": "«er minst»",
    "høyere enn": "«er høyst»", "flere enn": "«er høyst»", "lavere enn": "«er minst»",
    "færre enn": "«er minst»",
}  # fmt: skip
"""With «ikke» it is the opposite: «ikke under 4» is 4 or more."""
_COMPARISON = re.compile(rf"\b(?:er (ikke )?|ikke er )({'|'.join(_COMPARED)}) +$")


def _of_values(before: str, rest: str) -> Slip | None:
    """Numbers compared in other words, and amounts as they are written on a bill."""
    if (found := _COMPARISON.search(before)) is not None and rest[:1].isdigit():
        is_denied = "ikke" in found[0]
        help = (_NOT_COMPARED if is_denied else _COMPARED).get(
            found[2], "«er minst» eller «er høyst»"
        )
        return Slip(found[0].strip(), f"skriv {help}", back=len(before) - found.start())
    bill = re.match(r"kr\.?(?![\w-])|,-", rest)
    if bill is not None and re.search(r"\d *$", before):
        return Slip(bill[0], "beløp skrives med ord: «500 kroner»", " kroner" * (bill[0] == ",-"))
    if (first := re.search(r"\bkr\.? *$", before)) is not None and rest[:1].isdigit():
        back = len(before) - first.start()
        return Slip(first[0].strip(), "beløp skrives med ord bak: «500 kroner»", back=back)
    if re.search(r"\bja$", before) and re.match(r"/ *nei", rest):
        return Slip("ja/nei", "skriv «ja eller nei»", "ja eller nei", back=2)
    return None


def _of_sources(before: str, rest: str) -> Slip | None:
    """Citations as they stand in running text."""
    if re.search(r", *(?:etter )?$|, *etter +$", before) and re.match(r"(§|artikkel|pkt)", rest):
        return Slip(
            rest.split(",", maxsplit=1)[0].strip(), "skriv kilden foran: «forskriften § 4-2»"
        )
    if re.search(r", *etter .*", before) and re.match(r"og .*(§|artikkel|pkt|kapittel)", rest):
        return Slip("og", "kildene skilles med komma", ",")
    return None


def _of_lines(before: str, rest: str) -> Slip | None:
    """What has a line of its own, and names that hold a word that binds."""
    if re.match(r", *med mindre ", rest):
        return Slip(", med mindre", "et unntak har egen linje: «med mindre navn: vilkår»")
    if re.search(r"\d{1,2}$|\d{1,2}\.? [a-z]+ *$", before) and re.search(r"^[^,]*hvert år", rest):
        day = re.search(r"\d{1,2}\.?( [a-z]+)? *$", before)
        start = day.start() if day else len(before)
        words = (before[start:] + rest).split(" hvert år")[0] + " hvert år"
        return Slip(words, "skriv hvilket år: «1. mars i vurderingsåret»", back=len(before) - start)
    if re.match(r"(er|ikke|blant|der|enten) ", rest) and _declares(before):
        return Slip(rest.split(maxsplit=1)[0], _DECLARED)
    return None


def _declares(before: str) -> bool:
    """Whether a line declares a name that takes all of the line, or all to the first comma."""
    return re.match(r"\s*(vurdering|verdi|begrep|rolle|register) [^,]*$", before) is not None


def _of_days(rest: str, accepted: AbstractSet[str]) -> Slip | None:
    if "TIL_OG_MED" in accepted and (found := re.match(r"til(?![\w-])(?! og med)", rest)):
        help = "«til» alene sier ikke om dagen selv er med: skriv «til og med»"
        return Slip(found[0], help, "til og med")
    if {"DATO", "EN_DAG_I"} <= accepted and (span := _span_of_days(rest)):
        help = f"skriv dagen; er den ikke kjent, skriv «en dag i {span}»"
        return Slip(span, help)
    return None


def _span_of_days(rest: str) -> str:
    """«januar 2024» or «2024», where one day was to stand."""
    month, year = _MONTH.match(rest), _YEAR.match(rest)
    if month and month_called(month[1]) is not None:
        return month[0]
    return year[0] if year else ""
