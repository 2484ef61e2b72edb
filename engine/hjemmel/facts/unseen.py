"""Texts with signs that a reader cannot see, or takes for others."""

from hjemmel.facts.faults import Mistake
from hjemmel.facts.names import quoted
from hjemmel.facts.sign_problems import MISTAKEN_SIGN, UNSEEN_SIGN
from hjemmel.source.look_alikes import like_latin, misleading
from hjemmel.source.signs import DIGIT, LETTER, Sign, name_of


def unseen_sign(text: str) -> Mistake | None:
    """What is wrong with a text of one line, by its first such sign."""
    if text.isascii() and text.isprintable():
        return None
    return next((_mistake(text, each) for each in misleading(text)), None)


def _mistake(text: str, sign: Sign) -> Mistake:
    reason = f"tegn {sign.at + 1} i teksten {quoted(text)} er et {sign.kind.name}"
    told = f"{reason}: {name_of(sign.char)}, som {sign.kind.harm}"
    if sign.kind is DIGIT:
        return Mistake(MISTAKEN_SIGN, told, "skriv tallet med sifrene 0–9")
    if sign.kind is LETTER:
        return Mistake(MISTAKEN_SIGN, told, f"skriv «{like_latin(sign.char)}» på nytt")
    return Mistake(UNSEEN_SIGN, told, "slett tegnet, eller skriv teksten på nytt")
