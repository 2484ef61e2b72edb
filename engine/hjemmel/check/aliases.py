"""Names that are no names: days, numbers, periods and citations that came to stand as one."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from hjemmel.check import problems_declarations
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.days import MONTHS
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import Institution, RecordBlock, RegisterBlock, Term

_MONTH = "|".join(MONTHS)
_DAY = rf"\b\d{{1,2}}\.? ?({_MONTH})\b"
_FROM = r"\b(fra|til|siden|fom\.?|tom\.?|f\.o\.m\.?|t\.o\.m\.?)( og med)? "
_UNITS = "kroner|kr|år|måned|måneder|uke|uker|dag|dager|%|prosent"
_DATED = (
    "dagene et navn er i bruk, står sist på linjen: «, fra 1. januar 2028» eller "
    "«, til og med 31. desember 2027»"
)
_ONLY_NAMES = "etter «også skrevet» står bare navn, skilt med komma"
_PATTERNS = (
    (r"^(også skrevet|oppgis av|gjøres av|i flertall|avløst av|tross)\b", "en del av linjen",
     _ONLY_NAMES),
    (r"§|\bpkt\. ?\d|^(etter )?(forskrift|veileder|nettside)(en|a)?\b.*\d", "en hjemmel",
     "hjemmelen hører til normene: ta den bort her"),
    (rf"^gjelder (fra|til|inntil|ikke)\b|{_FROM}({_DAY}|({_MONTH}) \d{{4}}|\d{{4}}\b|\d+\.\d)",
     "en periode", _DATED),
    (rf"{_DAY}|\b\d{{1,2}}\.\d{{1,2}}\.\d\d|\b\d{{4}}-\d\d-\d\d\b", "en dato", _DATED),
    (rf"^[\d .,]+( ?({_UNITS}))?\.?$", "et tall", "skriv navnet med ord"),
)  # fmt: skip
_SEVERAL = re.compile(r"(?<!-) og | samt | eller |;", re.IGNORECASE)
_TOLD = re.compile(r"^(tidligere|nå|før|siden|heter|het|nedlagt|omdøpt)\b", re.IGNORECASE)
_LIKE = tuple((re.compile(each, re.IGNORECASE), kind, help) for each, kind, help in _PATTERNS)

Named = Term | RegisterBlock | RecordBlock


def alias_problems(block: Named) -> Iterator[Diagnostic]:
    """What is declared as a name, and looks like something else."""
    for name, span in _names(block):
        like = _like(name) if name else None
        if like is not None:
            yield problems_declarations.no_name(name, like[1], like[2], span)
    if isinstance(block, RegisterBlock):
        for entry in block.entries:
            yield from joined_spellings(entry)


def _like(name: str) -> tuple[re.Pattern[str], str, str] | None:
    """What a name looks like that is none."""
    return next((each for each in _LIKE if each[0].search(name)), None)


def joined_spellings(entry: Institution) -> Iterator[Diagnostic]:
    """Several spellings told as one, and what is told of an institution instead of its name.

    A name may have «og» in it («Helse Møre og Romsdal HF»); then its spellings may too.
    """
    whole = _SEVERAL.search(entry.name)
    for name, span in spelled(entry)[1:]:
        if _like(name):
            continue  # it is told what it is
        if _SEVERAL.search(name) and not whole:
            yield problems_declarations.no_name(name, "flere skrivemåter", _ONLY_NAMES, span)
        elif _TOLD.search(name):
            yield problems_declarations.no_name(name, "en opplysning", _ONLY_NAMES, span)


def spelled(entry: Institution) -> Sequence[tuple[str, Span]]:
    """Every way that an institution is written, with its place."""
    names = (entry.name, *entry.aliases)
    return list(zip(names, entry.spans or (entry.span,) * len(names), strict=True))


def _names(block: Named) -> Iterator[tuple[str, Span]]:
    match block:
        case Term():
            yield block.name.words, block.name.span
            for line in block.values:
                yield from ((each.words, each.span) for each in (line.name, line.definite))
        case RegisterBlock():
            for entry in block.entries:
                yield from spelled(entry)
        case RecordBlock():
            yield from ((each.name.words, each.name.span) for each in block.facts)
            yield from ((each, block.name.span) for each in (block.definite, block.plural))
            yield from ((each.form.words, each.form.span) for each in block.facts)
            yield from ((each.plural, each.span) for each in block.facts)
        case _:
            assert_never(block)
