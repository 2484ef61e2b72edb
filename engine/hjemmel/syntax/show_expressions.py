"""Expressions and clauses as text, each in one line.

They stand together because each holds the other: a column is filtered by clauses, and a clause
compares expressions.
"""

import re
from typing import assert_never

from hjemmel.source.days import month_in_words, quarter_in_words
from hjemmel.source.numbers import in_letters
from hjemmel.source.provisions import referred_to
from hjemmel.syntax import tree
from hjemmel.syntax.show_names import name, name_after_and
from hjemmel.syntax.show_sentences import sentence
from hjemmel.syntax.show_values import amount, citation, day, day_of_month, number, period


def expression(of: tree.Expression) -> str:  # noqa: C901 - a line each
    """An expression as the author would say it."""
    match of:
        case tree.Name():
            return name(of)
        case tree.Number() | tree.Amount() | tree.Period():
            return _constant(of)
        case (
            tree.Day() | tree.DayIn() | tree.DayOf() | tree.Later() | tree.WorkingDays()
            | tree.Extreme()
        ):  # fmt: skip
            return _date(of)
        case tree.Clamped():
            return _clamped(of)
        case tree.DatedPeriod() | tree.PeriodAfter() | tree.PeriodOf() | tree.EndOf():
            return _period(of)
        case tree.YearAfter(years, base):
            return f"året {'etter' if years > 0 else 'før'} {expression(base)}"
        case tree.YearOf(when):
            return f"kalenderåret for {expression(when)}"
        case tree.Column() | tree.CountDistinct() | tree.CountOf():
            return _of_list(of)
        case tree.NormName(section, title):
            return norm_name(section, title)
        case tree.NormGroup(quantity, kind, place):
            return f"{quantity} {kind} i {citation(place)}"
        case _:
            assert_never(of)


def compared(of: tree.Expression) -> str:
    """A value that something is compared with: a text keeps the quotes that make it one."""
    match of:
        case tree.Name(said, quoted=True):
            return f"«{said}»"
        case _:  # quotes around other names are there where they must be
            return expression(of)


def measured(of: tree.Expression) -> str:
    """A value that a number is held against: there a name that is a number in letters is quoted."""
    match of:
        case tree.Name(said) if in_letters(said) is not None:
            return f"«{said}»"
        case _:
            return compared(of)


def _constant(of: tree.Number | tree.Amount | tree.Period) -> str:
    match of:
        case tree.Number(digits):
            return number(digits)
        case tree.Amount(ore):
            return amount(ore)
        case tree.Period(length, unit):
            return period(length, unit)
        case _:
            assert_never(of)


def _period(of: tree.DatedPeriod | tree.PeriodAfter | tree.PeriodOf | tree.EndOf) -> str:
    match of:
        case tree.DatedPeriod("kvartal", index):
            return quarter_in_words(index)
        case tree.DatedPeriod(_, index):
            return month_in_words(index)
        case tree.PeriodAfter(unit, number, base):
            return f"{_THE_PERIOD[unit]} {'etter' if number > 0 else 'før'} {expression(base)}"
        case tree.PeriodOf(unit, when):
            return f"{_THE_PERIOD[unit]} for {expression(when)}"
        case tree.EndOf(period):
            return f"utgangen av {expression(period)}"
        case _:
            assert_never(of)


_THE_PERIOD = {"kvartal": "kvartalet", "måned": "måneden"}
_EACH = {"år": "hvert år", "kvartal": "hvert kvartal", "måned": "hver måned"}


def _every(unit: str, first: tree.Expression, last: tree.Expression) -> str:
    pause = "," if isinstance(first, tree.Clamped) else ""
    return f"{_EACH[unit]} fra {expression(first)}{pause} til og med {expression(last)}"


def _clamped(of: tree.Clamped) -> str:
    shown = f"{expression(of.base)}, men {of.first} {expression(of.bound)}"
    if of.second is None:
        return shown
    other = "aldri etter" if of.first == "tidligst" else "aldri før"
    return f"{shown} og {other} {expression(of.second)}"


def _of_list(of: tree.Column | tree.CountDistinct | tree.CountOf) -> str:
    match of:
        case tree.Column(field, source, filters):
            return f"{name(field)} blant {name(source)}{_filtered(filters)}"
        case tree.CountDistinct(column):
            return f"antall ulike {expression(column)}"
        case tree.CountOf(source, filters):
            return f"antallet av {name(source)}{_filtered(filters)}"
        case _:
            assert_never(of)


def norm_name(section: str, title: str) -> str:
    """A norm by its place: «§ 4-2 «to helseforetak»», or «avsnitt ERN «…»»."""
    return f"{referred_to(section)} «{title}»"


def _date(
    of: tree.Day | tree.DayIn | tree.DayOf | tree.Later | tree.WorkingDays | tree.Extreme,
) -> str:
    match of:
        case tree.Day(when):
            return day(when)
        case tree.DayIn(month, date, tree.YearAfter(1, year)):
            return f"{day_of_month(month, date)} året etter {expression(year)}"
        case tree.DayIn(month, date, year):
            return f"{day_of_month(month, date)} i {expression(year)}"
        case tree.DayOf(event):
            return f"den dagen {name(event)}"
        case tree.Later():
            return _later(of)
        case tree.WorkingDays(_, base):
            return f"{_working_days(of)} {expression(base)}"
        case tree.Extreme(which, first, tree.Name() as second):
            return f"den {which} av {expression(first)} og {name_after_and(second)}"
        case tree.Extreme(which, first, second):
            return f"den {which} av {expression(first)} og {expression(second)}"
        case _:
            assert_never(of)


