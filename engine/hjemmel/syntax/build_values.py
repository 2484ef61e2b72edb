"""Parse tree to values, expressions and citations."""

import re
from calendar import isleap
from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve
from lark import Token, Transformer
from lark.tree import Meta
from lark.visitors import v_args

from hjemmel.source.days import WrittenDay, month_called, quarter_called, written_day
from hjemmel.source.moment import Moment, month_of, year_of
from hjemmel.source.numbers import in_letters
from hjemmel.source.parts import part
from hjemmel.source.provisions import provision
from hjemmel.source.span import Span
from hjemmel.syntax import tree
from hjemmel.syntax.lines import Cited

_UNITS = {
    "år": ("måneder", 12), "måned": ("måneder", 1), "måneder": ("måneder", 1),
    "uke": ("dager", 7), "uker": ("dager", 7), "dag": ("dager", 1), "dager": ("dager", 1),
}  # fmt: skip


_MOST_DIGITS = 28


class UnusableValueError(ValueError):
    """A value that can be read but not used. `token` is where it is written."""

    def __init__(self, token: Token) -> None:
        super().__init__(str(token))
        self.token = token


class NoSuchDayError(UnusableValueError):
    """A day that the calendar does not have, or not every year has: `said` without what follows."""

    def __init__(self, token: Token, year: int | None) -> None:
        super().__init__(token)
        told = _written(token)
        self.told = evolve(told, year=year)
        self.some_years = year is None and (told.day, told.month) == (29, 2)


class TooManyDigitsError(UnusableValueError):
    """A number with more digits than numbers are exact to."""


class IdleLineError(ValueError):
    """A line that another keeps from having a say, where the tree has room for one."""

    def __init__(self, line: str, because: str, span: Span) -> None:
        super().__init__(line)
        self.line, self.because, self.span = line, because, span


def number(token: Token) -> int:
    """A whole number with blanks between the thousands, or in letters."""
    first = token.split()[0]
    return 1 if first in ("en", "et") else in_letters(first) or int(_digits(token))


def counted(of: tree.Expression) -> tree.Expression:
    """What a number is held against: «to» is a number there, and «ett» too."""
    match of:
        case tree.Name(words, quoted=False) if (found := in_letters(words)) is not None:
            return tree.Number(str(found), of.span)
        case _:  # anything else is what it is elsewhere
            return of


def _digits(token: Token) -> str:
    """A number without blanks and words; TooManyDigitsError where it cannot be exact."""
    text = re.sub(r"[^\d,]", "", token)
    if len(text.replace(",", "")) > _MOST_DIGITS:
        raise TooManyDigitsError(token)
    return text


def _written(token: Token) -> WrittenDay:
    """The numbers of «15. januar», in any of the ways that the grammar takes for a day."""
    found = written_day(token)
    assert found is not None  # the grammar takes nothing else for a day
    return found


def calendar_day(token: Token) -> date:
    """«1. januar 2024» as a day; NoSuchDayError where the month is shorter."""
    told = _written(token)
    found = told.in_calendar
    if found is None:
        raise NoSuchDayError(token, told.year)
    return found


def month_and_day(token: Token, year: tree.Expression) -> tuple[int, int]:
    """The month and day of «15. januar i». 29 February is a day of a written leap year only."""
    told = _written(token)
    written = written_year(year)
    is_leap = written is not None and isleap(written)
    # Whether the year is in reach is asked later.
    if evolve(told, year=2000 if is_leap else 2001).in_calendar is None:
        raise NoSuchDayError(token, written)
    return told.month, told.day


def _plain(word: Token) -> str:
    """A word of a name. In a bare one a dash is the hyphen that a word processor made longer."""
    return word.strip("«»") if word.type == "STRENG" else word.replace("–", "-")


def day_of_every_year(token: Token) -> tuple[int, int]:
    """The month and day of «17. mai hvert år»; NoSuchDayError for one that some years lack."""
    told = _written(token)
    if evolve(told, year=2001).in_calendar is None:
        raise NoSuchDayError(token, None)
    return told.month, told.day


def written_year(year: tree.Expression) -> int | None:
    """A year that is known from the rule alone."""
    match year:
        case tree.Number(digits):
            return int(digits)
        case tree.YearAfter(number, base):
            first = written_year(base)
            return None if first is None else first + number
        case _:  # any other year is known from the case
            return None


def period(token: Token) -> tuple[int, str]:
    """«5 år» as (60, "måneder"), «2 uker» as (14, "dager")."""
    name, factor = _UNITS[token.split()[-1]]
    return number(token) * factor, name


