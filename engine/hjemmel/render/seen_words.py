"""What was seen at a step, in words: «helseforetak = Oslo; Bergen», «ukjent (mangler)»."""

from typing import assert_never

from hjemmel.explain.finding import Finding
from hjemmel.explain.seen import (
    Coverage,
    Difference,
    Different,
    Empty,
    FirstOf,
    Known,
    Label,
    LastDay,
    Length,
    Named,
    Narrowed,
    NotDone,
    Periods,
    Plain,
    Seen,
    Several,
    Stands,
    Tally,
    Uncounted,
    Unsettled,
)
from hjemmel.explain.steps import Clause, OwnName
from hjemmel.provenance.book import Book
from hjemmel.words.outcomes import called, standing_word
from hjemmel.words.periods import period
from hjemmel.words.phrases import short_name, words
from hjemmel.words.values import shown

PERHAPS_MORE = "kanskje flere"
LACKING, UNSURE = "mangler", "uvisst om"


def seen_in_words(book: Book, finding: Finding) -> str:
    """What was seen at a step; empty where it is nothing by itself."""
    return in_words(book, finding.seen) if finding.seen else ""


def in_words(book: Book, seen: Seen) -> str:
    """What was seen of something."""
    match seen:
        case Named(name=name, seen=inner):
            return f"{_label(book, name)} = {in_words(book, inner)}"
        case Several(parts=parts):
            return " · ".join(in_words(book, each) for each in parts)
        case Different():
            return _different(book, seen)
        case Difference():
            return _difference(book, seen)
        case Coverage():
            return _coverage(book, seen)
        case Stands():
            return _stands(seen)
        case Periods(wordings=wordings):
            return "; ".join(map(period, wordings))
        case _:
            return _plain(seen)


def _plain(seen: Plain) -> str:
    match seen:
        case Known(value=value, type=kind):
            return str(value) if kind is None else shown(value, kind)
        case Narrowed(value=value, type=kind, why=why):
            return f"{shown(value, kind)} ({why.value})"
        case Unsettled(why=why):
            return f"ukjent ({why.value})" if why else "ukjent"
        case Length(entries=entries, complete=complete):
            return f"{entries} {'oppføring' if entries == 1 else 'oppføringer'}{_more(complete)}"
        case NotDone():
            return "ikke utført"
        case Tally():
            return _tally(seen)
        case Empty():
            return "tom liste"
        case Uncounted():
            return "regnes ikke med"
        case _:
            assert_never(seen)


def _label(book: Book, label: Label) -> str:
    match label:
        case OwnName(fact=fact, names=names):
            return short_name(book, fact, names)
        case LastDay():
            return "siste dag"
        case Clause(node=node, names=names):
            return words(book, node, names)
        case _:
            assert_never(label)


def _more(complete: bool) -> str:
    return "" if complete else f"; {PERHAPS_MORE}"


def _tally(seen: Tally) -> str:
    count = str(seen.least) if seen.least == seen.most else f"{seen.least} til {seen.most}"
    return "; ".join((f"{count} av {seen.of}", *rest_in_words(seen)))


def rest_in_words(seen: Tally | Different) -> tuple[str, ...]:
    """What is told of those of a list that are not known, if there may be any."""
    return (seen.rest,) if seen.rest else () if seen.complete else (PERHAPS_MORE,)


def _different(book: Book, seen: Different) -> str:
    values = [in_words(book, each) for each in seen.values]
    text = "; ".join((*(values or ("ingen",)), *rest_in_words(seen)))
    return f"{_label(book, seen.name)} = {text}" if seen.name else text


def _difference(book: Book, seen: Difference) -> str:
    told = [_tally(seen.tally)]
    if seen.lacking.count:
        other = words(book, seen.other.node, seen.other.names)
        told.append(f"{LACKING} blant {other}: {first_in_words(book, seen.lacking)}")
    if seen.unsure.count:
        told.append(f"{UNSURE} {first_in_words(book, seen.unsure)}")
    return "; ".join(told)


def first_in_words(book: Book, some: FirstOf) -> str:
    """The first of a number of values, and how many more there are."""
    more = some.count - len(some.first)
    told = ", ".join(in_words(book, each) for each in some.first)
    return told + (f" og {more} til" if more > 0 else "")


def _coverage(book: Book, seen: Coverage) -> str:
    """«mangler A, B»; and those of which it is not known."""
    pairs = ((LACKING, seen.lacking), (UNSURE, seen.unsure))
    told = [f"{lead} {', '.join(in_words(book, each) for each in values)}"
            for lead, values in pairs if values]  # fmt: skip
    return "; ".join(told) or "alle"


def norm_in_words(seen: Stands) -> str:
    """How another norm stands, by its name: «krav om to helseforetak: brutt»."""
    norm = seen.norm
    name = called(norm) if called(norm) != norm.title else f"«{norm.title}»"
    word = standing_word(norm, seen.outcome, seen.effect)
    return f"{name}: {word}"


def _stands(seen: Stands) -> str:
    """The word of a norm, with its title where what was asked does not say it."""
    title, word = f"«{seen.norm.title}»", standing_word(seen.norm, seen.outcome, seen.effect)
    value = f"{title} {word}" if seen.said and title not in seen.said else word
    return f"{value} (se {seen.norm.id})" if seen.is_elsewhere else value