def _later(of: tree.Later) -> str:
    """«14 dager før …», but «samme dato 1 år etter …»: a month has no fixed length."""
    side = "før" if of.number < 0 else "etter"
    same = "" if of.unit == "dager" and not of.rounding else "samme dato "
    rounded = f", rundet {of.rounding}" if of.rounding else ""
    return f"{same}{period(abs(of.number), of.unit)} {side} {expression(of.base)}{rounded}"


def _working_days(of: tree.WorkingDays) -> str:
    which, side = ("første", "etter") if of.number > 0 else ("siste", "før")
    if of.itself:
        return f"{which} virkedag {'fra' if of.number > 0 else 'til og med'}"
    count = f"{which} virkedag" if abs(of.number) == 1 else f"{abs(of.number)} virkedager"
    return f"{count} {side}"


def _filtered(filters: tuple[tree.Clause, ...]) -> str:
    return f", der {_joined(' og der ', filters)}," if filters else ""


def _joined(word: str, clauses: tuple[tree.Clause, ...]) -> str:
    return word.join(set_in(each) for each in clauses)


def set_in(of: tree.Clause) -> str:
    """A clause after «der» or «at», or between commas: its lists have no comma."""
    match of:
        case tree.Is(left, values, negated):
            listed = " eller ".join(compared(each) for each in values)
            return f"{expression(left)} {_er(negated)} {listed}"
        case tree.Claim(claimed, None, others=others):
            return " eller ".join(map(name, (claimed, *others)))
        case _:  # no other has a list of values
            return clause(of)


def clause(of: tree.Clause) -> str:  # noqa: C901 - a line each
    """A clause as the author would say it."""
    match of:
        case tree.Claim() | tree.Judged() | tree.CaseHas():
            return _said(of)
        case tree.Is(left, values, negated):
            shown = measured if isinstance(left, (tree.CountDistinct, tree.CountOf)) else compared
            return f"{expression(left)} {_er(negated)} {one_of(tuple(map(shown, values)))}"
        case tree.Defined(definition, negated):
            return f"definisjonen {expression(definition)} {_er(negated)} oppfylt"
        case tree.Among(value, source, negated):
            return f"{compared(value)} {_er(negated)} blant {name(source)}"
        case tree.Bound():
            return _bound(of)
        case tree.IsWorkingDay(when, works, negated):
            return f"{expression(when)} {_er(negated)} en {'virkedag' if works else 'fridag'}"
        case tree.IsTold(when):
            return f"{expression(when)} er oppgitt"
        case tree.Exists() | tree.ForEach():
            return _quantified(of)
        case tree.CoversEach() | tree.Compare() | tree.CoversSpan() | tree.HasEach():
            return _about_lists(of)
        case tree.OfEntries() | tree.EachHas() | tree.Counted() | tree.Impersonal():
            return sentence(of, set_in, clause)
        case tree.Either(clauses):
            return f"enten {', eller '.join(map(clause, clauses))}"
        case _:
            assert_never(of)


def _er(negated: bool) -> str:
    """As it stands after «når»."""
    return "ikke er" if negated else "er"


def one_of(of: tuple[str, ...]) -> str:
    """«A, B eller C»."""
    return " eller ".join(filter(None, (", ".join(of[:-1]), *of[-1:])))


_DAYS = ("senest", "tidligst", "før", "etter")
_A_DAY_FOLLOWS = re.compile(
    r"\d{1,4}[. ] *[a-z]|den (dagen|seneste av|tidligste av)|vurderingsdagen|samme dato"
    r"|(første|siste) virkedag"
)


def _bound(of: tree.Bound) -> str:
    """«A er minst B»; of what happened on a day, «søknaden ble sendt senest …»."""
    left, relation, right = of.left, of.relation, measured(of.right)
    if isinstance(left, tree.DayOf) and relation in _DAYS and _A_DAY_FOLLOWS.match(right):
        return f"{name(left.event)} {relation} {right}"
    return f"{expression(left)} er {relation} {right}"


def _said(of: tree.Claim | tree.Judged | tree.CaseHas) -> str:
    match of:
        case tree.Claim(claimed, denied, others=others):
            if denied:
                return f"{name(claimed)} ikke {name(denied)}"
            return one_of(tuple(map(name, (claimed, *others))))
        case tree.Judged(body, matter, positive):
            found = "vurdert" if positive else "avvist"
            return f"{name(body)} har {found} at {name(matter)}"
        case tree.CaseHas(record, negated):
            return f"saken {'ikke ' if negated else ''}har {name(record)}"
        case _:
            assert_never(of)


def _quantified(of: tree.Exists | tree.ForEach) -> str:
    many = f"{of.quantity.word} {of.quantity.number}" if _counts(of.quantity) else of.quantity.word
    match of:
        case tree.Exists(_, source, filters):
            passing = f" der {_joined(' og der ', filters)}" if filters else ""
            return f"det finnes {many} blant {name(source)}{passing}"
        case tree.ForEach(_, source, body):
            return f"for {many} blant {name(source)} gjelder at {_joined(' og at ', body)}"
        case _:
            assert_never(of)


def _counts(of: tree.Quantity) -> bool:
    return of.word in ("minst", "høyst", "nøyaktig")


def _about_lists(of: tree.CoversEach | tree.Compare | tree.CoversSpan | tree.HasEach) -> str:
    match of:
        case tree.CoversEach(left, enumeration):
            return f"{expression(left)} omfatter hver {name(enumeration)}"
        case tree.Compare(left, relation, right):
            return f"{expression(left)} {relation} {expression(right)}"
        case tree.CoversSpan(left, unit, first, last):
            return f"{expression(left)} dekker {_every(unit, first, last)}"
        case tree.HasEach(said, unit, first, last):
            return f"{name(said)} {_every(unit, first, last)}"
        case _:
            assert_never(of)