def _unit(token: Token) -> str:
    return "kvartal" if token.startswith("kvartal") else "måned"


@v_args(meta=True)
class ValueBuilder(Transformer[Token, Any]):
    """Values. `file` and `first_line` place the block; `text` is what it says."""

    def __init__(self, file: str, first_line: int, text: str) -> None:
        super().__init__(visit_tokens=False)
        self.file, self.first_line, self.text = file, first_line, text

    def at(self, meta: Meta | Token) -> Span:
        """The span of a node, ended at the end of its first line."""
        start = meta.start_pos or 0
        end = meta.end_pos or start
        line_end = self.text.find("\n", start)
        width = (min(end, line_end) if line_end >= 0 else end) - start
        column = meta.column or 1
        return Span(self.file, self.first_line + (meta.line or 1) - 1, column, column + width)

    def said(self, meta: Meta) -> str:
        """The words of a node, in one line."""
        return " ".join(self.text[meta.start_pos : meta.end_pos].split())

    def navn(self, meta: Meta, words: list[Token]) -> tree.Name:
        text = " ".join(_plain(word) for word in words)
        quoted = len(words) == 1 and words[0].type == "STRENG"
        return tree.Name(" ".join(text.split()), self.at(meta), quoted)

    def fast(self, meta: Meta, children: list[Token]) -> tree.Expression:
        token, where = children[0], self.at(meta)
        match token.type:
            case "TALL":
                return tree.Number(str(number(token)), where)
            case "DESIMALTALL":
                return tree.Number(_digits(token).replace(",", "."), where)
            case "TIDSROM":
                return tree.Period(*period(token), where)
            case _:
                kroner, _, ore = _digits(token).partition(",")
                return tree.Amount(int(kroner) * 100 + int(ore.ljust(2, "0")), where)

    def arstall_fast(self, meta: Meta, children: list[Token]) -> tree.Number:
        return tree.Number(str(number(children[0])), self.at(meta))

    def dag(self, meta: Meta, children: list[Token]) -> tree.Day:
        return tree.Day(calendar_day(children[0]), self.at(meta))

    def dag_i(self, meta: Meta, children: list[Any]) -> tree.DayIn:
        return tree.DayIn(*month_and_day(children[0], children[1]), children[1], self.at(meta))

    def dag_aret_etter(self, meta: Meta, children: list[Any]) -> tree.DayIn:
        where = self.at(meta)
        after = tree.YearAfter(1, children[1], where)
        return tree.DayIn(*month_and_day(children[0], after), after, where)

    # ---- boundaries in time

    def kjent_dag(self, _: Meta, children: list[Token]) -> Moment:
        day = calendar_day(children[0])
        return Moment(day, day)

    def dag_mellom(self, _: Meta, children: list[Token]) -> Moment:
        return Moment(calendar_day(children[1]), calendar_day(children[3]))

    def dag_i_aret(self, _: Meta, children: list[Token]) -> Moment:
        return year_of(number(children[1]))

    def dag_i_maneden(self, _: Meta, children: list[Token]) -> Moment:
        month, year = children[1].split()
        return month_of(int(year), month_called(month) or 1)  # the grammar takes only months

    # ---- values worked out from others

    def den_dagen(self, meta: Meta, children: list[Any]) -> tree.DayOf:
        return tree.DayOf(children[1], self.at(meta))

    def senere(self, meta: Meta, children: list[Any]) -> tree.Later:
        _, length, _, base, rounding = children
        return tree.Later(*period(length), base, rounding or "", self.at(meta))

    def tidligere(self, meta: Meta, children: list[Any]) -> tree.Later:
        later = self.senere(meta, children)
        return evolve(later, number=-later.number)

    def dager_etter(self, meta: Meta, children: list[Any]) -> tree.Later:
        length, _, base = children
        return tree.Later(*period(length), base, "", self.at(meta))

    def dager_for(self, meta: Meta, children: list[Any]) -> tree.Later:
        later = self.dager_etter(meta, children)
        return evolve(later, number=-later.number)

    def virkedager_etter(self, meta: Meta, children: list[Any]) -> tree.WorkingDays:
        return tree.WorkingDays(number(children[0]), children[2], False, self.at(meta))

    def virkedager_for(self, meta: Meta, children: list[Any]) -> tree.WorkingDays:
        later = self.virkedager_etter(meta, children)
        return evolve(later, number=-later.number)

    def forste_virkedag(self, meta: Meta, children: list[Any]) -> tree.WorkingDays:
        return tree.WorkingDays(1, children[1], not children[0].endswith("etter"), self.at(meta))

    def siste_virkedag(self, meta: Meta, children: list[Any]) -> tree.WorkingDays:
        return tree.WorkingDays(-1, children[1], not children[0].endswith("før"), self.at(meta))

    def rundet(self, _: Meta, children: list[Token]) -> str:
        return "ned" if children[0].type == "RUNDET_NED" else "opp"

    def seneste(self, meta: Meta, children: list[Any]) -> tree.Extreme:
        return tree.Extreme("seneste", children[1], children[3], self.at(meta))

    def tidligste(self, meta: Meta, children: list[Any]) -> tree.Extreme:
        return tree.Extreme("tidligste", children[1], children[3], self.at(meta))

    def klemt(self, meta: Meta, children: list[Any]) -> tree.Clamped:
        base, first, bound, _, second = children
        which = "tidligst" if first.type == "MEN_TIDLIGST" else "senest"
        return tree.Clamped(base, which, bound, second, self.at(meta), self.said(meta))

    def fast_periode(self, meta: Meta, children: list[Token]) -> tree.DatedPeriod:
        (token,) = children
        *_, year = token.split()
        if token.type == "KVARTAL":
            which = quarter_called(token.split()[0])
            return tree.DatedPeriod("kvartal", int(year) * 4 + which - 1, self.at(meta))
        month = month_called(token.split()[0].removesuffix("."))
        assert month is not None  # the grammar takes nothing else for a month
        return tree.DatedPeriod("måned", int(year) * 12 + month - 1, self.at(meta))

    def perioden_etter(self, meta: Meta, children: list[Any]) -> tree.PeriodAfter:
        return tree.PeriodAfter(_unit(children[0]), 1, children[1], self.at(meta))

    def perioden_for(self, meta: Meta, children: list[Any]) -> tree.PeriodAfter:
        return tree.PeriodAfter(_unit(children[0]), -1, children[1], self.at(meta))

    def perioden_av(self, meta: Meta, children: list[Any]) -> tree.PeriodOf:
        return tree.PeriodOf(_unit(children[0]), children[1], self.at(meta))

    def utgangen(self, meta: Meta, children: list[Any]) -> tree.EndOf:
        return tree.EndOf(children[1], self.at(meta))

    def aret_etter(self, meta: Meta, children: list[Any]) -> tree.YearAfter:
        return tree.YearAfter(1, children[1], self.at(meta))

    def aret_for(self, meta: Meta, children: list[Any]) -> tree.YearAfter:
        return tree.YearAfter(-1, children[1], self.at(meta))

    def kalenderaret(self, meta: Meta, children: list[Any]) -> tree.YearOf:
        return tree.YearOf(children[1], self.at(meta))

    def kalenderaret_dager_for(self, meta: Meta, children: list[Any]) -> tree.YearOf:
        return tree.YearOf(self.dager_for(meta, children[1:]), self.at(meta))

    # ---- citations

    def etter(self, _: Meta, children: list[Any]) -> Cited:
        rests = [each for each in children if isinstance(each, tuple)]
        compared = next((each for each in children if isinstance(each, list)), [])
        return Cited(*_apart(rests), *_apart(compared))

    def jf(self, _: Meta, children: list[Any]) -> list[tuple[tree.Cite, Span]]:
        return [each for each in children if isinstance(each, tuple)]

    def sitat(self, meta: Meta, children: list[Any]) -> tuple[tree.Cite, Span]:
        source, place = children
        return evolve(place, source=source.words), self.at(meta)

    def kildenavn(self, meta: Meta, words: list[Token]) -> tree.Name:
        return self.navn(meta, words)

    def bestemmelse(self, _: Meta, children: list[Any]) -> tree.Cite:
        first, *parts = children
        return tree.Cite("", provision(str(first)), part(" ".join(parts)))

    def plass(self, meta: Meta, _: list[Any]) -> str:
        return self.said(meta)

    bokstaver = numre = plass

    def litra(self, meta: Meta, _: list[Any]) -> str:
        return self.said(meta)

    nummer = litra


def _apart(
    found: Sequence[tuple[tree.Cite, Span]],
) -> tuple[tuple[tree.Cite, ...], tuple[Span, ...]]:
    return tuple(cite for cite, _ in found), tuple(where for _, where in found)
